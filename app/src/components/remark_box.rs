//! A remark on a criterion, saved as it is typed. The caller checks the text.

use cunping_text::{lang::Lang, ui::common, ui::question};
use leptos::prelude::*;

/// Draws a field for a remark.
#[component]
pub fn RemarkBox(
    /// The language of the page.
    lang: Lang,
    /// An id that is unique on the screen.
    #[prop(into)]
    id: String,
    /// The saved text when the field is drawn.
    saved: String,
    /// Called with the text whenever it changes. Returns what was not saved and why, to be shown; `None` if all was
    /// saved.
    #[prop(into)]
    on_save: Callback<String, Option<String>>,
) -> impl IntoView {
    let refused = RwSignal::new(None);
    let (hint, problem) = (format!("{id}-hint"), format!("{id}-problem"));
    let save = move |event| refused.set(on_save.run(event_target_value(&event)));
    any_view! {
        <div class="remark">
            <label for=id.clone()>{common::remark(lang)}</label>
            <p id=hint.clone() class="soft small">{question::remark_hint(lang)}</p>
            <p id=problem.clone() class="problem-text" role="alert">{refused}</p>
            <textarea id=id maxlength="500" aria-describedby=format!("{hint} {problem}") prop:value=saved
                on:input=save></textarea>
        </div>
    }
}

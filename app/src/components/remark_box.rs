//! A remark to a criterion, saved as it is typed. Looks for nothing in it itself.

use cunping_office::{
    lang::Lang,
    ui::{common, question},
};
use leptos::prelude::*;

/// A field for a remark.
#[component]
pub fn RemarkBox(
    /// The language of the page.
    lang: Lang,
    /// What is saved, when the field is drawn.
    saved: String,
    /// Called with the text when it has changed; what it says back is shown: what was not saved, and why.
    #[prop(into)]
    on_save: Callback<String, Option<String>>,
) -> impl IntoView {
    let refused = RwSignal::new(None);
    let save = move |event| refused.set(on_save.run(event_target_value(&event)));
    view! {
        <div class="remark">
            <label for="remark">{common::remark(lang)}</label>
            <p id="remark-hint" class="soft small">{question::remark_hint(lang)}</p>
            <textarea id="remark" maxlength="500" aria-describedby="remark-hint remark-problem" prop:value=saved
                on:input=save></textarea>
            <p id="remark-problem" class="problem-text" role="alert">{refused}</p>
        </div>
    }
    .into_any()
}

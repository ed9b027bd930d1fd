//! A field for words that somebody types, which says at once what may not stand there. Saves nothing.
//!
//! Every field for free text is this one, so that none forgets to look: the house tests name the few that are not.

use cunping_office::{lang::Lang, problem};
use leptos::prelude::*;

/// A labelled field for free text. Whoever saves what it holds asks [`problem::in_text`] first and saves nothing that is
/// refused; what was typed stays in the field.
#[component]
pub fn TextField(
    /// The language of the page.
    lang: Lang,
    /// Its id, of which a page has one.
    #[prop(into)]
    id: String,
    /// What to type.
    #[prop(into)]
    label: String,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what is typed.
    #[prop(into)]
    on_type: Callback<String>,
    /// The most characters.
    longest: u16,
    /// Lines to see; a field of one line where there are none.
    #[prop(default = 0)]
    rows: u8,
) -> impl IntoView {
    let wrong = Memo::new(move |_| value.with(|text| problem::in_text(lang, text)).map(|it| it.line(lang)));
    let invalid = move || wrong.with(Option::is_some).then_some("true");
    let (own, told) = (id.clone(), format!("{id}-problem"));
    let described = told.clone();
    let typed = move |event| on_type.run(event_target_value(&event));
    let longest = longest.to_string();
    let field = if rows == 0 {
        view! {
            <input id=own type="text" autocomplete="off" maxlength=longest aria-describedby=described aria-invalid=invalid
                prop:value=value on:input=typed />
        }
        .into_any()
    } else {
        view! {
            <textarea id=own rows=rows.to_string() maxlength=longest aria-describedby=described aria-invalid=invalid
                prop:value=value on:input=typed></textarea>
        }
        .into_any()
    };
    view! {
        <div class="text-field">
            <label for=id>{label}</label>
            {field}
            <p id=told class="problem-text" role="alert">{wrong}</p>
        </div>
    }
    .into_any()
}

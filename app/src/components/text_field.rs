//! A field for free text that says at once what must not be in it.
//!
//! Every field for free text must be this one, so that none forgets that check; the house tests list the few that are
//! not.

use cunping_text::{lang::Lang, problem};
use leptos::prelude::*;

/// Draws a labelled field for free text. Whoever saves its text must call [`problem::in_text`] first and must not save
/// a text that it refuses; what was typed stays in the field.
#[component]
pub fn TextField(
    /// The language of the page.
    lang: Lang,
    /// Its id, which must be unique in the page.
    #[prop(into)]
    id: String,
    /// The label of the field.
    #[prop(into)]
    label: String,
    /// The typed text.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the typed text.
    #[prop(into)]
    on_type: Callback<String>,
    /// Maximum number of characters.
    longest: u16,
    /// Number of visible lines; 0 for a field of one line.
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
        any_view! {
            <input id=own type="text" autocomplete="off" maxlength=longest aria-describedby=described aria-invalid=invalid
                prop:value=value on:input=typed />
        }
    } else {
        any_view! {
            <textarea id=own rows=rows.to_string() maxlength=longest aria-describedby=described aria-invalid=invalid
                prop:value=value on:input=typed></textarea>
        }
    };
    // Above the field: below it, the keyboard of a telephone covers what is said.
    any_view! {
        <div class="text-field">
            <label for=id>{label}</label>
            <p id=told class="problem-text" role="alert">{wrong}</p>
            {field}
        </div>
    }
}

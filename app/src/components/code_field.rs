//! A field for a division code that says what is missing while it is typed. The caller reads the code.

use cunping_text::{
    lang::Lang,
    problem,
    ui::setup,
    unit_code::{TypedCodeError, typed_code},
};
use leptos::prelude::*;

/// Draws the field. Digits that are still to come are no error until somebody `asked` for the code.
#[component]
pub fn CodeField(
    /// The language of the page.
    lang: Lang,
    /// What is typed.
    code: RwSignal<String>,
    /// Why a code that can be read is not the right one; `None` if it is.
    #[prop(into)]
    wrong: Signal<Option<&'static str>>,
    /// True once the code is needed.
    #[prop(into)]
    asked: Signal<bool>,
) -> impl IntoView {
    let fault = Memo::new(move |_| code.with(|code| typed_code(code).err()));
    let waits = move || match fault.get() {
        Some(TypedCodeError::Missing | TypedCodeError::Short(_)) => !asked.get(),
        _ => false,
    };
    let told = move || match fault.get() {
        Some(TypedCodeError::Missing) if waits() => None,
        Some(fault) => Some(problem::unit_code(lang, fault)),
        None => wrong.get().map(str::to_owned),
    };
    let refused = move || !waits() && told().is_some();
    any_view! {
        <p>
            <label for="unit-code">{setup::unit_code(lang)}</label><br />
            <input id="unit-code" type="text" inputmode="numeric" maxlength="24" autocomplete="off"
                aria-describedby="unit-code-problem" aria-invalid=move || refused().then_some("true") prop:value=code
                on:input=move |event| code.set(event_target_value(&event)) />
            <br /><span id="unit-code-problem" class=move || if refused() { "problem-text" } else { "soft small" }>{told}</span>
        </p>
    }
}

//! A field for a passphrase, never filled in by the browser and never shown. Checks nothing.

use leptos::prelude::*;

/// A labelled field for a passphrase.
#[component]
pub fn SecretField(
    /// Its id, of which a page has one.
    id: &'static str,
    /// What to type.
    label: &'static str,
    /// What is typed.
    value: RwSignal<String>,
    /// Whether it is a new one, which the browser may offer to keep.
    #[prop(optional)]
    new: bool,
) -> impl IntoView {
    let hint = if new { "new-password" } else { "current-password" };
    view! {
        <p class="secret-field">
            <label for=id>{label}</label>
            <input id=id type="password" autocomplete=hint autocapitalize="off" spellcheck="false" prop:value=value
                on:input=move |event| value.set(event_target_value(&event)) />
        </p>
    }
    .into_any()
}

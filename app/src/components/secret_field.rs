//! A field for a passphrase, which the page never fills in and never shows.

use leptos::prelude::*;

/// Draws a labelled field for a passphrase.
#[component]
pub fn SecretField(
    /// Its id, which must be unique in the page.
    #[prop(into)]
    id: String,
    /// The label of the field.
    label: &'static str,
    /// The typed passphrase.
    value: RwSignal<String>,
    /// True for a new passphrase, which the browser may offer to save.
    #[prop(optional)]
    new: bool,
) -> impl IntoView {
    let own = id.clone();
    let hint = if new { "new-password" } else { "current-password" };
    any_view! {
        <p class="secret-field">
            <label for=id>{label}</label>
            <input id=own type="password" autocomplete=hint autocapitalize="off" spellcheck="false" prop:value=value
                on:input=move |event| value.set(event_target_value(&event)) />
        </p>
    }
}

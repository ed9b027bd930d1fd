//! Unlocks a key with its passphrase, and says what to do if it is forgotten.

use cunping_text::{lang::Lang, ui::passphrase as words};
use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::{
    components::secret_field::SecretField,
    panels::passphrase::problem,
    routes::Route,
    state::{App, passphrase, passphrase::PassphraseError},
    store::Workplace,
};

/// Draws the field and its button.
#[component]
pub fn Unlock(
    /// The language of the page.
    lang: Lang,
    /// The workplace whose key it is.
    workplace: Workplace,
    /// True to link to the screen that replaces a key with a forgotten passphrase; that screen itself leaves it out.
    #[prop(optional)]
    way_on: bool,
    /// Id of the field, for screens that ask in two places.
    #[prop(into, default = "passphrase".into())]
    id: String,
) -> impl IntoView {
    let app = App::shared();
    let (typed, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let failed = RwSignal::new(None::<PassphraseError>);
    let unlock = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (workplace, given) = (workplace.clone(), Zeroizing::new(typed.get_untracked()));
        busy.set(true);
        failed.set(None);
        app.undertake(async move {
            // Once the key is unlocked, this form is no longer drawn.
            let outcome = passphrase::unlock(app, &workplace, given).await;
            let _gone = (typed.try_set(String::new()), failed.try_set(outcome.err()), busy.try_set(false));
        });
    };
    any_view! {
        <form class="stack" on:submit=unlock>
            <SecretField id label=words::field(lang) value=typed />
            {move || failed.with(|failed| failed.as_ref().map(|error| problem(lang, error)))}
            <p class="row">
                <button type="submit" class="primary" disabled=busy>{words::unlock(lang)}</button>
                <span role="status">{move || busy.get().then(|| words::working(lang))}</span>
            </p>
            {way_on.then(|| view! {
                <p class="soft">{words::forgotten(lang)}" "<a href=Route::Data.to_string()>{words::to_data(lang)}</a></p>
            })}
        </form>
    }
}

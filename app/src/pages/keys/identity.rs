//! The age identity of the key, for whoever decrypts files with the ordinary age tool. Shown behind a warning, never
//! stored.

use cunping_text::{lang::Lang, ui::encrypt as words, ui::passphrase as told};
use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::{
    browser,
    components::{copy_box::CopyBox, secret_field::SecretField},
    panels::{parties::PartyView, passphrase},
    state::{App, encryption, keys, passphrase as unlocking, passphrase::PassphraseError},
    store::{Key, Workplace},
};

/// The command that decrypts a file; the same in every language.
const COMMAND: &str = "age -d -i key.txt FILE.age > FILE.cunping.json";

/// State of the section.
#[derive(Clone, PartialEq, Eq)]
enum IdentityStage {
    Hidden,
    Busy,
    Shown(Zeroizing<String>),
    Failed(PassphraseError),
}

/// Draws the section, closed at first.
pub(super) fn section(view: &PartyView) -> AnyView {
    let (app, lang, workplace) = (view.app, view.lang, view.here.workplace.clone());
    let stage = RwSignal::new(IdentityStage::Hidden);
    let drawn = move || match stage.get() {
        IdentityStage::Hidden => ask(app, lang, &workplace, stage, None),
        IdentityStage::Busy => any_view! { <p>{told::working(lang)}</p> },
        IdentityStage::Failed(trouble) => ask(app, lang, &workplace, stage, Some(&trouble)),
        IdentityStage::Shown(identity) => shown(lang, &identity, stage),
    };
    any_view! {
        <details class="identity">
            <summary>{words::identity_heading(lang)}</summary>
            <div class="stack">
                <p>{words::identity_hint(lang)}</p>
                <p><code>{COMMAND}</code></p>
                <div class="stack" role="status">{drawn}</div>
            </div>
        </details>
    }
}

/// Draws the warning, the passphrase field where the key has one, and the button. Even an unlocked key asks for its
/// passphrase again, so that nobody who passes by an unlocked page can take the identity along.
fn ask(
    app: App,
    lang: Lang,
    workplace: &Workplace,
    stage: RwSignal<IdentityStage>,
    trouble: Option<&PassphraseError>,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let workplace = keys::as_kept(app, workplace);
    let has_passphrase = matches!(workplace.own.key, Key::Wrapped(_));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (workplace, given) = (workplace.clone(), Zeroizing::new(typed.get_untracked()));
        stage.set(IdentityStage::Busy);
        app.undertake(async move {
            let next = match identity(app, &workplace, given).await {
                Ok(identity) => IdentityStage::Shown(identity),
                Err(trouble) => IdentityStage::Failed(trouble),
            };
            let _gone = stage.try_set(next);
        });
    };
    any_view! {
        <form class="notice open stack" on:submit=submit>
            <p>{words::identity_warning(lang)}</p>
            {trouble.map(|it| passphrase::problem(lang, it))}
            {has_passphrase.then(|| view! { <SecretField id="identity-passphrase" label=told::field(lang) value=typed /> })}
            <p><button type="submit">{words::identity_understood(lang)}</button></p>
        </form>
    }
}

async fn identity(
    app: App,
    workplace: &Workplace,
    given: Zeroizing<String>,
) -> Result<Zeroizing<String>, PassphraseError> {
    if matches!(workplace.own.key, Key::Wrapped(_)) {
        unlocking::unlock(app, workplace, given).await?;
    }
    let seed = keys::opening_seed(app, workplace).ok_or(PassphraseError::Closed(keys::KeyError::Locked))?;
    encryption::identity(&seed).await
}

fn shown(lang: Lang, identity: &str, stage: RwSignal<IdentityStage>) -> AnyView {
    let identity = identity.to_owned();
    any_view! {
        <textarea class="age-identity" readonly rows="2" spellcheck="false" aria-label=words::identity(lang) prop:value=identity.clone()></textarea>
        <p>{words::identity_warning(lang)}</p>
        <CopyBox lang text=identity hint=words::identity_copy(lang) on_copy=move |text: String| browser::copy(&text) />
        <p><button type="button" on:click=move |_| stage.set(IdentityStage::Hidden)>{words::identity_hide(lang)}</button></p>
    }
}

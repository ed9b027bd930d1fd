//! Signs one payload and shows it, or several and hands them out as one file.

use cunping_core::{bundle::Payload, id::Digest};
use cunping_text::{
    lang::Lang,
    problem,
    ui::{common, encrypt, export, passphrase},
};
use leptos::prelude::*;

use crate::{
    browser,
    components::problem::Problem,
    panels::{alerts::store_words, send},
    routes::Route,
    state::{
        App,
        bundles::Bundles,
        keys,
        keys::{Exposed, KeyError},
        signing::SignError,
    },
    store::Workplace,
};

/// State of signing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SigningState {
    /// Nothing has been asked for yet.
    Idle,
    /// Signing is under way.
    Busy,
    /// Everything was signed and read back: name and text of the one file.
    Done(String, String),
    /// Why signing failed.
    Failed(SignError),
}

/// A payload to sign, and the name under which it is kept.
pub(crate) type ToSign = (Payload, String);

/// Signs everything in one step and hands out one file with a bundle on each line, behind the files `before`, which were
/// signed earlier. Calls `kept` once all of it is signed: until then everything typed for it has to stay.
pub(crate) fn sign(
    (app, bundles): (App, Bundles),
    workplace: Workplace,
    (all, before): (Vec<ToSign>, Vec<Digest>),
    name: String,
    to: RwSignal<SigningState>,
    kept: impl FnOnce() + 'static,
) {
    begin(app, to, async move {
        let text = sign_all((app, bundles), &workplace, all, before).await?;
        kept();
        browser::download(&name, "application/json", &text);
        Ok(SigningState::Done(name, text))
    });
}

/// Signs one payload and goes to the screen of the file.
pub(crate) fn sign_and_show(
    (app, bundles): (App, Bundles),
    workplace: Workplace,
    (payload, name): ToSign,
    to: RwSignal<SigningState>,
) {
    begin(app, to, async move {
        let digest = bundles.sign_and_keep(app, &workplace, payload, name).await?;
        browser::go(&Route::Sent(digest).to_string());
        Ok(SigningState::Idle)
    });
}

/// Starts to sign, unless that is under way.
fn begin(app: App, to: RwSignal<SigningState>, work: impl Future<Output = Result<SigningState, SignError>> + 'static) {
    if to.get_untracked() == SigningState::Busy {
        return;
    }
    to.set(SigningState::Busy);
    app.undertake(async move {
        let _gone = to.try_set(work.await.unwrap_or_else(SigningState::Failed));
    });
}

async fn sign_all(
    (app, bundles): (App, Bundles),
    workplace: &Workplace,
    all: Vec<ToSign>,
    before: Vec<Digest>,
) -> Result<String, SignError> {
    let mut signed = before;
    signed.extend(bundles.sign_and_keep_all(app, workplace, all).await?);
    app.fresh.set_value(None);
    let store = app.store().ok_or(crate::store::StoreError::Closed)?;
    let mut lines = Vec::new();
    for digest in signed {
        lines.extend(store.file_text(workplace.id, digest).await?);
    }
    Ok(lines.join("\n"))
}

/// Draws the state of signing: busy, failed, or ready to send; nothing before.
pub(crate) fn outcome(lang: Lang, heading: &'static str, next: &'static str, of: RwSignal<SigningState>) -> AnyView {
    let draw = move || match of.get() {
        SigningState::Done(name, text) => any_view! {
            <section class="notice stack arrives" role="status">
                <p><strong>{heading}</strong></p>
                <p>{next}</p>
                <p>{export::needs_enrolled(lang)}</p>
                <p>{export::file_ready(lang, &name)}</p>
            </section>
            <send::Ways lang name text asked=true />
        },
        other => waiting(lang, &other),
    };
    any_view! { {draw} }
}

/// Draws that signing is under way or failed; nothing otherwise.
pub(crate) fn waiting(lang: Lang, of: &SigningState) -> AnyView {
    match of {
        SigningState::Idle | SigningState::Done(..) => ().into_any(),
        SigningState::Busy => any_view! { <p role="status">{export::signing(lang)}</p> },
        SigningState::Failed(problem) => problem_now(App::shared(), lang, problem).into_any(),
    }
}

/// Draws why a file could not be signed, for as long as the reason lasts: once the key is unlocked it can sign. `None`
/// after that.
pub(crate) fn problem_now(app: App, lang: Lang, problem: &SignError) -> Option<AnyView> {
    let closed = || app.workplace().and_then(|it| keys::closed_now(app, &it));
    let past = matches!(problem, SignError::Closed(_)) && closed().is_none();
    let (what, todo) = told(lang, problem);
    (!past).then(|| any_view! { <Problem what todo /> })
}

/// Says why a file could not be signed, and what to do about it.
fn told(lang: Lang, problem: &SignError) -> (String, String) {
    let (what, todo) = match problem {
        SignError::Personal(kind) => {
            let told = problem::personal(lang, *kind);
            return (told.what, told.advice);
        }
        SignError::Closed(closed) => closed_words(lang, *closed),
        SignError::Store(error) => store_words(lang, error),
        SignError::NoWorker => (encrypt::no_worker(lang), encrypt::no_worker_do(lang)),
        SignError::NotVerified => (export::not_verified(lang), common::retry(lang)),
    };
    (what.to_owned(), todo.to_owned())
}

/// Says why a key cannot sign, and what to do about it.
pub(crate) fn closed_words(lang: Lang, closed: KeyError) -> (&'static str, &'static str) {
    match closed {
        KeyError::Locked => (passphrase::locked(lang), passphrase::locked_do(lang)),
        KeyError::Unprotected(Exposed::Disk) => (passphrase::unprotected(lang), passphrase::unprotected_do(lang)),
        KeyError::Unprotected(Exposed::Network) => {
            (passphrase::unprotected_network(lang), passphrase::unprotected_network_do(lang))
        }
    }
}

//! Signs one payload and shows it, or several and hands them over as one file. Decides nothing.

use cunping_core::{bundle::Payload, id::Digest};
use cunping_office::{
    lang::Lang,
    problem,
    ui::{common, encrypt, export, passphrase},
};
use leptos::prelude::*;

use crate::{
    browser,
    components::problem::Problem,
    panels::send,
    routes::Route,
    state::{
        App, keys,
        keys::{Closed, Exposed},
        mail::Mail,
        signing::SignProblem,
    },
    store::Workplace,
};

/// What came of signing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing was asked for yet.
    Idle,
    /// It is under way.
    Busy,
    /// Everything was signed and read back: the name and text of the one file.
    Done(String, String),
    /// What kept it from being done.
    Failed(SignProblem),
}

/// One file to sign: what it says, and the name by which it is kept.
pub(crate) type ToSign = (Payload, String);

/// Signs everything in one step and hands out one file with a bundle a line. `kept` is told that it was all
/// signed: until then whatever was typed for it has to stay.
pub(crate) fn sign(
    (app, mail): (App, Mail),
    workplace: Workplace,
    all: Vec<ToSign>,
    name: String,
    to: RwSignal<Outcome>,
    kept: impl FnOnce() + 'static,
) {
    sign_beside((app, mail), workplace, (all, Vec::new()), name, to, kept);
}

/// The same, with files in it that were signed before.
pub(crate) fn sign_beside(
    (app, mail): (App, Mail),
    workplace: Workplace,
    (all, before): (Vec<ToSign>, Vec<Digest>),
    name: String,
    to: RwSignal<Outcome>,
    kept: impl FnOnce() + 'static,
) {
    if to.get_untracked() == Outcome::Busy {
        return;
    }
    to.set(Outcome::Busy);
    app.undertake(async move {
        let outcome = match sign_all((app, mail), &workplace, all, before).await {
            Ok(text) => {
                kept();
                browser::download(&name, "application/json", &text);
                Outcome::Done(name, text)
            }
            Err(problem) => Outcome::Failed(problem),
        };
        let _gone = to.try_set(outcome);
    });
}

/// Signs one payload and goes to the screen of the file.
pub(crate) fn sign_and_show(
    (app, mail): (App, Mail),
    workplace: Workplace,
    (payload, name): ToSign,
    to: RwSignal<Outcome>,
) {
    if to.get_untracked() == Outcome::Busy {
        return;
    }
    to.set(Outcome::Busy);
    app.undertake(async move {
        let outcome = match mail.sign_and_keep(app, &workplace, payload, name).await {
            Ok(digest) => {
                browser::go(&Route::Sent(digest).to_string());
                Outcome::Idle
            }
            Err(problem) => Outcome::Failed(problem),
        };
        let _gone = to.try_set(outcome);
    });
}

async fn sign_all(
    (app, mail): (App, Mail),
    workplace: &Workplace,
    all: Vec<ToSign>,
    before: Vec<Digest>,
) -> Result<String, SignProblem> {
    let mut signed = before;
    signed.extend(mail.sign_and_keep_all(app, workplace, all).await?);
    app.fresh.set_value(None);
    let store = app.store().ok_or(crate::store::StoreError::Closed)?;
    let mut lines = Vec::new();
    for digest in signed {
        lines.extend(store.file_text(workplace.id, digest).await?);
    }
    Ok(lines.join("\n"))
}

/// Busy, failed or ready to send; nothing before.
pub(crate) fn outcome(lang: Lang, heading: &'static str, next: &'static str, of: RwSignal<Outcome>) -> AnyView {
    let draw = move || match of.get() {
        Outcome::Done(name, text) => view! {
            <section class="notice stack arrives" role="status">
                <p><strong>{heading}</strong></p>
                <p>{next}</p>
                <p>{export::needs_enrolled(lang)}</p>
                <p>{export::file_ready(lang, &name)}</p>
            </section>
            <send::Ways lang name text />
        }
        .into_any(),
        other => waiting(lang, &other),
    };
    view! { {draw} }.into_any()
}

/// Busy or failed; nothing before and after.
pub(crate) fn waiting(lang: Lang, of: &Outcome) -> AnyView {
    match of {
        Outcome::Idle | Outcome::Done(..) => ().into_any(),
        Outcome::Busy => view! { <p role="status">{export::signing(lang)}</p> }.into_any(),
        Outcome::Failed(problem) => problem_now(App::shared(), lang, problem).into_any(),
    }
}

/// What kept a file from being signed, drawn for as long as it does: a key that was opened meanwhile can sign.
pub(crate) fn problem_now(app: App, lang: Lang, problem: &SignProblem) -> Option<AnyView> {
    let closed = || app.workplace().and_then(|it| keys::closed_now(app, &it));
    let past = matches!(problem, SignProblem::Closed(_)) && closed().is_none();
    let (what, todo) = told(lang, problem);
    (!past).then(|| view! { <Problem what todo /> }.into_any())
}

/// What kept a file from being signed, and what to do.
fn told(lang: Lang, problem: &SignProblem) -> (String, String) {
    match problem {
        SignProblem::Personal(kind) => {
            let told = problem::personal(lang, *kind);
            (told.what, told.advice)
        }
        SignProblem::Closed(closed) => {
            let (what, todo) = closed_words(lang, *closed);
            (what.to_owned(), todo.to_owned())
        }
        SignProblem::Store(error) => {
            let (what, todo) = crate::panels::alerts::store_words(lang, error);
            (what.to_owned(), todo.to_owned())
        }
        SignProblem::NoDesk => (encrypt::no_desk(lang).to_owned(), encrypt::no_desk_do(lang).to_owned()),
        SignProblem::NotVerified => (export::not_verified(lang).to_owned(), common::retry(lang).to_owned()),
    }
}

/// Why a key cannot sign, and what to do.
pub(crate) fn closed_words(lang: Lang, closed: Closed) -> (&'static str, &'static str) {
    match closed {
        Closed::Locked => (passphrase::locked(lang), passphrase::locked_do(lang)),
        Closed::Unprotected(Exposed::Disk) => (passphrase::unprotected(lang), passphrase::unprotected_do(lang)),
        Closed::Unprotected(Exposed::Network) => {
            (passphrase::unprotected_network(lang), passphrase::unprotected_network_do(lang))
        }
    }
}

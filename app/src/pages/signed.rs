//! Signs one payload and shows it, or several and hands them over as one file. Decides nothing.

use cunping_core::{bundle::Payload, id::Digest};
use cunping_office::{lang::Lang, ui::export};
use leptos::prelude::*;

use super::{check::problem_now, sent};
use crate::{
    browser,
    routes::Route,
    state::{App, mail::Mail, signing::SignProblem},
    store::Workplace,
};

/// What came of signing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
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
pub(super) type ToSign = (Payload, String);

/// Signs everything, one after the other, and hands out one file with a bundle a line. `kept` is told that it was all
/// signed: until then whatever was typed for it has to stay.
pub(super) fn sign(
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
pub(super) fn sign_beside(
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
pub(super) fn sign_and_show(
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
    for (payload, name) in all {
        signed.push(mail.sign_and_keep(app, workplace, payload, name).await?);
    }
    app.fresh.set_value(None);
    let store = app.store().ok_or(crate::store::StoreError::Closed)?;
    let mut lines = Vec::new();
    for digest in signed {
        lines.extend(store.file_text(workplace.id, digest).await?);
    }
    Ok(lines.join("\n"))
}

/// Busy, failed or ready to send; nothing before.
pub(super) fn outcome(lang: Lang, heading: &'static str, next: &'static str, of: RwSignal<Outcome>) -> AnyView {
    let draw = move || match of.get() {
        Outcome::Done(name, text) => view! {
            <section class="notice stack arrives" role="status">
                <p><strong>{heading}</strong></p>
                <p>{next}</p>
                <p>{export::needs_enrolled(lang)}</p>
                <p>{export::file_ready(lang, &name)}</p>
            </section>
            <sent::Ways lang name text />
        }
        .into_any(),
        other => waiting(lang, &other),
    };
    view! { {draw} }.into_any()
}

/// Busy or failed; nothing before and after.
pub(super) fn waiting(lang: Lang, of: &Outcome) -> AnyView {
    match of {
        Outcome::Idle | Outcome::Done(..) => ().into_any(),
        Outcome::Busy => view! { <p role="status">{export::signing(lang)}</p> }.into_any(),
        Outcome::Failed(problem) => problem_now(App::shared(), lang, problem).into_any(),
    }
}

//! Asks for passphrases: to unlock a key, or to choose one.

mod choose;
pub mod pair;
pub mod unlock;

use cunping_text::{lang::Lang, ui::passphrase as words};
use leptos::prelude::*;

use crate::{
    components::problem::Problem,
    panels::{
        alerts::{store_words, worker_words},
        signed::closed_words,
    },
    state::{App, keys, keys::KeyError, passphrase::PassphraseError},
    store::Workplace,
    worker::crypto::CryptoError,
};

pub(crate) use choose::choose;
pub use pair::Pair;
pub use unlock::Unlock;

fn asked(app: App, lang: Lang, workplace: &Workplace, said: RwSignal<&'static str>) -> Option<AnyView> {
    let now = keys::as_kept(app, workplace);
    let (heading, body) = match keys::closed_now(app, &now)? {
        KeyError::Locked => (words::unlock_first(lang), any_view! { <Unlock lang workplace=now way_on=true /> }),
        closed @ KeyError::Unprotected(_) => {
            let why = closed_words(lang, closed).1;
            (words::set(lang), any_view! { <p>{why}</p>{choose(lang, now, said)} })
        }
    };
    Some(any_view! { <section class="card stack" aria-label=heading><h3>{heading}</h3>{body}</section> })
}

/// Draws what has to happen before a workplace can sign, kept up to date; nothing if it can sign.
pub fn asked_before_signing(app: App, lang: Lang, workplace: &Workplace) -> AnyView {
    let workplace = workplace.clone();
    let said = RwSignal::new("");
    let done =
        move || Some(said.get()).filter(|text| !text.is_empty()).map(|text| view! { <p><strong>{text}</strong></p> });
    any_view! {
        {move || asked(app, lang, &workplace, said)}
        <div role="status">{done}</div>
    }
}

/// Draws an error.
pub fn problem(lang: Lang, trouble: &PassphraseError) -> AnyView {
    let (what, todo) = told(lang, trouble);
    any_view! { <Problem what todo /> }
}

/// Says what went wrong, and what to do about it.
#[must_use]
pub fn told(lang: Lang, trouble: &PassphraseError) -> (&'static str, &'static str) {
    match trouble {
        PassphraseError::Crypto(fault) => fault_words(lang, *fault),
        PassphraseError::Worker(error) => worker_words(lang, *error),
        PassphraseError::Store(error) => store_words(lang, error),
        PassphraseError::Closed(closed) => closed_words(lang, *closed),
    }
}

fn fault_words(lang: Lang, fault: CryptoError) -> (&'static str, &'static str) {
    match fault {
        CryptoError::WrongPassphrase => (words::wrong(lang), words::wrong_do(lang)),
        CryptoError::SomebodyElses => (words::somebody_elses(lang), words::somebody_elses_do(lang)),
        CryptoError::UnderPassphrase => (words::under_passphrase(lang), words::under_passphrase_do(lang)),
        CryptoError::EncryptedToAKey => (words::encrypted_to_a_key(lang), words::encrypted_to_a_key_do(lang)),
        CryptoError::Damaged => (words::damaged(lang), words::damaged_do(lang)),
        CryptoError::TooMuchWork => (words::too_much_work(lang), words::too_much_work_do(lang)),
        CryptoError::TooLarge => (words::too_large(lang), words::too_large_do(lang)),
        CryptoError::UnknownFormat => (words::unknown_format(lang), words::unknown_format_do(lang)),
        CryptoError::NoRandom => (words::no_random(lang), words::no_random_do(lang)),
    }
}

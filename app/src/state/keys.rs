//! The keys that workplaces sign with. An unlocked key is in this tab's memory until it is locked or the tab is left.

use cunping_core::bundle::SigningKey;
use leptos::prelude::*;

use super::{App, closed};
use crate::{
    browser,
    store::{Key, Seed, Workplace},
};

pub use super::closed::{Exposed, KeyError};

/// Returns how the page's address exposes a key without a passphrase; `None` if it does not.
#[must_use]
pub fn exposed() -> Option<Exposed> {
    let (protocol, host) = browser::origin();
    closed::exposed(&protocol, &host)
}

/// Returns the key with which everything of a workplace is signed. Fails if it is locked or may not be used here.
pub fn signing_key(app: App, workplace: &Workplace) -> Result<SigningKey, KeyError> {
    seed(app, workplace).map(|seed| SigningKey::from_seed(&seed.0))
}

/// Returns a workplace with its current key: a screen that was drawn before a passphrase was set still has the plain
/// one.
#[must_use]
pub fn as_kept(app: App, workplace: &Workplace) -> Workplace {
    let same = |known: &&Workplace| known.id == workplace.id && known.own.thumbprint == workplace.own.thumbprint;
    app.workplaces.with(|all| all.iter().find(same).unwrap_or(workplace).clone())
}

/// Returns the seed of that key. Fails under the same conditions.
pub fn seed(app: App, workplace: &Workplace) -> Result<Seed, KeyError> {
    let workplace = untrack(|| as_kept(app, workplace));
    let opened = app.unlocked.with_untracked(|all| all.get(&workplace.id).cloned());
    match (closed::closed(&workplace, exposed(), opened.is_some()), &workplace.own.key) {
        (Some(closed), _) => Err(closed),
        (None, Key::Plain(seed)) => Ok(seed.clone()),
        (None, _) => opened.ok_or(KeyError::Locked),
    }
}

/// Returns the seed that decrypts what was encrypted to a workplace; `None` while it is locked. Decrypting signs
/// nothing, so a key without a passphrase may be used for it even where the page is exposed.
#[must_use]
pub fn opening_seed(app: App, workplace: &Workplace) -> Option<Seed> {
    match untrack(|| as_kept(app, workplace)).own.key {
        Key::Plain(seed) => Some(seed),
        Key::Wrapped(_) => app.unlocked.with_untracked(|all| all.get(&workplace.id).cloned()),
    }
}

/// Returns why a workplace cannot sign, and tracks it; `None` if it can.
#[must_use]
pub fn closed_now(app: App, workplace: &Workplace) -> Option<KeyError> {
    let opened = app.unlocked.with(|all| all.contains_key(&workplace.id));
    closed::closed(&as_kept(app, workplace), exposed(), opened)
}

/// Returns whether the key has a passphrase, or needs one before it can sign.
#[must_use]
pub fn has_passphrase_to_ask(workplace: &Workplace) -> bool {
    matches!(workplace.own.key, Key::Wrapped(_)) || closed::closed(workplace, exposed(), false).is_some()
}

/// Returns whether a workplace's key waits for its passphrase, and tracks it.
#[must_use]
pub fn is_locked(app: App, workplace: &Workplace) -> bool {
    matches!(as_kept(app, workplace).own.key, Key::Wrapped(_))
        && app.unlocked.with(|all| !all.contains_key(&workplace.id))
}

/// Keeps an unlocked key in this tab's memory.
pub fn unlock(app: App, workplace: &Workplace, seed: Seed) {
    app.unlocked.update(|all| drop(all.insert(workplace.id, seed)));
}

/// Forgets an unlocked key.
pub fn lock(app: App, workplace: &Workplace) {
    app.unlocked.update(|all| drop(all.remove(&workplace.id)));
}

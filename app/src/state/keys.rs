//! The keys that workplaces sign with: open ones are in this tab's memory until they are locked or the tab is left.
//!
//! Wraps and unwraps nothing: the desk does.

use cunping_core::bundle::SigningKey;
use leptos::prelude::*;

use super::{App, closed};
use crate::{
    browser,
    store::{Key, Seed, Workplace},
};

pub use super::closed::{Closed, Exposed};

/// How the page was opened, where a key without a passphrase is within others' reach.
#[must_use]
pub fn exposed() -> Option<Exposed> {
    let (protocol, host) = browser::origin();
    closed::exposed(&protocol, &host)
}

/// The key with which everything of a workplace is signed.
pub fn signing_key(app: App, workplace: &Workplace) -> Result<SigningKey, Closed> {
    seed(app, workplace).map(|seed| SigningKey::from_seed(&seed.0))
}

/// A workplace with its key as it is kept now: a screen that was drawn before a passphrase was set still has the open one.
#[must_use]
pub fn as_kept(app: App, workplace: &Workplace) -> Workplace {
    let same = |it: &&Workplace| it.id == workplace.id && it.thumbprint == workplace.thumbprint;
    app.workplaces.with(|all| all.iter().find(same).unwrap_or(workplace).clone())
}

/// The seed of that key.
pub fn seed(app: App, workplace: &Workplace) -> Result<Seed, Closed> {
    let workplace = untrack(|| as_kept(app, workplace));
    let opened = app.unlocked.with_untracked(|all| all.get(&workplace.id).cloned());
    match (closed::closed(&workplace, exposed(), opened.is_some()), &workplace.key) {
        (Some(closed), _) => Err(closed),
        (None, Key::Plain(seed)) => Ok(seed.clone()),
        (None, _) => opened.ok_or(Closed::Locked),
    }
}

/// The seed with which what was encrypted to a workplace is opened; `None` while it is locked. Opening signs nothing, so a
/// key without a passphrase may do it from disk, too.
#[must_use]
pub fn opening_seed(app: App, workplace: &Workplace) -> Option<Seed> {
    match untrack(|| as_kept(app, workplace)).key {
        Key::Plain(seed) => Some(seed),
        Key::Wrapped(_) => app.unlocked.with_untracked(|all| all.get(&workplace.id).cloned()),
    }
}

/// Why a workplace cannot sign, kept up to date.
#[must_use]
pub fn closed_now(app: App, workplace: &Workplace) -> Option<Closed> {
    let opened = app.unlocked.with(|all| all.contains_key(&workplace.id));
    closed::closed(&as_kept(app, workplace), exposed(), opened)
}

/// Says whether signing has to wait for a passphrase.
#[must_use]
pub fn has_passphrase_to_ask(workplace: &Workplace) -> bool {
    matches!(workplace.key, Key::Wrapped(_)) || closed::closed(workplace, exposed(), false).is_some()
}

/// Whether a workplace's key waits for its passphrase, kept up to date.
#[must_use]
pub fn is_locked(app: App, workplace: &Workplace) -> bool {
    matches!(as_kept(app, workplace).key, Key::Wrapped(_)) && app.unlocked.with(|all| !all.contains_key(&workplace.id))
}

/// Keeps a key open in this tab.
pub fn unlock(app: App, workplace: &Workplace, seed: Seed) {
    app.unlocked.update(|all| drop(all.insert(workplace.id, seed)));
}

/// Forgets an open key.
pub fn lock(app: App, workplace: &Workplace) {
    app.unlocked.update(|all| drop(all.remove(&workplace.id)));
}

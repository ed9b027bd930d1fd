//! The key that a workplace signs with, and whether it can: open, or locked until its passphrase is given.
//!
//! An opened key is in this tab's memory until it is locked or the tab is left. Wraps and unwraps nothing: the desk does.

use cunping_core::bundle::SigningKey;
use leptos::prelude::*;

use super::App;
use crate::{
    browser,
    store::{Key, Seed, Workplace},
};

/// Why a workplace cannot sign now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Its passphrase has not been given in this tab.
    Locked,
    /// The page was opened from disk, where any other page can read the key: it wants a passphrase first.
    Unprotected,
}

/// The key with which everything of a workplace is signed.
pub fn signing_key(app: App, workplace: &Workplace) -> Result<SigningKey, Closed> {
    seed(app, workplace).map(|seed| SigningKey::from_seed(&seed.0))
}

/// The seed of that key.
pub fn seed(app: App, workplace: &Workplace) -> Result<Seed, Closed> {
    match &workplace.key {
        Key::Plain(_) if !workplace.example && browser::from_disk() => Err(Closed::Unprotected),
        Key::Plain(seed) => Ok(seed.clone()),
        Key::Wrapped(_) => app.unlocked.with(|all| all.get(&workplace.id).cloned()).ok_or(Closed::Locked),
    }
}

/// Whether signing has to wait for a passphrase, of which the module of the first load knows nothing.
#[must_use]
pub fn has_passphrase_to_ask(workplace: &Workplace) -> bool {
    matches!(workplace.key, Key::Wrapped(_)) || (!workplace.example && browser::from_disk())
}

/// Keeps a key open in this tab.
pub fn unlock(app: App, workplace: &Workplace, seed: Seed) {
    app.unlocked.update(|all| drop(all.insert(workplace.id, seed)));
}

/// Forgets an open key.
pub fn lock(app: App, workplace: &Workplace) {
    app.unlocked.update(|all| drop(all.remove(&workplace.id)));
}

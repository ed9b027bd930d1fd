//! Puts a key under a passphrase, unlocks it, takes the passphrase away, and makes a new key if it is forgotten.
//!
//! The worker does the cryptography. A change of the key is stored before the function returns.

use cunping_core::bundle::SigningKey;
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::{
    App, keys,
    keys::KeyError,
    locking::{self, LockReason},
};
use crate::{
    browser,
    store::{Change, Key, OwnKey, Seed, StoreError, Workplace, Wrapped},
    worker::{
        client::WorkerError,
        crypto::{CryptoError, CryptoReply, CryptoRequest, client},
    },
};

/// Why a change of a key failed. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    /// The worker's cryptography failed.
    #[error(transparent)]
    Crypto(CryptoError),
    /// The worker did not answer.
    #[error(transparent)]
    Worker(#[from] WorkerError),
    /// The store could not keep it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The key is locked, or cannot be used here.
    #[error(transparent)]
    Closed(KeyError),
}

/// Asks the worker; fails with what the worker found wrong.
pub async fn asked(ask: CryptoRequest, body: &[u8]) -> Result<CryptoReply, PassphraseError> {
    match client::ask(&ask, body).await? {
        CryptoReply::Failed(fault) => Err(PassphraseError::Crypto(fault)),
        answer => Ok(answer),
    }
}

/// Asks the worker for a text.
pub async fn text(ask: CryptoRequest, body: &[u8]) -> Result<String, PassphraseError> {
    match asked(ask, body).await? {
        CryptoReply::Text(text) => Ok(text),
        _ => Err(WorkerError::OtherVersion.into()),
    }
}

/// Puts the key of a workplace under a passphrase, or under another one. A key that had a passphrase stays unlocked in
/// this tab; for one that had none, the page is reloaded, so that nothing in memory holds it.
pub async fn set(app: App, workplace: Workplace, passphrase: Zeroizing<String>) -> Result<(), PassphraseError> {
    let workplace = untrack(|| keys::as_kept(app, &workplace));
    let (seed, had_none) = match &workplace.own.key {
        Key::Plain(seed) => (seed.clone(), true),
        _ => (keys::seed(app, &workplace).map_err(PassphraseError::Closed)?, false),
    };
    let wrapped = wrapped(&seed, &workplace.own.thumbprint, passphrase).await?;
    let locked = OwnKey { key: Key::Wrapped(wrapped), ..workplace.own.clone() };
    keep(app, &workplace, locked).await?;
    if had_none {
        locking::lock(app, LockReason::Protected);
    } else {
        keys::unlock(app, &workplace, seed);
    }
    Ok(())
}

/// Unlocks the key of a workplace in this tab.
pub async fn unlock(app: App, workplace: &Workplace, passphrase: Zeroizing<String>) -> Result<(), PassphraseError> {
    let Key::Wrapped(wrapped) = &workplace.own.key else { return Err(PassphraseError::Crypto(CryptoError::Damaged)) };
    let seed = opened(wrapped, &workplace.own.thumbprint, passphrase).await?;
    keys::unlock(app, workplace, seed);
    Ok(())
}

/// Takes the passphrase of an unlocked key away.
pub async fn remove(app: App, workplace: Workplace) -> Result<(), PassphraseError> {
    let workplace = untrack(|| keys::as_kept(app, &workplace));
    let seed = keys::seed(app, &workplace).map_err(PassphraseError::Closed)?;
    keep(app, &workplace, OwnKey { key: Key::Plain(seed), ..workplace.own.clone() }).await?;
    keys::lock(app, &workplace);
    Ok(())
}

/// A signing key that no workplace has yet.
pub struct NewKey {
    /// Its seed.
    pub seed: Seed,
    /// The form in which it will be stored.
    pub stored: Key,
}

impl NewKey {
    /// Replaces a workplace's old key in this tab's memory; the new one is unlocked if it is stored under a passphrase.
    pub fn replace(self, app: App, workplace: &Workplace) {
        keys::lock(app, workplace);
        if matches!(self.stored, Key::Wrapped(_)) {
            keys::unlock(app, workplace, self.seed);
        }
    }
}

/// Makes a key, under a passphrase if one is given, without storing it.
pub async fn make(passphrase: Option<Zeroizing<String>>) -> Result<NewKey, PassphraseError> {
    let seed = Seed(browser::random().ok_or(PassphraseError::Crypto(CryptoError::NoRandom))?);
    let stored = match passphrase {
        Some(given) => Key::Wrapped(wrapped(&seed, &thumbprint(&seed), given).await?),
        None => Key::Plain(seed.clone()),
    };
    Ok(NewKey { seed, stored })
}

/// Gives a workplace a new key under a passphrase, if the passphrase of the old one is forgotten. Files that were
/// encrypted to the old key cannot be decrypted any more.
pub async fn new_key(app: App, workplace: Workplace, passphrase: Zeroizing<String>) -> Result<(), PassphraseError> {
    let workplace = untrack(|| keys::as_kept(app, &workplace));
    let new = make(Some(passphrase)).await?;
    // The identities of earlier keys are encrypted to the old key, and lost with it.
    let (key, thumbprint) = (new.stored.clone(), thumbprint(&new.seed));
    keep(app, &workplace, OwnKey { key, thumbprint, former: Vec::new() }).await?;
    new.replace(app, &workplace);
    Ok(())
}

fn thumbprint(seed: &Seed) -> String {
    SigningKey::from_seed(&seed.0).public().thumbprint().to_string()
}

/// Wraps a key under a passphrase, and unwraps it at once: a key that could not be unwrapped would be lost.
async fn wrapped(seed: &Seed, thumbprint: &str, passphrase: Zeroizing<String>) -> Result<Wrapped, PassphraseError> {
    let ask =
        CryptoRequest::Wrap { seed: seed.clone(), passphrase: passphrase.clone(), thumbprint: thumbprint.to_owned() };
    let CryptoReply::Wrapped(wrapped) = asked(ask, &[]).await? else { return Err(WorkerError::OtherVersion.into()) };
    if opened(&wrapped, thumbprint, passphrase).await? != *seed {
        return Err(PassphraseError::Crypto(CryptoError::Damaged));
    }
    Ok(wrapped)
}

async fn opened(wrapped: &Wrapped, thumbprint: &str, passphrase: Zeroizing<String>) -> Result<Seed, PassphraseError> {
    let ask = CryptoRequest::Unwrap { wrapped: wrapped.clone(), passphrase, thumbprint: thumbprint.to_owned() };
    match asked(ask, &[]).await? {
        CryptoReply::Seed(seed) => Ok(seed),
        _ => Err(WorkerError::OtherVersion.into()),
    }
}

/// Stores the workplace's new key. Fails if the stored one is no longer the one this began with.
async fn keep(app: App, workplace: &Workplace, now: OwnKey) -> Result<(), PassphraseError> {
    Ok(app.write(vec![Change::SetOwnKey { of: workplace.id, was: workplace.own.clone(), now }]).await?)
}

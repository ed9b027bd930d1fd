//! Putting a key under a passphrase, opening it, taking the passphrase away, and a new key where it is forgotten.
//!
//! The desk does the arithmetic; what changes is stored before anybody hears that it is done.

use cunping_core::bundle::SigningKey;
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::{
    App, keys,
    keys::Closed,
    locking::{self, Why},
};
use crate::{
    browser,
    desk::{
        client::DeskFailure,
        crypto::{self, Answer, Ask, Fault, WireWrapped, client},
    },
    store::{Change, Key, OwnKey, Seed, StoreError, Workplace, Wrapped},
};

/// Why it did not work. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// What the desk found.
    Fault(Fault),
    /// The desk did not answer.
    Desk(DeskFailure),
    /// The store could not keep it.
    Store(StoreError),
    /// The key is not open.
    Closed(Closed),
}

impl From<DeskFailure> for Trouble {
    fn from(failure: DeskFailure) -> Self {
        Self::Desk(failure)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Asks the desk; what it found wrong is a trouble.
pub async fn asked(ask: Ask, body: &[u8]) -> Result<Answer, Trouble> {
    match client::ask(&ask, body).await? {
        Answer::Failed(fault) => Err(Trouble::Fault(fault)),
        answer => Ok(answer),
    }
}

/// The text that the desk answers with.
pub async fn text(ask: Ask, body: &[u8]) -> Result<String, Trouble> {
    match asked(ask, body).await? {
        Answer::Text(text) => Ok(text),
        _ => Err(DeskFailure::OtherVersion.into()),
    }
}

/// Puts the key of a workplace under a passphrase, in the place of another where it has one: then the key stays open in this
/// tab. Of one that had none, what holds it goes with the page, which is loaded anew.
pub async fn set(app: App, workplace: Workplace, passphrase: Zeroizing<String>) -> Result<(), Trouble> {
    let workplace = untrack(|| keys::as_kept(app, &workplace));
    let (seed, had_none) = match &workplace.key {
        Key::Plain(seed) => (seed.clone(), true),
        _ => (keys::seed(app, &workplace).map_err(Trouble::Closed)?, false),
    };
    let wrapped = wrapped(&seed, &workplace.thumbprint, passphrase).await?;
    let locked = OwnKey { key: Key::Wrapped(wrapped), ..workplace.own_key() };
    keep(app, &workplace, locked).await?;
    if had_none {
        locking::lock(app, Why::Protected);
    } else {
        keys::unlock(app, &workplace, seed);
    }
    Ok(())
}

/// Opens the key of a workplace in this tab.
pub async fn unlock(app: App, workplace: &Workplace, passphrase: Zeroizing<String>) -> Result<(), Trouble> {
    let Key::Wrapped(wrapped) = &workplace.key else { return Err(Trouble::Fault(Fault::Damaged)) };
    let seed = opened(wrapped, &workplace.thumbprint, passphrase).await?;
    keys::unlock(app, workplace, seed);
    Ok(())
}

/// Takes the passphrase of an open key away.
pub async fn remove(app: App, workplace: Workplace) -> Result<(), Trouble> {
    let workplace = untrack(|| keys::as_kept(app, &workplace));
    let seed = keys::seed(app, &workplace).map_err(Trouble::Closed)?;
    keep(app, &workplace, OwnKey { key: Key::Plain(seed), ..workplace.own_key() }).await?;
    keys::lock(app, &workplace);
    Ok(())
}

/// A signing key that no workplace has yet.
pub struct NewKey {
    /// What it follows from, open.
    pub seed: Seed,
    /// How it will be stored.
    pub stored: Key,
}

impl NewKey {
    /// Puts it in the place of a workplace's old one in this tab: open, where it is stored under a passphrase.
    pub fn replace(self, app: App, workplace: &Workplace) {
        keys::lock(app, workplace);
        if matches!(self.stored, Key::Wrapped(_)) {
            keys::unlock(app, workplace, self.seed);
        }
    }
}

/// Makes a key, under a passphrase where one is given. Stores nothing.
pub async fn make(passphrase: Option<Zeroizing<String>>) -> Result<NewKey, Trouble> {
    let seed = Seed(browser::random().ok_or(Trouble::Fault(Fault::NoRandom))?);
    let stored = match passphrase {
        Some(given) => Key::Wrapped(wrapped(&seed, &thumbprint(&seed), given).await?),
        None => Key::Plain(seed.clone()),
    };
    Ok(NewKey { seed, stored })
}

/// Gives a workplace a new key under a passphrase, where that of the old one is forgotten.
pub async fn new_key(app: App, workplace: Workplace, passphrase: Zeroizing<String>) -> Result<(), Trouble> {
    let workplace = untrack(|| keys::as_kept(app, &workplace));
    let new = make(Some(passphrase)).await?;
    // What opened files for the old key is encrypted to it, and goes with it.
    let (key, thumbprint) = (new.stored.clone(), thumbprint(&new.seed));
    keep(app, &workplace, OwnKey { key, thumbprint, former: Vec::new() }).await?;
    new.replace(app, &workplace);
    Ok(())
}

fn thumbprint(seed: &Seed) -> String {
    SigningKey::from_seed(&seed.0).public().thumbprint().to_string()
}

/// A key under a passphrase. It is tried at once: a key that did not open again would be lost.
async fn wrapped(seed: &Seed, thumbprint: &str, passphrase: Zeroizing<String>) -> Result<Wrapped, Trouble> {
    let ask =
        Ask::Wrap { seed: crypto::digits(&seed.0), passphrase: passphrase.clone(), thumbprint: thumbprint.to_owned() };
    let Answer::Wrapped(wrapped) = asked(ask, &[]).await? else { return Err(DeskFailure::OtherVersion.into()) };
    let wrapped = wrapped.read();
    if opened(&wrapped, thumbprint, passphrase).await? != *seed {
        return Err(Trouble::Fault(Fault::Damaged));
    }
    Ok(wrapped)
}

async fn opened(wrapped: &Wrapped, thumbprint: &str, passphrase: Zeroizing<String>) -> Result<Seed, Trouble> {
    let ask = Ask::Unwrap { wrapped: WireWrapped::of(wrapped), passphrase, thumbprint: thumbprint.to_owned() };
    asked(ask, &[]).await?.into_seed().ok_or_else(|| DeskFailure::OtherVersion.into())
}

/// Puts a key in the place of the workplace's, which must be as it was when this began.
async fn keep(app: App, workplace: &Workplace, now: OwnKey) -> Result<(), Trouble> {
    Ok(app.write(vec![Change::SetOwnKey { of: workplace.id, was: workplace.own_key(), now }]).await?)
}

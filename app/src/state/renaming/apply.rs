//! Stores another code or name of a workplace's unit, a new key with a new code, all in one transaction.

use cunping_core::bundle::SigningKey;
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::Renaming;
use crate::{
    clock,
    state::{
        App, closed, encryption, keys,
        keys::KeyError,
        passphrase::{self, NewKey, PassphraseError},
    },
    store::{Change, OwnKey, Seed, Workplace},
};

/// Renames a workplace's unit. With another code it gets a new key, under the passphrase if one is given: no directory
/// takes one key for two units, and what the old key signed has to go on counting under the old code. Files that were
/// encrypted to the old key can still be decrypted.
///
/// Fails, and changes nothing, if the old key is locked, the new one may not be without a passphrase here, the worker
/// does not answer, or the store cannot keep it.
pub async fn rename(
    app: App,
    workplace: &Workplace,
    renaming: &Renaming,
    given: Option<Zeroizing<String>>,
) -> Result<(), PassphraseError> {
    let old = untrack(|| keys::as_kept(app, workplace));
    let rename = renaming.change(&old, clock::moment());
    if !renaming.code {
        return Ok(app.write(vec![rename]).await?);
    }
    let seed = keys::opening_seed(app, &old).ok_or(PassphraseError::Closed(KeyError::Locked))?;
    let made = passphrase::make(given).await?;
    let now = key(&old, &seed, &made).await?;
    let new = Workplace { own: now.clone(), ..old.clone() };
    app.write(vec![rename, Change::SetOwnKey { of: old.id, was: old.own.clone(), now }]).await?;
    made.replace(app, &new);
    Ok(())
}

/// Returns the new key as it is stored, with the identities of the old one, whose seed this is, and of those before it.
async fn key(old: &Workplace, seed: &Seed, made: &NewKey) -> Result<OwnKey, PassphraseError> {
    let thumbprint = SigningKey::from_seed(&made.seed.0).public().thumbprint().to_string();
    let own = OwnKey { key: made.stored.clone(), thumbprint, former: Vec::new() };
    if let Some(closed) = closed::closed(&Workplace { own: own.clone(), ..old.clone() }, keys::exposed(), true) {
        return Err(PassphraseError::Closed(closed));
    }
    let recipient = encryption::recipient(&made.seed).await?;
    Ok(OwnKey { former: encryption::reencrypt(&old.own.former, seed, &recipient).await?, ..own })
}

//! Encrypts texts and opens encrypted ones, by the desk. Holds no secret longer than one undertaking, and stores nothing.

use zeroize::Zeroizing;

use super::passphrase::{self, Trouble};
use crate::{
    desk::crypto::{self, Ask},
    store::Seed,
};

/// Where files for the holder of a key are encrypted to, `age1…`.
///
/// # Errors
///
/// When the desk does not answer.
pub async fn recipient(seed: &Seed) -> Result<String, Trouble> {
    passphrase::text(Ask::Recipient { seed: crypto::digits(&seed.0) }, &[]).await
}

/// The age identity that opens what is encrypted to the holder of a key, `AGE-SECRET-KEY-1…`.
///
/// # Errors
///
/// When the desk does not answer.
pub async fn identity(seed: &Seed) -> Result<Zeroizing<String>, Trouble> {
    passphrase::text(Ask::Identity { seed: crypto::digits(&seed.0) }, &[]).await.map(Zeroizing::new)
}

/// What a workplace's next key will open of what was encrypted to its keys up to now: their identities, encrypted to `next`.
///
/// # Errors
///
/// When the desk does not answer.
pub async fn hand_on(former: &[String], old: &Seed, next: &str) -> Result<Vec<String>, Trouble> {
    let recipients = vec![next.to_owned()];
    let encrypted = passphrase::text(Ask::Encrypt { recipients }, identity(old).await?.as_bytes()).await?;
    Ok(former.iter().cloned().chain([encrypted]).collect())
}

/// Encrypts a text to some recipients and to the holder of a key, opens it again with that key, and answers with it only
/// where it is the same text.
///
/// # Errors
///
/// When the desk does not answer, or what was encrypted does not open to the same text.
pub async fn encrypt(text: &str, to: &[String], own: &Seed) -> Result<String, Trouble> {
    let mut recipients = to.to_vec();
    recipients.push(recipient(own).await?);
    recipients.sort();
    recipients.dedup();
    let encrypted = passphrase::text(Ask::Encrypt { recipients }, text.as_bytes()).await?;
    let opened = passphrase::text(Ask::Decrypt { seed: crypto::digits(&own.0) }, encrypted.as_bytes()).await?;
    if opened == text { Ok(encrypted) } else { Err(Trouble::Fault(crypto::Fault::Damaged)) }
}

//! Seals texts and opens sealed ones, by the desk. Holds no secret longer than one undertaking, and stores nothing.

use zeroize::Zeroizing;

use super::passphrase::{self, Trouble};
use crate::{
    desk::safe::{self, Ask},
    store::Seed,
};

/// Where files for the holder of a key are sealed to, `age1…`.
///
/// # Errors
///
/// When the desk does not answer.
pub async fn recipient(seed: &Seed) -> Result<String, Trouble> {
    passphrase::text(Ask::Recipient { seed: safe::digits(&seed.0) }, &[]).await
}

/// The age identity that opens what is sealed to the holder of a key, `AGE-SECRET-KEY-1…`.
///
/// # Errors
///
/// When the desk does not answer.
pub async fn identity(seed: &Seed) -> Result<Zeroizing<String>, Trouble> {
    passphrase::text(Ask::Identity { seed: safe::digits(&seed.0) }, &[]).await.map(Zeroizing::new)
}

/// What a workplace's next key will open of what was sealed to its keys up to now: their identities, sealed to `next`.
///
/// # Errors
///
/// When the desk does not answer.
pub async fn hand_on(former: &[String], old: &Seed, next: &str) -> Result<Vec<String>, Trouble> {
    let recipients = vec![next.to_owned()];
    let sealed = passphrase::text(Ask::Seal { recipients }, identity(old).await?.as_bytes()).await?;
    Ok(former.iter().cloned().chain([sealed]).collect())
}

/// Seals a text to some recipients and to the holder of a key, opens it again with that key, and answers with it only
/// where it is the same text.
///
/// # Errors
///
/// When the desk does not answer, or what was sealed does not open to the same text.
pub async fn seal(text: &str, to: &[String], own: &Seed) -> Result<String, Trouble> {
    let mut recipients = to.to_vec();
    recipients.push(recipient(own).await?);
    recipients.sort();
    recipients.dedup();
    let sealed = passphrase::text(Ask::Seal { recipients }, text.as_bytes()).await?;
    let opened = passphrase::text(Ask::Unseal { seed: safe::digits(&own.0) }, sealed.as_bytes()).await?;
    if opened == text { Ok(sealed) } else { Err(Trouble::Fault(safe::Fault::Damaged)) }
}

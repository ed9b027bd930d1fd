//! Encrypts texts to recipients by way of the worker, and hands old identities on to a new key.

use zeroize::Zeroizing;

use super::passphrase::{self, PassphraseError};
use crate::{
    store::Seed,
    worker::crypto::{self, CryptoRequest},
};

/// Returns the age recipient of a key, `age1…`: files for its holder are encrypted to it. Fails if the worker does not
/// answer.
pub async fn recipient(seed: &Seed) -> Result<String, PassphraseError> {
    passphrase::text(CryptoRequest::Recipient { seed: seed.clone() }, &[]).await
}

/// Returns the age identity of a key, `AGE-SECRET-KEY-1…`: it decrypts what is encrypted to the key's holder. Fails if
/// the worker does not answer.
pub async fn identity(seed: &Seed) -> Result<Zeroizing<String>, PassphraseError> {
    passphrase::text(CryptoRequest::Identity { seed: seed.clone() }, &[]).await.map(Zeroizing::new)
}

/// Encrypts the identity of a workplace's old key to its next one, and returns it after the `former` ones, which
/// already are: with them the next key can decrypt what was encrypted to any key before it. `next` is its recipient.
/// Fails if the worker does not answer.
pub async fn reencrypt(former: &[String], old: &Seed, next: &str) -> Result<Vec<String>, PassphraseError> {
    let recipients = vec![next.to_owned()];
    let encrypted = passphrase::text(CryptoRequest::Encrypt { recipients }, identity(old).await?.as_bytes()).await?;
    Ok(former.iter().cloned().chain([encrypted]).collect())
}

/// Encrypts a text to some recipients and to the holder of a key, and decrypts it with that key to prove that it can be
/// read. Fails if the worker does not answer, a recipient is not one of age's, or the text does not decrypt to the same
/// text.
pub async fn encrypt(text: &str, to: &[String], own: &Seed) -> Result<String, PassphraseError> {
    let mut recipients = to.to_vec();
    recipients.push(recipient(own).await?);
    recipients.sort();
    recipients.dedup();
    let encrypted = passphrase::text(CryptoRequest::Encrypt { recipients }, text.as_bytes()).await?;
    let opened = passphrase::text(CryptoRequest::Decrypt { seed: own.clone() }, encrypted.as_bytes()).await?;
    if opened == text { Ok(encrypted) } else { Err(PassphraseError::Crypto(crypto::CryptoError::Damaged)) }
}

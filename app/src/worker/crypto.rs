//! The worker's cryptography: wraps keys under a passphrase, and encrypts and decrypts files and backups.
//!
//! Each task has a worker of its own that ends with its last answer, so that no secret stays in its memory.

mod age_file;
#[cfg(target_arch = "wasm32")]
pub mod client;
mod key_wrap;
mod message;

pub use age_file::{ARMOR, ARMOR_END, MOST_ENCRYPTED_BYTES, armored, is_binary};
pub use cunping_core::bundle::is_encrypted;
pub use message::{Answer, Ask, CryptoError};

/// Answers a question. `body` is the file or text that it is about, and empty otherwise.
///
/// `random` gives the 16 bytes of a salt; if it returns `None`, no key is wrapped.
#[must_use]
pub fn answer(ask: Ask, body: &[u8], random: impl FnOnce() -> Option<[u8; 16]>) -> Answer {
    match ask {
        Ask::Wrap { seed, passphrase, thumbprint } => random()
            .ok_or(CryptoError::NoRandom)
            .and_then(|salt| key_wrap::wrap(&seed, &passphrase, &thumbprint, salt))
            .map(Answer::Wrapped),
        Ask::Unwrap { wrapped, passphrase, thumbprint } => {
            key_wrap::unwrap(&wrapped, &passphrase, &thumbprint).map(Answer::Seed)
        }
        Ask::Recipient { seed } => Ok(Answer::Text(age_file::recipient(&seed.0))),
        Ask::Identity { seed } => age_file::identity_text(&seed.0).map(Answer::Text).ok_or(CryptoError::Damaged),
        Ask::EncryptUnderPassphrase { passphrase } => {
            age_file::encrypt_under_passphrase(body, &passphrase).map(Answer::Text)
        }
        Ask::DecryptUnderPassphrase { passphrase } => {
            age_file::decrypt_under_passphrase(body, &passphrase).map(Answer::Text)
        }
        Ask::Encrypt { recipients } => age_file::encrypt(body, &recipients).map(Answer::Text),
        Ask::Decrypt { seed } => age_file::decrypt(body, &seed.0).map(Answer::Text),
        Ask::DecryptWith { identity } => age_file::decrypt_with(body, &identity).map(Answer::Text),
    }
    .unwrap_or_else(Answer::Failed)
}

#[cfg(test)]
mod tests;

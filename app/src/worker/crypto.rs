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
pub use message::{CryptoError, CryptoReply, CryptoRequest};

/// Answers a question. `body` is the file or text that it is about, and empty otherwise.
///
/// `random` gives the 16 bytes of a salt; if it returns `None`, no key is wrapped.
#[must_use]
pub fn answer(ask: CryptoRequest, body: &[u8], random: impl FnOnce() -> Option<[u8; 16]>) -> CryptoReply {
    match ask {
        CryptoRequest::Wrap { seed, passphrase, thumbprint } => random()
            .ok_or(CryptoError::NoRandom)
            .and_then(|salt| key_wrap::wrap(&seed, &passphrase, &thumbprint, salt))
            .map(CryptoReply::Wrapped),
        CryptoRequest::Unwrap { wrapped, passphrase, thumbprint } => {
            key_wrap::unwrap(&wrapped, &passphrase, &thumbprint).map(CryptoReply::Seed)
        }
        CryptoRequest::Recipient { seed } => Ok(CryptoReply::Text(age_file::recipient(&seed.0))),
        CryptoRequest::Identity { seed } => {
            age_file::identity_text(&seed.0).map(CryptoReply::Text).ok_or(CryptoError::Damaged)
        }
        CryptoRequest::EncryptUnderPassphrase { passphrase } => {
            age_file::encrypt_under_passphrase(body, &passphrase).map(CryptoReply::Text)
        }
        CryptoRequest::DecryptUnderPassphrase { passphrase } => {
            age_file::decrypt_under_passphrase(body, &passphrase).map(CryptoReply::Text)
        }
        CryptoRequest::Encrypt { recipients } => age_file::encrypt(body, &recipients).map(CryptoReply::Text),
        CryptoRequest::Decrypt { seed } => age_file::decrypt(body, &seed.0).map(CryptoReply::Text),
        CryptoRequest::DecryptWith { identity } => age_file::decrypt_with(body, &identity).map(CryptoReply::Text),
    }
    .unwrap_or_else(CryptoReply::Failed)
}

#[cfg(test)]
mod tests;

//! Wraps a signing key under a passphrase: Argon2id and ChaCha20-Poly1305.
//!
//! 19 MiB and two passes are the least that OWASP's Password Storage Cheat Sheet names for Argon2id: an old laptop
//! takes about a second for it in a browser, and whoever guesses takes as long for each guess.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    ChaCha20Poly1305, KeyInit,
    aead::{Aead, Payload},
};
use zeroize::Zeroizing;

use super::message::CryptoError;
use crate::store::{Seed, Wrapped};

/// Argon2's memory in KiB.
const MEMORY: u32 = 19 * 1024;
/// Argon2's passes over it.
const PASSES: u32 = 2;
/// The largest memory in KiB and number of passes that a stored record may ask for: a record that somebody wrote by
/// hand must not stop the computer.
const MOST: (u32, u32) = (256 * 1024, 16);

/// Wraps a seed under a passphrase, bound to the key's thumbprint. `salt` is random and never used again.
pub(super) fn wrap(seed: &Seed, passphrase: &str, thumbprint: &str, salt: [u8; 16]) -> Result<Wrapped, CryptoError> {
    let cipher = cipher(passphrase, &salt, MEMORY, PASSES).ok_or(CryptoError::TooMuchWork)?;
    let payload = Payload { msg: &seed.0, aad: &about(thumbprint) };
    let encrypted = cipher.encrypt(&[0; 12].into(), payload).ok().and_then(|it| it.try_into().ok());
    let encrypted = encrypted.ok_or(CryptoError::Damaged)?;
    Ok(Wrapped { salt, memory: MEMORY, passes: PASSES, encrypted })
}

/// Unwraps a seed. Fails with [`CryptoError::WrongPassphrase`] if the passphrase or the thumbprint is another one or the
/// record was changed, and with [`CryptoError::TooMuchWork`] if it asks for more than [`MOST`].
pub(super) fn unwrap(wrapped: &Wrapped, passphrase: &str, thumbprint: &str) -> Result<Seed, CryptoError> {
    let Wrapped { salt, memory, passes, encrypted } = wrapped;
    if *memory > MOST.0 || *passes > MOST.1 {
        return Err(CryptoError::TooMuchWork);
    }
    let cipher = cipher(passphrase, salt, *memory, *passes).ok_or(CryptoError::Damaged)?;
    let payload = Payload { msg: encrypted, aad: &about(thumbprint) };
    let opened =
        cipher.decrypt(&[0; 12].into(), payload).map(Zeroizing::new).map_err(|_| CryptoError::WrongPassphrase)?;
    opened.as_slice().try_into().map(Seed).map_err(|_| CryptoError::Damaged)
}

fn about(thumbprint: &str) -> Vec<u8> {
    format!("cunping key v1\n{thumbprint}\n").into_bytes()
}

fn cipher(passphrase: &str, salt: &[u8; 16], memory: u32, passes: u32) -> Option<ChaCha20Poly1305> {
    let params = Params::new(memory, passes, 1, Some(32)).ok()?;
    let mut key = Zeroizing::new([0; 32]);
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into(passphrase.as_bytes(), salt, key.as_mut_slice()).ok()?;
    Some(ChaCha20Poly1305::new(key.as_slice().into()))
}

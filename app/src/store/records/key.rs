//! How a workplace's signing key is kept: as it is, or under a passphrase. Wraps and unwraps nothing.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use super::Version;
use crate::store::hex;

/// How the signing key is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Key {
    /// As it is: whoever reads the database or a backup can sign.
    Plain(Seed),
    /// Under a passphrase: whoever reads the database or a backup has to guess it.
    Wrapped(Wrapped),
}

/// An Ed25519 seed. Never shown by `Debug`, wiped when it is let go.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed(pub [u8; 32]);

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(…)")
    }
}

impl Drop for Seed {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// A seed under a passphrase: Argon2id (RFC 9106, version 0x13) makes a key of it, with which ChaCha20-Poly1305 (RFC
/// 8439) encrypts the seed. Every wrapping has a salt and with it a key of its own, so the nonce is zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// Random, new for every wrapping.
    pub salt: [u8; 16],
    /// Argon2's memory in KiB.
    pub memory: u32,
    /// Argon2's passes over it.
    pub passes: u32,
    /// The encrypted seed and its 16-byte tag; the tag also covers the thumbprint of the key.
    pub sealed: [u8; 48],
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub(super) enum StoredKey {
    Plain(String),
    Wrapped(StoredWrapped),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredWrapped {
    v: Version<1>,
    salt: String,
    memory: u32,
    passes: u32,
    sealed: String,
}

pub(super) fn store(key: &Key) -> StoredKey {
    match key {
        Key::Plain(seed) => StoredKey::Plain(hex::write(&seed.0)),
        Key::Wrapped(Wrapped { salt, memory, passes, sealed }) => StoredKey::Wrapped(StoredWrapped {
            v: Version,
            salt: hex::write(salt),
            memory: *memory,
            passes: *passes,
            sealed: hex::write(sealed),
        }),
    }
}

pub(super) fn read(stored: StoredKey) -> Option<Key> {
    Some(match stored {
        StoredKey::Plain(seed) => Key::Plain(Seed(hex::read(&seed)?)),
        StoredKey::Wrapped(StoredWrapped { v: Version, salt, memory, passes, sealed }) => {
            Key::Wrapped(Wrapped { salt: hex::read(&salt)?, memory, passes, sealed: hex::read(&sealed)? })
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapped_key_is_written_like_this() {
        let key = Key::Wrapped(Wrapped { salt: [1; 16], memory: 19_456, passes: 2, sealed: [2; 48] });
        let text = serde_json::to_string(&store(&key)).unwrap();
        let expected = format!(
            r#"{{"wrapped":{{"v":1,"salt":"{}","memory":19456,"passes":2,"sealed":"{}"}}}}"#,
            "01".repeat(16),
            "02".repeat(48)
        );
        assert_eq!(text, expected);
        assert_eq!(read(serde_json::from_str(&text).unwrap()), Some(key));
    }

    #[test]
    fn debug_shows_no_key() {
        assert_eq!(format!("{:?}", Key::Plain(Seed([1; 32]))), "Plain(Seed(…))");
    }
}

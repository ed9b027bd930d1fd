//! The key that a workplace signs with, plain or under a passphrase: a record of its own.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use super::{Owned, Record, WorkplaceId, versioned};
use crate::store::{Table, hex};

/// The key that a workplace signs with. It is a record of its own, so that a change of anything else of the workplace
/// does not write the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnKey {
    /// The seed, in the form in which it is kept.
    pub key: Key,
    /// The public key's RFC 7638 thumbprint.
    pub thumbprint: String,
    /// The age identities of earlier keys, the latest last, each encrypted to the age recipient of the key after it, so
    /// that they lie under whatever protects the present key. They decrypt what was encrypted to those keys, and cannot
    /// sign.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
}

/// The form in which the signing key is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Key {
    /// Unprotected: whoever reads the database or a backup can sign.
    Plain(Seed),
    /// Under a passphrase: whoever reads the database or a backup has to guess it.
    Wrapped(#[serde(with = "versioned")] Wrapped),
}

/// An Ed25519 seed. Its `Debug` shows nothing; it is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seed(#[serde(with = "hex")] pub [u8; 32]);

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wrapped {
    /// The salt, random and new for every wrapping.
    #[serde(with = "hex")]
    pub salt: [u8; 16],
    /// Argon2's memory in KiB.
    pub memory: u32,
    /// Argon2's passes over it.
    pub passes: u32,
    /// The encrypted seed and its 16-byte tag; the tag also covers the thumbprint of the key.
    #[serde(with = "hex")]
    pub encrypted: [u8; 48],
}

impl Record for OwnKey {
    const TABLE: Table = Table::Keys;
    type Stored = Self;
}

impl Owned for OwnKey {
    fn key(&self, of: WorkplaceId) -> String {
        own_key(of)
    }
}

/// Returns the key of the row in which a workplace's key is stored.
pub(in crate::store) fn own_key(of: WorkplaceId) -> String {
    super::key(of, &["own"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(
            &sample::workplace(1).own,
            r#"{"v":1,"key":{"plain":"0101010101010101010101010101010101010101010101010101010101010101"},
            "thumbprint":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"}"#,
        );
    }

    #[test]
    fn one_that_took_over_is_written_like_this() {
        let changed = OwnKey { former: vec!["-----BEGIN…".into()], ..sample::workplace(1).own };
        assert_written(
            &changed,
            r#"{"v":1,"key":{"plain":"0101010101010101010101010101010101010101010101010101010101010101"},
            "thumbprint":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","former":["-----BEGIN…"]}"#,
        );
    }

    #[test]
    fn a_wrapped_key_is_written_like_this() {
        let key = Key::Wrapped(Wrapped { salt: [1; 16], memory: 19_456, passes: 2, encrypted: [2; 48] });
        let text = serde_json::to_string(&key).unwrap();
        let expected = format!(
            r#"{{"wrapped":{{"v":1,"salt":"{}","memory":19456,"passes":2,"encrypted":"{}"}}}}"#,
            "01".repeat(16),
            "02".repeat(48)
        );
        assert_eq!(text, expected);
        assert_eq!(serde_json::from_str::<Key>(&text).unwrap(), key);
    }

    #[test]
    fn debug_shows_no_key() {
        assert_eq!(format!("{:?}", Key::Plain(Seed([1; 32]))), "Plain(Seed(…))");
    }
}

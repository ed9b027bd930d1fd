//! Ed25519 keys (RFC 8032), their JWK form (RFC 8037) and thumbprints (RFC 7638). Keys come from seeds that are handed
//! in: core has no randomness.

use std::{fmt, str::FromStr};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{Signature, Signer as _, VerifyingKey};

use crate::{
    id::{Digest, IdError},
    json::Value,
};

/// A signing key. Its memory is wiped when it is dropped, and its `Debug` form shows the thumbprint only.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// Derives the key from a 32-byte seed (RFC 8032 §5.1.5), which has to come from a cryptographic random source.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// Returns the public key that verifies its signatures.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(super) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.public().thumbprint())
    }
}

/// A public key: a canonically encoded point of Ed25519 that is not of small order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Decodes 32 bytes. Returns `None` where they are no point, not its canonical form (`y` ≥ p), or a point of small
    /// order, under which one signature fits many messages.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 32]) -> Option<Self> {
        let key = is_canonical(bytes).then(|| VerifyingKey::from_bytes(bytes).ok()).flatten()?;
        (!key.is_weak()).then_some(Self(key))
    }

    /// Returns the key's 32 bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// Returns the RFC 7638 thumbprint.
    #[must_use]
    pub fn thumbprint(self) -> Thumbprint {
        // The canonical form of the JWK, written at once: every file is asked for this several times.
        let x = URL_SAFE_NO_PAD.encode(self.to_bytes());
        Thumbprint(Digest::of(format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#).as_bytes()).0)
    }

    /// Writes the key as a JWK (RFC 8037 §2): `crv`, `kty`, `x`.
    pub(super) fn jwk(self) -> Value<'static> {
        let x = URL_SAFE_NO_PAD.encode(self.to_bytes());
        Value::object([("crv", Value::text("Ed25519")), ("kty", Value::text("OKP")), ("x", Value::text(x))])
    }

    /// Verifies a signature of this key over `message`: RFC 8032 §5.1.7 without cofactor, `S` below the group order,
    /// `R` in its canonical form and not of small order.
    pub(super) fn verifies(self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

/// The prime of the field, p = 2^255 − 19, little-endian.
const PRIME: [u8; 32] = {
    let mut prime = [0xff; 32];
    (prime[0], prime[31]) = (0xed, 0x7f);
    prime
};

/// Tells whether the `y` of a point (RFC 8032 §5.1.2: 255 bits, little-endian) is less than p. The only other
/// non-canonical form, a sign where `x` is 0, belongs to points of small order, which are refused anyway.
fn is_canonical(point: &[u8; 32]) -> bool {
    let mut y = *point;
    y[31] &= 0x7f;
    y.iter().rev().lt(PRIME.iter().rev())
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.thumbprint())
    }
}

/// The SHA-256 thumbprint of a key (RFC 7638), written as 43 base64url characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thumbprint(pub [u8; 32]);

impl fmt::Display for Thumbprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&URL_SAFE_NO_PAD.encode(self.0))
    }
}

impl fmt::Debug for Thumbprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Thumbprint({self})")
    }
}

impl FromStr for Thumbprint {
    type Err = IdError;

    /// Fails on anything but the 43 characters of the base64url form of 32 bytes.
    fn from_str(text: &str) -> Result<Self, IdError> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| IdError)?;
        bytes.try_into().map(Self).map_err(|_| IdError)
    }
}

#[cfg(test)]
mod edge;
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_rfc_8037() {
        let x = URL_SAFE_NO_PAD.decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").unwrap();
        let key = PublicKey::from_bytes(&x.try_into().unwrap()).unwrap();
        let thumbprint = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
        assert_eq!(key.thumbprint().to_string(), thumbprint);
        assert_eq!(thumbprint.parse(), Ok(key.thumbprint()));
    }

    #[test]
    fn shows_no_secret() {
        let key = SigningKey::from_seed(&[7; 32]);
        assert_eq!(format!("{key:?}"), format!("SigningKey({})", key.public().thumbprint()));
    }

    #[test]
    fn refuses_weak_and_misspelt_points() {
        let y = |low: u8, between: u8, high: u8| {
            let mut y = [between; 32];
            (y[0], y[31]) = (low, high);
            y
        };
        let (identity, order_two) = (y(1, 0, 0), y(0xec, 0xff, 0x7f));
        let p_plus_three = y(0xf0, 0xff, 0x7f);
        assert!(VerifyingKey::from_bytes(&p_plus_three).is_ok(), "a reader who looks away takes it");
        for bytes in [[0; 32], identity, order_two, p_plus_three, [2; 32]] {
            assert!(PublicKey::from_bytes(&bytes).is_none(), "{bytes:?}");
        }
    }

    #[test]
    fn takes_points_right_below_the_prime_and_none_above_it() {
        let points = |low: std::ops::Range<u8>, high: u8| {
            let all = low.map(move |low| {
                let mut y = [0xff; 32];
                (y[0], y[31]) = (low, high);
                y
            });
            all.filter(|it| VerifyingKey::from_bytes(it).is_ok_and(|key| !key.is_weak())).collect::<Vec<_>>()
        };
        for sign in [0, 0x80] {
            let (below, above) = (points(0..0xed, 0x7f | sign), points(0xed..0xff, 0x7f | sign));
            assert!(below.len() > 50 && above.len() > 3);
            assert!(below.iter().all(|it| PublicKey::from_bytes(it).is_some()));
            assert!(above.iter().all(|it| PublicKey::from_bytes(it).is_none()));
        }
    }
}

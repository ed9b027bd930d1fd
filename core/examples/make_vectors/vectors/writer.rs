//! A JWS writer of its own, so that the vectors do not rest on the code that they test. Writes anything, also nonsense.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use data_encoding::HEXLOWER;
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

pub(super) const TYP: &str = "vnd.cunping.assessment.v1+json";

/// A key from a seed of one byte, repeated.
pub(super) fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

pub(super) fn b64(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(super) fn canonical(value: &Value) -> String {
    serde_json_canonicalizer::to_string(value).expect("a JSON value")
}

pub(super) fn jwk(key: &SigningKey) -> Value {
    json!({ "kty": "OKP", "crv": "Ed25519", "x": b64(key.verifying_key().as_bytes()) })
}

pub(super) fn thumbprint(jwk: &Value) -> String {
    b64(Sha256::digest(canonical(jwk)))
}

/// The header that a good file of this key has.
pub(super) fn header(key: &SigningKey) -> Value {
    json!({ "alg": "Ed25519", "typ": TYP, "kid": thumbprint(&jwk(key)), "jwk": jwk(key) })
}

/// The three members of a file, each as text.
pub(super) struct Parts {
    pub(super) protected: String,
    pub(super) payload: String,
    pub(super) signature: String,
}

impl Parts {
    /// A file with this header and payload, rightly signed whatever they say.
    pub(super) fn sign(key: &SigningKey, header: &str, payload: impl AsRef<[u8]>) -> Self {
        Self::sign_texts(key, b64(header), b64(payload))
    }

    pub(super) fn sign_texts(key: &SigningKey, protected: String, payload: String) -> Self {
        let signature = b64(key.sign(format!("{protected}.{payload}").as_bytes()).to_bytes());
        Self { protected, payload, signature }
    }

    pub(super) fn file(&self) -> String {
        let Self { protected, payload, signature } = self;
        format!(r#"{{"payload":"{payload}","protected":"{protected}","signature":"{signature}"}}"#)
    }

    /// The digest of the bundle, in hexadecimal.
    pub(super) fn digest(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(format!("{}.{}", self.protected, self.payload)))
    }
}

/// A file with a payload, signed by the first key with the header of a good file.
pub(super) fn good(payload: &Value) -> Parts {
    signed_by(&key(1), payload)
}

pub(super) fn signed_by(key: &SigningKey, payload: &Value) -> Parts {
    Parts::sign(key, &canonical(&header(key)), canonical(payload))
}

//! Why a file is no bundle that can be opened. Words for it are elsewhere.

use crate::{
    bundle::Kind,
    json::{JsonProblem, Misfit},
};

/// Where in a bundle something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The JSON text of the file.
    File,
    /// The protected header, decoded.
    Header,
    /// The payload, decoded.
    Payload,
    /// The signature, decoded.
    Signature,
}

/// Why a file is refused whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleProblem {
    /// A layer is no strict JSON.
    Json {
        /// Which.
        layer: Layer,
        /// Why; offsets count from the start of the layer (of a file, from its first byte).
        problem: JsonProblem,
    },
    /// No bundle but an encrypted file (age-encryption.org/v1): whoever has its key opens it first.
    Encrypted,
    /// A layer is not base64url without padding in its one spelling (RFC 4648 §5, RFC 7515 §2).
    Base64(Layer),
    /// Members of a layer that are missing, not known or of the wrong form.
    Misfits {
        /// Which.
        layer: Layer,
        /// All of them, at least one.
        misfits: Vec<Misfit>,
    },
    /// `typ` names no kind of bundle.
    UnknownKind(String),
    /// A version that this program is too old for.
    NewerFormat {
        /// Of this kind.
        kind: Kind,
        /// This version.
        format: u32,
    },
    /// A bundle of another kind than the one that is wanted here.
    OtherKind(Kind),
    /// `alg` is neither `EdDSA` nor `Ed25519`.
    Algorithm(String),
    /// The private part of the key is in the file: the key is burnt.
    PrivateKey,
    /// The key is no point of Ed25519 in its canonical form, or one of small order.
    WeakKey,
    /// `kid` is not the thumbprint of `jwk`.
    KeyMismatch,
    /// The signature does not hold: the file was changed, or cut, after signing.
    Signature,
    /// The payload is not in its RFC 8785 form.
    NotCanonical,
}

impl BundleProblem {
    /// A fixed name for the kind of problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Json { problem, .. } => problem.code(),
            Self::Encrypted => "encrypted",
            Self::Base64(_) => "not-base64url",
            Self::Misfits { misfits, .. } => misfits.first().map_or("misfit", |first| first.why.code()),
            Self::UnknownKind(_) => "unknown-kind",
            Self::NewerFormat { .. } => "newer-format",
            Self::OtherKind(_) => "other-kind",
            Self::Algorithm(_) => "algorithm",
            Self::PrivateKey => "private-key",
            Self::WeakKey => "weak-key",
            Self::KeyMismatch => "key-mismatch",
            Self::Signature => "signature",
            Self::NotCanonical => "not-canonical",
        }
    }

    /// The layer that does not hold.
    #[must_use]
    pub fn layer(&self) -> Layer {
        match self {
            Self::Json { layer, .. } | Self::Base64(layer) | Self::Misfits { layer, .. } => *layer,
            Self::Encrypted => Layer::File,
            Self::UnknownKind(_)
            | Self::NewerFormat { .. }
            | Self::OtherKind(_)
            | Self::Algorithm(_)
            | Self::PrivateKey
            | Self::WeakKey
            | Self::KeyMismatch => Layer::Header,
            Self::Signature => Layer::Signature,
            Self::NotCanonical => Layer::Payload,
        }
    }
}

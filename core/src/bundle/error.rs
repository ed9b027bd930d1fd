//! The reasons why a bundle is refused, with their stable codes.

use crate::{
    bundle::Kind,
    json::{JsonError, Misfit},
    received::BundleHalf,
};

/// A layer of a bundle.
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

impl Layer {
    /// Returns the stable code of the layer.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Header => "header",
            Self::Payload => "payload",
            Self::Signature => "signature",
        }
    }
}

/// The reason why a file is refused whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum BundleError {
    /// A layer is no strict JSON.
    Json {
        /// The layer.
        layer: Layer,
        /// The reason; offsets count from the start of the layer (for the file, from its first byte).
        problem: JsonError,
    },
    /// It is no bundle but an encrypted file (age-encryption.org/v1), to be decrypted first.
    Encrypted,
    /// It is one half of a text that a messenger cut in two.
    Half(BundleHalf),
    /// A layer is not base64url without padding in its one spelling (RFC 4648 §5, RFC 7515 §2).
    Base64(Layer),
    /// Members of a layer that are missing, not known or of the wrong form.
    Misfits {
        /// The layer.
        layer: Layer,
        /// All of them, at least one.
        misfits: Vec<Misfit>,
    },
    /// `typ` names no kind of bundle.
    UnknownKind(String),
    /// The version is newer than this program.
    NewerFormat {
        /// The kind.
        kind: Kind,
        /// The version.
        format: u32,
    },
    /// The bundle is of another kind than the one wanted here.
    OtherKind(Kind),
    /// `alg` is neither `Ed25519` nor `EdDSA`.
    Algorithm(String),
    /// The private part of the key is in the file, so that the key can no longer be used.
    PrivateKey,
    /// The key is no point of Ed25519 in its canonical form, or one of small order.
    WeakKey,
    /// `kid` is not the thumbprint of `jwk`.
    KeyMismatch,
    /// The signature does not verify: the file was changed, or cut, after signing.
    Signature,
    /// The payload is not in its RFC 8785 form.
    NotCanonical,
}

impl BundleError {
    /// Returns the stable code of the problem; of several misfits, that of the first.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Json { problem, .. } => problem.code(),
            Self::Encrypted => "encrypted",
            Self::Half(BundleHalf::First) => "first-half",
            Self::Half(BundleHalf::Last) => "last-half",
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

    /// Returns the layer that does not hold.
    #[must_use]
    pub fn layer(&self) -> Layer {
        match self {
            Self::Json { layer, .. } | Self::Base64(layer) | Self::Misfits { layer, .. } => *layer,
            Self::Encrypted | Self::Half(_) => Layer::File,
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

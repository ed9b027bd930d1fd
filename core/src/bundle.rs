//! Signed files (JWS) that travel between offices: written, opened, reviewed. Trusts no key and counts no village.

mod assessment;
mod chain;
mod envelope;
mod groups;
mod key;
mod kind;
mod problem;
mod review;
mod states;
mod wire;

pub use assessment::{Assessment, Claim, ClaimedFinding, PackRef, Party};
pub use chain::{Chain, ChainBreak, Heads, Seen, Slot, chain, heads};
pub use groups::groups;
pub use key::{PublicKey, SigningKey, Thumbprint};
pub use kind::{FORMAT, Kind};
pub use problem::{BundleProblem, Layer};
pub use review::{KeyRecord, Known, Review, review};
pub use states::{Axis, KeyState, Mix, PackState, PrivacyState, Readable, Recompute, Severity, SignatureState, States};

use crate::{id::Digest, json::Limits};

/// The most bytes that a bundle file may have: 6 MiB, white space around it included.
pub const MAX_BYTES: usize = 6 << 20;

/// A bundle that was just signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The file, one line of JSON.
    pub text: String,
    /// SHA-256 of the JWS signing input (RFC 7515 §5.1).
    pub digest: Digest,
}

/// A bundle whose signature holds. Whose key it is, is not known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// SHA-256 of the JWS signing input.
    pub digest: Digest,
    /// The key in the file; it proves that nothing was changed since, not who signed.
    pub key: PublicKey,
    /// What was signed.
    pub payload: Payload,
}

/// What a bundle says, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// A unit's own assessment (自评).
    Assessment(Box<Assessment>),
}

impl Opened {
    /// The kind of the bundle.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.payload {
            Payload::Assessment(_) => Kind::Assessment,
        }
    }
}

/// Signs an assessment. Cannot fail: facts are sorted and the payload written in its canonical form.
#[must_use]
pub fn sign(assessment: &Assessment, key: &SigningKey) -> Signed {
    envelope::seal(Kind::Assessment, &wire::assessment::write(assessment), key)
}

/// Opens a file: reads it strictly, checks the signature, then the payload's form.
///
/// White space (space, tab, CR, LF) around the JSON text is not part of the bundle and is passed over; anything else
/// that a messaging app may add, a byte order mark included, is refused.
///
/// # Errors
///
/// The first layer that does not hold, with what and where. Nothing is ever opened in part.
pub fn open(bytes: &[u8]) -> Result<Opened, BundleProblem> {
    let envelope = envelope::read(bytes)?;
    let payload = match envelope.kind {
        Kind::Assessment => wire::assessment::read(envelope.payload()?)
            .map(|it| Payload::Assessment(Box::new(it)))
            .map_err(|misfits| BundleProblem::Misfits { layer: Layer::Payload, misfits })?,
        kind => return Err(BundleProblem::NotReadableYet(kind)),
    };
    Ok(Opened { digest: envelope.digest, key: envelope.key, payload })
}

/// What was found, as the members `evaluator`, `findings`, `verdict` and, where there are points, `score` of a payload: to
/// the byte what a bundle about the same facts holds, whoever writes it.
#[must_use]
pub fn claim(claim: &Claim) -> Vec<(&'static str, crate::json::Value)> {
    wire::assessment::claim(claim)
}

/// Limits of the outer JSON text: its longest string is a whole payload.
const OUTER: Limits = Limits { bytes: MAX_BYTES, depth: 4, text: MAX_BYTES, values: 16 };

/// Limits of the protected header.
const HEADER: Limits = Limits { bytes: 4 << 10, depth: 3, text: 1 << 10, values: 32 };

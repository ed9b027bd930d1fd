//! Signed files (JWS) that travel between offices: signs, verifies and reviews them.

mod assessment;
mod authority;
mod content;
mod directory;
mod enrolment;
mod error;
mod groups;
mod jws;
mod key;
mod kind;
mod loading;
mod opinion;
mod parts;
mod payload;
mod published;
mod receipt;
mod recognition;
mod review;
mod rollup;
mod states;
mod supersession;
mod wire;

pub use assessment::{Assessment, Claim, ClaimedFinding};
pub use authority::{Authority, AuthorityState, OwnAuthority, acts_as, base as base_office};
pub use content::Content;
pub use directory::{
    ActsAs, Directory, DirectoryDifference, DirectoryOffice, DirectoryUnit, Enrolling, EnrolmentDecision,
    FalseVouching, KeyRecord, LostSince, Receiver, receivers, recipients_said_since,
};
pub use enrolment::{Challenge, ChallengeError, Enrolment, KeyRole, Recipient, RecipientError, Rotation, Succeeds};
pub use error::{BundleError, Layer};
pub use groups::groups;
pub(crate) use jws::is_bundle_text;
pub use jws::is_encrypted;
pub use key::{PublicKey, SigningKey, Thumbprint};
pub use kind::{FORMAT, Kind};
pub use loading::{ReplaceError, replaces};
pub use opinion::{
    Changed, CountedOpinion, CriterionOpinion, Disputed, OfficeVoice, Opinion, Voices, Withdrawal, Withdrawn, basis,
    changed, criteria_for, disputed, named_by, voices, withdrawals, withdrawn,
};
pub use parts::{DecisionReason, LONGEST_REASON, LinePosition, PackRef, Party, Stated, Subject};
pub use payload::Payload;
pub use published::{SignedOverlay, SignedPack};
pub use receipt::{Receipt, ReceiptAnswer, Timely};
pub use recognition::{Decision, Order, Recognition, Settled, order, removal, removes, settled};
pub use review::{Known, Review, examine, review, review_with};
pub use rollup::{Counted, Rollup};
pub use states::{
    Axis, ClockState, DaysState, KeyState, Mix, PackState, PrivacyState, Readable, Recompute, Severity, SignatureState,
    States,
};
pub use supersession::{FileLine, Heads, SeenFile, Slot, Supersession, SupersessionBreak, heads, supersession};

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

/// A bundle whose signature verifies. Whose key signed it is decided by [`Authority::key`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<P = Payload> {
    /// SHA-256 of the JWS signing input.
    pub digest: Digest,
    /// The key in the file. It proves that nothing was changed after signing, not who signed.
    pub key: PublicKey,
    /// The signed payload.
    pub payload: P,
}

impl<P> Verified<P> {
    /// Returns the same file with another view of its payload.
    fn with<Q>(&self, payload: Q) -> Verified<Q> {
        Verified { digest: self.digest, key: self.key, payload }
    }
}

/// Signs a payload of any kind, written in its canonical form. Cannot fail.
#[must_use]
pub fn sign<C: Content>(content: &C, key: &SigningKey) -> Signed {
    jws::sign(C::KIND, &content.to_json(), key)
}

/// Verifies a file of any kind: reads it strictly, verifies the signature, then reads the payload.
///
/// White space (space, tab, CR, LF) around the JSON text is not part of the bundle and is skipped; anything else that a
/// messaging app may add, a byte order mark included, is refused.
///
/// # Errors
///
/// The first layer that does not hold, with the reason and the place. A file is never read in part.
pub fn verify(bytes: &[u8]) -> Result<Verified, BundleError> {
    let envelope = jws::verify(bytes)?;
    let payload = Payload::of(&envelope)?;
    Ok(Verified { digest: envelope.digest, key: envelope.key, payload })
}

/// Verifies a file of one kind, as [`verify`] does. A caller that needs one kind links the readers of no other.
///
/// # Errors
///
/// As [`verify`], and [`BundleError::OtherKind`].
pub fn verify_as<C: Content>(bytes: &[u8]) -> Result<Verified<C>, BundleError> {
    let envelope = jws::verify(bytes)?;
    if envelope.kind != C::KIND {
        return Err(BundleError::OtherKind(envelope.kind));
    }
    let payload = *payload::content(&envelope)?;
    Ok(Verified { digest: envelope.digest, key: envelope.key, payload })
}

/// Writes a claim as the members `evaluator`, `findings`, `verdict` and, where there are points, `score` of a payload:
/// byte for byte the ones that a bundle about the same facts holds, whoever writes it.
#[must_use]
pub fn claim(claim: &Claim) -> Vec<(&'static str, crate::json::Value<'static>)> {
    wire::assessment::claim(claim)
}

/// Limits of the outer JSON text: its longest string is a whole payload.
const OUTER: Limits = Limits { bytes: MAX_BYTES, depth: 4, text: MAX_BYTES, values: 16 };

/// Limits of the protected header.
const HEADER: Limits = Limits { bytes: 4 << 10, depth: 3, text: 1 << 10, values: 32 };

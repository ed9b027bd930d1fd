//! The members that files of several kinds share: party, subject, place in the line.

use crate::{
    id::{Digest, LevelId, OfficeId, PackId, RuleId, UnitCode},
    moment::Moment,
    pack::Pack,
    period::Period,
};

/// The most characters of a reason.
pub const LONGEST_REASON: usize = 500;

/// The signing party: a unit, or an office of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Party {
    /// The unit whose office signs.
    pub unit: UnitCode,
    /// The office (平安办, 派出所, 司法所, 卫生院 …); `None` where the unit signs for itself.
    pub office: Option<OfficeId>,
}

/// A reference to one exact version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackRef {
    /// The document.
    pub id: PackId,
    /// The version of the pack.
    pub version: u32,
    /// SHA-256 of its canonical JSON.
    pub digest: Digest,
}

/// The members that every file has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The signing party.
    pub party: Party,
    /// The time of signing, by the signer's clock.
    pub at: Moment,
    /// The program that wrote it, such as `cunping 0.1.0`.
    pub software: String,
    /// `true` for example data, which never mixes with real data.
    pub example: bool,
}

/// The subject of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The unit.
    pub unit: UnitCode,
    /// Its name, as the signer writes it.
    pub unit_name: String,
    /// The document.
    pub pack: PackRef,
    /// The level or award of it.
    pub level: LevelId,
    /// The period.
    pub period: Period,
    /// Digests of the overlays that were in force, ordered.
    pub overlays: Vec<Digest>,
}

/// The place of a file in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinePosition {
    /// 1 for the first file of a line; higher for each further one.
    pub sequence: u32,
    /// The file that this one supersedes; `None` for the first only.
    pub supersedes: Option<Digest>,
}

/// A reason for an office's decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionReason {
    /// The criterion that it concerns; `None` for the whole.
    pub criterion: Option<RuleId>,
    /// In the office's words, 1 to 500 characters. Never says who.
    pub text: String,
}

impl PackRef {
    /// Builds the reference to a pack.
    #[must_use]
    pub fn to(pack: &Pack) -> Self {
        Self { id: pack.id.clone(), version: pack.version, digest: pack.digest }
    }
}

impl LinePosition {
    /// The place of the first file of a line.
    pub const FIRST: Self = Self { sequence: 1, supersedes: None };
}

//! What files of several kinds say of themselves: who, about what, after which other file. Judges nothing.

use crate::{
    id::{Digest, LevelId, OfficeId, PackId, RuleId, UnitCode},
    moment::Moment,
    pack::Pack,
    period::Period,
};

/// The most characters of a reason.
pub const LONGEST_REASON: usize = 500;

/// Who signs: a unit, or an office of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Party {
    /// The unit whose office signs.
    pub unit: UnitCode,
    /// The office (平安办, 派出所, 司法所, 卫生院 …); none where the unit signs for itself.
    pub office: Option<OfficeId>,
}

/// One version of a document, to the byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackRef {
    /// Which document.
    pub id: PackId,
    /// Which version of the pack.
    pub version: u32,
    /// SHA-256 of its canonical JSON.
    pub digest: Digest,
}

/// What every file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Who signs.
    pub party: Party,
    /// When it was signed, by the signer's clock.
    pub at: Moment,
    /// The program that wrote it, such as `cunping 0.1.0`.
    pub software: String,
    /// Whether it is play data, which never mixes with real data.
    pub example: bool,
}

/// What a file is about.
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
pub struct Place {
    /// 1 for the first file of a line; each further one counts up.
    pub sequence: u32,
    /// The file that this one replaces; always there after the first.
    pub supersedes: Option<Digest>,
}

/// Why an office decided as it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The criterion that it concerns; none for the whole.
    pub criterion: Option<RuleId>,
    /// In the office's words, 1 to 500 characters. Never says who.
    pub text: String,
}

impl PackRef {
    /// The reference to a pack.
    #[must_use]
    pub fn to(pack: &Pack) -> Self {
        Self { id: pack.id.clone(), version: pack.version, digest: pack.digest }
    }
}

impl Place {
    /// The first of a line.
    pub const FIRST: Self = Self { sequence: 1, supersedes: None };
}

//! An office's roll-up (汇总): the units that it counted, and the state of each. Sums are computed by the reader.

use super::{LinePosition, PackRef, Stated};
use crate::{
    evaluate::Verdict,
    id::{Digest, LevelId, UnitCode},
    period::Period,
};

/// An office's count for one document, level and period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollup {
    /// The signing party; its unit is the area.
    pub stated: Stated,
    /// Its place among this office's roll-ups of the same thing.
    pub place: LinePosition,
    /// The area's name, as the office writes it.
    pub area_name: String,
    /// The document.
    pub pack: PackRef,
    /// The level or award of it.
    pub level: LevelId,
    /// The period.
    pub period: Period,
    /// Digests of the overlays that were in force, ordered.
    pub overlays: Vec<Digest>,
    /// Its direct children, ordered: the files that it was made from, roll-ups of units below included.
    pub children: Vec<Digest>,
    /// The units that are to report, ordered; the base of every rate.
    pub expected: Vec<UnitCode>,
    /// The state of each unit that reported, ordered by unit, each once.
    pub counted: Vec<Counted>,
    /// Units with two files side by side, ordered; none of them is in `counted`.
    pub unsettled: Vec<UnitCode>,
}

/// The state of one unit in a roll-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The unit.
    pub unit: UnitCode,
    /// The unit's file.
    pub bundle: Digest,
    /// Its verdict, as the office recomputed it.
    pub verdict: Verdict,
    /// `true` where later days or statements can still change it.
    pub provisional: bool,
    /// The office's decision about the unit; `None` without one.
    pub recognition: Option<Digest>,
    /// The decision that removed the unit's name, whichever office signed it; `None` without one.
    pub removed: Option<Digest>,
}

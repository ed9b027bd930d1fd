//! An office's roll-up (汇总): which units it counted, and how each stands. Adds nothing up.

use super::{PackRef, Place, Stated};
use crate::{
    evaluate::Verdict,
    id::{Digest, LevelId, UnitCode},
    period::Period,
};

/// What an office counted for one document, level and period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollup {
    /// Who signs; the party's unit is the area.
    pub stated: Stated,
    /// Its place among this office's roll-ups of the same thing.
    pub place: Place,
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
    /// Its direct children, ordered: the files that it was made from, roll-ups from below included.
    pub children: Vec<Digest>,
    /// Units that are to report, ordered; the base of every rate.
    pub expected: Vec<UnitCode>,
    /// How each unit stands that reported, ordered by unit, each once.
    pub counted: Vec<Counted>,
    /// Units of which two files stand side by side, ordered; none of them is in `counted`.
    pub unsettled: Vec<UnitCode>,
}

/// How one unit stands in a roll-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The unit.
    pub unit: UnitCode,
    /// The unit's file.
    pub bundle: Digest,
    /// Its verdict, as the office recomputed it.
    pub verdict: Verdict,
    /// Whether later days or statements can still change it.
    pub provisional: bool,
    /// The office's decision about the unit, where there is one.
    pub recognition: Option<Digest>,
    /// The decision that took the unit's name back, where one did, whichever office signed it.
    pub removed: Option<Digest>,
}

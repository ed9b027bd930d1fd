//! How the units of an area stand, counted. Sees one standing a unit; reads no files and trusts no claim.

mod merge;
mod outlook;
mod yearly;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    evaluate::{Evaluation, Verdict},
    id::{Digest, LevelId, PackId, UnitCode},
    period::Period,
};

pub use merge::{About, Merged};
pub use outlook::{Outlook, Told, outlook};
pub use yearly::{counted_periods, tally_of_reviews, together};

/// What one standing is about: files about the same key replace, never add to, one another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Whose standing.
    pub unit: UnitCode,
    /// Under which document.
    pub pack: PackId,
    /// For which level or award.
    pub level: LevelId,
    /// In which period.
    pub period: Period,
}

/// How one unit stands by the recomputed verdict of the file that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The recomputed verdict.
    pub verdict: Verdict,
    /// Whether it can still change.
    pub provisional: bool,
    /// The bundle it comes from.
    pub bundle: Digest,
}

impl Standing {
    /// The standing that an evaluation of `bundle` gives.
    #[must_use]
    pub fn new(evaluation: &Evaluation, bundle: Digest) -> Self {
        Self { verdict: evaluation.verdict, provisional: evaluation.provisional, bundle }
    }
}

/// Units counted by how they stand. Every expected unit is in exactly one of `qualified`, `not_qualified`,
/// `undetermined` and `missing`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Units that are to report; the base of every rate.
    pub expected: i64,
    /// Of these, units that reported.
    pub reported: i64,
    /// 达标.
    pub qualified: i64,
    /// Of `qualified`, those whose verdict can still change.
    pub provisional: i64,
    /// 未达标 or 一票否决.
    pub not_qualified: i64,
    /// 待填.
    pub undetermined: i64,
    /// Units that did not report.
    pub missing: i64,
}

/// Counts how the expected units stand. Units that are not expected do not count.
#[must_use]
pub fn tally(expected: &BTreeSet<UnitCode>, standings: &BTreeMap<UnitCode, Standing>) -> Tally {
    let mut tally = Tally::default();
    for unit in expected {
        tally.expected += 1;
        let Some(standing) = standings.get(unit) else {
            tally.missing += 1;
            continue;
        };
        tally.reported += 1;
        match standing.verdict {
            Verdict::Qualified => {
                tally.qualified += 1;
                tally.provisional += i64::from(standing.provisional);
            }
            Verdict::NotQualified | Verdict::Vetoed | Verdict::Barred => tally.not_qualified += 1,
            Verdict::Open | Verdict::Pending | Verdict::AwaitsOverlay => tally.undetermined += 1,
        }
    }
    tally
}

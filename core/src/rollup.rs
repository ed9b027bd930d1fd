//! Counting: the files, decisions and roll-ups that count, the state of each unit, and the totals of an area.

mod answers;
mod counts;
mod decisions;
mod halves;
mod merge;
mod outcomes;
mod outlook;
mod pile;
mod stand;
mod yearly;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    evaluate::{Evaluation, Verdict},
    id::{Digest, UnitCode},
};

pub use answers::answer;
pub use counts::Counts;
pub use decisions::{Decisions, SignedDecision, counting, stands, taken_back};
pub use halves::{half_yearly, halves_of, quarters_of};
pub use merge::{CountedSubject, MergedUnits};
pub use outcomes::{Joined, OutcomeEntry, Outcomes, joined};
pub use outlook::{LevelPoints, Outlook, Told, outlook};
pub use pile::{CountedPlace, Kept, Pile};
pub use stand::{Reported, Stand, area_stand, stand};
pub use yearly::{counted_periods, tally_of_reviews, together};

/// The verdict on one unit, recomputed from the file that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitStanding {
    /// The recomputed verdict.
    pub verdict: Verdict,
    /// `true` where it can still change.
    pub provisional: bool,
    /// The bundle it comes from.
    pub bundle: Digest,
}

impl UnitStanding {
    /// Builds the standing from an evaluation of `bundle`.
    #[must_use]
    pub fn new(evaluation: &Evaluation, bundle: Digest) -> Self {
        Self { verdict: evaluation.verdict, provisional: evaluation.provisional, bundle }
    }
}

/// Expected units, counted by verdict. Every one is in exactly one of `qualified`, `not_qualified`, `undetermined` and
/// `missing`.
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

/// Counts the expected units by verdict. Units that are not expected do not count.
#[must_use]
pub fn tally(expected: &BTreeSet<UnitCode>, standings: &BTreeMap<UnitCode, UnitStanding>) -> Tally {
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

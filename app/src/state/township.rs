//! The table of a township's units in a period, made from the files that are here. Pure.

pub mod came;
pub mod half;
pub mod intake;
mod place;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use cunping_core::{
    bundle::{Severity, States, Supersession},
    evaluate::{Evaluation, Verdict},
    id::{Digest, RuleId, UnitCode},
    rollup::{Tally, UnitStanding, tally},
    truth::Finding,
};

use crate::{store::ListedUnit, worker::ReviewedSheet};

pub use cunping_core::rollup::{CountedSubject, Stand};
pub use place::place;

/// Reviewed files by digest.
pub type Sheets = BTreeMap<Digest, Arc<ReviewedSheet>>;

/// The units of a township in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitsTable {
    /// The expected units in their order, then the others by code.
    pub lines: Vec<UnitLine>,
    /// The tally of the expected units.
    pub tally: Tally,
}

/// One unit of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLine {
    /// The unit.
    pub unit: UnitCode,
    /// Its name: the one in the list if it is expected, else the one in its file.
    pub name: String,
    /// True if it is on the list of units that are to report.
    pub expected: bool,
    /// Which of its files counts, or why none does.
    pub stand: Stand,
    /// Its files about the period, the latest sequence number first.
    pub files: Vec<UnitFile>,
}

/// One file of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFile {
    /// The results of its review.
    pub sheet: Arc<ReviewedSheet>,
    /// Its place in the chain of the unit's files; `None` for a file that takes no part, such as one that another unit
    /// signed.
    pub supersession: Option<Supersession>,
}

impl UnitFile {
    /// Returns the digest of the file.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.sheet.seen.digest
    }

    /// Returns its states, with the one on supersession.
    #[must_use]
    pub fn states(&self) -> States {
        States { supersession: self.supersession.clone(), ..self.sheet.states.clone() }
    }
}

/// The choice of lines to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Every line.
    #[default]
    Everything,
    /// Expected units without a file that counts: those that the tally counts as missing.
    Missing,
    /// Units with a file that somebody should look at.
    Problems,
    /// Units that do not qualify.
    NotMet,
}

impl Show {
    /// Every choice, in order.
    pub const ALL: [Self; 4] = [Self::Everything, Self::Missing, Self::Problems, Self::NotMet];

    /// Returns whether a line is shown.
    #[must_use]
    pub fn shows(self, line: &UnitLine) -> bool {
        match self {
            Self::Everything => true,
            Self::Missing => line.expected && !matches!(line.stand, Stand::Counted(_)),
            Self::Problems => line.has_problem(),
            Self::NotMet => line
                .counted()
                .is_some_and(|it| matches!(it.verdict, Verdict::NotQualified | Verdict::Vetoed | Verdict::Barred)),
        }
    }
}

impl UnitLine {
    /// Returns the file that is shown for the unit: the one that counts, or the first to look at; `None` if there is
    /// none.
    #[must_use]
    pub fn head(&self) -> Option<&UnitFile> {
        match self.stand {
            Stand::Counted(digest) | Stand::NotCounted(digest) => self.files.iter().find(|it| it.digest() == digest),
            Stand::Missing | Stand::Unsettled => self.files.first(),
        }
    }

    /// Returns the evaluation of the file that counts.
    #[must_use]
    pub fn counted(&self) -> Option<&Evaluation> {
        match self.stand {
            Stand::Counted(_) => self.head()?.sheet.evaluation.as_ref(),
            _ => None,
        }
    }

    /// Returns whether somebody should look at the unit's files.
    #[must_use]
    pub fn has_problem(&self) -> bool {
        let worst = |it: &UnitFile| it.states().worst().map(|(severity, _)| severity);
        match self.stand {
            Stand::Missing => false,
            Stand::NotCounted(_) | Stand::Unsettled => true,
            Stand::Counted(_) => !self.expected || self.head().and_then(worst) >= Some(Severity::Attention),
        }
    }

    /// Returns the one criterion that keeps the unit from qualifying; `None` if none or several do.
    #[must_use]
    pub fn one_away(&self) -> Option<&RuleId> {
        let open = |finding| matches!(finding, Finding::NotMet | Finding::Undetermined);
        let criteria = &self.counted()?.criteria;
        let mut blocking = criteria.iter().filter(|criterion| open(criterion.finding)).map(|criterion| &criterion.id);
        blocking.next().filter(|_| blocking.next().is_none())
    }
}

impl UnitsTable {
    /// Makes the table of a scope. `sheets` are those of the files that are not hidden.
    #[must_use]
    pub fn new<'a>(
        scope: &CountedSubject,
        expected: &[ListedUnit],
        sheets: impl IntoIterator<Item = &'a Arc<ReviewedSheet>>,
    ) -> Self {
        let mut by_unit: BTreeMap<UnitCode, Vec<Arc<ReviewedSheet>>> = BTreeMap::new();
        for sheet in sheets.into_iter().filter(|sheet| scope.holds(&sheet.seen.slot)) {
            by_unit.entry(sheet.seen.slot.unit).or_default().push(Arc::clone(sheet));
        }
        let listed = expected.iter().map(|unit| (unit.code, unit.name.clone(), true));
        let codes: BTreeSet<UnitCode> = expected.iter().map(|unit| unit.code).collect();
        let others = by_unit.iter().filter(|(code, _)| !codes.contains(code));
        let others = others.map(|(code, sheets)| {
            (*code, sheets.first().map_or_else(String::new, |sheet| sheet.unit_name.clone()), false)
        });
        let lines: Vec<UnitLine> = listed
            .chain(others)
            .map(|(unit, name, expected)| {
                let (stand, files) = place(by_unit.get(&unit).map_or(&[], Vec::as_slice));
                UnitLine { unit, name, expected, stand, files }
            })
            .collect();
        let mut table = Self { lines, tally: Tally::default() };
        table.tally = tally(&codes, &table.standings());
        table
    }

    /// Returns the results of the expected units that have a file that counts.
    #[must_use]
    pub fn standings(&self) -> BTreeMap<UnitCode, UnitStanding> {
        let standing = |line: &UnitLine| {
            let Stand::Counted(digest) = line.stand else { return None };
            Some((line.unit, UnitStanding::new(line.counted()?, digest)))
        };
        self.lines.iter().filter(|line| line.expected).filter_map(standing).collect()
    }
}

#[cfg(test)]
pub(super) mod tests;

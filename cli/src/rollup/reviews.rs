//! Takes the results of offices' reviews from tables, whole or not at all.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use cunping_core::{
    id::UnitCode,
    pack::Pack,
    period::Period,
    review_table::{self, ReviewFault, ReviewProblem, ReviewRow},
    rollup::CountedPlace,
};
use cunping_text::problem;

use crate::{
    fault::FileFault,
    input::{self, Texts},
    stop::{Done, Stop},
};

/// The results of reviews, by place and year.
#[derive(Default)]
pub(super) struct Reviews {
    outcomes: BTreeMap<(CountedPlace, Period), BTreeMap<UnitCode, bool>>,
    /// Every row with the name of its table.
    rows: Vec<(String, ReviewRow)>,
}

impl Reviews {
    /// Reads tables (`cunping_core::review_table`), also those that Windows saved in GB 18030 or UTF-16; none is used
    /// unless every line of each fits.
    ///
    /// # Errors
    ///
    /// After every line that does not fit, or contradicts another, has been printed.
    pub(super) fn read(files: &[PathBuf], packs: &[Pack], texts: &Texts) -> Done<Self> {
        let (mut reviews, mut wrong) = (Self::default(), false);
        input::each_whole(files, review_table::MOST_BYTES, |input| {
            let faults = match review_table::read(&input.bytes, problem::review_outcome) {
                Ok(rows) => reviews.take(&input.name, rows, packs),
                Err(faults) => faults,
            };
            wrong |= !faults.is_empty();
            faults.iter().try_for_each(|fault| refuse(texts, &input.name, fault))
        })?;
        if wrong { Err(Stop::silent(3)) } else { Ok(reviews) }
    }

    /// Adds rows, and returns those that contradict another table or that no document counts.
    fn take(&mut self, name: &str, rows: Vec<ReviewRow>, packs: &[Pack]) -> Vec<ReviewFault> {
        let mut faults = Vec::new();
        for row in rows {
            if let Err(fault) = review_table::level_of(&row, packs) {
                faults.push(fault);
                continue;
            }
            let units = self.outcomes.entry((place(&row), row.year)).or_default();
            if *units.entry(row.unit).or_insert(row.passed) != row.passed {
                let (line, text) = (row.line, row.unit.to_string());
                let other = self.rows.iter().find(|it| it.1.unit == row.unit && it.1.year == row.year);
                let why = ReviewProblem::Contradicts(other.map_or(0, |it| it.1.line));
                faults.push(ReviewFault { line, column: 0, text, why });
            }
            self.rows.push((name.to_owned(), row));
        }
        faults
    }

    /// Checks that every reviewed unit is among those that are to report; `expected` returns those of a place, empty
    /// where nobody knows them.
    ///
    /// # Errors
    ///
    /// After every line about another unit has been printed.
    pub(super) fn check(
        &self,
        texts: &Texts,
        mut expected: impl FnMut(&CountedPlace, Period) -> BTreeSet<UnitCode>,
    ) -> Done {
        let known: BTreeMap<_, _> =
            self.outcomes.keys().map(|(place, year)| ((place.clone(), *year), expected(place, *year))).collect();
        let mut wrong = false;
        for (name, row) in &self.rows {
            let units = known.get(&(place(row), row.year));
            if units.is_some_and(|units| !units.is_empty() && !units.contains(&row.unit)) {
                wrong = true;
                let (line, text) = (row.line, row.unit.to_string());
                refuse(texts, name, &ReviewFault { line, column: 1, text, why: ReviewProblem::NotExpected })?;
            }
        }
        if wrong { Err(Stop::silent(3)) } else { Ok(()) }
    }

    /// Returns for each reviewed unit of a place whether it passed in a year.
    pub(super) fn of(&self, place: &CountedPlace, year: Period) -> BTreeMap<UnitCode, bool> {
        self.outcomes.get(&(place.clone(), year)).cloned().unwrap_or_default()
    }

    /// Lists the places and years that have reviews.
    pub(super) fn places(&self) -> impl Iterator<Item = &(CountedPlace, Period)> {
        self.outcomes.keys()
    }
}

fn place(row: &ReviewRow) -> CountedPlace {
    CountedPlace { area: row.unit.above(), pack: row.pack.clone(), level: row.level.clone(), example: false }
}

fn refuse(texts: &Texts, name: &str, fault: &ReviewFault) -> Done {
    let name = match (fault.line, fault.column) {
        (0, _) => name.to_owned(),
        (line, 0) => format!("{name}:{line}"),
        (line, column) => format!("{name}:{line}:{column}"),
    };
    let words = problem::review_fault(texts.lang, fault);
    FileFault::refuse(&[FileFault::whole(fault.why.code(), words)], texts, &name)
}

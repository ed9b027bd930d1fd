//! Reads the results of offices' reviews of units from a table.

use std::{collections::BTreeMap, path::PathBuf};

use cunping_core::{id::UnitCode, period::Period, rollup::CountedPlace};
use cunping_text::{lang::Lang, problem};

use crate::{
    input, output,
    stop::{Done, Stop},
};

/// The results of reviews, by place and year.
#[derive(Default)]
pub(super) struct Reviews(BTreeMap<(CountedPlace, Period), BTreeMap<UnitCode, bool>>);

impl Reviews {
    /// Reads tables of `unit,pack,level,year,passed` or `…,failed`; none is used unless every line fits.
    ///
    /// # Errors
    ///
    /// After every line that does not fit, or contradicts another, has been printed.
    pub(super) fn read(files: &[PathBuf], lang: Lang) -> Done<Self> {
        let (mut reviews, mut wrong) = (Self::default(), false);
        input::each(files, 16 << 20, |input| {
            let text = String::from_utf8_lossy(&input.bytes);
            let lines = text.trim_start_matches('\u{feff}').lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
            for (number, line) in lines.filter(|(_, line)| !line.is_empty() && *line != HEADER) {
                if !outcome(line).is_some_and(|review| reviews.take(review)) {
                    wrong = true;
                    output::problem(&format!("{}:{number}", input.name), &problem::review_line(lang, line))?;
                }
            }
            Ok(())
        })?;
        if wrong { Err(Stop::silent(3)) } else { Ok(reviews) }
    }

    /// Adds a result; returns false if it contradicts an earlier one.
    fn take(&mut self, (about, unit, passed): ReviewLine) -> bool {
        *self.0.entry(about).or_default().entry(unit).or_insert(passed) == passed
    }

    /// Returns for each reviewed unit of a place whether it passed in a year.
    pub(super) fn of(&self, place: &CountedPlace, year: Period) -> BTreeMap<UnitCode, bool> {
        self.0.get(&(place.clone(), year)).cloned().unwrap_or_default()
    }

    /// Lists the places and years that have reviews.
    pub(super) fn places(&self) -> impl Iterator<Item = &(CountedPlace, Period)> {
        self.0.keys()
    }
}

/// The place and year, the unit, and true if it passed.
type ReviewLine = ((CountedPlace, Period), UnitCode, bool);

const HEADER: &str = "unit,pack,level,year,outcome";

fn outcome(line: &str) -> Option<ReviewLine> {
    let fields: Vec<&str> = line.split(',').map(str::trim).collect();
    let [unit, pack, level, year, outcome] = fields.as_slice() else { return None };
    let passed = match *outcome {
        "passed" => true,
        "failed" => false,
        _ => return None,
    };
    let year = year.parse::<Period>().ok().filter(|period| period.whole_year() == *period)?;
    let unit: UnitCode = unit.parse().ok()?;
    let place =
        CountedPlace { area: unit.above(), pack: pack.parse().ok()?, level: level.parse().ok()?, example: false };
    Some(((place, year), unit, passed))
}

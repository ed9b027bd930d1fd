//! The dates and numbers of a document's plan: targets, deadlines, steps of the procedure.

use std::collections::BTreeMap;

use chrono::{Datelike, Months};

use super::Words;
use crate::{
    days::Day,
    id::{LevelId, NoteId, RuleId},
    period::{Part, Period},
};

/// The time for which a document is carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Its last day.
    pub until: Day,
    /// The clause.
    pub clause: String,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

impl Scheme {
    /// Tells whether a period begins after the last day.
    #[must_use]
    pub fn is_over(&self, period: Period) -> bool {
        self.until < period.days().first()
    }
}

/// A share of units that is to qualify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its id, such as `target.rising`.
    pub id: RuleId,
    /// The target, in a few words.
    pub label: Words,
    /// The clause.
    pub clause: String,
    /// The level whose units are counted.
    pub level: LevelId,
    /// The result that a unit must have reached to count.
    pub counts: CountsFrom,
    /// The periods of the year in which it must have reached it.
    pub periods: CountedPeriods,
    /// `true` for a share that the document strives for (力争), `false` for one that it ensures (确保).
    pub aim: bool,
    /// The share that holds from a year on, ordered by year.
    pub shares: Vec<DatedShare>,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// The result that a unit must have reached to count for a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountsFrom {
    /// The document's verdict.
    #[default]
    Qualified,
    /// An office's review (复核合格).
    Reviewed,
}

/// The periods of its year in which a unit must have reached what a target counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountedPeriods {
    /// In the period of the award, where that is the year.
    #[default]
    Awarded,
    /// In the last rated quarter.
    LastQuarter,
    /// In every quarter that the document rates.
    EveryQuarter,
}

/// The advantage that a share of qualifying units gives the unit above (优先确认). It never replaces that unit's own
/// standards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Its id, such as `priority.township`.
    pub id: RuleId,
    /// The advantage, in a few words.
    pub label: Words,
    /// The clause.
    pub clause: String,
    /// The level whose units are counted.
    pub of: LevelId,
    /// The least share: numerator and denominator; the denominator is more than 0.
    pub share: (i64, i64),
    /// The level whose unit gets the advantage.
    pub gives: LevelId,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// Points in another assessment for units that qualify, in hundredths of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bonus {
    /// The clause.
    pub clause: String,
    /// The bonus, in a few words.
    pub label: Words,
    /// The points for each qualifying unit of a level.
    pub each: BTreeMap<LevelId, i64>,
    /// The most points in all.
    pub cap: i64,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// A value or text that a document leaves to others, or refers to without containing it. An overlay supplies it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its id, such as `reference.pass-mark`.
    pub id: NoteId,
    /// The kind of thing that is missing.
    pub kind: ReferenceKind,
    /// The level it concerns; `None` for all.
    pub level: Option<LevelId>,
    /// The clause.
    pub clause: String,
    /// The reference, in a few words.
    pub label: Words,
    /// The office that is to supply it.
    pub who: Words,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// The kind of thing that a document leaves to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// Points of sections or criteria.
    Weights,
    /// The pass mark.
    PassMark,
    /// Further criteria that veto.
    VetoList,
    /// A text that the document names and does not contain.
    Text,
    /// A published figure to compare with; its smallest step is `10^-decimals`.
    Value {
        /// The number of decimals.
        decimals: u8,
    },
}

/// A share with the years it holds for and its clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedShare {
    /// First year.
    pub from: i32,
    /// Last year; `None` where the document names none.
    pub to: Option<i32>,
    /// The numerator: at least `part` of `whole` units.
    pub part: i64,
    /// The denominator, more than 0.
    pub whole: i64,
    /// The clause of the figure.
    pub clause: String,
}

/// A deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Its id.
    pub id: NoteId,
    /// The clause.
    pub clause: String,
    /// The one who has to act: a level's unit or an office.
    pub who: Words,
    /// The thing that is due.
    pub what: Words,
    /// The phrase as printed, such as 每年1月10日前; empty where no date is printed.
    pub printed: String,
    /// The date.
    pub falls: Falls,
    /// The levels it concerns; empty for offices only.
    pub levels: Vec<LevelId>,
    /// The kind of file that is in time up to this day; `None` where the day is for something else.
    pub hands_in: Option<HandsIn>,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

impl Deadline {
    /// Returns the last day of this date that belongs to a period: for a year the first such day after it has ended,
    /// for a quarter the day of the quarter that follows. Returns `None` where the document names no day, or none for
    /// this kind of period.
    #[must_use]
    pub fn due_for(&self, period: Period) -> Option<Day> {
        let end = period.days().last();
        match (self.falls, period.part()) {
            (Falls::Yearly { to: (month, day), .. }, Part::Year) => {
                (0..=1).filter_map(|years| Day::from_ymd_opt(end.year() + years, month, day)).find(|due| end < *due)
            }
            (Falls::QuarterlyBy { month, day, from }, Part::Quarter(_)) => {
                let first = end.succ_opt()?;
                let due = first.checked_add_months(Months::new(u32::from(month) - 1))?.with_day(u32::from(day))?;
                Some(due).filter(|due| from.is_none_or(|from| from <= *due))
            }
            _ => None,
        }
    }
}

/// A kind of file for which a document sets a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandsIn {
    /// A unit's own assessment (自评).
    Assessment,
    /// A monitoring unit's opinion.
    Opinion,
    /// An office's roll-up of the units below it.
    Rollup,
}

/// The date on which something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Falls {
    /// Once, within these days.
    Once {
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
    },
    /// Every year, on or before a day (month, day); reminders go to the same day.
    Yearly {
        /// First day, as (month, day), where one is named; it may lie in the year before.
        from: Option<(u32, u32)>,
        /// Last day on which it is on time under every reading, as (month, day).
        to: (u32, u32),
    },
    /// After every quarter, on or before a day of the quarter that follows.
    QuarterlyBy {
        /// The month of the following quarter, 1 to 3.
        month: u8,
        /// The last day of that month which is on time under every reading.
        day: u8,
        /// The first such day.
        from: Option<Day>,
    },
    /// After every quarter; no day is stated.
    Quarterly,
    /// After every half-year; no day is stated.
    HalfYearly,
    /// At the end of the year; no day is stated.
    YearEnd,
    /// No date is stated.
    Undated,
}

/// A step of the procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: NoteId,
    /// The clause.
    pub clause: String,
    /// The step's official name, such as 自评申报.
    pub title: String,
    /// A description of the step.
    pub text: Words,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

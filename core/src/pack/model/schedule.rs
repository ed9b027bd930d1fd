//! What a document wants by when: targets, deadlines, steps of the procedure. Knows no today.

use std::collections::BTreeMap;

use chrono::{Datelike, Months};

use super::Words;
use crate::{
    days::Day,
    id::{LevelId, NoteId, RuleId},
    period::{Part, Period},
};

/// A share of units that is to qualify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its id, such as `target.rising`.
    pub id: RuleId,
    /// What it asks, in a few words.
    pub label: Words,
    /// Where it stands.
    pub clause: String,
    /// Which units are counted.
    pub level: LevelId,
    /// What a unit must have reached to count.
    pub counts: Counts,
    /// In which periods of the year.
    pub periods: CountedPeriods,
    /// Whether the document ensures it (确保) or strives for it (力争).
    pub aim: bool,
    /// The share that holds from a year on, ordered by year.
    pub shares: Vec<DatedShare>,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// What a unit must have reached to count for a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counts {
    /// The document's verdict.
    #[default]
    Qualified,
    /// An office's review (复核合格).
    Reviewed,
}

/// In which periods of its year a unit must have reached what a target counts.
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

/// What the share of units that qualify gives the unit above (优先确认). Never replaces that unit's own standards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Its id, such as `priority.township`.
    pub id: RuleId,
    /// What it says, in a few words.
    pub label: Words,
    /// Where it stands.
    pub clause: String,
    /// Which units are counted.
    pub of: LevelId,
    /// At least the first of the second number; the second is more than 0.
    pub share: (i64, i64),
    /// Which level's unit gets it.
    pub gives: LevelId,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// Points in another assessment for units that qualify, in hundredths of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bonus {
    /// Where it stands.
    pub clause: String,
    /// What it says, in a few words.
    pub label: Words,
    /// For each qualifying unit of a level.
    pub each: BTreeMap<LevelId, i64>,
    /// At most, in all.
    pub cap: i64,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// What a document leaves to others, or refers to without containing it. An overlay brings it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its id, such as `reference.pass-mark`.
    pub id: NoteId,
    /// What kind of thing is missing.
    pub kind: ReferenceKind,
    /// The level it concerns; all where none is named.
    pub level: Option<LevelId>,
    /// Where the document speaks of it.
    pub clause: String,
    /// What it is, in a few words.
    pub label: Words,
    /// Who is to supply it.
    pub who: Words,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

/// What kind of thing a document leaves to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// Points of sections or criteria.
    Weights,
    /// The least score that passes.
    PassMark,
    /// Further criteria that veto.
    VetoList,
    /// A text that the document names and does not contain.
    Text,
    /// A published figure to compare with; its smallest step is `10^-decimals`.
    Value {
        /// How many decimals.
        decimals: u8,
    },
}

/// A share with the years it holds for and its clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedShare {
    /// First year.
    pub from: i32,
    /// Last year; open where the document names none.
    pub to: Option<i32>,
    /// At least `part` of `whole`.
    pub part: i64,
    /// See `part`; more than 0.
    pub whole: i64,
    /// Where the figure stands.
    pub clause: String,
}

/// Something due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Its id.
    pub id: NoteId,
    /// Where it stands.
    pub clause: String,
    /// Who owes it: a level's unit or an office.
    pub who: Words,
    /// What is owed.
    pub what: Words,
    /// The phrase as printed, such as 每年1月10日前; empty where no date is printed.
    pub printed: String,
    /// When it falls.
    pub falls: Falls,
    /// The levels it concerns; empty for offices only.
    pub levels: Vec<LevelId>,
    /// The kind of file that is in time up to this day; none where the day is for something else.
    pub hands_in: Option<HandsIn>,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

impl Deadline {
    /// The last day of this date that belongs to a period: for a year the first such day after it has ended, for a
    /// quarter the day of the quarter that follows. `None` where the document names no day, or none for this kind of
    /// period.
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
}

/// When something is due.
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
        /// Which month of the following quarter, 1 to 3.
        month: u8,
        /// Which day of it is on time under every reading.
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
    /// Where it stands.
    pub clause: String,
    /// The step's official name, such as 自评申报.
    pub title: String,
    /// What happens.
    pub text: Words,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
}

//! What a document wants by when: targets, deadlines, steps of the procedure. Knows no today.

use super::Words;
use crate::{
    days::Day,
    id::{LevelId, NoteId, RuleId},
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
    /// The share that holds from a year on, ordered by year.
    pub shares: Vec<DatedShare>,
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
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
    /// The readings it rests on.
    pub readings: Vec<NoteId>,
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

//! What is due at a workplace: core says when, its files say what was signed.

use cunping_core::{
    bundle::Kind,
    days::Day,
    due::{Due, due},
    pack::{HandsIn, Level},
    period::Period,
};

use super::Here;
use crate::store::{Direction, FileRecord, Role};

/// A kind of file that a workplace owes, and the level that it is about.
pub type Owed = (&'static Level, HandsIn);

/// Returns what a workplace owes first: a village its assessment, an office what it says about the units that it follows.
#[must_use]
pub fn owed(here: &Here) -> Owed {
    match here.workplace.role {
        Role::Village => (here.level, HandsIn::Assessment),
        Role::Monitor => (here.followed, HandsIn::Opinion),
        Role::Township | Role::County => (here.followed, HandsIn::Rollup),
    }
}

/// Returns what is due of a kind at a workplace on a day, among the files of which those that were signed are looked for.
#[must_use]
pub fn at(here: &Here, (level, file): Owed, files: &[FileRecord], today: Day) -> Vec<Due<'static>> {
    let kind = match file {
        HandsIn::Assessment => Kind::Assessment,
        HandsIn::Opinion => Kind::Opinion,
        HandsIn::Rollup => Kind::Rollup,
    };
    let workplace = &here.workplace;
    // A period that ended before the unit got its present code was handed in under the code of that time. Of one that
    // ends later, whoever knows the present code still waits for a file. An opinion is about the code of another unit.
    let under = |file: &&FileRecord| {
        let ended = |since| file.period().is_some_and(|period| period.days().last() < since);
        file.unit == workplace.unit || file.is(Kind::Opinion) || workplace.code_since().is_none_or(ended)
    };
    let own = |file: &&FileRecord| file.direction == Direction::Sent && file.is(kind) && under(file);
    let signed = |period: Period| {
        let mut files = files.iter().filter(own).filter(|file| file.is_under(&here.pack.id, &level.id));
        files.any(|file| file.period() == Some(period))
    };
    due(here.pack, level, file, today, signed)
}

/// Returns the period that a workplace opens on a day: the first for which it is waited, or else the current period.
#[must_use]
pub fn opening(here: &Here, files: &[FileRecord], today: Day) -> Option<Period> {
    at(here, owed(here), files, today)
        .into_iter()
        .find(|due| due.is_waited_for(today))
        .map(|due| due.period)
        .or_else(|| here.first_period(today))
}

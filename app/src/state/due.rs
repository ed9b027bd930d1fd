//! What is due at a workplace: core says when, its files say what was signed.

use cunping_core::{
    bundle::Kind,
    days::Day,
    due::{Due, due},
    pack::HandsIn,
    period::Period,
};

use super::Here;
use crate::store::{Direction, FileRecord, Role};

/// Returns the kind of file that a workplace owes.
#[must_use]
pub fn owed(here: &Here) -> HandsIn {
    match here.workplace.role {
        Role::Village => HandsIn::Assessment,
        Role::Monitor => HandsIn::Opinion,
        Role::Township | Role::County => HandsIn::Rollup,
    }
}

/// Returns what is due at a workplace on a day, among the files of which those it owes are looked for.
#[must_use]
pub fn at(here: &Here, files: &[FileRecord], today: Day) -> Vec<Due<'static>> {
    let level = if here.collects() { here.followed } else { here.level };
    let file = owed(here);
    let kind = match file {
        HandsIn::Assessment => Kind::Assessment,
        HandsIn::Opinion => Kind::Opinion,
        HandsIn::Rollup => Kind::Rollup,
    };
    let own = |file: &&FileRecord| file.direction == Direction::Sent && file.is(kind);
    let signed = |period: Period| {
        let mut files = files.iter().filter(own).filter(|file| file.is_under(&here.pack.id, &level.id));
        files.any(|file| file.period() == Some(period))
    };
    due(here.pack, level, file, today, signed)
}

/// Returns the period that a workplace opens on a day: the first for which it is waited, or else the current period.
#[must_use]
pub fn opening(here: &Here, files: &[FileRecord], today: Day) -> Option<Period> {
    at(here, files, today)
        .into_iter()
        .find(|due| due.is_waited_for(today))
        .map(|due| due.period)
        .or_else(|| here.first_period(today))
}

//! Turns a line of the table into words. Core says which state is the worst.

use cunping_core::{
    bundle::{Decision, Settled, Severity, States},
    days::Day,
    pack::Level,
    period::Period,
};
use cunping_text::{
    lang::Lang,
    recognition as told,
    ui::{encrypt, export, recognition as words, township},
    when,
};

use crate::{
    components::{
        state_note::{FileNote, Weight},
        unit_table::UnitRow,
    },
    panels::notes::{fine, note, of_axis},
    routes::Route,
    state::township::{Stand, UnitLine},
    store::FileRecord,
};

/// Returns the row of a line. `file` is the record of the file that stands for the unit, `settled` where the unit
/// stands after the decisions of offices.
pub(super) fn row(
    lang: Lang,
    (level, period): (&Level, Period),
    line: &UnitLine,
    file: Option<&FileRecord>,
    settled: Option<&Settled>,
) -> UnitRow {
    let decided = settled.and_then(|settled| decided(lang, settled));
    let told = cunping_text::township::row(lang, level, period, (line.unit, &line.name), line.counted());
    UnitRow {
        unit: line.unit,
        name: told.name,
        to: Route::Unit(line.unit, period),
        verdict: told.verdict,
        provisional: told.as_of.map(|as_of| cunping_text::township::provisional(lang, as_of)),
        cells: told.cells,
        notes: decided.into_iter().chain(of_line(lang, level, line)).collect(),
        late: late(lang, line),
        arrival: line.head().map(|head| arrival(lang, head.sheet.seen.sequence, file)),
    }
}

/// Returns a note on what offices decided; `None` while a decision is waited for.
fn decided(lang: Lang, settled: &Settled) -> Option<FileNote> {
    let (weight, decision) = match settled {
        Settled::Waits(_) => return None,
        Settled::Qualified => (Weight::Fine, Decision::Qualified),
        Settled::NotQualified(_) => (Weight::Aside, Decision::NotQualified),
        Settled::Returned(_) => (Weight::LookAt, Decision::Returned),
        Settled::Removed(_) => return Some(note(Weight::Out, &words::stands(lang, words::removed(lang)), "")),
        Settled::Forbidden(_) => {
            return Some(note(Weight::Out, words::forbidden_stands(lang), words::forbidden_next(lang)));
        }
        Settled::Conflict(_) => {
            return Some(note(Weight::Out, &words::in_conflict(lang, 1), words::conflict_next(lang)));
        }
    };
    Some(note(weight, &words::stands(lang, told::decision(lang, &decision).word), ""))
}

/// Lists the late entries of the file that stands for the unit, each with the day on which it was made; `None` if
/// there are none.
fn late(lang: Lang, line: &UnitLine) -> Option<String> {
    let late = &line.head()?.sheet.late;
    let one = |(day, stated): &(Day, Day)| township::late_one(lang, &when::day(lang, *day), &when::day(lang, *stated));
    (!late.is_empty()).then(|| late.iter().map(one).collect::<Vec<_>>().join(lang.pick("；", "; ")))
}

/// Says which report of the unit a file is, and when it was first seen.
pub(super) fn arrival(lang: Lang, sequence: u32, file: Option<&FileRecord>) -> String {
    let sequence = export::sequence_of(lang, u64::from(sequence));
    match file {
        Some(file) => {
            let seen = township::seen_on(lang, &when::day(lang, file.first_seen.day));
            let encrypted = if file.encrypted { format!(" · {}", encrypt::mark(lang)) } else { String::new() };
            format!("{sequence} · {seen}{encrypted}")
        }
        None => sequence,
    }
}

/// Lists the notes on a line: that it is unexpected, and the worst state of its file, or that all is well.
fn of_line(lang: Lang, level: &Level, line: &UnitLine) -> Vec<FileNote> {
    let mut all = Vec::new();
    if !line.expected {
        all.push(note(Weight::LookAt, township::unexpected(lang), township::unexpected_do(lang)));
    }
    match (line.stand, line.head()) {
        (Stand::Unsettled, _) => all.push(note(Weight::Out, township::unsettled(lang), township::unsettled_do(lang))),
        (Stand::Counted(_) | Stand::NotCounted(_), Some(head)) => all.extend(worst(lang, level, &head.states())),
        (Stand::Missing, _) | (_, None) => return all,
    }
    if all.is_empty() {
        all.push(fine(lang));
    }
    all
}

/// Returns a note on the worst state that needs attention; milder ones are shown on the unit's own screen only.
fn worst(lang: Lang, level: &Level, states: &States) -> Option<FileNote> {
    let (severity, axis) = states.worst().filter(|(severity, _)| *severity >= Severity::Attention)?;
    Some(of_axis(lang, level, states, severity, axis))
}

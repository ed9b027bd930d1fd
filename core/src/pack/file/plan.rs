//! Reads targets, calendar, procedure and notes of a document.

mod reward;

pub(super) use reward::{bonus, priority, reference, reference_kind};

use chrono::Datelike;

use super::{
    criterion::rule,
    error::{ProblemKind, UnknownId},
    reader::{MAX_ENTRIES, PackReader},
};
use crate::{
    MAX_NUMBER,
    days::Day,
    id::NoteId,
    json::{Expected, Fields, MisfitReason, Node, Reader as _, Value},
    pack::{CountedPeriods, CountsFrom, DatedShare, Deadline, Falls, HandsIn, Note, Reading, Scheme, Step, Target},
};

pub(super) fn scheme(reader: &mut PackReader, node: Node<'_>) -> Option<Scheme> {
    reader.object(node, |f| {
        let (until, clause) = (f.need("until", PackReader::date), f.need("clause", PackReader::text));
        let readings = readings(f);
        Some(Scheme { until: until?, clause: clause?, readings })
    })
}

pub(super) fn target(reader: &mut PackReader, node: Node<'_>) -> Option<Target> {
    reader.object(node, |f| {
        let id = f.need("id", |reader, node| rule(reader, node, Some("target")));
        let (label, clause) = (f.need("label", PackReader::words), f.need("clause", PackReader::text));
        let level = f.need("level", |reader, node| reader.known(UnknownId::Level, node));
        let words = &["qualified", "reviewed"];
        let counts =
            f.maybe("counts", |reader, node| reader.word(node, words, &[CountsFrom::Qualified, CountsFrom::Reviewed]));
        let counts = counts.unwrap_or_default();
        let periods = f.maybe("periods", counted_periods).unwrap_or_default();
        let aim = f.maybe("strength", |reader, node| reader.word(node, &["ensured", "aim"], &[false, true]));
        let aim = aim.unwrap_or_default();
        let shares = f.some("shares", share).unwrap_or_default();
        if !shares.is_sorted_by(|a, b| a.to.is_some_and(|to| to < b.from)) {
            let overlap = shares.iter().enumerate().any(|(i, a)| shares.iter().skip(i + 1).any(|b| overlap(a, b)));
            let disorder = ProblemKind::Misfit(MisfitReason::Not(Expected::Ordered));
            f.problem::<()>("shares", if overlap { ProblemKind::YearsOverlap } else { disorder });
        }
        let readings = readings(f);
        Some(Target { id: id?, label: label?, clause: clause?, level: level?, counts, periods, aim, shares, readings })
    })
}

/// Tells whether two shares are for one year.
fn overlap(a: &DatedShare, b: &DatedShare) -> bool {
    a.to.is_none_or(|to| b.from <= to) && b.to.is_none_or(|to| a.from <= to)
}

fn share(reader: &mut PackReader, node: Node<'_>) -> Option<DatedShare> {
    let year = |reader: &mut PackReader, node: Node<'_>| i32::try_from(reader.whole(node, 2000, 2199)?).ok();
    reader.object(node, |f| {
        let (from, to) = (f.need("from", year), f.maybe("to", year));
        let part = f.need("part", |reader, node| reader.whole(node, 0, MAX_NUMBER));
        let whole = f.need("whole", |reader, node| reader.whole(node, 0, MAX_NUMBER));
        let clause = f.need("clause", PackReader::text);
        let (from, part, whole) = (from?, part?, whole?);
        f.reader.check(whole > 0 && part <= whole, node, || ProblemKind::BadShare);
        f.reader.check(to.is_none_or(|to| from <= to), node, || ProblemKind::Reversed);
        Some(DatedShare { from, to, part, whole, clause: clause? })
    })
}

fn counted_periods(reader: &mut PackReader, node: Node<'_>) -> Option<CountedPeriods> {
    let values = [CountedPeriods::Awarded, CountedPeriods::LastQuarter, CountedPeriods::EveryQuarter];
    reader.word(node, &["awarded", "last-quarter", "every-quarter"], &values)
}

pub(super) fn deadline(reader: &mut PackReader, node: Node<'_>) -> Option<Deadline> {
    reader.object(node, |f| {
        let (id, clause) = (f.need("id", note_id), f.need("clause", PackReader::text));
        let (who, what) = (f.need("who", PackReader::words), f.need("what", PackReader::words));
        let printed = f.maybe("printed", PackReader::text).unwrap_or_default();
        let falls = f.need("falls", falls);
        let levels = f.any("levels", |reader, node| reader.known(UnknownId::Level, node));
        let files = [HandsIn::Assessment, HandsIn::Opinion, HandsIn::Rollup];
        let words = &["assessment", "opinion", "rollup"];
        let hands_in = f.maybe("hands_in", |reader, node| reader.word(node, words, &files));
        let readings = readings(f);
        Some(Deadline {
            id: id?,
            clause: clause?,
            who: who?,
            what: what?,
            printed,
            falls: falls?,
            levels,
            hands_in,
            readings,
        })
    })
}

fn falls(reader: &mut PackReader, node: Node<'_>) -> Option<Falls> {
    if let Value::Text(_) = node.value {
        let words = &["quarterly", "half-yearly", "year-end", "undated"];
        return reader.word(node, words, &[Falls::Quarterly, Falls::HalfYearly, Falls::YearEnd, Falls::Undated]);
    }
    reader.object(node, |f| {
        if f.node.value.get("once").is_some() {
            return f.need("once", |reader, node| {
                let days = reader.list(node, MAX_ENTRIES, PackReader::date)?;
                let [from, to] = days[..] else {
                    return reader.problem(node.at, ProblemKind::WrongType("two days"));
                };
                reader.check(from <= to, node, || ProblemKind::Reversed)?;
                Some(Falls::Once { from, to })
            });
        }
        if f.node.value.get("quarterly").is_some() {
            return f.need("quarterly", |reader, node| reader.object(node, quarterly));
        }
        f.need("yearly", |reader, node| {
            reader.object(node, |f| {
                let (from, to) = (f.maybe("from", month_day), f.need("to", month_day));
                Some(Falls::Yearly { from, to: to? })
            })
        })
    })
}

/// Reads a day of a month of the following quarter, one that this month has in every quarter; `from` is such a day.
fn quarterly(f: &mut Fields<'_, PackReader>) -> Option<Falls> {
    let month = f.need("month", |reader, node| u8::try_from(reader.whole(node, 1, 3)?).ok());
    let last = if month == Some(2) { 28 } else { 30 };
    let day = f.need("day", |reader, node| u8::try_from(reader.whole(node, 1, last)?).ok());
    let from = f.maybe("from", |reader, node| {
        let from = reader.date(node)?;
        let fits = month.is_none_or(|month| from.month0() % 3 + 1 == u32::from(month))
            && day.is_none_or(|day| from.day() == u32::from(day));
        reader.check(fits, node, || ProblemKind::BadDay)?;
        Some(from)
    });
    Some(Falls::QuarterlyBy { month: month?, day: day?, from })
}

/// Reads a day of every year, `01-09`; 29 February is refused.
fn month_day(reader: &mut PackReader, node: Node<'_>) -> Option<(u32, u32)> {
    let text = reader.text(node)?;
    let parts = text.split_once('-').filter(|(month, day)| month.len() == 2 && day.len() == 2);
    let day = parts.and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
    let real = day.filter(|(month, day)| Day::from_ymd_opt(2001, *month, *day).is_some());
    real.or_else(|| reader.problem(node.at, ProblemKind::BadDay))
}

pub(super) fn step(reader: &mut PackReader, node: Node<'_>) -> Option<Step> {
    reader.object(node, |f| {
        let (id, clause) = (f.need("id", note_id), f.need("clause", PackReader::text));
        let (title, text) = (f.need("title", PackReader::text), f.need("text", PackReader::words));
        let readings = readings(f);
        Some(Step { id: id?, clause: clause?, title: title?, text: text?, readings })
    })
}

pub(super) fn note(reader: &mut PackReader, node: Node<'_>) -> Option<Note> {
    reader.object(node, note_fields)
}

pub(super) fn reading(reader: &mut PackReader, node: Node<'_>) -> Option<Reading> {
    reader.object(node, |f| {
        let note = note_fields(f);
        let alternative = f.maybe("alternative", PackReader::words);
        Some(Reading { note: note?, alternative })
    })
}

fn note_fields(f: &mut Fields<'_, PackReader>) -> Option<Note> {
    let (id, clause) = (f.need("id", note_id), f.need("clause", PackReader::text));
    let text = f.need("text", PackReader::words);
    let about = f.any("about", |reader, node| reader.known(UnknownId::Rule, node));
    Some(Note { id: id?, clause: clause?, text: text?, about })
}

pub(super) fn note_id(reader: &mut PackReader, node: Node<'_>) -> Option<NoteId> {
    let id = reader.id(node)?;
    reader.claim(UnknownId::Reading, &id, node);
    Some(id)
}

/// Reads a clause that may be left out where the parent's holds.
pub(super) fn clause(f: &mut Fields<'_, PackReader>) -> String {
    f.maybe("clause", PackReader::text).unwrap_or_default()
}

pub(super) fn readings(f: &mut Fields<'_, PackReader>) -> Vec<NoteId> {
    f.any("readings", |reader, node| reader.known(UnknownId::Reading, node))
}

//! Readings: each has its clause and its other meaning, and is cited where it decides.

use std::collections::BTreeSet;

use cunping_core::pack::{
    Check, Level, Pack,
    condition::{Condition, Filter},
};

use crate::files;

#[test]
fn every_reading_has_its_clause_and_its_other_meaning() {
    let mut lacking = Vec::new();
    for pack in files::authored().iter().map(|folder| files::pack(folder)) {
        assert!(!pack.readings.is_empty(), "{} reads nothing", pack.id);
        for reading in &pack.readings {
            let note = &reading.note;
            let other = reading.alternative.as_ref();
            let told = other.is_some_and(|it| it.zh != note.text.zh && it.en != note.text.en);
            if note.clause.is_empty() || !told {
                lacking.push(format!("{} {}", pack.id, note.id));
            }
        }
    }
    assert!(lacking.is_empty(), "without another meaning:\n{}", lacking.join("\n"));
}

/// The verdict of every level cites a reading of what the document asks of the whole, and its clause.
#[test]
fn every_verdict_names_the_readings_that_it_rests_on() {
    for pack in files::authored().iter().map(|folder| files::pack(folder)) {
        for level in &pack.levels {
            assert!(!level.result_readings.is_empty(), "{} {}", pack.id, level.id);
        }
    }
}

/// Where a document leaves a thing to be read, every check that asks for the thing cites the reading.
#[test]
fn checks_name_the_readings_that_they_lean_on() {
    for pack in files::authored().iter().map(|folder| files::pack(folder)) {
        let known: BTreeSet<&str> = pack.readings.iter().map(|it| it.note.id.as_str()).collect();
        for (_, check) in checks(&pack) {
            for (asks, readings) in leans_on(check) {
                let mut there = readings.iter().filter(|it| known.contains(**it)).peekable();
                let named = there.any(|it| check.readings.iter().any(|named| named.as_str() == *it));
                assert!(named, "{} {} asks for {asks} and names none of {readings:?}", pack.id, check.id);
            }
        }
    }
}

fn checks(pack: &Pack) -> impl Iterator<Item = (&Level, &Check)> {
    let criteria = pack.levels.iter().flat_map(|level| level.criteria.iter().map(move |it| (level, it)));
    criteria.flat_map(|(level, criterion)| criterion.checks.iter().map(move |check| (level, check)))
}

/// Lists the things that a check asks for and no document defines, with the readings that may define them.
fn leans_on(check: &Check) -> Vec<(&'static str, &'static [&'static str])> {
    let mut found = Vec::new();
    walk(&check.condition, &mut |it| match it {
        Condition::None { only, .. } | Condition::Count { only, .. } => {
            if asks_for(only, "grade") {
                found.push(("a grade", &["reading.grade", "reading.veto-grade"][..]));
            }
            if asks_for(only, "amount-yuan") {
                found.push(("an amount", &["reading.fraud-amount"][..]));
            }
            if asks_for(only, "repeated") {
                found.push(("a repetition", &["reading.repeated"][..]));
            }
        }
        Condition::Rank { .. } => found.push(("a rank", &["reading.rank-worst"][..])),
        Condition::Rises { .. } => found.push(("rises", &["reading.three-rises"][..])),
        _ => {}
    });
    found
}

fn walk<'c>(condition: &'c Condition, visit: &mut impl FnMut(&'c Condition)) {
    visit(condition);
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| walk(part, visit)),
        Condition::Not(part) | Condition::OpenUnless(part) | Condition::ApplicableIf { then: part, .. } => {
            walk(part, visit);
        }
        _ => {}
    }
}

fn asks_for(only: &Filter, attribute: &str) -> bool {
    let mut found = false;
    only.attributes(&mut |id| found |= id.as_str() == attribute);
    found
}

//! The day up to which facts are looked at: the whole of a period that is over, and what is answered within one.

use cunping_core::{
    evaluate::as_of,
    facts::{Facts, Says},
    pack::Level,
};

use crate::small::{day, document, happened, none, said};

/// A level that asks about these categories, one criterion each.
fn level(categories: &[&str]) -> Level {
    let one = |of: &&str| document(none(of), false).levels.remove(0);
    let mut level = one(&"crime");
    level.criteria = categories.iter().flat_map(|of| one(of).criteria).collect();
    level
}

fn facts(period: &str, complete: &[(&str, &str, &str)]) -> Facts {
    let mut facts = Facts::silent("999999001001".parse().unwrap(), period.parse().unwrap());
    let said = |(of, first, last): &(&str, &str, &str)| said(of, first, last, last, Says::Complete);
    facts.statements = complete.iter().map(said).collect();
    facts
}

#[test]
fn a_period_that_is_over_is_looked_at_whole() {
    let silent = facts("2026-Q1", &[]);
    assert_eq!(as_of(&level(&["crime"]), &silent, day("2026-11-22")), day("2026-03-31"));
    let early = facts("2026-Q1", &[("crime", "2026-01-01", "2026-02-03")]);
    assert_eq!(as_of(&level(&["crime"]), &early, day("2026-03-31")), day("2026-03-31"));
}

#[test]
fn within_a_period_the_oldest_answer_decides() {
    let level = level(&["crime", "fire", "cult"]);
    assert_eq!(as_of(&level, &facts("2026-Q4", &[]), day("2026-11-22")), day("2026-11-22"));
    let some = facts("2026-Q4", &[("crime", "2026-10-01", "2026-11-20"), ("fire", "2026-10-01", "2026-11-22")]);
    assert_eq!(as_of(&level, &some, day("2026-11-22")), day("2026-11-20"));
}

#[test]
fn an_incident_is_never_left_out() {
    let mut some = facts("2026-Q4", &[("fire", "2026-10-01", "2026-10-05")]);
    some.incidents.push(happened("crime", "2026-11-03"));
    assert_eq!(as_of(&level(&["crime", "fire"]), &some, day("2026-11-22")), day("2026-11-03"));
}

/// Otherwise registering one would have every open question ask about the days up to that one only.
#[test]
fn an_incident_alone_changes_nothing_of_other_days() {
    let mut one = facts("2026", &[]);
    one.incidents.push(happened("crime", "2026-09-10"));
    assert_eq!(as_of(&level(&["crime", "fire"]), &one, day("2026-11-29")), day("2026-11-29"));
    let mut answered = facts("2026", &[("fire", "2026-01-01", "2026-11-20")]);
    answered.incidents.push(happened("crime", "2026-09-10"));
    assert_eq!(as_of(&level(&["crime", "fire"]), &answered, day("2026-11-29")), day("2026-11-20"));
}

#[test]
fn a_period_that_has_not_begun_is_looked_at_on_no_day() {
    let silent = facts("2026-Q4", &[]);
    assert_eq!(as_of(&level(&["crime"]), &silent, day("2026-09-30")), day("2026-09-30"));
}

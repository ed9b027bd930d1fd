//! Statements about days: the days that they cover, and those that they leave open.

use cunping_core::{
    days::Days,
    evaluate::{SeenFacts, Verdict},
    facts::{
        Says::{Complete, Unknown},
        Statement,
    },
    pack::condition::{Compare, Condition, Filter},
    truth::Finding,
};

use crate::small::{day, document, happened, judge, none, said, the};

#[test]
fn silence_is_unknown() {
    let pack = document(none("crime"), false);
    let result = judge(&pack, "2026-Q1", "2026-03-31", &[], &[]);
    assert_eq!(the(&result).finding, Finding::Undetermined);
    assert_eq!(result.verdict, Verdict::Open);
    assert!(result.provisional);
}

#[test]
fn a_statement_says_nothing_about_the_days_after_it() {
    let pack = document(none("crime"), false);
    let march = [said("crime", "2026-01-01", "2026-03-10", "2026-03-10", Complete)];
    let so_far = judge(&pack, "2026-Q1", "2026-03-10", &[], &march);
    assert_eq!((so_far.verdict, so_far.provisional), (Verdict::Qualified, true));
    let later = judge(&pack, "2026-Q1", "2026-03-31", &[], &march);
    let missing = Days::new(day("2026-03-11"), day("2026-03-31"));
    assert_eq!(the(&later).checks[0].outcome.seen, SeenFacts::Incidents { counted: 0, unclear: 0, missing });
    assert_eq!(later.verdict, Verdict::Open);
}

#[test]
fn a_statement_that_claims_later_days_than_its_own_covers_up_to_its_own() {
    let pack = document(none("crime"), false);
    let early = [said("crime", "2026-01-01", "2026-03-31", "2026-03-30", Complete)];
    assert_eq!(judge(&pack, "2026-Q1", "2026-03-31", &[], &early).verdict, Verdict::Open);
}

#[test]
fn the_last_day_is_settled_by_a_statement_made_after_it() {
    let pack = document(none("crime"), false);
    for (made_on, provisional) in [("2026-12-31", true), ("2027-01-01", false)] {
        let year = [said("crime", "2026-01-01", "2026-12-31", made_on, Complete)];
        let result = judge(&pack, "2026", "2026-12-31", &[], &year);
        assert_eq!((result.verdict, result.provisional), (Verdict::Qualified, provisional), "{made_on}");
    }
}

#[test]
fn statements_about_parts_cover_the_whole_and_a_missing_day_does_not() {
    let pack = document(none("crime"), false);
    let first = said("crime", "2026-01-01", "2026-06-30", "2026-07-01", Complete);
    for (from, verdict) in [("2026-07-01", Verdict::Qualified), ("2026-07-02", Verdict::Open)] {
        let second = said("crime", from, "2026-12-31", "2027-01-04", Complete);
        assert_eq!(judge(&pack, "2026", "2026-12-31", &[], &[first.clone(), second]).verdict, verdict);
    }
}

#[test]
fn a_breach_is_settled_whatever_is_open() {
    let pack = document(none("crime"), false);
    let result = judge(&pack, "2026", "2026-02-10", &[happened("crime", "2026-02-03")], &[]);
    assert_eq!((result.verdict, result.provisional), (Verdict::NotQualified, false));
}

#[test]
fn an_incident_counts_in_the_period_of_its_day_and_up_to_as_of() {
    let pack = document(none("crime"), false);
    let covered = [said("crime", "2026-01-01", "2026-03-31", "2026-04-02", Complete)];
    for (on, as_of, finding) in [
        ("2025-12-31", "2026-03-31", Finding::Met),
        ("2026-01-01", "2026-03-31", Finding::NotMet),
        ("2026-03-31", "2026-03-31", Finding::NotMet),
        ("2026-03-31", "2026-03-30", Finding::Met),
        ("2026-04-01", "2026-03-31", Finding::Met),
    ] {
        let result = judge(&pack, "2026-Q1", as_of, &[happened("crime", on)], &covered);
        assert_eq!(the(&result).finding, finding, "{on} as of {as_of}");
    }
}

#[test]
fn a_category_is_covered_by_a_statement_about_what_stands_above_it_only() {
    let above = document(none("crime/homicide"), false);
    let below = document(none("crime"), false);
    let made_on = "2026-04-01";
    let crime = [said("crime", "2026-01-01", "2026-03-31", made_on, Complete)];
    let homicide = [said("crime/homicide", "2026-01-01", "2026-03-31", made_on, Complete)];
    assert_eq!(judge(&above, "2026-Q1", "2026-03-31", &[], &crime).verdict, Verdict::Qualified);
    assert_eq!(judge(&below, "2026-Q1", "2026-03-31", &[], &homicide).verdict, Verdict::Open);
    let happened = [happened("crime/homicide", "2026-02-01")];
    assert_eq!(judge(&below, "2026-Q1", "2026-03-31", &happened, &crime).verdict, Verdict::NotQualified);
}

#[test]
fn not_knowing_is_not_a_no_and_takes_an_earlier_word_back() {
    let pack = document(none("crime"), false);
    let complete = said("crime", "2026-01-01", "2026-03-31", "2026-04-01", Complete);
    let unknown = said("crime", "2026-01-01", "2026-03-31", "2026-04-02", Unknown);
    let result = judge(&pack, "2026-Q1", "2026-03-31", &[], &[complete.clone(), unknown]);
    assert_eq!(the(&result).checks[0].outcome.seen, SeenFacts::Unknown);
    assert_eq!(result.verdict, Verdict::Open);
    let before = said("crime", "2026-01-01", "2026-03-31", "2026-03-31", Unknown);
    assert_eq!(judge(&pack, "2026-Q1", "2026-03-31", &[], &[before, complete]).verdict, Verdict::Qualified);
}

#[test]
fn a_period_that_has_not_begun_is_open() {
    let pack = document(none("crime"), false);
    let result = judge(&pack, "2026-Q2", "2026-03-31", &[happened("crime", "2026-04-01")], &[]);
    assert_eq!(result.verdict, Verdict::Open);
}

#[test]
fn who_does_not_know_of_a_part_does_not_know_of_the_whole() {
    let pack = document(none("crime"), false);
    let none = said("crime", "2026-01-01", "2026-03-31", "2026-04-02", Complete);
    for (about, made_on, verdict) in [
        ("crime/homicide", "2026-04-03", Verdict::Open),
        ("crime/homicide", "2026-04-02", Verdict::Qualified),
        ("crime", "2026-04-03", Verdict::Open),
        ("fire", "2026-04-03", Verdict::Qualified),
    ] {
        let unknown = said(about, "2026-02-01", "2026-02-10", made_on, Unknown);
        let result = judge(&pack, "2026-Q1", "2026-03-31", &[], &[none.clone(), unknown]);
        assert_eq!(result.verdict, verdict, "{about}, said on {made_on}");
    }
}

/// “None with three deaths” does not answer “none with two”; “none with one” does.
#[test]
fn a_statement_about_some_incidents_covers_what_is_part_of_them() {
    let deaths = |bound| Filter::Attribute { is: "deaths".parse().unwrap(), must: Compare::AtLeast, bound };
    let pack = document(Condition::None { of: "crime".parse().unwrap(), only: deaths(2) }, false);
    for (bound, finding) in [(1, Finding::Met), (2, Finding::Met), (3, Finding::Undetermined)] {
        let complete = said("crime", "2026-01-01", "2026-03-31", "2026-04-01", Complete);
        let complete = Statement { only: deaths(bound), ..complete };
        assert_eq!(the(&judge(&pack, "2026-Q1", "2026-03-31", &[], &[complete])).finding, finding, "{bound}");
    }
}

/// Who does not know whether there was a crime with three deaths does not know of those with two; whether anybody was
/// injured is another question.
#[test]
fn not_knowing_of_some_incidents_takes_back_what_they_are_part_of_and_nothing_else() {
    let some = |is: &str, bound| Filter::Attribute { is: is.parse().unwrap(), must: Compare::AtLeast, bound };
    let pack = document(Condition::None { of: "crime".parse().unwrap(), only: some("deaths", 2) }, false);
    let complete = said("crime", "2026-01-01", "2026-03-31", "2026-04-01", Complete);
    for (about, only, finding) in [
        ("crime", some("deaths", 3), Finding::Undetermined),
        ("crime/homicide", some("deaths", 2), Finding::Undetermined),
        ("crime", some("deaths", 1), Finding::Undetermined),
        ("crime", some("injured", 3), Finding::Met),
        ("crime/homicide", some("injured", 3), Finding::Met),
    ] {
        let unknown = said(about, "2026-01-01", "2026-03-31", "2026-04-02", Unknown);
        let words = [complete.clone(), Statement { only: only.clone(), ..unknown }];
        assert_eq!(the(&judge(&pack, "2026-Q1", "2026-03-31", &[], &words)).finding, finding, "{about} {only:?}");
    }
}

//! The reasons of a finding: its parts in order, and what was seen in each.

use cunping_core::{
    days::Days,
    evaluate::{Outcome, SeenFacts},
    facts::{
        Incident,
        Says::{Complete, Figure, No, Unknown, Yes},
        Statement,
    },
    id::IncidentId,
    pack::condition::{Compare, Condition, Filter},
};

use crate::small::{day, document, happened, judge, none, said, the};

/// Writes an outcome with those of its parts in brackets.
fn shape(it: &Outcome) -> String {
    let parts: String = it.parts.iter().map(shape).collect();
    format!("({parts})")
}

fn outcome(condition: Condition, statements: &[Statement]) -> Outcome {
    let result = judge(&document(condition, false), "2026-Q1", "2026-03-31", &[], statements);
    the(&result).checks[0].outcome.clone()
}

#[test]
fn every_part_of_a_condition_has_its_own_reasons() {
    let either = Condition::Any(vec![none("fire"), none("gang")]);
    let whole = Condition::All(vec![Condition::Not(Box::new(none("crime"))), either, none("crime/homicide")]);
    assert_eq!(shape(&outcome(whole, &[])), "((())(()())())");
}

#[test]
fn a_part_that_turns_another_has_no_reason_but_that() {
    let said = |about, says| said(about, "2026-01-01", "2026-03-31", "2026-04-01", says);
    let complete = [said("crime", Complete)];
    let seen = |condition, statements: &[_]| outcome(condition, statements).seen;
    assert_eq!(seen(Condition::Not(Box::new(none("crime"))), &complete), SeenFacts::Parts);
    assert_eq!(seen(Condition::OpenUnless(Box::new(none("crime"))), &complete), SeenFacts::Parts);
    for says in [Yes, No] {
        let if_shop = Condition::ApplicableIf { of: "shop".parse().unwrap(), then: Box::new(none("crime")) };
        assert_eq!(seen(if_shop, &[said("crime", Complete), said("shop", says)]), SeenFacts::Parts);
    }
}

/// What is said of the whole does not hide what the quarters show, and explains why they show nothing.
#[test]
fn quarters_are_the_reason_as_soon_as_they_decide() {
    let rises = |times| document(Condition::Rises { of: "sewage".parse().unwrap(), times }, false);
    let unknown = said("sewage", "2026-01-01", "2026-12-31", "2027-01-05", Unknown);
    let two = [
        said("sewage", "2026-01-01", "2026-03-31", "2026-04-01", Figure(1)),
        said("sewage", "2026-04-01", "2026-06-30", "2026-07-01", Figure(2)),
        unknown,
    ];
    let seen = |times| the(&judge(&rises(times), "2026", "2026-12-31", &[], &two)).checks[0].outcome.seen;
    assert_eq!(seen(1), SeenFacts::Rises(1));
    assert_eq!(seen(3), SeenFacts::Unknown);
}

#[test]
fn incidents_are_a_reason_although_somebody_does_not_know_of_others() {
    let only = Filter::Attribute { is: "deaths".parse().unwrap(), must: Compare::AtLeast, bound: 2 };
    let unknown = said("crime", "2026-01-01", "2026-03-31", "2026-04-01", Unknown);
    let unknown = [Statement { only: only.clone(), ..unknown }];
    let few = Condition::Count { of: "crime".parse().unwrap(), only, must: Compare::AtMost, bound: 3 };
    let pack = document(few, false);
    let with = |counted: u8, unclear: u8| {
        let incident = |n: u8| Incident { id: IncidentId([n; 16]), ..happened("crime", "2026-02-01") };
        let mut incidents: Vec<Incident> = (0..counted + unclear).map(incident).collect();
        for it in incidents.iter_mut().take(counted.into()) {
            it.attributes.insert("deaths".parse().unwrap(), 2);
        }
        the(&judge(&pack, "2026-Q1", "2026-03-31", &incidents, &unknown)).checks[0].outcome.seen
    };
    let missing = Days::new(day("2026-01-01"), day("2026-03-31"));
    assert_eq!(with(0, 0), SeenFacts::Unknown);
    for (counted, unclear) in [(1, 0), (0, 1), (1, 1)] {
        let seen = SeenFacts::Incidents { counted: counted.into(), unclear: unclear.into(), missing };
        assert_eq!(with(counted, unclear), seen);
    }
}

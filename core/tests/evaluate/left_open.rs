//! Nodes about what a document leaves open, compares with others' figures, or asks of some units only.

use cunping_core::{
    days::Day,
    evaluate::{Evaluation, SeenFacts, evaluate},
    facts::{
        Facts,
        Says::{self, Complete, Figure, No, NotApplicable, Unknown, Yes},
        Statement,
    },
    overlay::Overlay,
    pack::{
        Pack,
        condition::{Compare, Condition},
    },
    truth::Finding,
};

use crate::small::{document, happened, judge, none, said, the};

fn year(about: &str, says: Says) -> Statement {
    said(about, "2026-01-01", "2026-12-31", "2027-01-04", says)
}

/// Makes an overlay that supplies a mean, or settles the only check.
fn overlay(part: &str) -> Overlay {
    let text = format!(
        r#"{{"kind":"overlay","format":1,"pack":"small","version":1,"level":"village","title":"t","issuer":"i","issued":"2026-01-15",{part}}}"#
    );
    Overlay::read(text.as_bytes()).unwrap()
}

fn judged(pack: &Pack, overlays: &[&Overlay], facts: &Facts) -> Evaluation {
    let as_of: Day = "2026-12-31".parse().unwrap();
    evaluate(pack, &pack.levels[0], overlays, facts, as_of)
}

fn facts(statements: Vec<Statement>) -> Facts {
    let silent = Facts::silent("150626200205".parse().unwrap(), "2026".parse().unwrap());
    Facts { statements, ..silent }
}

fn against(must: Compare) -> Pack {
    let [of, or_stated] = ["rate", "shop"].map(|id| id.parse().unwrap());
    document(Condition::Against { of, must, reference: "reference.mean".parse().unwrap(), or_stated }, false)
}

#[test]
fn a_figure_against_a_supplied_one_under_every_comparison() {
    use Finding::{Met, NotMet};
    let mean = overlay(r#""values":{"reference.mean":1234}"#);
    for (must, expected) in [
        (Compare::AtLeast, [NotMet, Met, Met]),
        (Compare::MoreThan, [NotMet, NotMet, Met]),
        (Compare::AtMost, [Met, Met, NotMet]),
        (Compare::LessThan, [Met, NotMet, NotMet]),
        (Compare::Equal, [NotMet, Met, NotMet]),
    ] {
        for (figure, expected) in [1233, 1234, 1235].into_iter().zip(expected) {
            let result = judged(&against(must), &[&mean], &facts(vec![year("rate", Figure(figure))]));
            let outcome = &the(&result).checks[0].outcome;
            assert_eq!((outcome.finding, &outcome.seen), (expected, &SeenFacts::Against { figure, reference: 1234 }));
        }
    }
}

#[test]
fn without_a_supplied_figure_the_yes_or_no_is_asked_and_with_it_never() {
    let pack = against(Compare::MoreThan);
    let mean = overlay(r#""values":{"reference.mean":1234}"#);
    let both = facts(vec![year("rate", Figure(9999)), year("shop", No)]);
    assert_eq!(the(&judged(&pack, &[], &both)).finding, Finding::NotMet);
    assert_eq!(the(&judged(&pack, &[&mean], &both)).finding, Finding::Met);
    let stated = facts(vec![year("shop", Yes)]);
    assert_eq!(the(&judged(&pack, &[], &stated)).finding, Finding::Met);
    assert_eq!(the(&judged(&pack, &[&mean], &stated)).finding, Finding::Undetermined);
    let figure = facts(vec![year("rate", Figure(9999))]);
    assert_eq!(the(&judged(&pack, &[], &figure)).finding, Finding::Undetermined);
    let unknown = facts(vec![year("rate", Unknown), year("shop", Yes)]);
    assert_eq!(the(&judged(&pack, &[&mean], &unknown)).finding, Finding::Undetermined);
}

/// An overlay about another document, level or version has no effect.
#[test]
fn a_supplied_figure_of_another_level_is_not_used() {
    let pack = against(Compare::MoreThan);
    let mut other = overlay(r#""values":{"reference.mean":1}"#);
    other.level = "township".parse().unwrap();
    let mut foreign = overlay(r#""values":{"reference.mean":1}"#);
    foreign.pack = "another".parse().unwrap();
    let mut later = overlay(r#""values":{"reference.mean":1}"#);
    later.version = pack.version + 1;
    let figure = facts(vec![year("rate", Figure(9999)), year("shop", No)]);
    assert_eq!(the(&judged(&pack, &[&other, &foreign, &later], &figure)).finding, Finding::NotMet);
}

#[test]
fn what_the_document_leaves_open_is_met_or_open_and_never_missed() {
    let pack = document(Condition::OpenUnless(Box::new(none("crime"))), false);
    let complete = facts(vec![year("crime", Complete)]);
    let mut broken = complete.clone();
    broken.incidents.push(happened("crime", "2026-05-01"));
    let outcome = |overlays: &[&Overlay], facts: &Facts| {
        let result = judged(&pack, overlays, facts);
        let outcome = &the(&result).checks[0].outcome;
        (outcome.finding, outcome.seen == SeenFacts::LeftOpen)
    };
    assert_eq!(outcome(&[], &complete), (Finding::Met, false));
    assert_eq!(outcome(&[], &facts(vec![])), (Finding::Undetermined, false), "silence is a missing answer");
    assert_eq!(outcome(&[], &broken), (Finding::Undetermined, true));
    let [strict, mild] = ["not-met", "met"].map(|word| overlay(&format!(r#""settles":{{"village.1":"{word}"}}"#)));
    assert_eq!(outcome(&[&strict], &broken), (Finding::NotMet, false));
    assert_eq!(outcome(&[&mild], &broken), (Finding::Met, false));
    assert_eq!(outcome(&[&strict], &complete), (Finding::Met, false), "it settles what is broken, and no more");
    assert_eq!(outcome(&[&mild], &facts(vec![])), (Finding::Undetermined, false), "nor does it answer for anybody");
}

fn only_with_a_shop() -> Condition {
    Condition::ApplicableIf { of: "shop".parse().unwrap(), then: Box::new(none("crime")) }
}

#[test]
fn what_concerns_some_units_leaves_the_rest_of_a_whole_alone() {
    let with_fire = document(Condition::All(vec![only_with_a_shop(), none("fire")]), false);
    let either = document(Condition::Any(vec![only_with_a_shop(), none("fire")]), false);
    let alone = document(Condition::All(vec![only_with_a_shop()]), false);
    let not = document(Condition::Not(Box::new(only_with_a_shop())), false);
    let finding = |pack: &Pack, statements: &[Statement]| {
        the(&judge(pack, "2026", "2026-12-31", &[happened("crime", "2026-05-01")], statements)).finding
    };
    let no_shop = [year("shop", No), year("fire", Complete)];
    assert_eq!(finding(&with_fire, &no_shop), Finding::Met);
    assert_eq!(finding(&either, &no_shop), Finding::Met);
    assert_eq!(finding(&alone, &no_shop), Finding::NotApplicable);
    assert_eq!(finding(&not, &no_shop), Finding::NotApplicable);
    let shop = [year("shop", Yes), year("fire", Complete)];
    assert_eq!(finding(&with_fire, &shop), Finding::NotMet);
    assert_eq!(finding(&either, &shop), Finding::Met);
    assert_eq!(finding(&not, &shop), Finding::Met);
    let silent = [year("fire", Complete)];
    assert_eq!(finding(&with_fire, &silent), Finding::Undetermined, "whether it applies is asked, never assumed");
}

/// 不适用 is an answer to the check itself, not to the question whether it applies.
#[test]
fn whether_it_applies_cannot_be_left_aside() {
    let pack = document(only_with_a_shop(), true);
    let aside = [year("shop", NotApplicable("没有".into())), year("crime", Complete)];
    assert_eq!(the(&judge(&pack, "2026", "2026-12-31", &[], &aside)).finding, Finding::Undetermined);
}

#[test]
fn not_turns_what_is_known_and_leaves_what_is_not() {
    let pack = document(Condition::Not(Box::new(Condition::Stated { of: "shop".parse().unwrap() })), false);
    for (says, expected) in [
        (Some(Yes), Finding::NotMet),
        (Some(No), Finding::Met),
        (Some(Unknown), Finding::Undetermined),
        (None, Finding::Undetermined),
    ] {
        let statements: Vec<Statement> = says.into_iter().map(|says| year("shop", says)).collect();
        assert_eq!(the(&judge(&pack, "2026", "2026-12-31", &[], &statements)).finding, expected);
    }
}

//! The nodes of a condition: the finding of each combination, and when it is settled.

use cunping_core::{
    evaluate::{Evaluation, Prerequisite, Verdict, distance},
    facts::Says::{Complete, No, Yes},
    pack::{
        CriterionRole, ResultRule,
        condition::{Compare, Condition, Filter},
    },
    truth::Finding,
};

use crate::small::{document, happened, judge, none, said, the};

fn quarter(about: &str) -> cunping_core::facts::Statement {
    said(about, "2026-01-01", "2026-03-31", "2026-04-01", Complete)
}

#[test]
fn a_whole_waits_for_its_open_part_unless_another_breaks_it() {
    let both = document(Condition::All(vec![none("crime"), none("fire")]), false);
    let one = judge(&both, "2026-Q1", "2026-03-31", &[], &[quarter("crime")]);
    assert_eq!(the(&one).finding, Finding::Undetermined);
    let broken = judge(&both, "2026-Q1", "2026-03-31", &[happened("fire", "2026-01-05")], &[]);
    assert_eq!(the(&broken).finding, Finding::NotMet);
    assert!(the(&broken).settled);
}

#[test]
fn one_settled_part_settles_a_choice() {
    let either = document(Condition::Any(vec![none("crime"), none("fire")]), false);
    let one = judge(&either, "2026-Q1", "2026-03-31", &[], &[quarter("crime")]);
    assert_eq!((the(&one).finding, the(&one).settled), (Finding::Met, true));
}

#[test]
fn what_does_not_apply_is_asked_and_never_assumed() {
    let railway = Condition::ApplicableIf { of: "shop".parse().unwrap(), then: Box::new(none("crime")) };
    let pack = document(railway, false);
    let shop = |says| said("shop", "2026-01-01", "2026-03-31", "2026-04-01", says);
    let finding = |statements: &[_]| the(&judge(&pack, "2026-Q1", "2026-03-31", &[], statements)).finding;
    assert_eq!(finding(&[]), Finding::Undetermined);
    assert_eq!(finding(&[shop(No)]), Finding::NotApplicable);
    assert_eq!(finding(&[shop(Yes)]), Finding::Undetermined);
    assert_eq!(finding(&[shop(Yes), quarter("crime")]), Finding::Met);
}

#[test]
fn what_is_asked_of_some_units_is_settled_once_both_question_and_answer_are() {
    let condition = Condition::ApplicableIf { of: "shop".parse().unwrap(), then: Box::new(none("crime")) };
    let pack = document(condition, false);
    let settled = |asked_on, answered_on| {
        let all = [
            said("shop", "2026-01-01", "2026-03-31", asked_on, Yes),
            said("crime", "2026-01-01", "2026-03-31", answered_on, Complete),
        ];
        let result = judge(&pack, "2026-Q1", "2026-03-31", &[], &all);
        assert_eq!(the(&result).finding, Finding::Met);
        the(&result).settled
    };
    assert!(settled("2026-04-01", "2026-04-01"));
    assert!(!settled("2026-03-31", "2026-04-01"), "somebody may still say that it does not apply");
    assert!(!settled("2026-04-01", "2026-03-31"));
}

#[test]
fn a_filter_on_an_unknown_attribute_leaves_the_incident_open() {
    let only = Filter::Attribute { is: "deaths".parse().unwrap(), must: Compare::AtLeast, bound: 2 };
    let pack = document(Condition::None { of: "crime".parse().unwrap(), only }, false);
    for (deaths, finding) in [(None, Finding::Undetermined), (Some(1), Finding::Met), (Some(2), Finding::NotMet)] {
        let mut incident = happened("crime", "2026-02-01");
        incident.attributes.extend(deaths.map(|n| ("deaths".parse().unwrap(), n)));
        let result = judge(&pack, "2026-Q1", "2026-03-31", &[incident], &[quarter("crime")]);
        assert_eq!(the(&result).finding, finding, "{deaths:?}");
    }
}

#[test]
fn distance_names_what_is_open_and_what_blocks() {
    let pack = document(none("crime"), false);
    let level = &pack.levels[0];
    let open = distance(level, &judge(&pack, "2026-Q1", "2026-03-31", &[], &[]));
    assert_eq!((open.open.len(), open.blocking.len(), open.reachable), (1, 0, true));
    let broken = distance(level, &judge(&pack, "2026-Q1", "2026-03-31", &[happened("crime", "2026-01-01")], &[]));
    assert_eq!((broken.open.len(), broken.blocking.len(), broken.reachable), (0, 1, false));
}

#[test]
fn what_only_costs_points_bars_nothing_and_a_goal_does() {
    let mut pack = document(none("crime"), false);
    pack.levels[0].result = ResultRule::Score;
    let far = |pack: &cunping_core::pack::Pack| {
        distance(&pack.levels[0], &judge(pack, "2026-Q1", "2026-03-31", &[happened("crime", "2026-01-01")], &[]))
    };
    let standard = far(&pack);
    assert_eq!((standard.blocking.len(), standard.costing.len(), standard.reachable), (0, 1, true));
    for role in [CriterionRole::Goal, CriterionRole::Veto, CriterionRole::Negative] {
        pack.levels[0].criteria[0].role = role;
        let bars = far(&pack);
        assert_eq!((bars.blocking.len(), bars.costing.len(), bars.reachable), (1, 0, false), "{role:?}");
    }
}

#[test]
fn a_verdict_can_change_while_what_it_rests_on_or_a_graver_one_can() {
    let stated = document(Condition::Stated { of: "shop".parse().unwrap() }, false);
    let early = said("shop", "2026-01-01", "2026-02-01", "2026-02-01", No);
    for (role, verdict) in [(CriterionRole::Negative, Verdict::Barred), (CriterionRole::Veto, Verdict::Vetoed)] {
        let mut pack = stated.clone();
        pack.levels[0].criteria[0].role = role;
        let found = judge(&pack, "2026-Q1", "2026-03-31", &[], std::slice::from_ref(&early));
        assert_eq!((found.verdict, found.provisional), (verdict, true));
    }
    let mut pack = document(none("crime"), false);
    let mut open = document(none("fire"), false).levels[0].criteria[0].clone();
    (pack.levels[0].criteria[0].role, open.role) = (CriterionRole::Veto, CriterionRole::Negative);
    open.id = "village.2".parse().unwrap();
    open.checks[0].id = open.id.clone();
    pack.levels[0].criteria.push(open);
    let found = judge(&pack, "2026-Q1", "2026-03-31", &[happened("crime", "2026-01-01")], &[]);
    assert_eq!((found.verdict, found.provisional), (Verdict::Vetoed, true), "a bar may still come");
}

/// Each of three things by itself puts the award out of reach, and only once it is settled.
#[test]
fn the_award_is_out_of_reach_only_by_what_is_settled() {
    let mut pack = document(none("crime"), false);
    let broken = judge(&pack, "2026-Q1", "2026-03-31", &[happened("crime", "2026-01-01")], &[]);
    let kept = judge(&pack, "2026-Q1", "2026-03-31", &[], &[quarter("crime")]);
    let before = |verdict, settled| Some(Prerequisite { level: pack.levels[0].id.clone(), verdict, settled });
    let missed = |settled| Evaluation { prerequisite: before(Verdict::Vetoed, settled), ..kept.clone() };
    let over = |provisional| Evaluation { verdict: Verdict::NotQualified, provisional, ..kept.clone() };
    let criterion = |settled| {
        let mut it = Evaluation { provisional: true, ..broken.clone() };
        it.criteria[0].settled = settled;
        it
    };
    let reachable = |it: &Evaluation| distance(&pack.levels[0], it).reachable;
    for (what, settled, open) in [
        ("a criterion", criterion(true), criterion(false)),
        ("the award before", missed(true), missed(false)),
        ("the verdict", over(false), over(true)),
    ] {
        assert!(!reachable(&settled), "{what}, settled");
        assert!(reachable(&open), "{what}, not settled");
    }
    assert!(reachable(&kept) && !kept.provisional);
    assert!(reachable(&Evaluation { prerequisite: before(Verdict::Qualified, true), ..kept.clone() }));

    pack.levels[0].result = ResultRule::Score;
    assert!(distance(&pack.levels[0], &criterion(true)).reachable, "a criterion that only costs points");
}

#[test]
fn the_order_of_facts_changes_nothing() {
    let pack = document(none("crime"), false);
    let first = said("crime", "2026-01-01", "2026-02-10", "2026-02-10", Complete);
    let second = said("crime", "2026-02-11", "2026-03-31", "2026-04-01", Complete);
    let one_way = judge(&pack, "2026-Q1", "2026-03-31", &[], &[first.clone(), second.clone()]);
    assert_eq!(one_way, judge(&pack, "2026-Q1", "2026-03-31", &[], &[second, first]));
}

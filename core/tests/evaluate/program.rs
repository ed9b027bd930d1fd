//! One program and one sheet serve many units, in any order, with the same results as new ones for each.

use cunping_core::{
    evaluate::{Program, Sheet, evaluate},
    facts::{Facts, Says::Complete},
    pack::condition::Condition,
};

use crate::small::{day, document, happened, none, said};

fn facts(break_in: bool) -> Facts {
    let mut facts = Facts::silent("150626200205".parse().unwrap(), "2026".parse().unwrap());
    for (from, to, made_on) in [("2026-01-01", "2026-05-31", "2026-06-01"), ("2026-06-01", "2026-12-31", "2027-01-02")]
    {
        facts.statements.push(said("crime", from, to, made_on, Complete));
    }
    facts.incidents.extend(break_in.then(|| happened("crime", "2026-07-01")));
    facts
}

#[test]
fn a_sheet_keeps_nothing_of_the_unit_before() {
    let wide = document(Condition::All(vec![none("crime"), none("fire"), none("crime")]), false);
    let narrow = document(none("crime"), false);
    let mut sheet = Sheet::default();
    for pack in [&wide, &narrow, &wide] {
        let program = Program::new(pack, &pack.levels[0], &[]);
        for break_in in [false, true, false] {
            for as_of in ["2025-12-31", "2026-06-30", "2026-12-31"] {
                let (facts, as_of) = (facts(break_in), day(as_of));
                let judged = program.judge(&program.answers(&facts), as_of, &mut sheet);
                assert_eq!(judged.evaluation(), evaluate(pack, &pack.levels[0], &[], &facts, as_of));
                let findings: Vec<_> = judged.findings().map(|(_, finding)| finding).collect();
                assert_eq!(findings, [judged.evaluation().criteria[0].finding]);
            }
        }
    }
}

#[test]
fn the_order_of_facts_changes_nothing() {
    let pack = document(none("crime"), false);
    let mut facts = facts(true);
    // Two words that reach the same day and were made on the same day: the one about the later days is read.
    facts.statements.push(said("crime", "2026-03-01", "2026-12-31", "2027-01-02", cunping_core::facts::Says::Unknown));
    let sorted = {
        let mut facts = facts.clone();
        facts.sort();
        evaluate(&pack, &pack.levels[0], &[], &facts, day("2026-12-31"))
    };
    facts.statements.reverse();
    assert_eq!(evaluate(&pack, &pack.levels[0], &[], &facts, day("2026-12-31")), sorted);
}

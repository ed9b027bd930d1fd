//! A unit's own file beside what a roll-up says of it, and the decisions about units, added up.

use cunping_core::{
    bundle::{Counted, Settled},
    evaluate::Verdict,
    id::{Digest, UnitCode},
    rollup::{Joined, OutcomeEntry, Outcomes, Stand, UnitStanding, joined},
};

use super::folder::VILLAGES;

const FILE: Digest = Digest([7; 32]);
const OTHER: Digest = Digest([8; 32]);
const DECISION: Digest = Digest([9; 32]);

fn unit() -> UnitCode {
    VILLAGES[0].0.parse().unwrap()
}

/// Makes the entry of a roll-up, which says not qualified of whatever file it counted.
fn entry(bundle: Digest) -> Counted {
    Counted {
        unit: unit(),
        bundle,
        verdict: Verdict::NotQualified,
        provisional: false,
        recognition: Some(DECISION),
        removed: None,
    }
}

/// Joins the unit's own file, recomputed as qualified, with a word.
fn own(told: Option<&OutcomeEntry>) -> Joined {
    let standing = UnitStanding { verdict: Verdict::Qualified, provisional: false, bundle: FILE };
    joined(unit(), (Stand::Counted(FILE), Some(standing)), told)
}

#[test]
fn the_same_file_counts_as_it_is_recomputed_here_with_the_decision_that_is_told() {
    let recomputed = Counted { verdict: Verdict::Qualified, ..entry(FILE) };
    assert_eq!(own(Some(&OutcomeEntry::One(entry(FILE)))), Joined::Own(recomputed.clone()));
    assert_eq!(own(None), Joined::Own(Counted { recognition: None, ..recomputed }));
}

#[test]
fn another_file_or_a_conflict_in_a_roll_up_is_for_a_person_to_settle() {
    assert_eq!(own(Some(&OutcomeEntry::One(entry(OTHER)))), Joined::Unsettled);
    assert_eq!(own(Some(&OutcomeEntry::Unsettled)), Joined::Unsettled);
}

#[test]
fn a_word_counts_where_no_file_is_here_and_not_against_one_that_does_not_count() {
    let told = OutcomeEntry::One(entry(FILE));
    assert_eq!(joined(unit(), (Stand::Missing, None), Some(&told)), Joined::Told(entry(FILE)));
    assert_eq!(joined(unit(), (Stand::NotCounted(FILE), None), Some(&told)), Joined::Unsettled);
    assert_eq!(joined(unit(), (Stand::Unsettled, None), Some(&told)), Joined::Unsettled);
    assert_eq!(joined(unit(), (Stand::NotCounted(FILE), None), None), Joined::Missing);
}

#[test]
fn every_state_that_an_office_settled_is_counted_once() {
    let office = || "sumu-pingan".parse().unwrap();
    let states = [
        Settled::Qualified,
        Settled::NotQualified(office()),
        Settled::Returned(office()),
        Settled::Conflict(office()),
        Settled::Forbidden(Verdict::Vetoed),
        Settled::Removed(office()),
        Settled::Waits(vec![office()]),
    ];
    let mut outcomes = Outcomes::default();
    states.iter().for_each(|it| outcomes.add(unit(), it, None));
    let one_of_each =
        Outcomes { qualified: 1, not_qualified: 1, returned: 1, conflict: 1, forbidden: 1, removed: vec![unit()] };
    assert_eq!(outcomes, one_of_each);
}

#[test]
fn a_unit_whose_name_was_removed_is_not_counted_as_qualified() {
    let mut outcomes = Outcomes::default();
    outcomes.add(unit(), &Settled::Qualified, Some(DECISION));
    assert_eq!(outcomes, Outcomes { removed: vec![unit()], ..Outcomes::default() });
}

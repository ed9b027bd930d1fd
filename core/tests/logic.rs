//! Laws of the logic: Kleene's tables, findings, gaps in days. Exhaustive where the values are few.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use cunping_core::{
    days::{Day, Days, first_gap},
    truth::{Finding, Truth},
};
use proptest::prelude::*;

const TRUTHS: [Truth; 3] = [Truth::True, Truth::False, Truth::Unknown];
const FINDINGS: [Finding; 4] = [Finding::Met, Finding::NotMet, Finding::Undetermined, Finding::NotApplicable];

/// Lists the truth values that are still possible.
fn worlds(truth: Truth) -> Vec<bool> {
    match truth {
        Truth::True => vec![true],
        Truth::False => vec![false],
        Truth::Unknown => vec![true, false],
    }
}

fn over_worlds(a: Truth, b: Truth, op: impl Fn(bool, bool) -> bool) -> Truth {
    let all: Vec<bool> =
        worlds(a).into_iter().flat_map(|a| worlds(b).into_iter().map(move |b| (a, b))).map(|(a, b)| op(a, b)).collect();
    if all.iter().all(|it| *it) {
        Truth::True
    } else if all.iter().any(|it| *it) {
        Truth::Unknown
    } else {
        Truth::False
    }
}

#[test]
fn and_or_not_say_what_every_possible_world_agrees_on() {
    for a in TRUTHS {
        assert_eq!(a.not().not(), a);
        for b in TRUTHS {
            assert_eq!(a.and(b), over_worlds(a, b, |a, b| a && b), "{a:?} and {b:?}");
            assert_eq!(a.or(b), over_worlds(a, b, |a, b| a || b), "{a:?} or {b:?}");
            assert_eq!(a.and(b), b.and(a));
        }
    }
}

#[test]
fn a_part_that_does_not_apply_changes_nothing() {
    for a in FINDINGS {
        assert_eq!(Finding::all([a, Finding::NotApplicable]), a);
        assert_eq!(Finding::any([a, Finding::NotApplicable]), a);
        for b in FINDINGS {
            assert_eq!(Finding::all([a, b]).not(), Finding::any([a.not(), b.not()]));
        }
    }
    assert_eq!(Finding::all([]), Finding::NotApplicable);
}

#[test]
fn one_broken_part_breaks_the_whole_whatever_is_open() {
    assert_eq!(Finding::all([Finding::Undetermined, Finding::NotMet, Finding::Met]), Finding::NotMet);
    assert_eq!(Finding::any([Finding::Undetermined, Finding::NotMet, Finding::Met]), Finding::Met);
}

fn day(n: i64) -> Day {
    Day::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Duration::days(n)
}

fn run((first, more): (i64, i64)) -> Days {
    Days::new(day(first), day(first + more)).unwrap()
}

proptest! {
    #[test]
    fn the_first_gap_is_the_first_run_of_uncovered_days(
        window in (10_i64..20, 0_i64..20).prop_map(run),
        runs in prop::collection::vec((0_i64..50, 0_i64..12).prop_map(run), 0..6),
    ) {
        let uncovered = |day: &Day| !runs.iter().any(|it| it.contains(*day));
        let days: Vec<Day> = window.first().iter_days().take_while(|day| *day <= window.last()).collect();
        let first = days.iter().copied().find(uncovered);
        let last = first.and_then(|first| days.iter().copied().filter(|day| *day >= first).take_while(uncovered).last());
        let expected = first.zip(last).and_then(|(first, last)| Days::new(first, last));
        prop_assert_eq!(first_gap(window, &mut runs.clone()), expected);
    }
}

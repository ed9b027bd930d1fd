//! Stated figures: each leaf at its boundary, and the rules by which a year is made of its parts.

use cunping_core::{
    evaluate::{SeenFacts, Verdict},
    facts::{
        Says::{self, Count, Figure, No, NotApplicable, Rank, Ratio, Yes},
        Statement,
    },
    pack::condition::{Compare, Condition, Filter, WhenEmpty},
    truth::Finding,
};

use crate::small::{document, judge, said, the};

fn in_year(condition: Condition, statements: &[Statement]) -> (Finding, SeenFacts) {
    let result = judge(&document(condition, false), "2026", "2026-12-31", &[], statements);
    (the(&result).finding, the(&result).checks[0].outcome.seen)
}

fn year(about: &str, says: Says) -> Vec<Statement> {
    vec![said(about, "2026-01-01", "2026-12-31", "2027-01-04", says)]
}

fn quarters(about: &str, says: [Option<Says>; 4]) -> Vec<Statement> {
    let days = [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")];
    let stated = days.into_iter().zip(says).filter_map(|((from, to), says)| {
        Some(said(about, &format!("2026-{from}"), &format!("2026-{to}"), "2027-01-04", says?))
    });
    stated.collect()
}

fn count(of: &str, must: Compare, bound: i64) -> Condition {
    Condition::Count { of: of.parse().unwrap(), only: Filter::Every, must, bound }
}

#[test]
fn a_stated_count_at_its_bound() {
    for (n, finding) in [(5, Finding::NotMet), (6, Finding::Met), (7, Finding::Met)] {
        let found = in_year(count("cameras", Compare::AtLeast, 6), &year("cameras", Count(n)));
        assert_eq!(found, (finding, SeenFacts::Figure(n)));
    }
    assert_eq!(in_year(count("cameras", Compare::AtLeast, 6), &[]), (Finding::Undetermined, SeenFacts::Silent));
}

#[test]
fn the_year_has_the_latest_of_one_figure_and_the_sum_of_another() {
    let latest = quarters("cameras", [Some(Count(9)), None, None, Some(Count(5))]);
    assert_eq!(in_year(count("cameras", Compare::AtLeast, 6), &latest).0, Finding::NotMet);
    let sum = quarters("drills", [Some(Count(0)), Some(Count(1)), Some(Count(0)), Some(Count(0))]);
    assert_eq!(in_year(count("drills", Compare::AtLeast, 1), &sum), (Finding::Met, SeenFacts::Figure(1)));
    let gap = quarters("drills", [Some(Count(3)), None, Some(Count(0)), Some(Count(0))]);
    assert_eq!(in_year(count("drills", Compare::AtLeast, 1), &gap).0, Finding::Undetermined);
}

#[test]
fn a_figure_for_the_year_only_is_not_made_of_parts() {
    let parts = quarters("people", [Some(Count(20)), Some(Count(20)), Some(Count(20)), Some(Count(20))]);
    assert_eq!(in_year(count("people", Compare::AtLeast, 20), &parts).0, Finding::Undetermined);
    assert_eq!(in_year(count("people", Compare::AtLeast, 20), &year("people", Count(20))).0, Finding::Met);
}

#[test]
fn of_two_words_about_the_same_days_the_later_counts() {
    let mut words = year("people", Count(20));
    words.push(said("people", "2026-01-01", "2026-12-31", "2027-01-05", Count(19)));
    assert_eq!(in_year(count("people", Compare::AtLeast, 20), &words).0, Finding::NotMet);
}

fn resolved(empty: WhenEmpty) -> Condition {
    Condition::Ratio { of: "resolved".parse().unwrap(), must: Compare::AtLeast, share: (90, 100), empty }
}

#[test]
fn a_ratio_is_exact_at_its_bound() {
    for (part, whole, finding) in [
        (89, 100, Finding::NotMet),
        (90, 100, Finding::Met),
        (9, 10, Finding::Met),
        (8_999_999, 10_000_000, Finding::NotMet),
        (9_007_199_254_740_990, 9_007_199_254_740_991, Finding::Met),
    ] {
        let found = in_year(resolved(WhenEmpty::Met), &year("resolved", Ratio { part, whole }));
        assert_eq!(found, (finding, SeenFacts::Ratio { part, whole }));
    }
}

#[test]
fn a_ratio_of_a_year_sums_both_sides() {
    let parts = [(1, 1), (0, 0), (8, 9), (0, 0)].map(|(part, whole)| Some(Ratio { part, whole }));
    let found = in_year(resolved(WhenEmpty::Met), &quarters("resolved", parts));
    assert_eq!(found, (Finding::Met, SeenFacts::Ratio { part: 9, whole: 10 }));
}

#[test]
fn nothing_to_count_means_what_the_document_says() {
    let nothing = year("resolved", Ratio { part: 0, whole: 0 });
    for (empty, finding) in [
        (WhenEmpty::Met, Finding::Met),
        (WhenEmpty::NotMet, Finding::NotMet),
        (WhenEmpty::Undetermined, Finding::Undetermined),
        (WhenEmpty::NotApplicable, Finding::NotApplicable),
    ] {
        assert_eq!(in_year(resolved(empty), &nothing).0, finding);
    }
}

#[test]
fn a_rank_at_its_bound() {
    let first_two = Condition::Rank { of: "rank".parse().unwrap(), must: Compare::AtMost, bound: 2 };
    for (rank, finding) in [(1, Finding::Met), (2, Finding::Met), (3, Finding::NotMet)] {
        assert_eq!(in_year(first_two.clone(), &year("rank", Rank(rank))).0, finding);
    }
}

/// A figure of later days says nothing of how things were before.
#[test]
fn the_latest_figure_is_that_of_the_days_looked_at() {
    let cameras =
        Condition::Count { of: "cameras".parse().unwrap(), only: Filter::Every, must: Compare::AtLeast, bound: 6 };
    let stated = [
        said("cameras", "2026-01-01", "2026-03-31", "2026-04-01", Count(5)),
        said("cameras", "2026-04-01", "2026-06-30", "2026-07-01", Count(9)),
    ];
    let on = |as_of| the(&judge(&document(cameras.clone(), false), "2026", as_of, &[], &stated)).finding;
    assert_eq!((on("2026-03-31"), on("2026-06-30")), (Finding::NotMet, Finding::Met));
}

#[test]
fn three_rises_need_four_rising_quarters() {
    let rises = Condition::Rises { of: "sewage".parse().unwrap(), times: 3 };
    let figures = |q: [Option<i64>; 4]| quarters("sewage", q.map(|it| it.map(Figure)));
    for (q, finding) in [
        ([Some(1), Some(2), Some(3), Some(4)], Finding::Met),
        ([Some(1), Some(2), Some(2), Some(4)], Finding::NotMet),
        ([Some(2), Some(1), None, None], Finding::NotMet),
        ([Some(1), Some(2), Some(3), None], Finding::Undetermined),
    ] {
        assert_eq!(in_year(rises.clone(), &figures(q)).0, finding, "{q:?}");
    }
}

#[test]
fn yes_no_and_what_does_not_apply() {
    let shop = Condition::Stated { of: "shop".parse().unwrap() };
    assert_eq!(in_year(shop.clone(), &year("shop", Yes)).0, Finding::Met);
    assert_eq!(in_year(shop.clone(), &year("shop", No)).0, Finding::NotMet);
    let nothing_here = year("shop", NotApplicable("没有沿街商铺".into()));
    assert_eq!(in_year(shop.clone(), &nothing_here), (Finding::Undetermined, SeenFacts::NotApplicable));
    let allowed = judge(&document(shop, true), "2026", "2026-12-31", &[], &nothing_here);
    assert_eq!(the(&allowed).finding, Finding::NotApplicable);
    assert_eq!(allowed.verdict, Verdict::Qualified);
}

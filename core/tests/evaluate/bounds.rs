//! Each kind of leaf just below, at and just above its bound, under every comparison, and where it is settled early.

use cunping_core::{
    facts::{
        Incident,
        Says::{Complete, Count, Figure, Rank, Ratio, Unknown},
        Statement,
    },
    id::IncidentId,
    pack::condition::{Compare, Condition, Filter, WhenEmpty},
    truth::Finding::{self, Met, NotApplicable, NotMet, Undetermined},
};

use crate::small::{document, happened, judge, said, the};

fn year(about: &str, says: cunping_core::facts::Says) -> Vec<Statement> {
    vec![said(about, "2026-01-01", "2026-12-31", "2027-01-04", says)]
}

fn finding(condition: &Condition, incidents: &[Incident], statements: &[Statement]) -> Finding {
    the(&judge(&document(condition.clone(), false), "2026", "2026-12-31", incidents, statements)).finding
}

/// The finding below, at and above a bound.
const AROUND: [(Compare, [Finding; 3]); 5] = [
    (Compare::AtLeast, [NotMet, Met, Met]),
    (Compare::MoreThan, [NotMet, NotMet, Met]),
    (Compare::AtMost, [Met, Met, NotMet]),
    (Compare::LessThan, [Met, NotMet, NotMet]),
    (Compare::Equal, [NotMet, Met, NotMet]),
];

#[test]
fn a_stated_count_under_every_comparison() {
    for (must, expected) in AROUND {
        let condition = Condition::Count { of: "cameras".parse().unwrap(), only: Filter::Every, must, bound: 6 };
        let found = [5, 6, 7].map(|n| finding(&condition, &[], &year("cameras", Count(n))));
        assert_eq!(found, expected, "{must:?}");
    }
}

#[test]
fn a_rank_under_every_comparison() {
    for (must, expected) in AROUND {
        let condition = Condition::Rank { of: "rank".parse().unwrap(), must, bound: 20 };
        let found = [19, 20, 21].map(|n| finding(&condition, &[], &year("rank", Rank(n))));
        assert_eq!(found, expected, "{must:?}");
        assert_eq!(finding(&condition, &[], &[]), Undetermined);
        assert_eq!(finding(&condition, &[], &year("rank", Unknown)), Undetermined);
    }
}

/// 0.45 of 100,000 people: 9 of 2,000,000 are exactly that, and one person more or less is not.
#[test]
fn a_ratio_under_every_comparison_is_exact() {
    for (must, expected) in AROUND {
        let condition = Condition::Ratio {
            of: "resolved".parse().unwrap(),
            must,
            share: (45, 10_000_000),
            empty: WhenEmpty::Undetermined,
        };
        let found = [2_000_001, 2_000_000, 1_999_999]
            .map(|whole| finding(&condition, &[], &year("resolved", Ratio { part: 9, whole })));
        assert_eq!(found, expected, "{must:?}");
    }
}

#[test]
fn a_ratio_of_nothing_is_what_the_document_says_under_every_comparison() {
    for (must, _) in AROUND {
        for (empty, expected) in [
            (WhenEmpty::Met, Met),
            (WhenEmpty::NotMet, NotMet),
            (WhenEmpty::Undetermined, Undetermined),
            (WhenEmpty::NotApplicable, NotApplicable),
        ] {
            let condition = Condition::Ratio { of: "resolved".parse().unwrap(), must, share: (1, 1), empty };
            let nothing = year("resolved", Ratio { part: 0, whole: 0 });
            assert_eq!(finding(&condition, &[], &nothing), expected, "{must:?} {empty:?}");
        }
    }
}

fn crimes(n: u8, unclear: u8) -> Vec<Incident> {
    let one = |n: u8| Incident { id: IncidentId([n; 16]), ..happened("crime", "2026-03-01") };
    let clear = (0..n).map(|n| {
        let mut crime = one(n);
        crime.attributes.insert("deaths".parse().unwrap(), 1);
        crime
    });
    clear.chain((n..n + unclear).map(one)).collect()
}

fn fatal(must: Compare, bound: i64) -> Condition {
    let only = Filter::Attribute { is: "deaths".parse().unwrap(), must: Compare::AtLeast, bound: 1 };
    Condition::Count { of: "crime".parse().unwrap(), only, must, bound }
}

/// “Three or more in the year”, as a condition that holds where there are fewer.
#[test]
fn incidents_are_counted_against_a_bound() {
    let all = year("crime", Complete);
    for (n, unclear, expected) in [
        (0, 0, Met),
        (2, 0, Met),
        (3, 0, NotMet),
        (4, 0, NotMet),
        (2, 1, Undetermined),
        (1, 1, Met),
        (3, 1, NotMet),
        (0, 3, Undetermined),
    ] {
        assert_eq!(finding(&fatal(Compare::LessThan, 3), &crimes(n, unclear), &all), expected, "{n} and {unclear}");
    }
}

#[test]
fn a_count_of_incidents_without_a_word_on_the_rest() {
    let judged = |condition: Condition, n: u8| {
        let result = judge(&document(condition, false), "2026", "2026-12-31", &crimes(n, 0), &[]);
        (the(&result).finding, the(&result).settled)
    };
    assert_eq!(judged(fatal(Compare::LessThan, 3), 2), (Undetermined, false));
    assert_eq!(judged(fatal(Compare::LessThan, 3), 3), (NotMet, true), "no later word undoes a third one");
    assert_eq!(judged(fatal(Compare::AtLeast, 1), 1), (Met, true));
    assert_eq!(judged(fatal(Compare::AtMost, 1), 2), (NotMet, true));
    assert_eq!(judged(fatal(Compare::Equal, 1), 1), (Undetermined, false), "another may follow");
    assert_eq!(judged(fatal(Compare::Equal, 1), 2), (NotMet, true));
}

#[test]
fn a_filter_under_every_comparison() {
    for (must, expected) in AROUND {
        let only = Filter::Attribute { is: "people".parse().unwrap(), must, bound: 50 };
        let condition = Condition::None { of: "crime".parse().unwrap(), only };
        let found = [49, 50, 51].map(|people| {
            let mut incident = happened("crime", "2026-03-01");
            incident.attributes.insert("people".parse().unwrap(), people);
            finding(&condition, &[incident], &year("crime", Complete))
        });
        // What the filter takes in is what there may be none of.
        assert_eq!(found, expected.map(Finding::not), "{must:?}");
    }
}

#[test]
fn filters_join_what_is_known_with_what_is_not() {
    let is = |attribute: &str| Filter::Attribute { is: attribute.parse().unwrap(), must: Compare::AtLeast, bound: 1 };
    let both = || vec![is("grave-harm"), is("grave-influence")];
    for (harm, influence, under_all, under_any) in [
        (Some(1), Some(1), NotMet, NotMet),
        (Some(1), Some(0), Met, NotMet),
        (Some(0), Some(0), Met, Met),
        (Some(1), None, Undetermined, NotMet),
        (Some(0), None, Met, Undetermined),
        (None, None, Undetermined, Undetermined),
    ] {
        let mut incident = happened("crime", "2026-03-01");
        let known = [("grave-harm", harm), ("grave-influence", influence)];
        incident.attributes.extend(known.iter().filter_map(|(id, value)| Some((id.parse().unwrap(), (*value)?))));
        let none = |only| {
            let condition = Condition::None { of: "crime".parse().unwrap(), only };
            finding(&condition, std::slice::from_ref(&incident), &year("crime", Complete))
        };
        let found = (none(Filter::All(both())), none(Filter::Any(both())));
        assert_eq!(found, (under_all, under_any), "{harm:?} {influence:?}");
    }
}

#[test]
fn rises_in_a_row() {
    let quarters = [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")];
    for (times, figures, expected) in [
        (1, [Some(1), Some(2), None, None], Met),
        (1, [Some(2), Some(2), Some(2), Some(2)], NotMet),
        (1, [Some(2), None, Some(1), Some(1)], Undetermined),
        (2, [Some(1), Some(2), Some(1), Some(2)], NotMet),
        (2, [Some(9), Some(-3), Some(-2), Some(-1)], Met),
        (2, [None, Some(1), Some(2), None], Undetermined),
        (2, [None, Some(2), Some(1), None], NotMet),
        (3, [Some(0), Some(1), Some(2), Some(3)], Met),
        (3, [Some(0), Some(1), Some(2), Some(2)], NotMet),
        (3, [Some(1), None, Some(2), Some(3)], NotMet),
        (3, [Some(1), None, Some(3), Some(4)], Undetermined),
        (3, [Some(1), None, Some(3), Some(2)], NotMet),
        (3, [None, None, None, None], Undetermined),
    ] {
        let stated = quarters.iter().zip(figures).filter_map(|((from, to), figure)| {
            let [from, to] = [from, to].map(|day| format!("2026-{day}"));
            Some(said("sewage", &from, &to, "2027-01-04", Figure(figure?)))
        });
        let condition = Condition::Rises { of: "sewage".parse().unwrap(), times };
        assert_eq!(finding(&condition, &[], &stated.collect::<Vec<_>>()), expected, "{times} in {figures:?}");
    }
}

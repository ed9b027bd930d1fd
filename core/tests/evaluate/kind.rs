//! Incidents of which only a wide category is recorded, under documents that ask about narrower ones.

use cunping_core::{
    facts::{
        Facts, Incident,
        Says::{Complete, Unknown},
        Statement,
        check::check,
    },
    pack::{
        Pack,
        condition::{Compare, Condition, Filter},
    },
    truth::Finding::{self, Met, NotMet, Undetermined},
};

use crate::small::{document, happened, judge, none, said, the};

/// Makes a statement that nothing else happened all year.
fn complete(about: &str) -> Statement {
    said(about, "2026-01-01", "2026-12-31", "2027-01-04", Complete)
}

fn homicide(incidents: &[Incident], statements: &[Statement]) -> (Finding, bool) {
    let found = judge(&document(none("crime/homicide"), false), "2026", "2026-12-31", incidents, statements);
    (the(&found).finding, the(&found).settled)
}

fn of(categories: &[&str]) -> Incident {
    let mut it = happened("crime", "2026-06-01");
    it.categories = categories.iter().map(|it| it.parse().unwrap()).collect();
    it
}

#[test]
fn only_a_wider_category_leaves_it_open_until_somebody_says_more() {
    let all = [complete("crime")];
    assert_eq!(homicide(&[], &all), (Met, true), "no crime is no homicide");
    for (categories, expected) in [
        (&["crime"][..], (Undetermined, false)),
        (&["crime/homicide"], (NotMet, true)),
        (&["crime/homicide/from-crime"], (NotMet, true)),
        (&["crime/kidnap-hostage"], (Met, true)),
        (&["crime", "crime/kidnap-hostage"], (Met, true)),
        (&["crime/another-kind"], (Met, true)),
        (&["fire"], (Met, true)),
        (&["crime", "fire"], (Undetermined, false)),
    ] {
        assert_eq!(homicide(&[of(categories)], &all), expected, "{categories:?}");
    }
}

#[test]
fn no_homicide_but_those_registered_is_an_answer_about_its_days() {
    let spoken = |from: &str, to: &str| {
        let mut all = vec![complete("crime")];
        all.push(said("crime/homicide", from, to, "2027-01-04", Complete));
        homicide(&[of(&["crime"])], &all)
    };
    assert_eq!(spoken("2026-01-01", "2026-12-31"), (Met, true));
    assert_eq!(spoken("2026-06-01", "2026-06-01"), (Met, true));
    assert_eq!(spoken("2026-01-01", "2026-05-31"), (Undetermined, false), "up to the day before");
    assert_eq!(spoken("2026-06-02", "2026-12-31"), (Undetermined, false), "from the day after");
}

#[test]
fn what_was_taken_back_is_no_answer() {
    let not_known = said("crime/homicide", "2026-01-01", "2026-12-31", "2027-01-05", Unknown);
    let all = [complete("crime"), complete("crime/homicide"), not_known];
    assert_eq!(homicide(&[of(&["crime"])], &all).0, Undetermined);
}

#[test]
fn a_category_between_the_two_answers_for_what_lies_in_it() {
    let pack = document(none("crime/homicide/from-crime"), false);
    let found = |incident: &[&str], statements: &[Statement]| {
        the(&judge(&pack, "2026", "2026-12-31", &[of(incident)], statements)).finding
    };
    let both = [complete("crime"), complete("crime/homicide")];
    assert_eq!(found(&["crime"], &both[..1]), Undetermined);
    assert_eq!(found(&["crime"], &both), Met, "it is no homicide at all");
    assert_eq!(found(&["crime/homicide"], &both), Undetermined, "it is one, of an unknown kind");
}

#[test]
fn an_attribute_that_rules_it_out_does_so_whatever_the_kind() {
    let only = Filter::Attribute { is: "grade".parse().unwrap(), must: Compare::AtLeast, bound: 3 };
    let pack = document(Condition::None { of: "crime/homicide".parse().unwrap(), only }, false);
    let graded = |grade: Option<i64>| {
        let mut it = of(&["crime"]);
        it.attributes = grade.map(|grade| ("grade".parse().unwrap(), grade)).into_iter().collect();
        the(&judge(&pack, "2026", "2026-12-31", &[it], &[complete("crime")])).finding
    };
    assert_eq!([Some(2), Some(3), Some(4), None].map(graded), [Met, Undetermined, Undetermined, Undetermined]);
}

#[test]
fn a_bound_that_it_cannot_cross_is_met_all_the_same() {
    let most = |bound| {
        let of_it = Condition::Count {
            of: "crime/homicide".parse().unwrap(),
            only: Filter::Every,
            must: Compare::AtMost,
            bound,
        };
        let mut pack = document(of_it, false);
        let crime = pack.indicators[&"crime".parse().unwrap()].clone();
        pack.indicators.insert("crime/homicide".parse().unwrap(), crime);
        the(&judge(&pack, "2026", "2026-12-31", &[of(&["crime"])], &[complete("crime")])).finding
    };
    assert_eq!([0, 1, 2].map(most), [Undetermined, Met, Met]);
}

/// Selects the facts of an incident for a document that asks about some categories, and lists the categories and faults
/// in them.
fn told(asked: &[&str], recorded: &str) -> (Vec<String>, Vec<&'static str>) {
    let conditions = asked.iter().map(|it| none(it)).collect();
    let mut pack: Pack = document(Condition::All(conditions), false);
    for id in asked {
        let crime = pack.indicators[&"crime".parse().unwrap()].clone();
        pack.indicators.insert(id.parse().unwrap(), crime);
    }
    let mut facts = Facts::silent("150626200205".parse().unwrap(), "2026-Q2".parse().unwrap());
    facts.incidents = vec![of(&[recorded])];
    let named = facts.named_by(&pack, &pack.levels[0], facts.period);
    let categories = named.incidents.iter().flat_map(|it| &it.categories).map(ToString::to_string).collect();
    (categories, check(&named, &pack, &pack.levels[0]).iter().map(|it| it.fault.code()).collect())
}

#[test]
fn a_kind_that_the_document_does_not_know_is_told_as_another_kind() {
    for (asked, recorded, expected) in [
        (&["crime"][..], "crime/theft", &["crime"][..]),
        (&["crime", "crime/homicide"], "crime/theft", &["crime/another-kind"]),
        (&["crime", "crime/homicide"], "crime/theft/of-cattle", &["crime/another-kind"]),
        (&["crime", "crime/homicide"], "crime/homicide", &["crime/homicide"]),
        (&["crime", "crime/homicide"], "crime/homicide/from-crime", &["crime/homicide"]),
        (&["crime", "crime/homicide"], "crime", &["crime"]),
        (&["fire", "crime/homicide"], "crime", &["crime"]),
        (&["fire", "crime/homicide"], "crime/theft", &[]),
        (&["fire", "crime/homicide"], "fire/forest", &["fire"]),
    ] {
        let (categories, faults) = told(asked, recorded);
        assert_eq!((&*categories, &*faults), (&*expected.iter().map(ToString::to_string).collect::<Vec<_>>(), &[][..]));
    }
}

#[test]
fn another_kind_is_a_word_for_documents_that_ask_for_kinds() {
    for (asked, faults) in [(&["crime", "crime/homicide"][..], &[][..]), (&["crime"], &["unknown-indicator"])] {
        let mut pack = document(Condition::All(asked.iter().map(|it| none(it)).collect()), false);
        let crime = pack.indicators[&"crime".parse().unwrap()].clone();
        pack.indicators.insert("crime/homicide".parse().unwrap(), crime);
        let mut facts = Facts::silent("150626200205".parse().unwrap(), "2026-Q2".parse().unwrap());
        facts.incidents = vec![of(&["crime/another-kind"])];
        let found: Vec<_> = check(&facts, &pack, &pack.levels[0]).iter().map(|it| it.fault.code()).collect();
        assert_eq!(found, faults, "{asked:?}");
    }
}

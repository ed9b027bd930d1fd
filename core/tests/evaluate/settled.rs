//! Settled findings stay: at every later day, and under every addition that takes nothing back.

use cunping_core::{
    days::{Day, Days},
    evaluate::{Evaluation, Outcome, evaluate},
    facts::{
        Facts, Incident,
        Says::{self, Complete, Count, Figure, No, NotApplicable, Rank, Ratio, Unknown, Yes},
        Statement, Topic,
    },
    id::IncidentId,
    pack::{
        CriterionRole, Pack, ResultRule,
        condition::{Compare, Condition, Filter, WhenEmpty},
    },
    truth::Finding,
};
use proptest::{prelude::*, sample::select};

use crate::small::{day, document, happened, judge, none, said, the};

const CATEGORIES: [&str; 2] = ["crime", "crime/homicide"];

fn settled(pack: &Pack, as_of: &str, incidents: &[Incident], statements: &[Statement]) -> (Finding, bool) {
    let result = judge(pack, "2026", as_of, incidents, statements);
    (the(&result).finding, the(&result).settled)
}

fn year(about: &str, says: Says) -> Statement {
    said(about, "2026-01-01", "2026-12-31", "2027-01-04", says)
}

#[test]
fn an_incident_of_a_later_day_keeps_its_absence_open() {
    let pack = document(none("crime"), false);
    let complete = [year("crime", Complete)];
    assert_eq!(settled(&pack, "2026-03-31", &[], &complete), (Finding::Met, true));
    let june = [happened("crime", "2026-06-01")];
    assert_eq!(settled(&pack, "2026-03-31", &june, &complete), (Finding::Met, false));
    assert_eq!(settled(&pack, "2026-06-01", &june, &complete), (Finding::NotMet, true));
}

#[test]
fn a_word_of_a_later_day_keeps_an_earlier_one_open() {
    let pack = document(Condition::Stated { of: "shop".parse().unwrap() }, false);
    let first = said("shop", "2026-01-01", "2026-03-31", "2026-04-01", Yes);
    let last = said("shop", "2026-10-01", "2026-12-31", "2027-01-04", No);
    let words = [first, last];
    assert_eq!(settled(&pack, "2026-03-31", &[], &words), (Finding::Met, false));
    assert_eq!(settled(&pack, "2026-12-31", &[], &words), (Finding::NotMet, true));
    assert_eq!(settled(&pack, "2026-03-31", &[], &[year("shop", Yes)]), (Finding::Met, true));
}

#[test]
fn a_sum_is_settled_by_parts_that_were_each_stated_after_their_days() {
    let drills =
        Condition::Count { of: "drills".parse().unwrap(), only: Filter::Every, must: Compare::AtLeast, bound: 1 };
    let pack = document(drills, false);
    for (made_on, stays) in [("2026-06-30", false), ("2026-07-01", true)] {
        let parts = [
            said("drills", "2026-01-01", "2026-06-30", made_on, Count(1)),
            said("drills", "2026-07-01", "2026-12-31", "2027-01-04", Count(0)),
        ];
        assert_eq!(settled(&pack, "2026-12-31", &[], &parts), (Finding::Met, stays), "{made_on}");
    }
}

#[test]
fn a_breach_stays_open_to_a_word_that_nothing_applies() {
    let pack = document(none("crime"), true);
    let june = [happened("crime", "2026-06-01")];
    assert_eq!(settled(&pack, "2026-12-31", &june, &[]), (Finding::NotMet, false));
    assert_eq!(settled(&pack, "2026-12-31", &june, &[year("crime", Complete)]), (Finding::NotMet, true));
}

#[test]
fn rises_read_no_later_quarter_and_settle_once_nothing_can_change_them() {
    let quarters = |figures: &[i64]| -> Vec<Statement> {
        let days = [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")];
        let of = |((from, to), n): (&(&str, &str), &i64)| {
            said("sewage", &format!("2026-{from}"), &format!("2026-{to}"), "2027-01-04", Figure(*n))
        };
        days.iter().zip(figures).map(of).collect()
    };
    let rises = |times| document(Condition::Rises { of: "sewage".parse().unwrap(), times }, false);
    for (times, as_of, figures, expected) in [
        (3, "2026-12-30", &[1, 2, 3, 4][..], (Finding::Undetermined, false)),
        (3, "2026-12-31", &[1, 2, 3, 4], (Finding::Met, true)),
        (2, "2026-09-30", &[1, 2, 3, 0], (Finding::Met, true)),
        (2, "2026-09-29", &[1, 2, 3, 0], (Finding::Undetermined, false)),
        (3, "2026-06-30", &[2, 2], (Finding::NotMet, true)),
        (2, "2026-09-30", &[5, 4, 3], (Finding::NotMet, true)),
        (2, "2026-09-30", &[5, 4, 4, 5], (Finding::NotMet, true)),
        (2, "2026-09-30", &[5, 4, 5, 5], (Finding::Undetermined, false)),
    ] {
        assert_eq!(settled(&rises(times), as_of, &[], &quarters(figures)), expected, "{times} {as_of} {figures:?}");
    }
    let mut early = quarters(&[1, 2]);
    early[1].made_on = day("2026-06-30");
    assert_eq!(
        settled(&rises(1), "2026-06-30", &[], &early),
        (Finding::Met, false),
        "stated on the quarter's last day"
    );
    let mut gap = quarters(&[1, 0, 2, 9]);
    gap.remove(1);
    assert_eq!(settled(&rises(3), "2026-12-31", &[], &gap), (Finding::NotMet, true), "no room between 1 and 2");
}

/// Makes a document whose award asks for no flood, and requires one whose criterion of a role asks for no crime and whose
/// veto asks for no fire.
fn with_prerequisite(role: CriterionRole, result: ResultRule) -> Pack {
    let mut pack = document(none("flood"), false);
    let mut before = pack.levels[0].clone();
    before.id = "before".parse().unwrap();
    before.result = result;
    let mut veto = before.criteria[0].clone();
    before.criteria[0].checks[0].condition = none("crime");
    before.criteria[0].role = role;
    veto.id = "before.2".parse().unwrap();
    veto.checks[0].id = veto.id.clone();
    veto.checks[0].condition = none("fire");
    veto.role = CriterionRole::Veto;
    before.criteria.push(veto);
    pack.levels[0].requires = Some(before.id.clone());
    pack.levels.push(before);
    pack
}

#[test]
fn a_prerequisite_missed_for_good_is_settled_though_its_verdict_may_grow_worse() {
    let pack = with_prerequisite(CriterionRole::Standard, ResultRule::All);
    let found = judge(&pack, "2026", "2026-03-31", &[happened("crime", "2026-02-01")], &[]);
    let before = found.prerequisite.as_ref().unwrap();
    assert_eq!((before.verdict.code(), before.settled), ("not-qualified", true));
    assert_eq!((found.verdict.code(), found.provisional), ("not-qualified", false));
}

#[test]
fn points_make_good_for_a_standard_and_never_for_a_goal_or_a_veto() {
    for (role, verdict, missed) in [
        (CriterionRole::Goal, "not-qualified", true),
        (CriterionRole::Veto, "vetoed", true),
        (CriterionRole::Standard, "open", false),
    ] {
        let pack = with_prerequisite(role, ResultRule::Score);
        let found = judge(&pack, "2026", "2026-03-31", &[happened("crime", "2026-02-01")], &[]);
        let before = found.prerequisite.as_ref().unwrap();
        assert_eq!((before.verdict.code(), before.settled), (verdict, missed), "{role:?}");
    }
}

fn leaf() -> impl Strategy<Value = Condition> {
    let must =
        || select(&[Compare::AtLeast, Compare::AtMost, Compare::MoreThan, Compare::LessThan, Compare::Equal][..]);
    let of = |id: &str| id.parse().unwrap();
    let category = || select(&CATEGORIES[..]).prop_map(move |id| id.parse().unwrap());
    prop_oneof![
        (category(), filter()).prop_map(|(of, only)| Condition::None { of, only }),
        (category(), filter(), must(), 0..3_i64).prop_map(|(of, only, must, bound)| Condition::Count {
            of,
            only,
            must,
            bound
        }),
        (select(&["cameras", "drills", "people"][..]), must(), 0..3_i64)
            .prop_map(move |(id, must, bound)| { Condition::Count { of: of(id), only: Filter::Every, must, bound } }),
        (must(), select(&[WhenEmpty::Met, WhenEmpty::NotMet, WhenEmpty::Undetermined, WhenEmpty::NotApplicable][..]))
            .prop_map(move |(must, empty)| Condition::Ratio { of: of("resolved"), must, share: (1, 2), empty }),
        (must(), 1..3_i64).prop_map(move |(must, bound)| Condition::Rank { of: of("rank"), must, bound }),
        (1..4_u8).prop_map(move |times| Condition::Rises { of: of("sewage"), times }),
        Just(Condition::Stated { of: of("shop") }),
    ]
}

fn filter() -> impl Strategy<Value = Filter> {
    let grave = Filter::Attribute { is: "deaths".parse().unwrap(), must: Compare::AtLeast, bound: 2 };
    select(vec![Filter::Every, grave])
}

fn condition() -> impl Strategy<Value = Condition> {
    leaf().prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Condition::All),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Condition::Any),
            inner.clone().prop_map(|it| Condition::Not(Box::new(it))),
            inner.clone().prop_map(|it| Condition::OpenUnless(Box::new(it))),
            inner.prop_map(|it| Condition::ApplicableIf { of: "shop".parse().unwrap(), then: Box::new(it) }),
        ]
    })
}

/// A registered incident or statement.
#[derive(Clone, Debug)]
enum Entry {
    Said(Statement),
    Happened(Incident),
}

fn entry() -> impl Strategy<Value = Entry> {
    let firsts = ["2026-01-01", "2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"];
    let lasts = ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31", "2026-12-31", "2026-12-31"];
    let days = (select(firsts.to_vec()), select(lasts.to_vec()))
        .prop_filter_map("backwards", |(first, last)| Days::new(day(first), day(last)));
    let answer = prop_oneof![
        3 => (select(&CATEGORIES[..]), filter(), select(vec![Complete, Complete, Complete, Unknown, nothing()])),
        3 => (select(&["cameras", "drills", "people"][..]), Just(Filter::Every), (0..3_i64).prop_map(Count)),
        1 => (Just("resolved"), Just(Filter::Every), (0..3_i64, 0..3_i64).prop_map(|(part, more)| {
            Ratio { part, whole: part + more }
        })),
        1 => (Just("rank"), Just(Filter::Every), (1..4_i64).prop_map(Rank)),
        3 => (Just("sewage"), Just(Filter::Every), (0..4_i64).prop_map(Figure)),
        3 => (Just("shop"), Just(Filter::Every), select(vec![Yes, No])),
        2 => (select(&["cameras", "drills", "resolved", "sewage", "shop"][..]), Just(Filter::Every),
            select(vec![Unknown, nothing()])),
    ];
    let stated = (answer, days, select(&[0, 0, 1, 2, 5][..])).prop_map(|((about, only, says), days, after)| {
        let made_on = days.last() + chrono::Days::new(after);
        Entry::Said(Statement { about: about.parse().unwrap(), only, days, made_on, says })
    });
    let on = select(&["2026-02-03", "2026-03-31", "2026-05-05", "2026-12-31"][..]);
    let incident = (any::<[u8; 16]>(), select(&CATEGORIES[..]), on, prop::option::of(1..3_i64)).prop_map(
        |(id, category, on, deaths)| {
            let attributes = deaths.map(|n| ("deaths".parse().unwrap(), n)).into_iter().collect();
            Entry::Happened(Incident { id: IncidentId(id), attributes, ..happened(category, on) })
        },
    );
    prop_oneof![4 => stated, 1 => incident]
}

fn nothing() -> Says {
    NotApplicable("没有".into())
}

/// Tells whether an entry takes back a statement that was made for good.
fn takes_back(facts: &Facts, entry: &Entry) -> bool {
    let over = |it: &Statement, on: Day| it.says != Unknown && it.days.contains(on) && it.made_on > on;
    let mut said = facts.statements.iter();
    match entry {
        Entry::Said(new) => said.any(|it| {
            let (topic, old) = (Topic::of(new), Topic::of(it));
            let narrower = new.says == Unknown && old.lies_in(&topic);
            over(it, new.days.last()) && (topic.lies_in(&old) && new.says != Complete || topic == old || narrower)
        }),
        Entry::Happened(new) => said.any(|it| {
            let alone = Facts { incidents: vec![new.clone()], statements: Vec::new(), ..facts.clone() };
            it.says == Complete
                && over(it, new.day)
                && cunping_core::evaluate::matching(&alone, &it.about, &it.only, it.days).next().is_some()
        }),
    }
}

fn add(facts: &mut Facts, entries: &[Entry]) {
    for entry in entries {
        match entry {
            Entry::Said(it) => facts.statements.push(it.clone()),
            Entry::Happened(it) => facts.incidents.push(it.clone()),
        }
    }
    facts.sort();
}

fn compare(before: &Outcome, after: &Outcome) {
    if before.settled {
        assert_eq!((after.finding, after.settled), (before.finding, true), "{before:?}\n{after:?}");
    }
    before.parts.iter().zip(&after.parts).for_each(|(before, after)| compare(before, after));
}

fn stays(before: &Evaluation, after: &Evaluation) {
    compare(&the(before).checks[0].outcome, &the(after).checks[0].outcome);
    assert!(before.provisional || (before.verdict, false) == (after.verdict, after.provisional));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn a_settled_finding_stays_under_everything_that_is_added_later(
        condition in condition(),
        may_not_apply in any::<bool>(),
        known in prop::collection::vec(entry(), 0..12),
        later in prop::collection::vec(entry(), 0..6),
        days in (select(&["2026-02-10", "2026-03-31", "2026-12-31"][..]), select(&["2026-05-05", "2026-09-30", "2026-12-31"][..])),
    ) {
        let pack = document(condition, may_not_apply);
        let level = &pack.levels[0];
        let mut facts = Facts::silent("150626200205".parse().unwrap(), "2026".parse().unwrap());
        add(&mut facts, &known);
        let (early, late) = (day(days.0), day(days.1).max(day(days.0)));
        let before = evaluate(&pack, level, &[], &facts, early);
        let known = facts.clone();
        stays(&before, &evaluate(&pack, level, &[], &facts, late));
        for entry in later.into_iter().filter(|it| !takes_back(&known, it)) {
            add(&mut facts, &[entry]);
            stays(&before, &evaluate(&pack, level, &[], &facts, early));
            stays(&before, &evaluate(&pack, level, &[], &facts, late));
        }
    }
}

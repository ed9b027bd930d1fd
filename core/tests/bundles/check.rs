//! Every fault of facts, made one by one out of facts that have none.

use cunping_core::{
    facts::{
        Facts, Says, Statement,
        check::{Fault, check},
    },
    id::UnitCode,
    pack::{Indicator, IndicatorKind, Pack, Words, YearRule},
};

use crate::sample;

/// Returns the released pack with one figure of each kind beside its own categories.
fn pack() -> Pack {
    let mut pack = sample::pack();
    let words = || Words { zh: "数".to_owned(), en: "figure".to_owned() };
    let ratio = IndicatorKind::Ratio { year: YearRule::Sum, part: words(), whole: words(), within: None, counts: None };
    let series = IndicatorKind::Series { unit: words(), decimals: 0 };
    let kinds = [
        ("t/stated", IndicatorKind::Stated),
        ("t/count", IndicatorKind::Count(YearRule::Sum)),
        ("t/ratio", ratio),
        ("t/rank", IndicatorKind::Rank),
        ("t/series", series),
    ];
    let village = pack.levels.iter_mut().find(|level| level.id.as_str() == "village").unwrap();
    let check = village.criteria[0].checks[0].clone();
    for (id, kind) in kinds {
        let id: cunping_core::id::IndicatorId = id.parse().unwrap();
        let mut named = check.clone();
        named.condition = cunping_core::pack::condition::Condition::Stated { of: id.clone() };
        village.criteria[0].checks.push(named);
        pack.indicators.insert(id, Indicator { name: words(), kind, attributes: Vec::new() });
    }
    pack
}

fn faults(facts: &Facts) -> Vec<String> {
    let pack = pack();
    let level = pack.level(&"village".parse().unwrap()).unwrap();
    check(facts, &pack, level).iter().map(|it| format!("{} {}", it.at, it.fault.code())).collect()
}

fn attribute(facts: &mut Facts, id: &str, value: i64) {
    facts.incidents[0].attributes.insert(id.parse().unwrap(), value);
}

fn says(about: &str, from: &str, to: &str, says: Says) -> Statement {
    let days = cunping_core::days::Days::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
    Statement {
        about: about.parse().unwrap(),
        only: cunping_core::pack::condition::Filter::Every,
        days,
        made_on: "2026-04-01".parse().unwrap(),
        says,
    }
}

fn quarter(about: &str, what: Says) -> Statement {
    says(about, "2026-01-01", "2026-03-31", what)
}

#[test]
fn good_facts_have_no_fault() {
    let mut facts = sample::facts();
    facts.statements.extend([
        quarter("t/stated", Says::Yes),
        quarter("t/count", Says::Count(0)),
        quarter("t/ratio", Says::Ratio { part: 3, whole: 3 }),
        quarter("t/rank", Says::Rank(1)),
        quarter("t/series", Says::Figure(-7)),
        quarter("petition/unlawful", Says::Unknown),
    ]);
    assert_eq!(faults(&facts), [""; 0]);
}

/// A change and the faults that it makes.
type Case = (fn(&mut Facts), &'static [&'static str]);

#[test]
fn every_fault_of_an_incident() {
    let cases: [Case; 12] = [
        (|it| it.incidents[0].day = "2025-12-31".parse().unwrap(), &["incidents[0].day incident-outside-period"]),
        (
            |it| it.incidents[0].day = "2026-04-01".parse().unwrap(),
            &["incidents[0].day incident-outside-period", "incidents[0].stated_on stated-before-it-happened"],
        ),
        (
            |it| it.incidents[0].stated_on = "2026-02-09".parse().unwrap(),
            &["incidents[0].stated_on stated-before-it-happened"],
        ),
        (|it| it.incidents.push(it.incidents[0].clone()), &["incidents[1].id duplicate-incident"]),
        (|it| it.incidents[0].note = Some("长".repeat(61)), &["incidents[0].note bad-text"]),
        (|it| it.incidents[0].repeats = Some(it.incidents[0].id), &["incidents[0].repeats incident-repeats-itself"]),
        (
            |it| it.incidents[0].categories = ["crime".parse().unwrap(), "crimes".parse().unwrap()].into(),
            &["incidents[0].categories[1] unknown-indicator"],
        ),
        (
            |it| it.incidents[0].categories = ["crime".parse().unwrap(), "t/count".parse().unwrap()].into(),
            &["incidents[0].categories[1] not-a-category"],
        ),
        (|it| attribute(it, "grade", 4), &[]),
        (|it| attribute(it, "grade", 5), &["incidents[0].attributes.grade attribute-out-of-range"]),
        (|it| attribute(it, "grade", -1), &["incidents[0].attributes.grade attribute-out-of-range"]),
        (|it| attribute(it, "deaths", 1), &["incidents[0].attributes.deaths unknown-attribute"]),
    ];
    for (change, expected) in cases {
        let mut facts = sample::facts();
        change(&mut facts);
        assert_eq!(faults(&facts), expected);
    }
}

#[test]
fn every_fault_of_a_statement() {
    let most = cunping_core::MAX_NUMBER;
    for (statement, expected) in [
        (says("gang", "2026-01-01", "2026-04-01", Says::Complete), "statements[0] statement-outside-period"),
        (says("gang", "2025-12-31", "2026-01-31", Says::Complete), "statements[0] statement-outside-period"),
        (quarter("no/such", Says::Complete), "statements[0].about unknown-indicator"),
        (quarter("gang", Says::Yes), "statements[0].says wrong-kind-of-answer"),
        (quarter("t/stated", Says::Complete), "statements[0].says wrong-kind-of-answer"),
        (quarter("t/count", Says::Rank(1)), "statements[0].says wrong-kind-of-answer"),
        (quarter("t/rank", Says::Figure(1)), "statements[0].says wrong-kind-of-answer"),
        (quarter("t/series", Says::Count(1)), "statements[0].says wrong-kind-of-answer"),
        (quarter("t/ratio", Says::Count(1)), "statements[0].says wrong-kind-of-answer"),
        (quarter("t/count", Says::Count(-1)), "statements[0].value number-out-of-range"),
        (quarter("t/count", Says::Count(most + 1)), "statements[0].value number-out-of-range"),
        (quarter("t/rank", Says::Rank(0)), "statements[0].value number-out-of-range"),
        (quarter("t/series", Says::Figure(i64::MIN)), "statements[0].value number-out-of-range"),
        (quarter("t/ratio", Says::Ratio { part: 4, whole: 3 }), "statements[0].part part-above-whole"),
        (quarter("t/ratio", Says::Ratio { part: -1, whole: 3 }), "statements[0].part number-out-of-range"),
        (quarter("t/ratio", Says::Ratio { part: 0, whole: -1 }), "statements[0].whole number-out-of-range"),
        (quarter("gang", Says::NotApplicable("  ".to_owned())), "statements[0].reason bad-text"),
        (quarter("gang", Says::NotApplicable("长".repeat(501))), "statements[0].reason bad-text"),
    ] {
        let mut facts = sample::facts();
        facts.statements = vec![statement.clone()];
        assert_eq!(faults(&facts), [expected], "{statement:?}");
    }
}

#[test]
fn no_statement_is_about_days_after_it_was_made() {
    let mut facts = sample::facts();
    facts.statements[0].made_on = "2026-03-31".parse().unwrap();
    assert_eq!(faults(&facts), [""; 0]);
    facts.statements[0].made_on = "2026-03-30".parse().unwrap();
    assert_eq!(faults(&facts), ["statements[0].made_on statement-about-the-future"]);
}

#[test]
fn figures_lie_apart_or_inside_one_another() {
    let count = |from, to| says("t/count", from, to, Says::Count(1));
    let cases: [(&[Statement], &[&str]); 5] = [
        (&[count("2026-01-01", "2026-01-31"), count("2026-02-01", "2026-02-28")], &[]),
        (&[count("2026-01-01", "2026-03-31"), count("2026-02-01", "2026-02-28")], &[]),
        (
            &[count("2026-01-15", "2026-02-15"), count("2026-01-01", "2026-01-31")],
            &["statements[0] overlapping-figures"],
        ),
        (
            &[count("2026-01-01", "2026-01-31"), count("2026-01-31", "2026-02-15")],
            &["statements[1] overlapping-figures"],
        ),
        (
            &[count("2026-01-01", "2026-01-31"), count("2026-01-01", "2026-01-31")],
            &["statements[1] duplicate-statement"],
        ),
    ];
    for (statements, expected) in cases {
        let mut facts = sample::facts();
        facts.statements = statements.to_vec();
        assert_eq!(faults(&facts), expected);
    }
    let mut facts = sample::facts();
    let complete = |from, to| says("gang", from, to, Says::Complete);
    facts.statements = vec![complete("2026-01-01", "2026-02-15"), complete("2026-02-01", "2026-03-31")];
    assert_eq!(faults(&facts), [""; 0], "days without incidents may be stated twice");
}

#[test]
fn unit_and_remarks() {
    let mut facts = sample::facts();
    facts.remarks =
        [("village.2".parse().unwrap(), "长".repeat(501)), ("village.99".parse().unwrap(), String::new())].into();
    assert_eq!(faults(&facts), ["remarks.village.2 bad-text", "remarks.village.99 unknown-criterion"]);
    let unit = |code: &str| -> Vec<String> {
        let unit: UnitCode = code.parse().unwrap();
        faults(&Facts { unit, ..sample::facts() })
    };
    assert_eq!(unit("150626200000"), ["unit unit-level"]);
    assert_eq!(unit("110101001001"), ["unit unit-outside-area"]);
    assert!(Fault::UnitOutsideArea.is_warning() && !Fault::UnitLevel.is_warning());
}

/// 汪场镇 begins with 2023 and rates years, 桑村镇 with the third quarter of 2021 and rates quarters only.
#[test]
fn a_period_that_the_document_does_not_rate() {
    let packs = cunping_packs::RELEASED.iter().map(|it| Pack::from_json(it.json).unwrap());
    let packs: Vec<Pack> = packs.collect();
    let found = |id: &str, unit: &str, period: &str| -> Vec<&'static str> {
        let pack = packs.iter().find(|it| it.id.as_str() == id).unwrap();
        let level = pack.level(&"village".parse().unwrap()).unwrap();
        let facts = Facts::silent(unit.parse().unwrap(), period.parse().unwrap());
        check(&facts, pack, level).iter().map(|it| it.fault.code()).collect()
    };
    let sangcun = |period| found("sangcun-liuhao-jiuwu-2021", "370406103399", period);
    assert_eq!(sangcun("2021-Q2"), ["period-not-rated"]);
    assert_eq!(sangcun("2021-Q3"), [""; 0]);
    assert_eq!(sangcun("2022"), ["period-not-rated"], "quarters are rated, a year is not");
    let wangchang = |period| found("wangchang-pingan-cun-2023", "429006104399", period);
    assert_eq!(wangchang("2022"), ["period-not-rated"]);
    assert_eq!(wangchang("2023"), [""; 0]);
    let sulide = |period| found("sulide-bawu-2022", "150626200205", period);
    assert_eq!(sulide("2021-Q4"), ["period-not-rated"]);
    assert_eq!(sulide("2022-Q1"), [""; 0]);
    assert_eq!(sulide("2022-H1"), ["period-not-rated"], "the half-year is reported by the township");
}

#[test]
fn all_faults_are_found_at_once_and_quickly() {
    let mut facts = sample::facts();
    facts.statements = (0..5_000).map(|_| quarter("t/count", Says::Count(-1))).collect();
    assert_eq!(faults(&facts).len(), 9_999);
}

//! The consequences of standings under the released documents: quarters, reviews, priorities, points.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    evaluate::Verdict,
    id::{Digest, UnitCode},
    pack::{Level, Pack},
    period::Period,
    rollup::{Tally, Told, UnitStanding, outlook, tally},
    truth::Truth,
};

/// Standings by period, and reviews.
#[derive(Default)]
struct Here {
    standings: BTreeMap<Period, BTreeMap<UnitCode, UnitStanding>>,
    reviews: BTreeMap<UnitCode, bool>,
}

impl Told for Here {
    fn standings(&self, period: Period) -> BTreeMap<UnitCode, UnitStanding> {
        self.standings.get(&period).cloned().unwrap_or_default()
    }

    fn reviews(&self, _: Period) -> BTreeMap<UnitCode, bool> {
        self.reviews.clone()
    }
}

fn pack(id: &str) -> Pack {
    let released = cunping_packs::RELEASED.iter().find(|it| it.id == id).unwrap();
    Pack::from_json(released.json).unwrap()
}

fn units(n: usize) -> Vec<UnitCode> {
    (1..=n).map(|n| format!("370406103{n:03}").parse().unwrap()).collect()
}

/// Makes standings in which the first units qualify and the others do not.
fn standings(units: &[UnitCode], qualified: usize) -> BTreeMap<UnitCode, UnitStanding> {
    let one = |(n, unit): (usize, &UnitCode)| {
        let verdict = if n < qualified { Verdict::Qualified } else { Verdict::NotQualified };
        (*unit, UnitStanding { verdict, provisional: false, bundle: Digest([1; 32]) })
    };
    units.iter().enumerate().map(one).collect()
}

/// Targets by id, priorities by the level that gets them, points; `None` where there is no award for the period.
type Found = (Vec<(String, Truth)>, Vec<(String, Truth)>, Option<i64>);

fn found(pack: &Pack, level: &Level, period: &str, units: &[UnitCode], here: &Here) -> Option<Found> {
    let period = period.parse().unwrap();
    let expected: BTreeSet<UnitCode> = units.iter().copied().collect();
    let tally = tally(&expected, &here.standings(period));
    let found = outlook((pack, level), period, &expected, &tally, here)?;
    let targets = found.targets.iter().map(|(it, _, reached)| (it.id.to_string(), reached.reached));
    let priorities = found.priorities.iter().map(|(it, has)| (it.gives.to_string(), *has));
    Some((targets.collect(), priorities.collect(), found.points.map(|points| points.hundredths())))
}

#[test]
fn a_years_end_counts_the_last_quarter_and_a_stricter_target_all_of_them() {
    let (pack, units) = (pack("sangcun-liuhao-jiuwu-2021"), units(10));
    let quarters = [("2022-Q1", 6), ("2022-Q2", 7), ("2022-Q3", 7), ("2022-Q4", 7)];
    let standings = quarters.map(|(period, n)| (period.parse().unwrap(), standings(&units, n)));
    let mut here = Here { standings: standings.into(), reviews: BTreeMap::new() };
    let reached = |here: &Here| found(&pack, &pack.levels[0], "2022-Q4", &units, here).unwrap().0;
    let both = |last, every| vec![("target.year-end".to_owned(), last), ("target.every-quarter".to_owned(), every)];
    assert_eq!(reached(&here), both(Truth::True, Truth::False), "70% at the end, 60% in the first quarter");
    here.standings.remove(&"2022-Q1".parse().unwrap());
    assert_eq!(reached(&here), both(Truth::True, Truth::Unknown), "a quarter that nobody reported decides nothing");
    assert!(found(&pack, &pack.levels[0], "2024-Q4", &units, &here).unwrap().0.is_empty(), "no share after 2023");
    assert_eq!(found(&pack, &pack.levels[0], "2022", &units, &here), None, "the award is given by quarter");
}

#[test]
fn a_review_is_counted_and_a_verdict_is_none() {
    let (pack, units) = (pack("wangchang-pingan-cun-2023"), units(17));
    let level = pack.level(&"village".parse().unwrap()).unwrap();
    let at = |passed: usize, failed: usize| {
        let outcomes = units.iter().enumerate().take(passed + failed).map(|(n, unit)| (*unit, n < passed));
        let standings = [("2024".parse().unwrap(), standings(&units, 17))];
        let here = Here { standings: standings.into(), reviews: outcomes.collect() };
        let targets = found(&pack, level, "2024", &units, &here).unwrap().0;
        assert_eq!(targets[0].0, "target.reviewed");
        targets[0].1
    };
    assert_eq!(at(12, 5), Truth::True, "70.6%");
    assert_eq!(at(11, 6), Truth::False, "64.7%");
    assert_eq!(at(11, 5), Truth::Unknown, "one was not reviewed");
    assert_eq!(at(0, 0), Truth::Unknown, "all qualify, and none was reviewed");
}

#[test]
fn reviews_are_added_up_where_a_target_counts_them() {
    let units = units(3);
    let expected: BTreeSet<UnitCode> = units.iter().copied().collect();
    let here = Here { reviews: [(units[0], true), (units[1], false)].into(), ..Here::default() };
    let reviewed = |id: &str| {
        let pack = pack(id);
        let level = pack.level(&"village".parse().unwrap()).unwrap();
        let found = outlook((&pack, level), "2024".parse().unwrap(), &expected, &Tally::default(), &here).unwrap();
        found.reviewed.map(|it| (it.expected, it.qualified, it.not_qualified, it.missing))
    };
    assert_eq!(reviewed("wangchang-pingan-cun-2023"), Some((3, 1, 1, 1)));
    assert_eq!(reviewed("dali-pingan-xiangcun-2024"), None);
}

#[test]
fn villages_give_their_township_priority_and_their_county_points() {
    let (pack, units) = (pack("dali-pingan-xiangcun-2024"), units(10));
    let level = pack.level(&"village".parse().unwrap()).unwrap();
    let at = |qualified: usize| {
        let here =
            Here { standings: [("2025".parse().unwrap(), standings(&units, qualified))].into(), ..Here::default() };
        found(&pack, level, "2025", &units, &here).unwrap()
    };
    let given = |has, points| (vec![], vec![("township".to_owned(), has)], Some(points));
    assert_eq!(at(7), given(Truth::False, 140));
    assert_eq!(at(8), given(Truth::True, 160));
}

#[test]
fn a_unit_gives_points_in_the_first_year_in_which_it_qualifies() {
    let (pack, units) = (pack("dali-pingan-xiangcun-2024"), units(4));
    let level = pack.level(&"village".parse().unwrap()).unwrap();
    let expected: BTreeSet<UnitCode> = units.iter().copied().collect();
    let year = |year: &str, units: &[UnitCode], qualified| (year.parse().unwrap(), standings(units, qualified));
    // In 2024 two of three qualify, and the fourth sent nothing; in 2025 all four do.
    let here = Here { standings: [year("2024", &units[..3], 2), year("2025", &units, 4)].into(), ..Here::default() };
    let at = |period: &str| {
        let found = outlook((&pack, level), period.parse().unwrap(), &expected, &Tally::default(), &here).unwrap();
        let points = found.points.unwrap();
        (points.new.into_iter().collect::<Vec<_>>(), points.unknown.into_iter().collect::<Vec<_>>())
    };
    assert_eq!(at("2024"), (units[..2].to_vec(), vec![]), "no year is before the first");
    assert_eq!(at("2025"), (units[2..].to_vec(), vec![units[3]]), "the fourth may have qualified before");
}

#[test]
fn the_last_share_is_shown_when_a_targets_years_are_over() {
    let (pack, units) = (pack("sangcun-liuhao-jiuwu-2021"), units(4));
    let expected: BTreeSet<UnitCode> = units.iter().copied().collect();
    let ended = |period: &str| {
        let period = period.parse().unwrap();
        let found = outlook((&pack, &pack.levels[0]), period, &expected, &Tally::default(), &Here::default()).unwrap();
        found.ended.iter().map(|(target, last)| (target.id.to_string(), last.part)).collect::<Vec<_>>()
    };
    assert_eq!(ended("2023-Q4"), []);
    let last = ["target.year-end", "target.every-quarter"].map(|id| (id.to_owned(), 85));
    assert_eq!(ended("2024-Q1"), last);
    let over = |period: &str| pack.scheme.as_ref().unwrap().is_over(period.parse().unwrap());
    assert_eq!(["2024-Q2", "2024-Q3"].map(over), [false, true]);
}

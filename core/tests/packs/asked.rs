//! What a level asks people: nothing twice; and which answers “none of the rest happened” and “all of it is done” may give.

use cunping_core::{
    days::Day,
    evaluate::evaluate,
    facts::{Facts, Says, Statement, Topic, good_answer, leaves},
    id::RuleId,
    pack::{IndicatorKind, Level, Pack},
    truth::Finding,
};

fn pack(id: &str) -> Pack {
    let released = cunping_packs::RELEASED.iter().find(|it| it.id == id).unwrap();
    Pack::from_json(released.json).unwrap()
}

#[test]
fn no_level_asks_about_a_category_and_about_some_of_it() {
    for released in cunping_packs::RELEASED {
        for level in &Pack::from_json(released.json).unwrap().levels {
            let asked = leaves::asked(level);
            for one in &asked {
                let wider = asked.iter().filter(|it| *it != one && it.about == one.about && one.lies_in(it));
                assert_eq!(wider.count(), 0, "{} {} {one:?}", released.id, level.id);
            }
            let topics = leaves::topics(level);
            for topic in &topics {
                assert!(topic.lies_in(leaves::widest(&topics, topic)), "the answer serves {topic:?}");
            }
        }
    }
}

/// Evaluates a level for a whole year of which only the good answers to the topics are stated.
fn with_good_answers(pack: &Pack, level: &Level, topics: &[&Topic]) -> Vec<(RuleId, Finding)> {
    let (period, last): (_, Day) = ("2026".parse().unwrap(), "2026-12-31".parse().unwrap());
    let mut facts = Facts::silent("999999001201".parse().unwrap(), period);
    facts.statements = topics
        .iter()
        .map(|topic| Statement {
            about: topic.about.clone(),
            only: topic.only.clone(),
            days: period.days(),
            made_on: "2027-01-05".parse().unwrap(),
            says: good_answer(pack, level, topic).unwrap(),
        })
        .collect();
    facts.sort();
    let found = evaluate(pack, level, &[], &facts, last).criteria;
    found.into_iter().map(|found| (found.id, found.finding)).collect()
}

#[test]
fn no_criterion_of_any_document_is_missed_by_the_good_answers() {
    for released in cunping_packs::RELEASED {
        let pack = Pack::from_json(released.json).unwrap();
        for level in &pack.levels {
            let asked = leaves::asked(level);
            let good: Vec<&Topic> = asked.iter().filter(|topic| good_answer(&pack, level, topic).is_some()).collect();
            assert!(!good.is_empty(), "{} {}", released.id, level.id);
            for (rule, finding) in with_good_answers(&pack, level, &good) {
                assert_ne!(finding, Finding::NotMet, "{} {} {rule}", released.id, level.id);
            }
        }
    }
}

#[test]
fn all_eight_of_eight_are_met_by_none_of_it() {
    let sulide = pack("sulide-bawu-2022");
    let level = sulide.level(&"village".parse().unwrap()).unwrap();
    let asked = leaves::asked(level);
    assert!(asked.iter().all(|topic| good_answer(&sulide, level, topic) == Some(Says::Complete)));
    let found = with_good_answers(&sulide, level, &asked.iter().collect::<Vec<_>>());
    assert!(found.iter().all(|(_, finding)| *finding == Finding::Met), "{found:?}");
}

#[test]
fn what_would_be_bad_or_says_whether_something_applies_is_nobodys_good_answer() {
    let dali = pack("dali-pingan-xiangcun-2024");
    let level = dali.level(&"village".parse().unwrap()).unwrap();
    let good = |about: &str| good_answer(&dali, level, &Topic::whole(about.parse().unwrap()));
    assert_eq!(good("disputes/handled"), None, "a figure");
    let without: Vec<String> = leaves::asked(level)
        .into_iter()
        .filter(|topic| dali.indicators[&topic.about].kind == IndicatorKind::Stated)
        .filter(|topic| good_answer(&dali, level, topic).is_none())
        .map(|topic| topic.about.to_string())
        .collect();
    assert_eq!(without, ["rectification-open/last-year"]);
}

#[test]
fn the_part_of_the_homicide_rate_is_the_number_of_homicides() {
    let dali = pack("dali-pingan-xiangcun-2024");
    let rate = &dali.indicators[&"homicide/rate".parse().unwrap()].kind;
    let IndicatorKind::Ratio { counts: Some(counts), .. } = rate else { panic!("{rate:?}") };
    assert_eq!(dali.indicators[counts].kind, IndicatorKind::Incidents);
}

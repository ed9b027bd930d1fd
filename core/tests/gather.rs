//! Gathering from the units below a township or county: nothing counts twice, silence never counts as none, and the
//! result is the same for all.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops when it cannot go on"
)]

use std::collections::BTreeSet;

use cunping_core::{
    days::Days,
    evaluate::evaluate,
    facts::{
        Facts, Gathered, Topic,
        check::{Fault, check},
        file,
    },
    gather::{Child, gather, is_asked_below, shortfalls, subordinates},
    id::{Digest, UnitCode},
    pack::{
        Pack,
        condition::{Compare, Filter},
    },
    truth::Finding,
};

fn dali() -> Pack {
    let json = cunping_packs::RELEASED.iter().map(|it| Pack::from_json(it.json).unwrap());
    json.into_iter().find(|it| it.id.as_str() == "dali-pingan-xiangcun-2024").unwrap()
}

fn village(n: u32) -> UnitCode {
    format!("532901001{n:03}").parse().unwrap()
}

fn villages(count: u32) -> BTreeSet<UnitCode> {
    (201..201 + count).map(village).collect()
}

/// One day's incident: id, category, the incident that it repeats, its known attributes.
type Entry = (u8, &'static str, Option<u8>, &'static str);

fn id(n: u8) -> String {
    format!("{n:032x}")
}

/// Makes facts of 2026 of a unit; `stated` are categories with the last day and, for 不清楚, the word `unknown`.
fn facts(unit: UnitCode, stated: &[(&str, &str, &str)], entries: &[Entry]) -> Facts {
    let statements = stated.iter().map(|(about, to, says)| {
        format!(r#"{{"about":"{about}","from":"2026-01-01","made_on":"2027-01-05","says":"{says}","to":"{to}"}}"#)
    });
    let incidents = entries.iter().map(|(n, category, repeats, attributes)| {
        let repeats = repeats.map_or(String::new(), |it| format!(r#""repeats":"{}","#, id(it)));
        let id = id(*n);
        format!(
            r#"{{"attributes":{{{attributes}}},"categories":["{category}"],"day":"2026-05-02","id":"{id}",{repeats}"stated_on":"2026-05-03"}}"#
        )
    });
    let (statements, incidents) = (statements.collect::<Vec<_>>().join(","), incidents.collect::<Vec<_>>().join(","));
    let text = format!(
        r#"{{"format":1,"incidents":[{incidents}],"period":"2026","remarks":{{}},"statements":[{statements}],"unit":"{unit}"}}"#
    );
    file::read(text.as_bytes()).unwrap()
}

const WHOLE: &str = "2026-12-31";

fn year() -> Days {
    "2026".parse::<cunping_core::period::Period>().unwrap().days()
}

fn children(facts: &[Facts]) -> Vec<Child<'_>> {
    facts.iter().map(|it| Child { unit: it.unit, bundle: Digest([1; 32]), facts: it }).collect()
}

fn topic(about: &str) -> Topic {
    Topic::whole(about.parse().unwrap())
}

/// Returns counted, unclear and the last covered day of a topic over `expected` villages.
fn sums(topic: &Topic, expected: u32, facts: &[Facts]) -> (i64, i64, Option<String>) {
    let Gathered { counted, unclear, covered, .. } =
        gather(topic, year(), &villages(expected), &children(facts)).gathered;
    (counted, unclear, covered.map(|day| day.to_string()))
}

#[test]
fn a_unit_that_is_silent_or_missing_leaves_it_open() {
    let none = |n| facts(village(n), &[("crime/homicide", WHOLE, "complete")], &[]);
    let whole = Some(WHOLE.to_owned());
    assert_eq!(sums(&topic("crime/homicide"), 2, &[none(201), none(202)]), (0, 0, whole.clone()));
    assert_eq!(sums(&topic("crime/homicide"), 3, &[none(201), none(202)]), (0, 0, None), "one has not reported");
    let silent = facts(village(202), &[], &[]);
    assert_eq!(sums(&topic("crime/homicide"), 2, &[none(201), silent]), (0, 0, None));
    let unknown = facts(village(202), &[("crime/homicide", WHOLE, "unknown")], &[]);
    assert_eq!(sums(&topic("crime/homicide"), 2, &[none(201), unknown]), (0, 0, None));
    let wider = facts(village(202), &[("crime", WHOLE, "complete")], &[]);
    assert_eq!(sums(&topic("crime/homicide"), 2, &[none(201), wider]), (0, 0, whole), "no crime is no homicide");
    assert_eq!(sums(&topic("crime"), 1, &[none(201)]), (0, 0, None), "no homicide is not no crime");
    assert_eq!(sums(&topic("crime"), 0, &[]), (0, 0, Some(WHOLE.to_owned())));
}

#[test]
fn the_unit_that_stated_least_decides_up_to_when() {
    let until = |n, day| facts(village(n), &[("vice", day, "complete")], &[]);
    let both = [until(201, "2026-06-30"), until(202, "2026-09-30")];
    assert_eq!(sums(&topic("vice"), 2, &both), (0, 0, Some("2026-06-30".to_owned())));
    let found = gather(&topic("vice"), year(), &villages(2), &children(&both));
    assert_eq!(found.gathered.bounds(), (0, Some(0)));
}

#[test]
fn nothing_counts_twice() {
    let stated: &[(&str, &str, &str)] = &[("accident/road", WHOLE, "complete")];
    let fatal = "\"deaths\":1";
    let one = facts(village(201), stated, &[(1, "accident/road", None, fatal)]);
    let again = facts(village(202), stated, &[(2, "accident/road", Some(1), fatal), (3, "accident/road", None, fatal)]);
    assert_eq!(sums(&topic("accident/road"), 2, &[one.clone(), again.clone()]).0, 2);
    // Both repeat an incident that neither registered, and a circle is one incident.
    let far = |n, own, of| facts(village(n), stated, &[(own, "accident/road", Some(of), fatal)]);
    assert_eq!(sums(&topic("accident/road"), 2, &[far(201, 1, 9), far(202, 2, 9)]).0, 1);
    assert_eq!(sums(&topic("accident/road"), 2, &[far(201, 1, 2), far(202, 2, 1)]).0, 1);
    assert_eq!(sums(&topic("accident/road"), 3, &[far(201, 3, 1), far(202, 1, 2), far(203, 2, 1)]).0, 1);
    // A file of a unit that nobody expects does not count.
    assert_eq!(sums(&topic("accident/road"), 1, &[one, again]).0, 1);
}

#[test]
fn what_is_not_known_of_an_incident_stays_unclear() {
    let deaths = Filter::Attribute { is: "deaths".parse().unwrap(), must: Compare::AtLeast, bound: 2 };
    let fatal = Topic { about: "accident/road".parse().unwrap(), only: deaths };
    let stated: &[(&str, &str, &str)] = &[("accident/road", WHOLE, "complete")];
    let of = |n, own, repeats, known| facts(village(n), stated, &[(own, "accident/road", repeats, known)]);
    for (known, sum) in [("\"deaths\":1", (0, 0)), ("\"deaths\":2", (1, 0)), ("", (0, 1))] {
        let (counted, unclear, _) = sums(&fatal, 1, &[of(201, 1, None, known)]);
        assert_eq!((counted, unclear), sum, "{known}");
    }
    // Of one incident in two registers the one that knows more decides.
    let both = [of(201, 1, None, ""), of(202, 2, Some(1), "\"deaths\":2")];
    assert_eq!(gather(&fatal, year(), &villages(2), &children(&both)).gathered.bounds(), (1, Some(1)));
}

#[test]
fn levels_say_which_of_their_questions_the_units_below_are_asked() {
    let pack = dali();
    let level = |id: &str| pack.level(&id.parse().unwrap()).unwrap();
    for (subordinates, about, asked) in [
        ("village", "crime/homicide", true),
        ("village", "accident/road", true),
        ("village", "terror", false),
        ("township", "crime/homicide", true),
        ("township", "law-enforcement-fault", false),
        ("village", "railway-duty", false),
    ] {
        assert_eq!(is_asked_below(&pack, level(subordinates), &topic(about)), asked, "{subordinates} {about}");
    }
}

/// Makes a township's facts with the roll-up of two of three villages, as a file.
fn township() -> Facts {
    let stated: &[(&str, &str, &str)] = &[("crime/homicide", WHOLE, "complete")];
    let below_it = [facts(village(201), stated, &[(1, "crime/homicide", None, "")]), facts(village(202), stated, &[])];
    let mut own = facts("532901001000".parse().unwrap(), stated, &[]);
    own.subordinates =
        Some(subordinates(&BTreeSet::from([topic("crime/homicide")]), year(), &villages(3), &children(&below_it)));
    own
}

#[test]
fn the_roll_up_is_bound_to_the_facts_and_gathered_again_to_the_byte() {
    let own = township();
    let text = file::write(&own);
    let units = format!(r#""units":{{"{}":"{1}","{2}":"{1}"}}"#, village(201), Digest([1; 32]), village(202));
    let topics = r#""topics":[{"about":"crime/homicide","counted":1,"unclear":0}]"#;
    assert!(text.contains(&format!(r#""below":{{"expected":3,{topics},{units}}}"#)), "{text}");
    assert_eq!(file::read(text.as_bytes()), Ok(own.clone()));
    let kept = own.named_by(&dali(), dali().level(&"township".parse().unwrap()).unwrap(), own.period);
    assert_eq!(kept.subordinates, own.subordinates);
}

#[test]
fn what_was_gathered_decides_nothing_and_is_held_against_the_statement() {
    let pack = dali();
    let level = pack.level(&"township".parse().unwrap()).unwrap();
    let mut own = township();
    let faults = |own: &Facts| {
        let all = check(own, &pack, level).into_iter().chain(shortfalls(own, level));
        all.map(|it| it.fault.code()).collect::<Vec<_>>()
    };
    assert_eq!(faults(&own), ["fewer-than-below"]);
    let homicide = |own: &Facts| {
        let found = evaluate(&pack, level, &[], own, year().last());
        let all = found.criteria.into_iter().flat_map(|it| it.checks);
        all.filter(|it| it.id.as_str() == "township.3.8").map(|it| it.outcome.finding).collect::<Vec<_>>()
    };
    assert_eq!(homicide(&own), [Finding::Met], "the office's own word");
    own.remarks.insert("township.3".parse().unwrap(), "经公安机关核实不是命案".into());
    assert_eq!(faults(&own), Vec::<&str>::new(), "the office says why");
    own.remarks.clear();
    own.incidents = facts(own.unit, &[], &[(7, "crime/homicide", Some(1), "")]).incidents;
    assert_eq!(faults(&own), Vec::<&str>::new(), "the office repeats what the village registered");
    assert_eq!(homicide(&own), [Finding::NotMet]);
    own.incidents =
        facts(own.unit, &[], &[(7, "crime/homicide", Some(1), ""), (8, "crime/homicide", Some(1), "")]).incidents;
    assert_eq!(faults(&own), ["incident-repeated-again"]);
    own.incidents =
        facts(own.unit, &[], &[(7, "crime/homicide", None, ""), (8, "crime/homicide", Some(7), "")]).incidents;
    assert_eq!(faults(&own), ["incident-repeated-again"]);
}

#[test]
fn a_roll_up_that_cannot_be_is_refused_where_it_stands() {
    let pack = dali();
    let level = |id: &str| pack.level(&id.parse().unwrap()).unwrap();
    let wrong = |change: &dyn Fn(&mut Facts)| {
        let mut own = township();
        own.remarks.insert("township.3".parse().unwrap(), "已核实".into());
        change(&mut own);
        let of = if own.unit == village(201) { "village" } else { "township" };
        check(&own, &pack, level(of)).into_iter().map(|it| format!("{} {}", it.at, it.fault.code())).collect::<Vec<_>>()
    };
    let subordinates = |own: &mut Facts, change: &dyn Fn(&mut cunping_core::facts::Subordinates)| {
        own.subordinates.iter_mut().for_each(change);
    };
    let other = "532901002201".parse::<UnitCode>().unwrap();
    assert_eq!(
        wrong(&|own| subordinates(own, &|it| it.units.extend([(other, Digest([2; 32]))]))),
        [format!("below.units.{other} unit-not-below")]
    );
    assert_eq!(wrong(&|own| subordinates(own, &|it| it.expected = 1)), ["below.expected number-out-of-range"]);
    assert_eq!(wrong(&|own| subordinates(own, &|it| it.expected = 2)), Vec::<String>::new());
    let covered = |own: &mut Facts, day: &str| {
        subordinates(own, &|it| it.topics.iter_mut().for_each(|it| it.covered = Some(day.parse().unwrap())));
    };
    assert_eq!(wrong(&|own| covered(own, WHOLE)), ["below.topics[0].covered covered-by-the-missing"]);
    let late = |own: &mut Facts| {
        subordinates(own, &|it| it.expected = 2);
        covered(own, "2027-01-01");
    };
    assert_eq!(wrong(&late), ["below.topics[0].covered statement-outside-period"]);
    let about = |own: &mut Facts, about: &str| {
        subordinates(own, &|it| it.topics.iter_mut().for_each(|it| it.topic = topic(about)))
    };
    assert_eq!(wrong(&|own| about(own, "sewage-drugs")), ["below.topics[0].about unknown-indicator"]);
    assert_eq!(wrong(&|own| about(own, "railway-duty")), ["below.topics[0].about not-a-category"]);
    let negative = |own: &mut Facts| subordinates(own, &|it| it.topics.iter_mut().for_each(|it| it.unclear = -1));
    assert_eq!(wrong(&negative), ["below.topics[0].unclear number-out-of-range"]);
    // A village has nobody below it.
    let of_village = wrong(&|own| own.unit = village(201));
    assert!(of_village.iter().filter(|it| it.ends_with("unit-not-below")).count() == 2, "{of_village:?}");
    assert_eq!(Fault::NotBelow(other).code(), "unit-not-below");
}

#[test]
fn a_roll_up_of_another_form_is_no_facts() {
    let text = file::write(&township());
    for (from, to) in [
        (r#""expected":3"#, r#""expected":"3""#),
        (r#""counted":1"#, r#""counted":1.5"#),
        (r#""unclear":0"#, r#""unclear":0,"who":1"#),
        (r#""topics":[{"#, r#""topics":[{"about":"crime/homicide","counted":1,"unclear":0},{"#),
        ("\"532901001201\":\"01", "\"532901001201\":\"zz"),
    ] {
        assert!(text.contains(from), "{from}");
        assert!(file::read(text.replacen(from, to, 1).as_bytes()).is_err(), "{to}");
    }
}

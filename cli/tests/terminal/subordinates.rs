//! `cunping rollup` with roll-ups from the offices below: one of roll-ups is the one of all.

use cunping_core::{
    bundle::{Assessment, Claim, Content, PackRef, Party, Rollup, SigningKey, sign},
    evaluate::evaluate,
    facts::file::read,
    json::{Limits, parse},
    pack::Pack,
};
use serde_json::{Value, json};

use crate::process::{Run, cunping, file};

const TOWNSHIP: &str = "150626200000";
const ONE: &str = "150626200205";
const TWO: &str = "150626200001";
const ASKED: [&str; 8] = [
    "crime",
    "cult/activity",
    "fire",
    "gang",
    "petition/unlawful",
    "special-group-lapse",
    "telecom-fraud",
    "unlawful-act/women-children-elderly",
];

/// The file of a unit that has done all in 2025, or said nothing about gangs.
fn report(unit: &str, seed: u8, silent: bool) -> String {
    report_in(("2025", "2025-01-01", "2025-12-31"), unit, seed, silent)
}

/// The same about a period with its first and last day.
pub(crate) fn report_in((period, from, to): (&str, &str, &str), unit: &str, seed: u8, silent: bool) -> String {
    let statement =
        |about: &&str| json!({"about": about, "from": from, "made_on": "2026-01-05", "says": "complete", "to": to});
    let said: Vec<Value> = ASKED.iter().filter(|it| !(silent && **it == "gang")).map(statement).collect();
    let facts =
        json!({"format": 1, "incidents": [], "period": period, "remarks": {}, "statements": said, "unit": unit});
    let facts = read(facts.to_string().as_bytes()).unwrap();
    let pack = cunping_packs::RELEASED.iter().find(|it| it.id == "sulide-bawu-2022").unwrap();
    let pack = Pack::from_json(pack.json).unwrap();
    let level = pack.level(&"village".parse().unwrap()).unwrap();
    let as_of = to.parse().unwrap();
    let assessment = Assessment {
        party: Party { unit: unit.parse().unwrap(), office: None },
        unit_name: "示例一村".to_owned(),
        level: level.id.clone(),
        pack: PackRef::to(&pack),
        overlays: Vec::new(),
        as_of,
        claim: Claim::of(&evaluate(&pack, level, &[], &facts, as_of)),
        facts,
        sequence: 1,
        supersedes: None,
        stated_at: "2026-01-05T12:00:00+08:00".parse().unwrap(),
        software: "example".to_owned(),
        example: false,
    };
    file(
        &format!("below/{unit}-{period}-{seed}-{silent}.json"),
        sign(&assessment, &SigningKey::from_seed(&[seed; 32])).text.as_bytes(),
    )
}

/// What the county knows: its own office, two that are in charge of the township, and two villages.
fn directory() -> String {
    let pack = "sulide-bawu-2022";
    let offices = [
        (9, "150626000000", "pingan", (pack, "flag-pingan")),
        (3, TOWNSHIP, "pingan", (pack, "sumu-pingan")),
        (4, TOWNSHIP, "second", (pack, "sumu-pingan")),
        (6, TOWNSHIP, "police", (pack, "sumu-police")),
    ];
    crate::directory::directory("below", &offices, &[])
}

fn run(more: &[&str], files: &[&str]) -> Run {
    let directory = directory();
    cunping(&[&["rollup", "--directory", &directory, "--seen", "2026-01-07"], more, files].concat(), b"")
}

/// The roll-up of some files, signed as an office of the township.
fn rolled(name: &str, seed: u8, office: &str, files: &[&str]) -> String {
    let at = ["--payload", TOWNSHIP, "--area-name", "苏力德苏木", "--stated-at", "2026-01-06T09:00:00+08:00"];
    let made = run(&[&at[..], &["--office", office]].concat(), files);
    assert_eq!(made.code, 0, "{}", made.err);
    let value = parse(made.out.trim().as_bytes(), &Limits::FACTS).unwrap();
    let rollup = Rollup::from_json(value).unwrap();
    file(&format!("below/{name}.json"), sign(&rollup, &SigningKey::from_seed(&[seed; 32])).text.as_bytes())
}

fn figures(files: &[&str]) -> Value {
    let run = run(&["--json"], files);
    assert_eq!(run.code, 0, "{}", run.err);
    run.json().remove(0)
}

#[test]
fn a_roll_up_of_roll_ups_is_the_roll_up_of_all() {
    let (one, two) = (report(ONE, 1, false), report(TWO, 2, true));
    let all = figures(&[&one, &two]);
    assert_eq!((&all["reported"], &all["qualified"], &all["expected"]), (&json!(2), &json!(1), &json!(13)));
    let both = rolled("both", 3, "pingan", &[&one, &two]);
    let word = figures(&[&both]);
    assert_eq!(word["told"], 2, "the files behind the verdicts are not here");
    let without = |mut it: Value| {
        it.as_object_mut().unwrap().remove("told");
        it
    };
    assert_eq!(without(word), all);
    assert_eq!(without(figures(&[&both, &both])), all, "a file twice changes nothing");
    assert_eq!(figures(&[&both, &two, &one]), all, "a file beside the roll-up that counted it is counted once");
    assert_eq!(figures(&[&one, &both])["told"], 1);
    let same = rolled("same", 4, "second", &[&one, &two]);
    assert_eq!(without(figures(&[&both, &same])), all, "two offices in charge that say the same");
}

#[test]
fn a_unit_that_is_said_to_stand_in_two_ways_is_in_conflict() {
    let (good, other) = (report(ONE, 1, false), report(ONE, 1, true));
    let first = rolled("good", 3, "pingan", &[&good]);
    let second = rolled("other", 4, "second", &[&other]);
    for (files, unit) in [([&first, &other], ONE), ([&first, &second], TOWNSHIP)] {
        let run = run(&["--json"], &files.map(String::as_str));
        let lines = run.json();
        let reported = lines.iter().find_map(|it| it.get("reported")).cloned();
        assert_eq!((run.code, reported.unwrap_or(json!(0))), (3, json!(0)));
        let said = lines.iter().find(|it| it["problem"] == "unsettled").unwrap();
        assert_eq!((said["unit"].as_str(), &said["count"]), (Some(unit), &json!(2)), "both files are named: {said}");
        assert_eq!(said["files"].as_array().map(Vec::len), Some(2));
    }
}

#[test]
fn two_roll_ups_of_one_office_that_stand_side_by_side_count_for_nothing() {
    let (one, two) = (report(ONE, 1, false), report(TWO, 2, true));
    let [first, second] = [rolled("fork-1", 4, "second", &[&one]), rolled("fork-2", 4, "second", &[&two])];
    let run = run(&["--json"], &[&first, &second]);
    let [said] = run.json().try_into().unwrap_or_else(|all| panic!("nothing is counted: {all:?}"));
    assert_eq!((run.code, &said["problem"], &said["unit"]), (3, &json!("unsettled"), &json!(TOWNSHIP)));
    assert_eq!(said["files"].as_array().map(Vec::len), Some(2), "both roll-ups are named: {said}");
    for name in ["fork-1.json", "fork-2.json", TOWNSHIP] {
        assert!(run.err.contains(name), "{name}: {}", run.err);
    }
}

#[test]
fn a_roll_up_of_a_stranger_or_of_an_office_that_is_not_in_charge_changes_nothing() {
    let (one, two) = (report(ONE, 1, false), report(TWO, 2, true));
    let real = rolled("real", 3, "pingan", &[&one, &two]);
    let all = figures(&[&real]);
    let forged = [
        ("stranger", rolled("stranger", 8, "x", &[&two])),
        ("stranger as the office", rolled("as-office", 8, "pingan", &[&two])),
        ("police", rolled("police", 6, "police", &[&two])),
    ];
    for (name, forged) in &forged {
        let run = run(&["--json"], &[&real, forged]);
        assert_eq!((run.code, &run.json()[0]), (3, &all), "{name}");
        assert!(run.err.contains("✕"), "{}", run.err);
    }
}

#[test]
fn a_payload_holds_one_area_only() {
    let one = report(ONE, 1, false);
    let run = run(&["--payload", "429006104000", "--office", "pingan", "--area-name", "汪场镇"], &[&one]);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert!(run.err.contains(ONE) || run.err.contains("429006104000"), "{}", run.err);
}

#[test]
fn what_the_office_signed_says_who_is_to_report_and_not_the_programs_list() {
    let (one, two) = (report(ONE, 1, false), report(TWO, 2, false));
    let text = std::fs::read_to_string(rolled("all", 3, "pingan", &[&one, &two])).unwrap();
    let verified = cunping_core::bundle::verify_as::<Rollup>(text.as_bytes()).unwrap();
    let mut merged = verified.payload;
    assert_eq!(merged.expected.len(), 13, "without a word of an office the program's list stands");
    let gone = merged.expected.pop().unwrap();
    let signed = file("below/merged.json", sign(&merged, &SigningKey::from_seed(&[3; 32])).text.as_bytes());
    let all = figures(&[&signed]);
    assert_eq!((&all["expected"], &all["expected_known"]), (&json!(12), &json!(true)), "{gone} is gone: {all}");
    assert_eq!((&all["reported"], &all["missing"]), (&json!(2), &json!(10)));
}

//! A name that was given and taken back, through `cunping rollup` and `cunping verify`: files of one village and its county.

use std::path::Path;

use cunping_core::{
    bundle::{
        Assessment, Claim, Content, Counted, Decision, DecisionReason, LinePosition, PackRef, Party, Recognition,
        Rollup, SigningKey, Stated, Subject, sign, verify,
    },
    evaluate::evaluate,
    facts::file::read,
    id::Digest,
    json::{Limits, parse},
    pack::Pack,
};
use serde_json::{Value, json};

use crate::process::{Run, cunping, file};

const UNIT: &str = "429006104203";
const AT: &str = "2026-03-02T10:00:00+08:00";

fn pack() -> Pack {
    Pack::from_json(cunping_packs::RELEASED.iter().find(|it| it.id == "wangchang-pingan-cun-2023").unwrap().json)
        .unwrap()
}

fn kept<C: Content>(name: &str, it: &C, seed: u8) -> (String, Digest) {
    let signed = sign(it, &SigningKey::from_seed(&[seed; 32]));
    let digest = verify(signed.text.as_bytes()).unwrap().digest;
    (file(&format!("removal/{name}.json"), signed.text.as_bytes()), digest)
}

/// The village's file for the award.
fn report(folder: &str) -> (String, Digest) {
    let pack = pack();
    let level = pack.level(&"model".parse().unwrap()).unwrap();
    let facts = json!({"format": 1, "incidents": [], "period": "2025", "remarks": {}, "statements": [], "unit": UNIT});
    let facts = read(facts.to_string().as_bytes()).unwrap();
    let as_of = "2025-12-31".parse().unwrap();
    let it = Assessment {
        party: Party { unit: UNIT.parse().unwrap(), office: None },
        unit_name: "示例一村".to_owned(),
        level: level.id.clone(),
        pack: PackRef::to(&pack),
        overlays: Vec::new(),
        as_of,
        claim: Claim::of(&evaluate(&pack, level, &[], &facts, as_of)),
        facts,
        sequence: 1,
        supersedes: None,
        stated_at: AT.parse().unwrap(),
        software: "example".to_owned(),
        example: false,
    };
    kept(&format!("{folder}/report"), &it, 1)
}

fn decided(name: &str, on: Digest, office: &str, decision: Decision, after: Option<(u32, Digest)>) -> (String, Digest) {
    reasoned(name, on, (office, decision), after, true)
}

fn reasoned(
    name: &str,
    on: Digest,
    (office, decision): (&str, Decision),
    after: Option<(u32, Digest)>,
    reason: bool,
) -> (String, Digest) {
    let place =
        after.map_or(LinePosition::FIRST, |(sequence, before)| LinePosition { sequence, supersedes: Some(before) });
    let it = Recognition {
        stated: Stated {
            party: Party { unit: "429006000000".parse().unwrap(), office: "pingan".parse().ok() },
            at: AT.parse().unwrap(),
            software: "example".to_owned(),
            example: false,
        },
        place,
        subject: Subject {
            unit: UNIT.parse().unwrap(),
            unit_name: "示例一村".to_owned(),
            pack: PackRef::to(&pack()),
            level: "model".parse().unwrap(),
            period: "2025".parse().unwrap(),
            overlays: Vec::new(),
        },
        office: office.parse().unwrap(),
        assessment: on,
        opinions: Vec::new(),
        reasons: reason.then(|| DecisionReason { criterion: None, text: "见文件。".to_owned() }).into_iter().collect(),
        decision,
    };
    kept(name, &it, 5)
}

/// The files of a case, each in a folder of its own: the report, the city's and the province's decisions, the removal,
/// and what tries to undo it.
struct Files {
    all: Vec<String>,
    removal: Digest,
}

fn files(folder: &str) -> Files {
    let (report, digest) = report(folder);
    let named = |name: &str| format!("{folder}/{name}");
    let (city, _) = decided(&named("city"), digest, "city-leading-group", Decision::Qualified, None);
    let (given, first) = decided(&named("given"), digest, "province-leading-group", Decision::Qualified, None);
    let step = Decision::Removed("step.removal".parse().unwrap());
    let (gone, removal) = decided(&named("gone"), digest, "province-leading-group", step, Some((2, first)));
    let again = Decision::Qualified;
    let (again, _) = decided(&named("again"), digest, "province-leading-group", again, Some((3, removal)));
    Files { all: vec![report, city, given, gone, again], removal }
}

/// What the county knows: its own office and that of the township.
fn directory() -> String {
    let pack = "wangchang-pingan-cun-2023";
    let offices = [
        (5, "429006000000", "pingan", (pack, "city-leading-group")),
        (3, "429006104000", "pingan", (pack, "town-pingan")),
    ];
    crate::directory::directory("removal", &offices, &[(UNIT, 1)])
}

fn run(command: &str, more: &[&str], files: &[String]) -> Run {
    let directory = directory();
    let mut args = vec![command, "--directory", &directory, "--seen", "2026-03-03"];
    args.extend(more);
    args.extend(files.iter().map(String::as_str));
    cunping(&args, b"")
}

/// The group of the township's villages.
fn group(files: &[String]) -> Value {
    let run = run("rollup", &["--json"], files);
    assert_eq!(run.code, 0, "{}", run.err);
    run.json().remove(0)
}

#[test]
fn a_name_that_was_taken_back_is_none_of_those_that_were_given() {
    let Files { mut all, .. } = files("counted");
    assert_eq!(group(&all[..1]).get("recognitions"), None, "nobody has decided");
    assert_eq!(group(&all[..2]).get("recognitions"), None, "the province has yet to decide");
    let given = group(&all[..3]);
    let told = |qualified: u8, removed: Value| json!({"not_qualified": 0, "qualified": qualified, "removed": removed, "returned": 0});
    assert_eq!(given["recognitions"], told(1, json!([])));
    let gone = group(&all[..4]);
    assert_eq!(gone["recognitions"], told(0, json!([UNIT])));
    assert_eq!(gone["reported"], given["reported"], "its file counts as before");
    assert_eq!(group(&all), gone, "what comes after a removal says nothing");
    let words = run("rollup", &[], &all);
    assert!(words.out.contains("取消命名 1 个") && words.out.contains(&format!("取消命名：{UNIT}")), "{}", words.out);
    all.reverse();
    assert_eq!(group(&all), gone, "whatever the order");
}

#[test]
fn a_roll_up_says_that_a_name_was_taken_back_and_is_believed_above() {
    let Files { all, removal } = files("payload");
    let options = ["--payload", "429006104000", "--office", "pingan", "--area-name", "汪场镇", "--stated-at", AT];
    let made = run("rollup", &options, &all);
    assert_eq!(made.code, 0, "{}", made.err);
    let rollup = Rollup::from_json(parse(made.out.trim().as_bytes(), &Limits::FACTS).unwrap()).unwrap();
    let removed: Vec<Option<Digest>> = rollup.counted.iter().map(|it: &Counted| it.removed).collect();
    assert_eq!(removed, [Some(removal)]);
    let (above, _) = kept("payload/rollup", &rollup, 3);
    assert_eq!(group(std::slice::from_ref(&above))["recognitions"]["removed"], json!([UNIT]));
    assert_eq!(
        group(&[above, all[0].clone()])["recognitions"]["removed"],
        json!([UNIT]),
        "also beside the unit's file"
    );
}

#[test]
fn verify_says_what_was_decided_and_what_a_removal_leaves_without_effect() {
    let Files { all, removal } = files("verified");
    let ok = run("verify", &[], &all[..4]);
    assert_eq!(ok.code, 0, "{}", ok.out);
    assert!(ok.out.contains("⊘ 取消命名"), "{}", ok.out);
    let late = run("verify", &["--lang", "en"], &all);
    assert_eq!(late.code, 3);
    let lines: Vec<&str> = late.out.lines().rev().take(2).collect();
    assert!(lines[0].contains("taken back before this decision") && lines[1].ends_with("again.json"), "{}", late.out);
    let json = run("verify", &["--json"], &all).json();
    assert_eq!(json[3]["decision"], "removed");
    let last = json.last().unwrap();
    assert_eq!((&last["problem"], &last["removal"]), (&json!("name-taken-back"), &json!(removal.to_string())));
    assert!(Path::new(last["file"].as_str().unwrap()).ends_with("again.json"));
}

#[test]
fn verify_names_a_decision_that_contradicts_its_file_without_a_reason() {
    let (report, digest) = report("unreasoned");
    let city = |name: &str, reason| {
        reasoned(&format!("unreasoned/{name}"), digest, ("city-leading-group", Decision::Qualified), None, reason).0
    };
    let told = run("verify", &["--json"], &[report.clone(), city("with", true)]);
    assert_eq!((told.code, told.json().len()), (0, 2), "{}", told.out);
    let silent = run("verify", &["--json"], &[city("without", false), report.clone()]);
    assert_eq!(silent.code, 3);
    let last = silent.json().remove(2);
    assert_eq!((&last["problem"], &last["holds"]), (&json!("decision-without-reason"), &json!(false)));
    assert_eq!(last["contradictions"][0], "computed-otherwise");
    let words = run("verify", &[], &[report, city("without", false)]);
    assert!(words.out.contains("没有写明理由") && words.out.contains("整体重新计算是“待填”"), "{}", words.out);
}

#[test]
fn a_model_village_without_a_passed_review_does_not_count_as_named() {
    let Files { all, .. } = files("reviewed");
    let counted = |outcome: &str| {
        let lines = format!("{UNIT},wangchang-pingan-cun-2023,village,2025,{outcome}\n");
        let reviews = file("removal/reviews.csv", lines.as_bytes());
        let words = run("rollup", &["--reviews", &reviews], &all[..3]).out;
        let json = run("rollup", &["--json", "--reviews", &reviews], &all[..3]).json();
        (json.into_iter().find(|it| it["level"] == "model").unwrap(), words)
    };
    let (passed, words) = counted("passed");
    assert_eq!((&passed["recognitions"]["qualified"], passed.get("not_reviewed")), (&json!(1), None));
    assert!(!words.contains("没有复核合格"), "{words}");
    let (failed, words) = counted("failed");
    assert_eq!((&failed["recognitions"]["qualified"], &failed["not_reviewed"]), (&json!(0), &json!([UNIT])));
    assert!(words.contains("没有复核合格却认定达标") && words.contains(UNIT), "{words}");
    let unknown = group(&all[..3]);
    assert_eq!((&unknown["recognitions"]["qualified"], &unknown["review_unknown"]), (&json!(1), &json!(1)));
}

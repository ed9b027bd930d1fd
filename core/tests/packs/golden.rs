//! The cases of every pack: the findings for given facts, compared with those that a person wrote down.

use std::path::Path;

use cunping_core::{
    evaluate::{Evaluation, Score, Verdict, evaluate},
    facts,
    overlay::Overlay,
    pack::{
        Pack,
        condition::{Compare, Condition},
    },
    truth::Finding,
};
use serde_json::{Map, Value};

use crate::files;

#[test]
fn every_case_of_every_pack() {
    let mut wrong = Vec::new();
    for folder in files::authored() {
        let pack = files::pack(&folder);
        let cases = cases(&folder);
        assert!(!cases.is_empty(), "{} has no cases", pack.id);
        for case in &cases {
            wrong.extend(differences(&pack, case));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A check that no case breaks is a check that no case needs. A number that is only shown cannot be missed.
#[test]
fn every_check_is_met_in_one_case_and_not_in_another() {
    for folder in files::authored() {
        let pack = files::pack(&folder);
        let mut seen = std::collections::BTreeSet::new();
        for case in cases(&folder) {
            let evaluation = run(&pack, &case);
            for check in evaluation.criteria.iter().flat_map(|it| it.checks.iter().chain(&it.measures)) {
                seen.insert((check.id.clone(), check.outcome.finding));
            }
        }
        for criterion in pack.levels.iter().flat_map(|level| &level.criteria) {
            for check in criterion.checks.iter().chain(&criterion.measures) {
                let shown_only = matches!(check.condition, Condition::Count { must: Compare::AtLeast, bound: 0, .. });
                for finding in [Finding::Met, Finding::NotMet, Finding::Undetermined] {
                    if shown_only && finding == Finding::NotMet {
                        continue;
                    }
                    assert!(seen.contains(&(check.id.clone(), finding)), "{} is never {finding:?}", check.id);
                }
            }
        }
    }
}

fn cases(folder: &Path) -> Vec<Value> {
    cunping_golden::of(folder).unwrap_or_else(|problem| panic!("{problem}"))
}

fn run(pack: &Pack, case: &Value) -> Evaluation {
    let level = pack.level(&case["level"].as_str().unwrap().parse().unwrap()).unwrap();
    let facts = facts::file::read(case["facts"].to_string().as_bytes());
    let facts = facts.unwrap_or_else(|problem| panic!("{}: {problem:?}", case["name"]));
    let overlays = overlays(pack, case);
    let overlays: Vec<_> = overlays.iter().collect();
    evaluate(pack, level, &overlays, &facts, case["as_of"].as_str().unwrap().parse().unwrap())
}

/// Lists the findings that differ from those written down, one line each.
fn differences(pack: &Pack, case: &Value) -> Vec<String> {
    let evaluation = run(pack, case);
    let found = found(&evaluation);
    let expect = case["expect"].as_object().unwrap();
    let expected = |rule: &str| match expect.get(rule) {
        Some(finding) => finding.clone(),
        None if matches!(rule, "verdict" | "provisional" | "score") => Value::Null,
        None => expect["otherwise"].clone(),
    };
    let stray = expect.keys().filter(|key| *key != "otherwise" && !found.contains_key(*key));
    let stray = stray.map(|key| format!("{}: no rule {key}", case["name"]));
    let wrong = found.iter().filter(|(rule, finding)| expected(rule) != **finding);
    let wrong = wrong.map(|(rule, it)| format!("{}: {rule} is {it}, expected {}", case["name"], expected(rule)));
    stray.chain(wrong).collect()
}

fn found(evaluation: &Evaluation) -> Map<String, Value> {
    let verdict = match evaluation.verdict {
        Verdict::Qualified => "qualified",
        Verdict::NotQualified => "not-qualified",
        Verdict::Vetoed => "vetoed",
        Verdict::Barred => "barred",
        Verdict::Pending => "pending",
        Verdict::AwaitsOverlay => "awaits-overlay",
        Verdict::Open => "open",
    };
    let mut found = Map::new();
    found.insert("verdict".into(), verdict.into());
    found.insert("provisional".into(), evaluation.provisional.into());
    found.extend(evaluation.score.map(|it| ("score".to_owned(), Value::from(score(it)))));
    for criterion in &evaluation.criteria {
        found.insert(criterion.id.to_string(), word(criterion.finding).into());
        for check in criterion.checks.iter().chain(&criterion.measures) {
            found.insert(check.id.to_string(), word(check.outcome.finding).into());
        }
    }
    found
}

/// Writes `57.14..100/80`, in hundredths rounded down; `-` without a pass mark, ` trial` where no overlay gives the
/// points.
fn score(it: Score) -> String {
    let hundredths = |(part, whole): (i64, i64)| {
        let n = i128::from(part) * 100 / i128::from(whole);
        if n % 100 == 0 { format!("{}", n / 100) } else { format!("{}.{:02}", n / 100, n % 100) }
    };
    let pass = it.pass.map_or("-".to_owned(), |pass| pass.to_string());
    let trial = if it.official { "" } else { " trial" };
    format!("{}..{}/{pass}{trial}", hundredths(it.low), hundredths(it.high))
}

/// Reads the overlays that a case names, as the binary and the page do.
fn overlays(pack: &Pack, case: &Value) -> Vec<Overlay> {
    let texts = case.get("overlays").and_then(Value::as_array).into_iter().flatten();
    let read = |text: &Value| {
        let overlay =
            Overlay::read(text.to_string().as_bytes()).unwrap_or_else(|it| panic!("{}: {it:?}", case["name"]));
        let problems = overlay.check(pack);
        assert!(problems.is_empty(), "{}: {problems:?}", case["name"]);
        overlay
    };
    texts.map(read).collect()
}

fn word(finding: Finding) -> &'static str {
    match finding {
        Finding::Met => "met",
        Finding::NotMet => "not-met",
        Finding::Undetermined => "undetermined",
        Finding::NotApplicable => "not-applicable",
    }
}

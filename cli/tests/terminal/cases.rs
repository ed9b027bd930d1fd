//! Every golden case through `cunping evaluate`.

use serde_json::Value;

use crate::process::{cunping, file};

fn cases() -> Vec<Value> {
    cunping_golden::all().unwrap_or_else(|problem| panic!("{problem}"))
}

fn finding<'a>(result: &'a Value, id: &str) -> Option<&'a str> {
    let criteria = result["findings"].as_array()?;
    let checks = criteria.iter().flat_map(|it| it["checks"].as_array().unwrap());
    let measures = result["measures"].as_array()?;
    let rule = criteria.iter().chain(checks).chain(measures).find(|it| it["id"] == id)?;
    rule["finding"].as_str()
}

/// What is wrong with one case; `number` names its files.
fn faults(number: usize, case: &Value) -> Vec<String> {
    let name = case["name"].as_str().unwrap();
    let facts = file(&format!("cases/{number}.json"), case["facts"].to_string().as_bytes());
    let (pack, level) = (case["pack"].as_str().unwrap(), case["level"].as_str().unwrap());
    let as_of = case["as_of"].as_str().unwrap();
    let mut args = vec!["evaluate", "--json", "--pack", pack, "--level", level, "--as-of", as_of, &facts];
    let overlays = case.get("overlays").and_then(Value::as_array).cloned().unwrap_or_default();
    let overlays: Vec<String> = (0..)
        .zip(&overlays)
        .map(|(n, text)| file(&format!("cases/{number}-overlay-{n}.json"), text.to_string().as_bytes()))
        .collect();
    args.extend(overlays.iter().flat_map(|path| ["--overlay", path.as_str()]));
    let run = cunping(&args, b"");
    let result = &run.json()[0];
    let expect = case["expect"].as_object().unwrap();
    let mut wrong = Vec::new();
    for (key, value) in expect {
        let found = match key.as_str() {
            "verdict" => &result["verdict"]["verdict"],
            "provisional" => &result["verdict"]["provisional"],
            "otherwise" | "score" => continue,
            id => &finding(result, id).map_or(Value::Null, Value::from),
        };
        if found != value {
            wrong.push(format!("{name}: {key} is {found}, not {value}"));
        }
    }
    let code = match result["verdict"]["verdict"].as_str().unwrap() {
        "qualified" => 0,
        "open" => 4,
        "pending" | "awaits-overlay" => 5,
        _ => 2,
    };
    if run.code != code {
        wrong.push(format!("{name}: exit code {}, not {code}", run.code));
    }
    wrong
}

#[test]
fn every_case_comes_out_as_it_says() {
    let cases: Vec<(usize, Value)> = cases().into_iter().enumerate().collect();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let shares = cases.chunks(cases.len().div_ceil(workers));
        let runs: Vec<_> = shares
            .map(|share| {
                scope.spawn(|| share.iter().flat_map(|(number, case)| faults(*number, case)).collect::<Vec<_>>())
            })
            .collect();
        runs.into_iter().flat_map(|run| run.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_are_in_both_languages_and_name_the_clause() {
    let cases = cases();
    let case = cases.iter().find(|it| it["pack"] == "sulide-bawu-2022" && it["level"] == "township").unwrap();
    let facts = file("words.json", case["facts"].to_string().as_bytes());
    let zh = cunping(&["evaluate", "--level", "township", &facts], b"");
    assert!(zh.out.contains("四(一)1"), "{}", zh.out);
    let en = cunping(&["evaluate", "--level", "township", "--lang", "en", &facts], b"");
    assert!(en.out.contains("the document asks for 0"), "{}", en.out);
}

#[test]
fn facts_that_cannot_be_are_refused_all_at_once() {
    let facts = r#"{"format":1,"unit":"150626200205","period":"2026-Q1","incidents":[],"remarks":{"village.9":""},
        "statements":[{"about":"nothing","from":"2026-01-01","to":"2026-03-31","made_on":"2026-04-01","says":"complete"},
        {"about":"crime","from":"2026-01-01","to":"2026-04-01","made_on":"2026-03-01","says":"complete"}]}"#;
    let run = cunping(&["evaluate", "--lang", "en", &file("bad.json", facts.as_bytes())], b"");
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    for place in ["statements[0].about", "statements[1].made_on", "remarks.village.9"] {
        assert!(run.err.contains(place), "{place} is not in {}", run.err);
    }
}

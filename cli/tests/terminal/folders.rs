//! The kept folders, through `cunping rollup`: the same standings and totals as in the core and on the page.

use std::fs;

use cunping_core::bundle::verify;
use serde_json::{Value, json};

use crate::process::{cunping, file, root};

const TOTALS: [&str; 6] = ["expected", "missing", "not_qualified", "qualified", "reported", "undetermined"];

#[test]
fn every_folder_comes_to_what_its_file_says() {
    let mut wrong = Vec::new();
    for entry in fs::read_dir(root().join("core/tests/folders")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let it: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let found = counted(&name, &it);
        for member in ["counts", "decided", "totals", "unsettled"] {
            if found[member] != it[member] {
                wrong.push(format!("{name}: {member}: {}, expected {}", found[member], it[member]));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_line_that_is_no_digest_and_day_stops_everything() {
    let it: Value =
        serde_json::from_slice(&fs::read(root().join("core/tests/folders/first-seen.json")).unwrap()).unwrap();
    let directory = file("folders/bad/directory.json", it["directory"].as_str().unwrap().as_bytes());
    let one = file("folders/bad/one.json", it["files"][0]["text"].as_str().unwrap().as_bytes());
    let digest = verify(it["files"][0]["text"].as_str().unwrap().as_bytes()).unwrap().digest;
    for line in
        [format!("{digest},2026-02-30"), format!("{digest}"), "x,2026-02-03".to_owned(), format!("{digest};2026-02-03")]
    {
        let days = file("folders/bad/days.csv", format!("\n{line}\n").as_bytes());
        let run = cunping(&["rollup", "--directory", &directory, "--first-seen", &days, &one], b"");
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{line}");
        assert!(run.err.contains("days.csv:2") && run.err.contains("指纹,日期"), "{}", run.err);
    }
    let earlier = file("folders/bad/days.csv", format!("{digest},2026-02-03\n{digest},2026-02-01\n").as_bytes());
    assert_eq!(cunping(&["rollup", "--directory", &directory, "--first-seen", &earlier, &one], b"").code, 0);
    assert_eq!(cunping(&["rollup", "--first-seen", &earlier, &one], b"").code, 1, "days without a directory");
}

/// What the binary counts of a folder, with the day of each file in a list beside it.
fn counted(name: &str, it: &Value) -> Value {
    let files = it["files"].as_array().unwrap();
    let mut days = String::new();
    let mut paths = Vec::new();
    for (at, one) in files.iter().enumerate() {
        let text = one["text"].as_str().unwrap();
        days += &format!("{},{}\n", verify(text.as_bytes()).unwrap().digest, one["seen"].as_str().unwrap());
        paths.push(file(&format!("folders/{name}/{at}.json"), text.as_bytes()));
    }
    let directory = file(&format!("folders/{name}/directory.json"), it["directory"].as_str().unwrap().as_bytes());
    let days = file(&format!("folders/{name}/days.csv"), days.as_bytes());
    let known = ["rollup", "--directory", &directory, "--first-seen", &days];
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let figures = cunping(&[&known[..], &["--json"], &paths].concat(), b"").json();
    let figures = figures.iter().find(|group| group["period"] == it["period"] && group["level"] == it["level"]);
    let payload = ["--payload", it["area"].as_str().unwrap(), "--office", "pingan", "--area-name", "示例苏木"];
    let sums = cunping(&[&known[..], &payload, &paths].concat(), b"").json();
    let sum = sums.iter().find(|sum| sum["period"] == it["period"]).cloned().unwrap_or_else(|| json!({}));
    // A folder without a file that takes part has no group: nobody said which document and period it is about.
    let none =
        json!({ "expected": 5, "missing": 5, "not_qualified": 0, "qualified": 0, "reported": 0, "undetermined": 0 });
    let group = figures.unwrap_or(&none);
    let decided = |of: &str| group["recognitions"][of].as_u64().unwrap_or_default();
    let counts = sum["counted"].as_array().into_iter().flatten();
    let counts: serde_json::Map<String, Value> =
        counts.map(|it| (it["unit"].as_str().unwrap().to_owned(), it["bundle"].clone())).collect();
    let totals: serde_json::Map<String, Value> =
        TOTALS.into_iter().map(|name| (name.to_owned(), group[name].clone())).collect();
    json!({
        "counts": counts,
        "decided": {
            "conflict": decided("conflict"), "not_qualified": decided("not_qualified"), "qualified": decided("qualified"),
            "returned": decided("returned"),
        },
        "totals": totals,
        "unsettled": sum["unsettled"].as_array().cloned().unwrap_or_default(),
    })
}

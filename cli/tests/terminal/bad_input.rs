//! Faulty documents and facts through the binary: everything that is wrong is said at once, each with place and advice.

use std::fs;

use crate::process::{cunping, file, root, vector};

/// A good document in a folder of its own, faulty in the ways that a person who writes one is: its path.
fn faulty_document(folder: &str) -> String {
    let good = root().join("core/tests/packs");
    for (from, to) in [("good", "pack"), ("good-catalogue", "catalogue")] {
        for entry in fs::read_dir(good.join(from)).unwrap() {
            let path = entry.unwrap().path();
            let mut text = fs::read_to_string(&path).unwrap();
            for (find, put) in [
                ("{ none = \"crime\" }", "{ none = \"crme\" }"),
                ("at_least = 6", "at_least = -1"),
                ("at_most = 2", "at_most = 0"),
                ("from = 2025, part", "from = 2024, part"),
                ("levels = [\"village\"]", "levels = [\"county\"]"),
            ] {
                text = if from == "good" { text.replace(find, put) } else { text };
            }
            file(&format!("{folder}/{to}/{}", path.file_name().unwrap().to_str().unwrap()), text.as_bytes());
        }
    }
    let folder = file(&format!("{folder}/pack/pack.toml"), &fs::read(good.join("good/pack.toml")).unwrap());
    folder.strip_suffix("/pack.toml").unwrap().to_owned()
}

#[test]
fn a_document_has_every_problem_said_with_its_place() {
    let folder = faulty_document("bad-input-places");
    let run = cunping(&["pack", "check", &folder, "--json"], b"");
    assert_eq!(run.code, 3);
    let problems: Vec<serde_json::Value> = run.err.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut found: Vec<String> = problems
        .iter()
        .map(|it| {
            let place = it["place"].as_str().unwrap();
            format!("{} {}", it["code"].as_str().unwrap(), place.split(':').next().unwrap())
        })
        .collect();
    found.sort();
    let expected = [
        "out-of-range township.toml",
        "out-of-range village.toml",
        "unknown-indicator village.toml",
        "unknown-level plan.toml",
        "years-overlap plan.toml",
    ];
    assert_eq!(found, expected, "{}", run.err);
}

#[test]
fn a_document_has_every_problem_said_with_advice_in_both_languages() {
    let run = cunping(&["pack", "check", &faulty_document("bad-input-words")], b"");
    assert_eq!(run.code, 3);
    let problems: Vec<&str> = run.err.split('✕').skip(1).collect();
    assert_eq!(problems.len(), 5, "{}", run.err);
    for problem in problems {
        let lines: Vec<&str> = problem.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert!(lines.len() >= 4, "what and advice, Chinese and English: {problem}");
    }
    assert!(run.err.contains("village.toml:19:22") && run.err.contains("5 problems"), "{}", run.err);
}

const FACTS: &str = r#"{"format":1,"unit":"532999001399","period":"2025","remarks":{},"incidents":[
 {"id":"00000000000000000000000000000007","day":"2026-03-01","categories":["crime"],"attributes":{},"stated_on":"2026-03-01"}],
 "statements":[
 {"about":"crimes","from":"2025-01-01","to":"2025-12-31","made_on":"2026-01-01","says":"complete"},
 {"about":"vice","from":"2025-01-01","to":"2025-06-30","made_on":"2025-06-01","says":"complete"},
 {"about":"disputes/handled","from":"2025-01-01","to":"2025-12-31","made_on":"2026-01-01","says":"ratio","part":9,"whole":10},
 {"about":"disputes/resolved","from":"2025-01-01","to":"2025-12-31","made_on":"2026-01-01","says":"ratio","part":10,"whole":10}]}"#;

#[test]
fn facts_have_everything_said_and_nothing_is_evaluated() {
    let path = file("bad-input-facts.json", FACTS.as_bytes());
    for (lang, words) in [("zh", ["请", "不在本期内"]), ("en", ["Check", "did not happen in the period"])] {
        let run = cunping(&["evaluate", "--lang", lang, "--pack", "dali-pingan-xiangcun-2024", &path], b"");
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{}", run.err);
        for place in ["incidents[0].day", "statements[0].about", "statements[1].made_on", "statements[3].part"] {
            assert!(run.err.contains(place), "{place} in {}", run.err);
        }
        assert!(words.iter().all(|word| run.err.contains(word)), "{}", run.err);
    }
}

/// A township that states less than the units below it registered; `remark` is its word to 无重特大刑事案件.
fn less_than_below(remark: &str) -> String {
    format!(
        r#"{{"format":1,"unit":"150626200000","period":"2025","incidents":[],"remarks":{{{remark}}},
        "statements":[{{"about":"crime","from":"2025-01-01","to":"2025-12-31","made_on":"2026-01-01","says":"complete"}}],
        "below":{{"expected":2,"units":{{"150626200201":"{}"}},"topics":[{{"about":"crime","counted":1,"unclear":0}}]}}}}"#,
        "0".repeat(64)
    )
}

#[test]
fn stating_less_than_the_units_below_is_warned_of_unless_a_remark_says_why() {
    let evaluate = |name: &str, remark: &str| {
        let path = file(name, less_than_below(remark).as_bytes());
        cunping(&["evaluate", "--lang", "en", "--pack", "sulide-bawu-2022", "--level", "township", &path], b"")
    };
    let silent = evaluate("less-than-below.json", "");
    assert!(silent.err.contains("below.topics[0]"), "{}", silent.err);
    assert!(silent.out.contains("From the units below: 1 of 2 reported"), "{}", silent.out);
    let explained = evaluate("less-than-below-explained.json", r#""township.3":"x""#);
    assert_eq!(explained.err, "");
    assert_eq!(silent.code, explained.code, "a warning changes no result");
}

#[test]
fn a_unit_without_a_document_ends_no_run() {
    let of = |unit: &str| FACTS.replace("532999001399", unit).replace("2026-03-01", "2025-03-01");
    let empty = |unit: &str| {
        format!(r#"{{"format":1,"unit":"{unit}","period":"2025","incidents":[],"statements":[],"remarks":{{}}}}"#)
    };
    let [none, good, township] = [
        file("no-document.json", of("110101001001").as_bytes()),
        file("good-facts.json", empty("150626200205").as_bytes()),
        file("no-level.json", empty("429006104000").as_bytes()),
    ];
    let alone = cunping(&["evaluate", "--json", &good], b"");
    assert_eq!(alone.code, 4, "{}", alone.err);
    let run = cunping(&["evaluate", "--json", &good, &none, &township, "MISSING.json", &good], b"");
    assert_eq!(run.code, 3);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!((lines.len(), lines[0], lines[4]), (5, alone.out.trim_end(), alone.out.trim_end()), "{}", run.out);
    let said: Vec<(String, String)> = run.json()[1..4]
        .iter()
        .map(|it| ["file", "problem"].map(|m| it[m].as_str().unwrap().to_owned()).into())
        .collect();
    let expected =
        [(&none, "unknown-pack"), (&township, "unit-level"), (&"MISSING.json".to_owned(), "unreadable-file")];
    assert_eq!(said, expected.map(|(name, code)| (name.clone(), code.to_owned())));
    let words = cunping(&["evaluate", "--lang", "en", &none, &good], b"");
    assert!(words.err.contains("no-document.json") && words.err.contains("--pack"), "{}", words.err);
    assert!(words.out.contains("150626200205"), "{}", words.out);
}

#[test]
fn facts_that_do_not_fit_are_listed_as_json_too() {
    let path = file("listed-facts.json", FACTS.as_bytes());
    let run = cunping(&["evaluate", "--json", "--pack", "dali-pingan-xiangcun-2024", &path, &path], b"");
    assert_eq!((run.code, run.json().len()), (3, 2));
    let problems = run.json()[0]["problems"].as_array().unwrap().clone();
    let found: Vec<(&str, &str)> =
        problems.iter().map(|it| (it["at"].as_str().unwrap(), it["code"].as_str().unwrap())).collect();
    for place in [("incidents[0].day", "incident-outside-period"), ("statements[3].part", "beyond-outer-ratio")] {
        assert!(found.contains(&place), "{place:?} in {found:?}");
    }
    let broken = file("broken-facts.json", FACTS.replace("\"part\":9", "\"part\":\"9\"").as_bytes());
    let said = cunping(&["evaluate", "--json", &broken], b"").json().remove(0);
    assert_eq!((&said["problem"], &said["problems"][0]["at"]), (&"not-a-number".into(), &"statements[2].part".into()));
}

#[test]
fn a_signed_file_whose_facts_do_not_fit_says_which() {
    let path = file("facts-invalid.json", &vector("unknown-indicator.txt"));
    let run = cunping(&["verify", "--json", &path], b"");
    let said = &run.json()[0];
    assert_eq!((run.code, said["states"][0]["state"].as_str()), (3, Some("facts-invalid")));
    let first = &said["problems"][0];
    assert_eq!(first["code"], "unknown-indicator", "{said}");
    let at = first["at"].as_str().unwrap().strip_prefix("facts.").unwrap();
    for lang in ["zh", "en"] {
        let run = cunping(&["verify", "--lang", lang, &path], b"");
        assert!(run.out.contains(at), "{at} in {}", run.out);
        let rolled = cunping(&["rollup", "--lang", lang, &path], b"");
        assert!(rolled.code == 3 && rolled.err.contains(at), "{at} in {}", rolled.err);
    }
}

#[test]
fn the_size_that_is_said_is_the_real_one_beside_the_limit() {
    let big = file("big.json", &vec![b' '; 20 << 20]);
    for (command, limit) in [("verify", "6,144 KB"), ("evaluate", "4,096 KB"), ("rollup", "6,144 KB")] {
        let run = cunping(&[command, &big], b"");
        let told = format!("{}{}", run.out, run.err);
        assert!(run.code == 3 && told.contains("20,480 KB") && told.contains(limit), "{told}");
    }
}

//! `cunping rollup`: what counts, whatever the order of the files.

use serde_json::Value;

use crate::process::{Run, cunping, file, vector};

fn rolled(names: &[&str]) -> Run {
    let files: Vec<String> = names.iter().map(|name| file(&format!("rollup/{name}"), &vector(name))).collect();
    let mut args = vec!["rollup", "--json"];
    args.extend(files.iter().map(String::as_str));
    cunping(&args, b"")
}

#[test]
fn the_base_is_every_village_of_the_township() {
    let run = rolled(&["good-complete.txt"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let result = &run.json()[0];
    assert_eq!((&result["expected"], &result["reported"], &result["missing"]), (&13.into(), &1.into(), &12.into()));
    assert_eq!(result["expected_known"], Value::Bool(true));
}

#[test]
fn the_order_of_files_and_a_file_twice_change_nothing() {
    let one = rolled(&["good-complete.txt", "chain-supersedes.txt"]);
    let other = rolled(&["chain-supersedes.txt", "good-complete.txt", "good-complete.txt"]);
    assert_eq!((one.code, &one.out), (0, &other.out));
    assert_eq!(one.json()[0]["reported"], 1);
}

#[test]
fn files_in_conflict_do_not_count_and_are_said() {
    let run = rolled(&["good-complete.txt", "chain-supersedes.txt", "chain-fork.txt"]);
    assert_eq!(run.code, 3);
    assert_eq!(run.json()[0]["reported"], 0);
}

#[test]
fn play_data_never_mixes_with_real_data() {
    let run = rolled(&["good-complete.txt", "good-example.txt"]);
    let rated = run.json().into_iter().filter(|it| it.get("quarters").is_none());
    let examples: Vec<Value> = rated.map(|it| it["example"].clone()).collect();
    assert_eq!(examples, [Value::Bool(false), Value::Bool(true)]);
}

#[test]
fn a_refused_file_is_named_and_the_rest_is_counted() {
    let run = rolled(&["payload-byte-flipped.txt", "good-complete.txt"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("payload-byte-flipped.txt"), "{}", run.err);
    assert_eq!(run.json()[0]["reported"], 1);
}

#[test]
fn an_encrypted_file_is_said_to_be_one_with_the_way_to_open_it() {
    let seeds = crate::process::root().join("fuzz/seeds/encrypted");
    for name in ["armored.age", "binary.age"] {
        let path = file(&format!("rollup/{name}"), &std::fs::read(seeds.join(name)).unwrap());
        let run = cunping(&["rollup", "--json", &path], b"");
        assert_eq!(run.code, 3);
        assert!(run.err.contains("age -d -i key.txt"), "{}", run.err);
        let run = cunping(&["verify", "--lang", "en", &path], b"");
        assert_eq!(run.code, 3);
        assert!(run.out.contains("encrypted file") && run.out.contains("age -d -i key.txt"), "{}", run.out);
        let run = cunping(&["verify", "--json", &path], b"");
        assert_eq!((run.code, &run.json()[0]["problem"]), (3, &Value::from("encrypted")));
    }
}

/// Reviews of the first villages of 汪场镇.
fn reviews(outcomes: &[&str]) -> String {
    let units = ["429006104001", "429006104203", "429006104206"];
    let lines = units
        .iter()
        .zip(outcomes)
        .map(|(unit, outcome)| format!("{unit},wangchang-pingan-cun-2023,village,2024,{outcome}\n"));
    file("reviews.csv", format!("unit,pack,level,year,outcome\n{}", lines.collect::<String>()).as_bytes())
}

#[test]
fn reviews_are_counted_where_a_target_counts_them() {
    let good = file("rollup/reviewed.json", &vector("good-complete.txt"));
    let run = cunping(&["rollup", "--json", "--reviews", &reviews(&["passed", "failed", "passed"]), &good], b"");
    assert_eq!(run.code, 0, "{}", run.err);
    let lines = run.json();
    let reviewed = lines.iter().find(|it| it["area"] == "429006104000").unwrap();
    assert_eq!((&reviewed["reviews"]["passed"], &reviewed["reviews"]["failed"]), (&2.into(), &1.into()));
    let target = &reviewed["targets"][0];
    assert_eq!((&target["counts"], &target["so_far"]), (&"reviewed".into(), &2.into()));
    let other = lines.iter().find(|it| it["area"] == "150626200000").unwrap();
    assert_eq!((&other["reported"], other.get("reviews")), (&1.into(), None));
}

#[test]
fn a_table_of_reviews_is_taken_whole_or_not_at_all() {
    let good = file("rollup/reviewed.json", &vector("good-complete.txt"));
    for (outcomes, said) in [(["passed", "perhaps", "passed"], ":3"), (["passed", "", "failed"], ":3")] {
        let run = cunping(&["rollup", "--json", "--reviews", &reviews(&outcomes), &good], b"");
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{}", run.err);
        assert!(run.err.contains(said), "{}", run.err);
    }
    let (one, other) =
        (reviews(&["passed"]), file("reviews-2.csv", b"429006104001,wangchang-pingan-cun-2023,village,2024,failed"));
    let run = cunping(&["rollup", "--lang", "en", "--reviews", &one, "--reviews", &other, &good], b"");
    assert!(run.code == 3 && run.err.contains("contradicts"), "{}", run.err);
}

#[test]
fn a_year_says_how_far_targets_are_and_a_quarter_does_not() {
    let run = rolled(&["good-complete.txt", "good-score.txt"]);
    let lines = run.json();
    let of = |period: &str| lines.iter().find(|it| it["period"] == period).unwrap();
    assert_eq!(of("2026-Q1").get("targets"), None);
    assert!(of("2026")["targets"].is_array() && of("2026")["priorities"].is_array());
}

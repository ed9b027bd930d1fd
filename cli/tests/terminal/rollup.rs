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
    let examples: Vec<Value> = run.json().iter().map(|it| it["example"].clone()).collect();
    assert_eq!(examples, [Value::Bool(false), Value::Bool(true)]);
}

#[test]
fn a_refused_file_is_named_and_the_rest_is_counted() {
    let run = rolled(&["payload-byte-flipped.txt", "good-complete.txt"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("payload-byte-flipped.txt"), "{}", run.err);
    assert_eq!(run.json()[0]["reported"], 1);
}

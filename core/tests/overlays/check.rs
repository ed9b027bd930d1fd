//! Every fault of an overlay under its document, made one by one out of an overlay that has none.

use cunping_core::overlay::OverlayError;
use serde_json::{Value, json};

use super::{good, means, pack, read, with};

/// Lists the faults under the document that the overlay is made for, with the place where the fault has one.
fn faults(value: &Value, id: &str) -> Vec<String> {
    let told = |fault: OverlayError| {
        let place = match &fault {
            OverlayError::Weight(id)
            | OverlayError::WeightTwice(id)
            | OverlayError::NoCriterion(id)
            | OverlayError::NothingOpen(id) => format!(" {id}"),
            OverlayError::NoFigure(id) | OverlayError::NoText(id) | OverlayError::Value(id) => format!(" {id}"),
            OverlayError::WeightSum(sum) => format!(" {sum}"),
            OverlayError::OtherVersion(version) => format!(" {version}"),
            OverlayError::PassMark(mark) => format!(" {mark}"),
            _ => String::new(),
        };
        format!("{}{place}", fault.code())
    };
    read(value).check(&pack(id)).into_iter().map(told).collect()
}

fn points(changes: &[(&str, Value)]) -> Vec<String> {
    faults(&with(good(), changes), "changgang-pingan-fazhi-xing-2023")
}

fn figures(changes: &[(&str, Value)]) -> Vec<String> {
    faults(&with(means(), changes), "dali-pingan-xiangcun-2024")
}

#[test]
fn good_overlays_have_no_fault() {
    assert_eq!(points(&[]), [""; 0]);
    assert_eq!(figures(&[]), [""; 0]);
    for member in ["weights", "pass_mark", "vetoes", "settles", "texts"] {
        let parts = ["weights", "pass_mark", "vetoes", "settles", "texts"];
        let pointers: Vec<String> = parts.iter().filter(|it| **it != member).map(|it| format!("/{it}")).collect();
        let changes: Vec<(&str, Value)> = pointers.iter().map(|it| (it.as_str(), Value::Null)).collect();
        assert_eq!(points(&changes), [""; 0], "{member} alone");
    }
}

#[test]
fn points_add_up_to_100() {
    assert_eq!(points(&[("/weights/village.1", json!(19))]), ["weight-sum 99"]);
    assert_eq!(points(&[("/weights/village.1", json!(21))]), ["weight-sum 101"]);
    assert_eq!(points(&[("/weights/village.1", json!(0)), ("/weights/village.2", json!(40))]), [""; 0]);
    let beyond = [("/weights/village.1", json!(-1)), ("/weights/village.2", json!(41))];
    assert_eq!(points(&beyond), ["weight village.1"]);
    let most = 9_007_199_254_740_991_i64;
    let huge = [("/weights/village.1", json!(most)), ("/weights/village.2", json!(-most))];
    assert_eq!(points(&huge), ["weight village.1", "weight village.2", "weight-sum 60"]);
}

#[test]
fn every_scored_part_has_points_once() {
    assert_eq!(points(&[("/weights/village.7", Value::Null)]), ["weight village.7", "weight-sum 90"]);
    let twice = [("/weights/village.7", json!(5)), ("/weights/village.7.1", json!(5))];
    assert_eq!(points(&twice), ["weight-twice village.7"]);
    let items = |last: Value| {
        [
            ("/weights/village.7", Value::Null),
            ("/weights/village.7.1", json!(1)),
            ("/weights/village.7.2", json!(2)),
            ("/weights/village.7.3", json!(3)),
            ("/weights/village.7.4", last),
        ]
    };
    assert_eq!(points(&items(json!(4))), [""; 0]);
    assert_eq!(points(&items(Value::Null)), ["weight village.7.4", "weight-sum 96"]);
    let unscored = [("/weights/village.7", json!(9)), ("/weights/village.goal", json!(1))];
    assert_eq!(points(&unscored), ["weight village.goal"]);
    let unknown = [("/weights/village.7", json!(9)), ("/weights/village.8", json!(1))];
    assert_eq!(points(&unknown), ["weight village.8"]);
}

#[test]
fn a_pass_mark_lies_between_0_and_100() {
    for (mark, expected) in [(-1, &["pass-mark -1"][..]), (0, &[]), (100, &[]), (101, &["pass-mark 101"])] {
        assert_eq!(points(&[("/pass_mark", json!(mark))]), expected);
    }
}

#[test]
fn vetoes_and_settled_checks_are_of_the_level() {
    assert_eq!(points(&[("/vetoes", json!(["village.9.9"]))]), ["no-criterion village.9.9"]);
    assert_eq!(points(&[("/vetoes", json!(["village.1"]))]), ["no-criterion village.1"], "a section is no criterion");
    assert_eq!(points(&[("/settles", json!({ "village.1.4": "met" }))]), ["nothing-open village.1.4"]);
    assert_eq!(points(&[("/settles", json!({ "village.9": "met" }))]), ["nothing-open village.9"]);
}

#[test]
fn texts_and_figures_are_those_that_the_document_refers_to() {
    assert_eq!(points(&[("/texts", json!({ "reference.five-nos": ["甲"] }))]), ["no-text reference.five-nos"]);
    assert_eq!(points(&[("/texts", json!({ "reference.weights": ["甲"] }))]), ["no-text reference.weights"]);
    assert_eq!(points(&[("/values", json!({ "reference.weights": 1 }))]), ["no-figure reference.weights"]);
    assert_eq!(figures(&[("/values", json!({ "reference.no-mean": 1 }))]), ["no-figure reference.no-mean"]);
    assert_eq!(
        figures(&[("/values", json!({ "reference.reverse-ranking": 1 }))]),
        ["no-figure reference.reverse-ranking"]
    );
}

#[test]
fn a_figure_is_not_negative() {
    for (value, expected) in [(-1_i64, &["value-out-of-range reference.safety-mean"][..]), (0, &[])] {
        assert_eq!(figures(&[("/values/reference.safety-mean", json!(value))]), expected);
    }
    assert_eq!(figures(&[("/values/reference.safety-mean", json!(9_007_199_254_740_991_i64))]), [""; 0]);
}

#[test]
fn what_the_document_decides_itself_is_not_left_to_others() {
    assert_eq!(figures(&[("/pass_mark", json!(80))]), ["not-left-to-others"]);
    assert_eq!(figures(&[("/vetoes", json!(["county.1"]))]), ["not-left-to-others"]);
    let weights = figures(&[("/weights", json!({ "county.standards": 100 }))]);
    assert_eq!(weights, ["not-left-to-others", "weight county.standards"]);
}

#[test]
fn another_document_or_level_and_nothing_at_all() {
    assert_eq!(faults(&good(), "sulide-bawu-2022"), ["other-pack"]);
    assert_eq!(points(&[("/level", json!("township"))]), ["no-level"]);
    let other = [("/version", json!(2)), ("/pass_mark", json!(101))];
    assert_eq!(points(&other), ["other-version 2"], "what it names is not looked up in another version");
    // The figures are left to the county's level and to no other.
    assert_eq!(figures(&[("/level", json!("village"))]), ["no-figure reference.safety-mean"]);
    assert_eq!(figures(&[("/values", Value::Null)]), ["empty-overlay"]);
}

#[test]
fn all_faults_are_told_at_once() {
    let bad = [
        ("/weights/village.1", json!(10)),
        ("/pass_mark", json!(101)),
        ("/vetoes", json!(["village.9.9"])),
        ("/settles", json!({ "village.1.4": "met" })),
        ("/values", json!({ "reference.no-mean": 1 })),
    ];
    let expected = [
        "weight-sum 90",
        "pass-mark 101",
        "no-criterion village.9.9",
        "nothing-open village.1.4",
        "no-figure reference.no-mean",
    ];
    assert_eq!(points(&bad), expected);
}

#[test]
fn two_overlays_that_set_the_same_thing_conflict() {
    let one = read(&good());
    assert!(!one.conflicts_with(&one), "the same overlay twice is one");
    let only = |keep: &str, value: Value| {
        let parts = ["weights", "pass_mark", "vetoes", "settles", "texts"];
        let gone: Vec<String> = parts.iter().filter(|it| **it != keep).map(|it| format!("/{it}")).collect();
        let mut changes: Vec<(&str, Value)> = gone.iter().map(|it| (it.as_str(), Value::Null)).collect();
        let pointer = format!("/{keep}");
        changes.push((&pointer, value));
        read(&with(good(), &changes))
    };
    assert!(one.conflicts_with(&only("pass_mark", json!(60))));
    assert!(one.conflicts_with(&only("settles", json!({ "village.goal.10": "met" }))));
    assert!(one.conflicts_with(&only("texts", json!({ "reference.three-zero": ["甲"] }))));
    assert!(!one.conflicts_with(&only("vetoes", json!(["village.4.3"]))), "lists of vetoes join");
    let mut elsewhere = only("pass_mark", json!(60));
    elsewhere.level = "township".parse().unwrap();
    assert!(!one.conflicts_with(&elsewhere));
    let mut later = only("pass_mark", json!(60));
    later.version = 2;
    assert!(!one.conflicts_with(&later), "of another version");
}

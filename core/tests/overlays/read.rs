//! The file of an overlay: texts that are read, and every place that does not fit.

use cunping_core::{
    json::JsonError,
    overlay::{LIMITS, Overlay, OverlayFileError},
};
use serde_json::{Value, json};

use super::{good, means, read, with};

#[test]
fn what_is_written_reads_back_with_its_digest() {
    for value in [good(), means()] {
        let overlay = read(&value);
        let again = Overlay::read(overlay.write().as_bytes()).unwrap();
        assert_eq!(again, overlay);
    }
}

#[test]
fn order_and_white_space_change_nothing_and_content_does() {
    let spaced = serde_json::to_string_pretty(&good()).unwrap();
    assert_eq!(Overlay::read(spaced.as_bytes()).unwrap().digest, read(&good()).digest);
    let other = with(good(), &[("/pass_mark", json!(81))]);
    assert_ne!(read(&other).digest, read(&good()).digest);
}

fn misfits(value: &Value) -> Vec<String> {
    match Overlay::read(value.to_string().as_bytes()) {
        Err(OverlayFileError::Misfits(misfits)) => {
            misfits.iter().map(|it| format!("{} {}", it.at, it.why.code())).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_member_that_does_not_fit_is_told_with_its_place() {
    for (change, new, expected) in [
        ("/kind", json!("pack"), "kind unknown-word"),
        ("/kind", Value::Null, "kind missing-field"),
        ("/format", json!(0), "format out-of-range"),
        ("/format", json!("1"), "format not-a-number"),
        ("/pack", Value::Null, "pack missing-field"),
        ("/pack", json!("Changgang"), "pack not-an-id"),
        ("/level", json!(1), "level not-an-id"),
        ("/title", Value::Null, "title missing-field"),
        ("/title", json!("两行\n标题"), "title bad-text"),
        ("/title", json!("长".repeat(201)), "title text-too-long"),
        ("/issuer", json!(""), "issuer empty-text"),
        ("/issued", json!("2023-02-30"), "issued not-a-day"),
        ("/number", json!(7), "number not-a-text"),
        ("/pass_mark", json!("80"), "pass_mark not-a-number"),
        ("/weights", json!({}), "weights empty-object"),
        ("/weights", json!([20, 80]), "weights not-an-object"),
        ("/weights/village.1", json!("20"), "weights.village.1 not-a-number"),
        ("/weights/Village", json!(20), "weights.Village not-an-id"),
        ("/vetoes", json!([]), "vetoes empty-list"),
        ("/vetoes", json!(["village.2.5", "village.2.5"]), "vetoes repeated-element"),
        ("/vetoes", json!([7]), "vetoes[0] not-an-id"),
        ("/settles/village.goal.10", json!("yes"), "settles.village.goal.10 unknown-word"),
        ("/texts/reference.three-zero", json!([]), "texts.reference.three-zero empty-list"),
        ("/texts/reference.three-zero", json!("零案件"), "texts.reference.three-zero not-a-list"),
        ("/texts/reference.three-zero", json!(["a\u{7}"]), "texts.reference.three-zero[0] bad-text"),
        ("/values", json!({}), "values empty-object"),
        ("/bonus", json!(3), "bonus unknown-field"),
    ] {
        assert_eq!(misfits(&with(good(), &[(change, new.clone())])), [expected], "{change} {new}");
    }
}

#[test]
fn all_places_are_told_at_once() {
    let bad = with(
        good(),
        &[("/issued", json!("2023")), ("/pass_mark", json!(true)), ("/weights/village.1", json!([])), ("/x", json!(1))],
    );
    let mut found = misfits(&bad);
    found.sort();
    let expected = ["issued not-a-day", "pass_mark not-a-number", "weights.village.1 not-a-number", "x unknown-field"];
    assert_eq!(found, expected);
}

#[test]
fn a_newer_format_is_refused_whole() {
    let newer = with(good(), &[("/format", json!(2)), ("/title", Value::Null)]);
    let problem = Overlay::read(newer.to_string().as_bytes()).unwrap_err();
    assert_eq!(problem, OverlayFileError::NewerFormat(2));
}

#[test]
fn what_is_no_strict_json_is_refused() {
    let good = good().to_string();
    let code = |text: &[u8]| match Overlay::read(text) {
        Err(OverlayFileError::Json(problem)) => problem.code(),
        other => panic!("{other:?}"),
    };
    assert_eq!(code(b""), "empty");
    assert_eq!(code(&good.as_bytes()[..good.len() - 1]), "truncated");
    assert_eq!(code(format!("{good}x").as_bytes()), "trailing-bytes");
    assert_eq!(code(format!("\u{feff}{good}").as_bytes()), "byte-order-mark");
    assert_eq!(code(good.replace("\"pass_mark\":80", "\"pass_mark\":80.0").as_bytes()), "not-an-integer");
    assert_eq!(code(good.replace("\"pass_mark\":80", "\"pass_mark\":9007199254740992").as_bytes()), "number-too-large");
    assert_eq!(code(good.replace("\"kind\"", "\"title\":\"t\",\"kind\"").as_bytes()), "duplicate-key");
    assert_eq!(code(&[good.as_bytes(), &[0xff]].concat()), "not-utf8");
    assert_eq!(code("[".repeat(9).as_bytes()), "too-deep");
}

#[test]
fn a_file_beyond_64_kib_is_refused_unread() {
    let padded = |bytes: usize| format!("{}{}", good(), " ".repeat(bytes - good().to_string().len()));
    assert!(Overlay::read(padded(LIMITS.bytes).as_bytes()).is_ok());
    let problem = Overlay::read(padded(LIMITS.bytes + 1).as_bytes()).unwrap_err();
    assert!(matches!(problem, OverlayFileError::Json(JsonError::TooLarge { .. })), "{problem:?}");
}

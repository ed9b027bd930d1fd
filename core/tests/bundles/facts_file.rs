//! The facts file: it reads back as it was written, and every misfit has its place.

use cunping_core::{
    facts::file::{FactsFileError, read, write},
    json::JsonError,
};

use crate::sample;

#[test]
fn every_shape_comes_back_to_the_byte() {
    let facts = read(sample::EVERY_SHAPE.as_bytes()).unwrap();
    assert_eq!(write(&facts), sample::EVERY_SHAPE);
    assert_eq!(read(write(&facts).as_bytes()), Ok(facts));
}

#[test]
fn the_writer_sorts() {
    let facts = read(sample::EVERY_SHAPE.as_bytes()).unwrap();
    let mut other = facts.clone();
    other.statements.reverse();
    assert_ne!(facts, other);
    assert_eq!(write(&facts), write(&other));
}

#[test]
fn all_misfits_are_reported_with_their_places() {
    let bad = sample::EVERY_SHAPE
        .replace("2026-02-01", "2026-02-30")
        .replace(r#""grade":2"#, r#""grade":"二""#)
        .replace(r#""says":"yes""#, r#""says":"maybe""#)
        .replace(r#","whole":10"#, "")
        .replace(r#""value":1"#, r#""value":1,"of":13"#)
        .replace(r#""unit":"150626200205""#, r#""unit":150626200205"#);
    let Err(FactsFileError::Misfits(misfits)) = read(bad.as_bytes()) else { panic!("misfits") };
    let found: Vec<_> = misfits.iter().map(|it| format!("{} {}", it.at, it.why.code())).collect();
    assert_eq!(
        found,
        [
            "unit not-a-division-code",
            "incidents[0].day not-a-day",
            "incidents[0].attributes.grade not-a-number",
            "statements[1].says unknown-word",
            "statements[4].whole missing-field",
            "statements[5].of unknown-field",
        ]
    );
}

#[test]
fn a_newer_format_is_refused_whole() {
    let newer = sample::EVERY_SHAPE.replace(r#""format":1"#, r#""format":2,"new":true"#);
    assert_eq!(read(newer.as_bytes()), Err(FactsFileError::NewerFormat(2)));
    for (put, code) in [("0", "out-of-range"), ("\"1\"", "not-a-number"), ("4294967296", "out-of-range")] {
        let bad = sample::EVERY_SHAPE.replace(r#""format":1"#, &format!(r#""format":{put}"#));
        let Err(FactsFileError::Misfits(misfits)) = read(bad.as_bytes()) else { panic!("misfits") };
        assert_eq!((misfits[0].at.as_str(), misfits[0].why.code()), ("format", code), "{put}");
    }
}

#[test]
fn what_is_no_json_is_said_to_be_none() {
    assert_eq!(read(b"{"), Err(FactsFileError::Json(JsonError::Truncated)));
    assert!(matches!(read(b"[]"), Err(FactsFileError::Misfits(_))));
}

#[test]
fn texts_are_all_found() {
    let facts = read(sample::EVERY_SHAPE.as_bytes()).unwrap();
    let texts: Vec<_> = facts.texts().into_iter().map(|(at, text)| format!("{at}={text}")).collect();
    assert_eq!(texts, ["incidents[0].note=草垛着火", "statements[7].reason=没有", "remarks.village.1=备注"]);
}

#[test]
fn a_name_that_is_longer_than_any_of_the_format_is_cut_in_its_place() {
    let long = "长".repeat(20_000);
    let bad = sample::EVERY_SHAPE.replacen('{', &format!("{{\"{}\":1,", &long[..3 * 2_000]), 1);
    let Err(FactsFileError::Misfits(misfits)) = read(bad.as_bytes()) else { panic!("misfits") };
    assert_eq!((misfits[0].at.chars().count(), misfits[0].why.code()), (101, "unknown-field"));
    assert!(misfits[0].at.ends_with("长…"));
}

#[test]
fn a_text_that_holds_a_command_is_refused_at_its_place() {
    for (find, put, at) in
        [("\"备注\"", "\"备\\u202e注\"", "remarks.village.1"), ("\"没有\"", "\"没\\u001b有\"", "statements[7].reason")]
    {
        let bad = sample::EVERY_SHAPE.replace(find, put);
        let Err(FactsFileError::Misfits(misfits)) = read(bad.as_bytes()) else { panic!("misfits: {at}") };
        assert_eq!((misfits[0].at.as_str(), misfits[0].why.code()), (at, "bad-text"));
    }
    let lines = sample::EVERY_SHAPE.replace("\"备注\"", "\"备\\n\\t注\"");
    assert!(read(lines.as_bytes()).is_ok(), "a remark may have several lines");
}

#[test]
fn what_happened_is_told_on_one_line_of_sixty_characters() {
    for (put, code) in [("长".repeat(61), "text-too-long"), ("草\\n垛".to_owned(), "bad-text")] {
        let bad = sample::EVERY_SHAPE.replace("草垛着火", &put);
        let Err(FactsFileError::Misfits(misfits)) = read(bad.as_bytes()) else { panic!("misfits: {code}") };
        assert_eq!((misfits[0].at.as_str(), misfits[0].why.code()), ("incidents[0].note", code));
    }
    assert!(read(sample::EVERY_SHAPE.replace("草垛着火", &"长".repeat(60)).as_bytes()).is_ok());
}

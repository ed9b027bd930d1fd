//! Every kind of file: the line to which it belongs, and its free texts.

use std::{fs, path::Path};

use cunping_core::bundle::{Kind, Payload, Verified, verify};

use crate::trust::day;

/// Reads every good vector, each with its name.
fn files() -> Vec<(String, Verified)> {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")).unwrap();
    let paths = folder.map(|it| it.unwrap().path());
    let good = paths.filter(|it| it.file_name().unwrap().to_str().unwrap().starts_with("good-"));
    let read = |path: std::path::PathBuf| {
        let bytes = fs::read(&path).unwrap();
        let start = bytes.windows(2).position(|two| two == b"\n\n").unwrap() + 2;
        (path.display().to_string(), verify(&bytes[start..]).unwrap())
    };
    good.map(read).collect()
}

#[test]
fn a_payload_belongs_to_the_line_in_which_its_file_is_seen() {
    for (name, verified) in files() {
        let seen = verified.seen(true, day("2026-04-12")).map(|it| it.slot);
        assert_eq!(verified.payload.line(), seen, "{name}");
        let stands_alone = matches!(verified.payload, Payload::Enrolment(_) | Payload::Pack(_));
        assert_eq!(seen.is_none(), stands_alone, "{name}");
    }
}

#[test]
fn the_texts_of_a_payload_are_those_that_its_kind_lists() {
    let mut kinds = Vec::new();
    for (name, verified) in files() {
        let texts = verified.payload.texts();
        let software = texts.iter().find(|(at, _)| at == "software").map(|(_, text)| *text);
        assert!(software.is_some_and(|it| !it.is_empty()), "{name}: {texts:?}");
        kinds.push(verified.payload.kind());
    }
    assert!(Kind::ALL.iter().all(|kind| kinds.contains(kind)));
}

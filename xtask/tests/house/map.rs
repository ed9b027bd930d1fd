//! The map stays true: ARCHITECTURE.md names every crate and pack, and every path it names exists.

use std::fs;

use crate::source::{files, root};

fn map() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap()
}

/// Invariant 15.
#[test]
fn the_map_names_every_crate_and_pack() {
    let map = map();
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let members = manifest.split("members = [").nth(1).unwrap().split(']').next().unwrap();
    let crates = members.split(',').map(|name| name.trim().trim_matches('"')).filter(|name| !name.is_empty());
    let packs = fs::read_dir(root().join("packs")).unwrap().flatten();
    let packs = packs.filter(|entry| entry.path().join("pack.toml").exists());
    let packs: Vec<String> = packs.map(|entry| entry.file_name().into_string().unwrap()).collect();
    assert!(!packs.is_empty());
    for name in crates.map(str::to_owned).chain(packs) {
        assert!(map.contains(&format!("`{name}")), "ARCHITECTURE.md does not name `{name}`");
    }
}

/// Invariant 15.
#[test]
fn every_path_in_the_map_exists() {
    let map = map();
    let quoted = map
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|text| text.contains('/') && !text.contains([' ', '<', '*', '#', ':', '…']));
    let missing: Vec<&str> = quoted.filter(|path| !root().join(path).exists()).collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md names what is not there: {missing:?}");
}

/// Invariant 16: every source file says what it is, and stays small enough for one idea.
#[test]
fn every_source_file_opens_with_its_purpose_and_stays_small() {
    let mut wrong = Vec::new();
    for file in files(".", ".rs") {
        if !file.text.starts_with("//! ") {
            wrong.push(format!("{} does not open with a line of its purpose", file.path));
        }
        if file.text.lines().count() > 400 {
            wrong.push(format!("{} is longer than 400 lines", file.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! The map stays true: ARCHITECTURE.md names every crate and pack, and what it and the texts beside it name is there.

use std::fs;

use crate::source::{Source, files, root};

fn map() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap()
}

/// Every decision and their index.
fn decisions() -> (Vec<Source>, Source) {
    let all = files("docs/decisions", ".md").into_iter().filter(|it| !it.path.ends_with("/renames.md"));
    let (mut index, decisions): (Vec<_>, Vec<_>) = all.partition(|it| it.path.ends_with("/README.md"));
    (decisions, index.remove(0))
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The cells of each row of the table under a heading, without its head.
fn rows<'a>(text: &'a str, heading: &str) -> Vec<Vec<&'a str>> {
    let section = text.split("\n## ").find_map(|it| it.strip_prefix(heading)?.strip_prefix('\n'));
    let section = section.unwrap_or_else(|| panic!("no part is called “{heading}”"));
    let lines = section.lines().filter(|line| line.starts_with('|')).skip(2);
    lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// Whether a word stands in a line, and is not the beginning of a longer one.
fn has(line: &str, word: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| !goes_on(&line[at + word.len()..]))
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

/// Invariant 15: the map, the recipes and the decisions lead somewhere.
#[test]
fn every_path_that_is_named_exists() {
    let texts = ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/decisions"].into_iter().flat_map(|it| files(it, ".md"));
    let mut missing = Vec::new();
    for Source { path, text } in texts {
        let paths = quoted(&text).filter(|it| it.contains('/') && !it.contains([' ', '<', '*', '#', ':', '!', '…']));
        missing.extend(paths.filter(|it| !root().join(it).exists()).map(|it| format!("{path} names {it}")));
    }
    assert!(missing.is_empty(), "what is named is not there:\n{}", missing.join("\n"));
}

/// Invariant 15: what people look for first is where the map says. The rows say it; nothing is repeated here.
#[test]
fn what_is_looked_for_is_where_the_map_says() {
    let map = map();
    let found = rows(&map, "Where to look");
    assert_eq!(found.len(), 4, "{found:?}");
    for row in found {
        let [question, file, there] = row[..] else { panic!("three cells: {row:?}") };
        let (Some(path), Some(word)) = (quoted(file).next(), quoted(there).next()) else {
            panic!("a file and what is in it: {row:?}")
        };
        let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{question}: {path}: {error}"));
        let mut code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        assert!(code.any(|line| has(line, word)), "{question}: {path} has no `{word}`");
    }
}

/// Invariant 15: each invariant has its number and a check that is there.
#[test]
fn every_invariant_has_a_check() {
    let map = map();
    let found = rows(&map, "Invariants");
    assert!(found.len() > 30, "{}", found.len());
    for (place, row) in found.iter().enumerate() {
        let [number, _, check] = row[..] else { panic!("three cells: {row:?}") };
        assert_eq!(number, (place + 1).to_string());
        let held = match check.strip_prefix("`house` ").and_then(|rest| rest.split([',', ' ']).next()) {
            Some(module) => root().join(format!("xtask/tests/house/{module}.rs")).is_file(),
            None => quoted(check).any(|it| root().join(it).exists()),
        };
        assert!(held, "nothing holds invariant {number}: {check}");
    }
}

/// Invariant 15: every decision says why, what it costs and where it is held, and has one line in the index.
#[test]
fn every_decision_is_whole_and_in_the_index() {
    let (decisions, index) = decisions();
    let mut listed: Vec<String> = Vec::new();
    for line in index.text.lines().filter(|line| line.starts_with("- [")) {
        let (title, rest) = line["- [".len()..].split_once("](").unwrap();
        let (name, _) = rest.split_once("): ").unwrap();
        listed.push(format!("docs/decisions/{name} {title}"));
    }
    listed.sort();
    let titled = |it: &Source| {
        let title = it.text.lines().next().and_then(|line| line.strip_prefix("# "));
        format!("{} {}", it.path, title.unwrap_or("has no title"))
    };
    assert_eq!(listed, decisions.iter().map(titled).collect::<Vec<_>>());
    for Source { path, text } in &decisions {
        for part in ["Why: ", "Costs: ", "Held in: "] {
            assert!(text.lines().any(|line| line.starts_with(part)), "{path} has no “{part}”");
        }
        assert!(text.lines().count() <= 25, "{path} is longer than 25 lines");
    }
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

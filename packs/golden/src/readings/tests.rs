//! Reads an invented pack beside an invented source, and holds the real packs to what the last reading found.

use std::collections::BTreeMap;

use cunping_core::pack::{Pack, authoring};

use super::{compared::Compared, found::*, ours, print::plain, record, source::*};
use crate::document::{self, Document};

const SOURCE: &str = "示例镇平安村工作方案\n示例镇人民政府\n各村要做到（一）无 火 灾，力争全镇70%以上的村达标。镇平安办每年评定平安村，县里备案。";

/// An invented pack, some of whose words are replaced by others.
fn pack(words: &[(&str, &str)]) -> Pack {
    let mut head = r#"
        id = "example"
        version = 1
        levels = ["village"]
        [source]
        title = "示例镇平安村工作方案"
        short = "平安村"
        edition = "2024"
        issuers = ["示例镇人民政府"]
        checked_on = "2026-11-30"
        area = "110101001000"
        [terms]
        village = "村"
        township = "镇"
        county = "县"
        office = "镇平安办"
        award = "平安村"
        [offices]
        office = { name = "镇平安办", level = "township" }
        [[targets]]
        id = "target.share"
        label = { zh = "七成", en = "Seventy" }
        clause = "一"
        level = "village"
        shares = [{ from = 2024, part = 70, whole = 100, clause = "一" }]
    "#
    .to_owned();
    let mut level = r#"
        id = "village"
        unit = "village"
        title = "平安村"
        clause = "一"
        reports = ["year"]
        awarded_for = "year"
        [[criteria]]
        id = "village.1"
        title = "无火灾"
        name = { en = "Free of fire" }
        clause = "一"
        [[criteria.checks]]
        id = "village.1"
        label = { zh = "没有火灾", en = "No fire" }
        condition = { none = "fire" }
    "#
    .to_owned();
    for (from, to) in words {
        assert!(head.contains(from) || level.contains(from), "{from}");
        (head, level) = (head.replace(from, to), level.replace(from, to));
    }
    let files = BTreeMap::from([("pack.toml".to_owned(), head), ("village.toml".to_owned(), level)]);
    let catalogue = "[incidents]\nfire = { zh = \"火灾\", en = \"fire\", attributes = [] }\n";
    let catalogue = BTreeMap::from([("incidents.toml".to_owned(), catalogue.to_owned())]);
    let json = authoring::compile(&files, &catalogue).unwrap_or_else(|problems| panic!("{problems:?}"));
    Pack::from_json(&json).unwrap()
}

fn wrong(words: &[(&str, &str)], listed: &str) -> Vec<String> {
    let source = SourceText::new("source.txt", SOURCE.to_owned());
    Compared::new(&pack(words), &source, &ours::read(listed).unwrap()).wrong()
}

fn listed(word: &str) -> String {
    format!("[[ours]]\npack = \"example\"\nword = \"{word}\"\non = \"2026-11-30\"\nwhy = \"原文没有\"\n")
}

#[test]
fn a_word_that_the_source_does_not_have_is_named_with_its_place() {
    assert_eq!(wrong(&[], ""), [""; 0]);
    let found = wrong(&[("无火灾", "无水灾")], "");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("example: village.1 title: “无水灾” is not in the source"), "{found:?}");
    assert!(wrong(&[("part = 70", "part = 75")], "")[0].starts_with("example: target.share: “75%”"));
}

#[test]
fn a_word_is_ours_by_its_mark_or_by_the_list() {
    assert_eq!(wrong(&[("无火灾", "无水灾（本软件拟）")], ""), [""; 0]);
    assert_eq!(wrong(&[("无火灾", "无水灾")], &listed("无水灾")), [""; 0]);
}

#[test]
fn an_entry_of_the_list_that_nothing_needs_is_wrong() {
    let entry = |why: &str, word: &str| [format!("packs/ours.toml: “{word}” of example: {why}: take it out")];
    assert_eq!(wrong(&[], &listed("无火灾")), entry("the source has it", "无火灾"));
    assert_eq!(wrong(&[], &listed("无水灾")), entry("no such word", "无水灾"));
}

#[test]
fn the_list_gives_each_word_a_day_and_a_reason_once() {
    let entry = listed("无水灾");
    assert!(ours::read(&entry).is_ok());
    for wrong in [entry.replace("2026-11-30", "30.11."), entry.replace("原文没有", " "), entry.repeat(2)] {
        assert!(ours::read(&wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_word_stands_to_the_letter_or_with_other_marks() {
    let text = SearchableText::new("创建“八好”村（社\n区），比例65％以上");
    for (word, found) in [
        ("“八好”村（社区）", WordFound::ToTheLetter),
        ("“八好”村(社区)", WordFound::OtherMarks),
        ("八好村", WordFound::OtherMarks),
        ("65%", WordFound::OtherMarks),
        ("九好村", WordFound::Missing),
        ("。", WordFound::Missing),
        ("，", WordFound::ToTheLetter),
    ] {
        assert_eq!(text.find(word), found, "{word}");
    }
}

#[test]
fn a_pack_has_one_source_by_title_or_number() {
    let text = |name: &str, text: &str| SourceText::new(name, text.to_owned());
    let (own, other) = (text("own.txt", SOURCE), text("other.txt", "别的文件"));
    assert_eq!(of(&pack(&[]), &[other, own]).unwrap().name, "own.txt");
    assert!(of(&pack(&[]), &[text("other.txt", "别的文件")]).is_err());
    assert!(of(&pack(&[]), &[text("a.txt", SOURCE), text("b.txt", SOURCE)]).is_err());
}

#[test]
fn a_changed_word_asks_for_another_reading() {
    let day = "2026-11-30".parse().unwrap();
    let file = record::write(&[record::entry(&pack(&[]), SOURCE.as_bytes(), day)]);
    let recorded = record::read(&file).unwrap();
    assert_eq!(record::changed(&recorded, &pack(&[])), None);
    assert_eq!(record::changed(&recorded, &pack(&[("没有火灾", "不发生火灾")])), None, "a word of ours");
    let changed = record::changed(&recorded, &pack(&[("无火灾", "无水灾")])).unwrap();
    assert!(changed.contains("2026-11-30") && changed.contains("readings SEEDS --record"), "{changed}");
    assert!(record::changed(&BTreeMap::new(), &pack(&[])).unwrap().contains("never read"));
    assert_eq!(record::another_source(&recorded, &pack(&[]), SOURCE.as_bytes()), None);
    assert!(record::another_source(&recorded, &pack(&[]), b"another").is_some());
}

#[test]
fn nothing_of_a_source_moves_the_terminals_cursor() {
    assert_eq!(plain("一\u{1b}[2J\t二\u{202e}三"), "一\\u{1b}[2J 二\\u{202e}三");
}

/// Passes without the sources: what the last reading found holds the packs.
#[test]
fn every_pack_has_the_official_words_that_were_found_in_its_source() {
    let recorded = record::read(&document::text(&super::record_file()).unwrap()).unwrap();
    let folders = document::folders().unwrap();
    assert_eq!(recorded.len(), folders.len(), "{:?}", recorded.keys());
    let changed: Vec<String> =
        folders.iter().filter_map(|folder| record::changed(&recorded, &Document::read(folder).unwrap().pack)).collect();
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn the_list_of_ours_names_packs_that_are_there() {
    let listed = ours::read(&document::text(&super::ours_file()).unwrap()).unwrap();
    assert!(!listed.is_empty());
    assert_eq!(super::unknown_packs(&listed).unwrap(), [""; 0]);
}

//! The changes between two files, and words that several villages share.

use cunping_core::{
    bundle::Assessment,
    facts::{FactChange, Facts, alike, difference, file},
};
use proptest::prelude::*;

use crate::sample::{EVERY_SHAPE, assessment, pack};

fn every() -> Facts {
    file::read(EVERY_SHAPE.as_bytes()).unwrap()
}

#[test]
fn each_kind_of_change_is_named() {
    let before = every();
    let mut after = before.clone();
    after.incidents[0].attributes.insert("grade".parse().unwrap(), 3);
    after.statements.remove(0);
    after.remarks.clear();
    let changes = difference(&before, &after);
    assert!(
        matches!(&changes[0], FactChange::IncidentChanged { before, after } if before.attributes != after.attributes)
    );
    assert!(matches!(&changes[1], FactChange::StatementRemoved(it) if it.about.as_str() == "a"));
    assert!(matches!(&changes[2], FactChange::Remark { before: Some(_), after: None, .. }));
    assert_eq!(changes.len(), 3);
    let back = difference(&after, &before);
    assert!(matches!(&back[1], FactChange::StatementAdded(it) if it.about.as_str() == "a"));
    after.incidents.clear();
    assert!(matches!(&difference(&before, &after)[0], FactChange::IncidentRemoved(_)));
    assert!(matches!(&difference(&after, &before)[0], FactChange::IncidentAdded(_)));
}

proptest! {
    #[test]
    fn nothing_changed_exactly_where_the_facts_are_the_same(gone in 0_usize..9, turn in 0_usize..9) {
        let before = every();
        let mut after = before.clone();
        after.statements.rotate_left(turn);
        prop_assert_eq!(difference(&before, &after), vec![]);
        after.statements.remove(gone);
        prop_assert_eq!(difference(&before, &after).len(), 1);
    }
}

#[test]
fn words_that_several_villages_share() {
    let of = |unit: &str, remark: &str| {
        let mut facts = every();
        facts.unit = unit.parse().unwrap();
        facts.statements.clear();
        facts.remarks = [("village.1".parse().unwrap(), remark.to_owned())].into();
        facts
    };
    let (one, two) = (of("150626200205", "已排查 12 户并建立台账"), of("150626200206", "已排查12户并\n建立台账"));
    let three = of("150626200207", "已排查13户并建立台账");
    let found = alike([&one, &two, &three]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].text, "已排查12户并建立台账");
    let at: Vec<String> = found[0].at.iter().map(|(unit, path)| format!("{unit} {path}")).collect();
    assert_eq!(at, ["150626200205 remarks.village.1", "150626200206 remarks.village.1"]);
    assert_eq!(
        alike([&of("150626200205", "无此类的情况啊"), &of("150626200206", "无此类的情况啊")]),
        [],
        "seven are too few"
    );
    assert_eq!(alike([&one, &one]), [], "one unit may repeat itself");
}

#[test]
fn a_file_says_the_same_until_anything_stated_is_gone() {
    let before = assessment(&pack());
    let mut later = before.clone();
    (later.sequence, later.stated_at) = (2, "2026-05-01T08:00:00+08:00".parse().unwrap());
    assert!(before.says_the_same(&later));
    for change in [
        |it: &mut Facts| it.incidents.clear(),
        |it: &mut Facts| it.statements.clear(),
        |it: &mut Facts| it.remarks.clear(),
    ] {
        let mut without = later.clone();
        change(&mut without.facts);
        assert!(!before.says_the_same(&without));
    }
    later.overlays.push(cunping_core::id::Digest([1; 32]));
    assert!(!before.says_the_same(&later));
}

#[test]
fn a_file_of_another_party_name_level_document_or_finding_says_something_else() {
    let before = assessment(&pack());
    for change in [
        |it: &mut Assessment| it.party.unit = "150626200206".parse().unwrap(),
        |it: &mut Assessment| it.unit_name.push('二'),
        |it: &mut Assessment| it.level = "township".parse().unwrap(),
        |it: &mut Assessment| it.pack.version += 1,
        |it: &mut Assessment| it.example = true,
        |it: &mut Assessment| it.claim.provisional = !it.claim.provisional,
        |it: &mut Assessment| it.claim.findings.truncate(1),
    ] {
        let mut other = before.clone();
        change(&mut other);
        assert!(!before.says_the_same(&other), "{other:?}");
    }
}

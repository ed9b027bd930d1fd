//! A second edition of a real document, authored here and shipped to nobody: the differences between the two.

use cunping_core::{
    edition::{Became, editions},
    pack::{Level, Pack, ResultRule, Section, authoring},
};

use crate::files;

/// Compiles the document with some texts of its source replaced, each found once.
fn edition(changes: &[(&str, &str, &str)]) -> Pack {
    let mut source = files::toml_files(&files::packs().join("sulide-bawu-2022"));
    for (file, old, new) in changes {
        let text = source.get_mut(*file).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{old}");
        *text = text.replace(old, new);
    }
    let json = authoring::compile(&source, &files::toml_files(&files::packs().join("catalogue")));
    Pack::from_json(&json.unwrap_or_else(|problems| panic!("{problems:?}"))).unwrap()
}

fn village(pack: &Pack) -> &Level {
    pack.level(&"village".parse().unwrap()).unwrap()
}

/// Lists the criteria that changed, with the change.
fn became(new: &Pack) -> Vec<(String, Became)> {
    let old = files::pack(&files::packs().join("sulide-bawu-2022"));
    let all = editions(village(&old), village(new));
    assert!(!all.verdict);
    let differ = all.criteria.iter().filter(|it| it.1 != Became::Same);
    assert_eq!(all.again().count(), all.count(Became::Added) + all.count(Became::Changed));
    differ.map(|(id, became)| (id.to_string(), *became)).collect()
}

const SECOND: (&str, &str, &str) = ("pack.toml", "version = 1", "version = 2");

#[test]
fn words_alone_ask_nothing_again() {
    let label = ("village.toml", "zh = \"没有发生涉访违法行为\"", "zh = \"没有涉访违法行为\"");
    let title = ("village.toml", "title = \"无涉访违法行为。\"", "title = \"无涉访违法。\"");
    let new = edition(&[SECOND, label, title]);
    assert_eq!((new.version, became(&new)), (2, vec![]));
}

#[test]
fn another_threshold_another_category_and_another_way_out_ask_again() {
    let threshold =
        ("village.toml", "{ is = \"loss-yuan\", at_least = 10000 }", "{ is = \"loss-yuan\", at_least = 10001 }");
    let category = (
        "village.toml",
        "condition = { all = [{ none = \"crime\" },",
        "condition = { all = [{ none = \"crime/by-special-group\" },",
    );
    let way_out = (
        "village.toml",
        "condition = { none = \"petition/unlawful\" }",
        "condition = { none = \"petition/unlawful\" }\nmay_not_apply = true",
    );
    let changed = became(&edition(&[SECOND, threshold, category, way_out]));
    let ids: Vec<_> = changed.iter().map(|(id, became)| (id.as_str(), *became)).collect();
    assert_eq!(ids, ["village.1", "village.2", "village.8"].map(|id| (id, Became::Changed)));
}

#[test]
fn what_is_added_and_what_is_dropped() {
    let first = files::pack(&files::packs().join("sulide-bawu-2022"));
    let mut new = edition(&[SECOND]);
    let level = new.levels.iter_mut().find(|it| it.id.as_str() == "village").unwrap();
    let mut other = level.criteria.remove(2);
    other.id = "village.9".parse().unwrap();
    level.criteria.push(other);
    assert_eq!(became(&new), [("village.9".into(), Became::Added), ("village.3".into(), Became::Dropped)]);
    let back = editions(village(&new), village(&first));
    assert_eq!((back.count(Became::Added), back.count(Became::Dropped), back.count(Became::Same)), (1, 1, 7));
}

#[test]
fn another_way_to_the_verdict_is_told_without_asking_again() {
    let first = files::pack(&files::packs().join("sulide-bawu-2022"));
    let mut new = edition(&[SECOND]);
    let level = new.levels.iter_mut().find(|it| it.id.as_str() == "village").unwrap();
    level.result = ResultRule::Score;
    level.sections.push(Section {
        id: "village.all".parse().unwrap(),
        title: "八无".into(),
        clause: "四(二)".into(),
        scored: true,
    });
    let all = editions(village(&first), village(&new));
    assert!(all.verdict && all.again().next().is_none());
}

//! A type that others can name has a name of its own: whoever searches for it finds one thing.

use std::collections::BTreeMap;

use syn::{
    Ident, ItemEnum, ItemStruct, ItemTrait, ItemType, Visibility,
    visit::{self, Visit},
};

use crate::{
    source::{Source, files},
    uses::parsed,
};

/// The types that one file defines, each with whether another module can name it.
#[derive(Default)]
struct Types(Vec<(String, bool)>);

impl Types {
    fn note(&mut self, name: &Ident, visibility: &Visibility) {
        self.0.push((name.to_string(), !matches!(visibility, Visibility::Inherited)));
    }
}

impl<'ast> Visit<'ast> for Types {
    fn visit_item_struct(&mut self, it: &'ast ItemStruct) {
        self.note(&it.ident, &it.vis);
    }

    fn visit_item_enum(&mut self, it: &'ast ItemEnum) {
        self.note(&it.ident, &it.vis);
    }

    fn visit_item_type(&mut self, it: &'ast ItemType) {
        self.note(&it.ident, &it.vis);
    }

    fn visit_item_trait(&mut self, it: &'ast ItemTrait) {
        self.note(&it.ident, &it.vis);
        visit::visit_item_trait(self, it);
    }
}

/// Returns each name that a type with a visibility shares with any other type, with the files of both.
fn shared(sources: &[Source]) -> Vec<String> {
    let mut by_name: BTreeMap<String, Vec<(&str, bool)>> = BTreeMap::new();
    for source in sources {
        let mut types = Types::default();
        types.visit_file(&parsed(source));
        for (name, visible) in types.0 {
            by_name.entry(name).or_default().push((&source.path, visible));
        }
    }
    let shared = |(name, of): (String, Vec<(&str, bool)>)| {
        let paths = || of.iter().map(|(path, _)| *path).collect::<Vec<_>>().join(", ");
        (of.len() > 1 && of.iter().any(|(_, visible)| *visible)).then(|| format!("{name}: {}", paths()))
    };
    by_name.into_iter().filter_map(shared).collect()
}

/// Invariant 34.
#[test]
fn a_type_has_a_name_of_its_own() {
    let folders = ["core/src", "text/src", "app/src", "cli/src", "packs/golden/src"];
    let sources: Vec<Source> = folders.into_iter().flat_map(|it| files(it, ".rs")).collect();
    assert!(sources.len() > 300);
    let found = shared(&sources);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_shared_name_is_found() {
    let two = |first: &str, second: &str| {
        [("core/src/a.rs", first), ("app/src/b.rs", second)]
            .map(|(path, text)| Source { path: path.to_owned(), text: text.to_owned() })
    };
    for (first, second) in [
        ("pub struct Answer;", "pub(crate) enum Answer { Yes }"),
        ("struct Answer;", "pub(super) type Answer = bool;"),
        ("pub trait Answer {}", "mod inner { struct Answer; }"),
    ] {
        assert_eq!(shared(&two(first, second)), ["Answer: core/src/a.rs, app/src/b.rs"], "{first} {second}");
    }
    for (first, second) in [
        ("struct Answer;", "struct Answer;"),
        ("pub struct Answer;", "impl Reply for One { type Answer = bool; }"),
        ("pub struct Answer;", "#[cfg(test)]\nmod tests {\n    pub struct Answer;\n}"),
    ] {
        assert_eq!(shared(&two(first, second)), [""; 0], "{first} {second}");
    }
}

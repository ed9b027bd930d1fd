//! Merges several authored files into one value, and their places into the reader's.

use std::collections::{BTreeMap, btree_map::Entry};

use super::source::{AuthoredFile, AuthoredTable, Places, object};
use crate::{
    json::{Expected, MisfitReason, Path, Value, below},
    pack::file::{FORMAT, GROUPS, error::ProblemKind, reader::PackReader},
};

type Files = BTreeMap<String, String>;

/// Merges the shared catalogue: the groups of all files, joined.
pub(super) fn catalogue(reader: &mut PackReader, files: &Files) -> Value<'static> {
    let (mut groups, mut others) = (BTreeMap::<String, AuthoredTable>::new(), AuthoredTable::new());
    for (name, text) in toml_files(files) {
        let (table, places) = AuthoredFile::parse(reader, name, text, "");
        for (key, value) in table {
            let path = below("", &key);
            match value {
                Value::Object(entries) if GROUPS.contains(&key.as_str()) && !others.contains_key(&key) => {
                    let group = groups.entry(key).or_default();
                    for (id, entry) in entries {
                        let twice = ProblemKind::DuplicateId(id.to_string());
                        put(reader, &places, &path, group, (id.into_owned(), entry), twice);
                    }
                }
                _ if groups.contains_key(&key) => {
                    let place = places.get(&path).cloned().unwrap_or_default();
                    reader.problem_at::<()>(place, ProblemKind::Misfit(MisfitReason::Not(Expected::Object)));
                }
                value => put(reader, &places, "", &mut others, (key, value), ProblemKind::KeyTwice),
            }
        }
        add(reader, places);
    }
    others.extend(groups.into_iter().map(|(key, group)| (key, object(group))));
    object(others)
}

/// Merges the document: `pack.toml`, with the level files in the places where it names them and the keys of all other
/// files.
pub(super) fn pack(reader: &mut PackReader, files: &Files) -> Option<AuthoredTable> {
    let Some(text) = files.get("pack.toml") else {
        return reader.problem(Path::Whole, ProblemKind::MissingFile("pack.toml".to_owned()));
    };
    let (mut keys, places) = AuthoredFile::parse(reader, "pack.toml", text, "");
    add(reader, places);
    let mut placed = vec!["pack.toml".to_owned()];
    if let Some(Value::List(levels)) = keys.get_mut("levels") {
        place_levels(reader, levels, files, &mut placed);
    }
    for (name, text) in toml_files(files).filter(|(name, _)| !placed.iter().any(|placed| placed == name)) {
        let (table, places) = AuthoredFile::parse(reader, name, text, "");
        for more in table {
            put(reader, &places, "", &mut keys, more, ProblemKind::KeyTwice);
        }
        add(reader, places);
    }
    for key in ["format", "catalogue"] {
        if keys.remove(key).is_some() {
            reader.problem::<()>(Path::Member(&Path::Whole, key), ProblemKind::Misfit(MisfitReason::Unknown));
        }
    }
    keys.insert("format".to_owned(), Value::Number(FORMAT));
    Some(keys)
}

fn place_levels(reader: &mut PackReader, levels: &mut Vec<Value<'static>>, files: &Files, placed: &mut Vec<String>) {
    let list = Path::Member(&Path::Whole, "levels");
    for (n, level) in std::mem::take(levels).into_iter().enumerate() {
        let Some(name) = level.as_text().map(|id| format!("{id}.toml")) else {
            levels.push(level);
            continue;
        };
        let Some(text) = files.get(&name) else {
            reader.problem::<()>(Path::Element(&list, n), ProblemKind::MissingFile(name));
            continue;
        };
        // A level whose file is not there leaves no gap.
        let path = Path::Element(&list, levels.len()).pointer();
        let (table, places) = AuthoredFile::parse(reader, &name, text, &path);
        reader.places.extend(places);
        levels.push(object(table));
        placed.push(name);
    }
}

/// Adds an entry to the table at a path unless its key is taken; then notes a problem at the later one.
fn put(
    reader: &mut PackReader,
    places: &Places,
    path: &str,
    table: &mut AuthoredTable,
    (key, value): (String, Value<'static>),
    taken: ProblemKind,
) {
    match table.entry(key) {
        Entry::Vacant(free) => drop(free.insert(value)),
        Entry::Occupied(first) => {
            let place = places.get(&below(path, first.key())).cloned().unwrap_or_default();
            reader.problem_at(place, taken).unwrap_or_default()
        }
    }
}

/// Adds the places of another file; where one is taken, the first stays.
fn add(reader: &mut PackReader, places: Places) {
    for (path, place) in places {
        reader.places.entry(path).or_insert(place);
    }
}

fn toml_files(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let names = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    names.filter(|(name, _)| name.ends_with(".toml") && !name.contains('/'))
}

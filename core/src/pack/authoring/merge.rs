//! Merges several authored files into one tree.

use std::collections::{BTreeMap, btree_map::Entry};

use super::source::Source;
use crate::pack::file::{
    FORMAT, GROUPS,
    error::{Kind, Place},
    node::{Node, Value},
    reader::Reader,
};

type Files = BTreeMap<String, String>;
type Table = BTreeMap<String, Node>;

/// Merges the shared catalogue: the groups of all files, joined.
pub(super) fn catalogue(reader: &mut Reader, files: &Files) -> Node {
    let mut groups = Table::new();
    for (name, text) in toml_files(files) {
        let Value::Table(found) = (Source { name, text }).parse(reader, "").value else { continue };
        for (key, group) in found {
            match groups.get_mut(&key) {
                Some(first) if GROUPS.contains(&key.as_str()) => join(reader, first, group),
                Some(_) => reader.problem(&group.place, Kind::KeyTwice).unwrap_or_default(),
                None => groups.extend([(key, group)]),
            }
        }
    }
    Node { place: Place::default(), value: Value::Table(groups) }
}

fn join(reader: &mut Reader, first: &mut Node, second: Node) {
    let (Value::Table(first), Value::Table(second)) = (&mut first.value, second.value) else {
        return reader.problem(&second.place, Kind::WrongType("a table")).unwrap_or_default();
    };
    for (key, entry) in second {
        put(reader, first, key, entry, Kind::DuplicateId);
    }
}

/// Merges the document: `pack.toml`, with the level files in the places where it names them and the keys of all other
/// files.
pub(super) fn pack(reader: &mut Reader, files: &Files) -> Option<Node> {
    let Some(text) = files.get("pack.toml") else {
        return reader.problem(&Place::default(), Kind::MissingFile("pack.toml".to_owned()));
    };
    let mut root = Source { name: "pack.toml", text }.parse(reader, "");
    let Value::Table(keys) = &mut root.value else { return None };
    let mut placed = vec!["pack.toml".to_owned()];
    if let Some(levels) = keys.get_mut("levels") {
        place_levels(reader, levels, files, &mut placed);
    }
    for (name, text) in toml_files(files).filter(|(name, _)| !placed.iter().any(|placed| placed == name)) {
        let Value::Table(more) = (Source { name, text }).parse(reader, "").value else { continue };
        for (key, node) in more {
            put(reader, keys, key, node, |_| Kind::KeyTwice);
        }
    }
    for key in ["format", "catalogue"] {
        if let Some(node) = keys.remove(key) {
            reader.problem::<()>(&node.place, Kind::UnknownKey);
        }
    }
    keys.insert("format".to_owned(), Node { place: Place::default(), value: Value::Whole(FORMAT) });
    Some(root)
}

fn place_levels(reader: &mut Reader, levels: &mut Node, files: &Files, placed: &mut Vec<String>) {
    let Value::List(items) = &mut levels.value else { return };
    items.retain_mut(|item| {
        let Some(name) = item.text().map(|id| format!("{id}.toml")) else { return true };
        let Some(text) = files.get(&name) else {
            reader.problem::<()>(&item.place, Kind::MissingFile(name));
            return false;
        };
        *item = (Source { name: &name, text }).parse(reader, &item.place.path);
        placed.push(name);
        true
    });
}

/// Adds an entry unless its key is taken; then notes a problem at the later one.
fn put(reader: &mut Reader, map: &mut Table, key: String, node: Node, taken: impl FnOnce(String) -> Kind) {
    match map.entry(key) {
        Entry::Vacant(free) => drop(free.insert(node)),
        Entry::Occupied(first) => reader.problem(&node.place, taken(first.key().clone())).unwrap_or_default(),
    }
}

fn toml_files(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let names = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    names.filter(|(name, _)| name.ends_with(".toml") && !name.contains('/'))
}

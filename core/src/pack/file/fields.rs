//! Reads the keys of one table by name, and reports those that are left over.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    error::Kind,
    node::{Node, Value},
    reader::Reader,
};

/// A table that is being read.
pub(crate) struct Fields<'r, 'n> {
    pub(crate) reader: &'r mut Reader,
    node: &'n Node,
    map: &'n BTreeMap<String, Node>,
    asked: BTreeSet<&'static str>,
    skipped: bool,
}

impl Reader {
    /// Reads a table; keys for which `read` did not ask are problems.
    pub(crate) fn table<T>(&mut self, node: &Node, read: impl FnOnce(&mut Fields<'_, '_>) -> Option<T>) -> Option<T> {
        let Value::Table(map) = &node.value else { return self.problem(&node.place, Kind::WrongType("a table")) };
        let mut fields = Fields { reader: self, node, map, asked: BTreeSet::new(), skipped: false };
        let value = read(&mut fields);
        let (asked, skipped) = (fields.asked, fields.skipped);
        for (_, left) in map.iter().filter(|(key, _)| !skipped && !asked.contains(key.as_str())) {
            self.problem::<()>(&left.place, Kind::UnknownKey);
        }
        value
    }
}

impl Fields<'_, '_> {
    /// Reads the value of a key that must be there.
    pub(crate) fn need<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Reader, &Node) -> Option<T>,
    ) -> Option<T> {
        if !self.map.contains_key(key) {
            return self.reader.problem(&self.node.place_of(key), Kind::MissingKey(key));
        }
        self.maybe(key, read)
    }

    /// Reads the value of a key that may be left out.
    pub(crate) fn maybe<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Reader, &Node) -> Option<T>,
    ) -> Option<T> {
        self.asked.insert(key);
        read(self.reader, self.map.get(key)?)
    }

    /// Reads the entries of a list that may be left out.
    pub(crate) fn list<T>(&mut self, key: &'static str, each: impl Fn(&mut Reader, &Node) -> Option<T>) -> Vec<T> {
        self.maybe(key, |reader, node| reader.list(node, each)).unwrap_or_default()
    }

    /// Reads the entries of a list that must have one.
    pub(crate) fn some<T>(
        &mut self,
        key: &'static str,
        each: impl Fn(&mut Reader, &Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.need(key, |reader, node| reader.some(node, each))
    }

    /// Reads a flag that is `false` where it is left out.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        self.maybe(key, Reader::flag).unwrap_or_default()
    }

    /// Accepts the keys that were not asked for: their meaning is unclear, and that is reported already.
    pub(crate) fn skip(&mut self) {
        self.skipped = true;
    }

    /// Returns the table itself.
    pub(crate) fn node(&self) -> &Node {
        self.node
    }
}

//! Reads single values, collects the problems of one pack, and keeps the ids that it declares.

use std::{
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
};

use super::{
    error::{Kind, PackError, PackErrors, Place, What},
    node::{Node, Value},
};
use crate::{
    days::Day,
    id::{AttributeId, IndicatorId},
    pack::{Attribute, Indicator, ReferenceKind, Words},
};

/// The most characters of one text.
const MAX_TEXT: usize = 2_000;
/// The most entries of one list or table.
const MAX_ENTRIES: usize = 2_000;

/// The state of one reading.
#[derive(Default)]
pub(crate) struct Reader {
    problems: PackErrors,
    pub(crate) indicators: BTreeMap<IndicatorId, Indicator>,
    pub(crate) attributes: BTreeMap<AttributeId, Attribute>,
    /// Ids that stand somewhere in the pack, however faulty the rest of their entry.
    pub(crate) declared: BTreeSet<(What, String)>,
    /// Forms with the levels that fill them.
    pub(crate) forms: BTreeMap<String, String>,
    /// References by id, with their kinds where they can be read.
    pub(crate) references: BTreeMap<String, ReferenceKind>,
    /// Ids of the sections of the level that is being read; where there are any, every criterion names one.
    pub(crate) sections: BTreeSet<String>,
    /// Awards with those that they require.
    pub(crate) required: BTreeMap<String, String>,
    /// Levels with their kinds of unit.
    pub(crate) units: BTreeMap<String, String>,
    /// Readings that something rests on.
    pub(crate) used: BTreeSet<String>,
    claimed: BTreeSet<(What, String)>,
}

impl Reader {
    /// Returns the value that was read, or all problems where there are any.
    pub(crate) fn finish<T>(mut self, read: Option<T>) -> Result<T, PackErrors> {
        self.problems.sort();
        self.problems.dedup();
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => Err(self.problems),
        }
    }

    /// Notes a problem and returns `None`.
    pub(crate) fn problem<T>(&mut self, place: &Place, kind: Kind) -> Option<T> {
        self.problems.push(PackError { place: place.clone(), kind });
        None
    }

    /// Notes a problem unless `fine`.
    pub(crate) fn check(&mut self, fine: bool, node: &Node, kind: impl FnOnce() -> Kind) -> Option<()> {
        if fine { Some(()) } else { self.problem(&node.place, kind()) }
    }

    /// Claims an id among those of its kind, and notes a problem where it is claimed already. Notes of every sort share
    /// one kind.
    pub(crate) fn claim(&mut self, what: What, id: &impl ToString, node: &Node) {
        let fresh = self.claimed.insert((what, id.to_string()));
        self.check(fresh, node, || Kind::DuplicateId(id.to_string()));
    }

    /// Reads an id of something that this pack declares.
    pub(crate) fn known<T: FromStr + ToString>(&mut self, what: What, node: &Node) -> Option<T> {
        let id = self.id::<T>(node)?;
        let known = self.declared.contains(&(what, id.to_string()));
        self.check(known, node, || Kind::Unknown(what, id.to_string()))?;
        if what == What::Reading {
            self.used.insert(id.to_string());
        }
        Some(id)
    }

    /// Reads an id.
    pub(crate) fn id<T: FromStr>(&mut self, node: &Node) -> Option<T> {
        let text = self.text(node)?;
        text.parse().ok().or_else(|| self.problem(&node.place, Kind::BadId))
    }

    /// Reads a text of at least one character.
    pub(crate) fn text(&mut self, node: &Node) -> Option<String> {
        let text = self.cell(node)?;
        self.check(!text.is_empty(), node, || Kind::EmptyText)?;
        Some(text)
    }

    /// Reads a text that may be empty: a cell of a printed table.
    pub(crate) fn cell(&mut self, node: &Node) -> Option<String> {
        let Some(text) = node.text() else { return self.problem(&node.place, Kind::WrongType("a text")) };
        self.check(text.chars().count() <= MAX_TEXT, node, || Kind::TooLarge { limit: MAX_TEXT })?;
        let plain = text.trim() == text && !text.chars().any(char::is_control);
        self.check(plain, node, || Kind::BadText)?;
        Some(text.to_owned())
    }

    /// Reads words in both languages.
    pub(crate) fn words(&mut self, node: &Node) -> Option<Words> {
        self.table(node, |f| {
            let (zh, en) = (f.need("zh", Self::text), f.need("en", Self::text));
            Some(Words { zh: zh?, en: en? })
        })
    }

    /// Reads a whole number in a range, both ends included.
    pub(crate) fn whole(&mut self, node: &Node, least: i64, most: i64) -> Option<i64> {
        let Value::Whole(number) = node.value else {
            return self.problem(&node.place, Kind::WrongType("a whole number"));
        };
        self.check((least..=most).contains(&number), node, || Kind::OutOfRange { least, most })?;
        Some(number)
    }

    /// Reads a flag.
    pub(crate) fn flag(&mut self, node: &Node) -> Option<bool> {
        match node.value {
            Value::Flag(flag) => Some(flag),
            _ => self.problem(&node.place, Kind::WrongType("true or false")),
        }
    }

    /// Reads a day, `2022-03-15`.
    pub(crate) fn day(&mut self, node: &Node) -> Option<Day> {
        let text = self.text(node)?;
        let day = text.parse::<Day>().ok().filter(|day| day.to_string() == text);
        day.or_else(|| self.problem(&node.place, Kind::BadDay))
    }

    /// Reads one of some words, and returns the value at its place.
    pub(crate) fn word<T: Copy>(&mut self, node: &Node, known: &'static [&'static str], values: &[T]) -> Option<T> {
        let text = self.text(node)?;
        let found = known.iter().zip(values).find(|(word, _)| **word == text);
        found.map(|(_, value)| *value).or_else(|| self.problem(&node.place, Kind::UnknownWord(known)))
    }

    /// Reads the entries of a list; faulty ones are left out after their problems are noted.
    pub(crate) fn list<T>(&mut self, node: &Node, each: impl Fn(&mut Self, &Node) -> Option<T>) -> Option<Vec<T>> {
        let Value::List(items) = &node.value else { return self.problem(&node.place, Kind::WrongType("a list")) };
        self.check(items.len() <= MAX_ENTRIES, node, || Kind::TooLarge { limit: MAX_ENTRIES })?;
        Some(items.iter().filter_map(|item| each(self, item)).collect())
    }

    /// Reads a list with at least one entry.
    pub(crate) fn some<T>(&mut self, node: &Node, each: impl Fn(&mut Self, &Node) -> Option<T>) -> Option<Vec<T>> {
        let empty = matches!(&node.value, Value::List(items) if items.is_empty());
        self.check(!empty, node, || Kind::EmptyList)?;
        self.list(node, each)
    }

    /// Reads the entries of a table whose keys are ids.
    pub(crate) fn entries<K: FromStr + Ord, T>(
        &mut self,
        node: &Node,
        each: impl Fn(&mut Self, &Node) -> Option<T>,
    ) -> Option<BTreeMap<K, T>> {
        let Value::Table(map) = &node.value else { return self.problem(&node.place, Kind::WrongType("a table")) };
        self.check(map.len() <= MAX_ENTRIES, node, || Kind::TooLarge { limit: MAX_ENTRIES })?;
        let mut entries = BTreeMap::new();
        for (key, item) in map {
            let read = each(self, item);
            match key.parse() {
                Ok(key) => entries.extend(read.map(|read| (key, read))),
                Err(_) => self.problem(&item.place, Kind::BadId).unwrap_or_default(),
            }
        }
        Some(entries)
    }
}

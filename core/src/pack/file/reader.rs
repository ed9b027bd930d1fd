//! Reads what only packs have, collects the problems of one pack, and keeps the ids that it declares.

use std::{
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
};

use super::error::{PackError, PackErrors, PackPlace, ProblemKind, UnknownId};
use crate::{
    days::Day,
    id::{AttributeId, IndicatorId},
    json::{Expected, Fields, MisfitReason, Node, Path, Reader, Value},
    moment,
    pack::{Attribute, Indicator, ReferenceKind, Words},
    printable,
};

/// The most characters of one text.
const MAX_TEXT: usize = 2_000;
/// The most characters of a path that is told: a key in it can be as long as its file.
const LONGEST_PATH: usize = 400;
/// The most entries of one list or table.
pub(crate) const MAX_ENTRIES: usize = 2_000;

/// The state of one reading.
#[derive(Default)]
pub(crate) struct PackReader {
    pub(crate) problems: PackErrors,
    /// Where the values of authored files stand, by their JSON Pointers; empty for a compiled pack.
    pub(crate) places: BTreeMap<String, PackPlace>,
    pub(crate) indicators: BTreeMap<IndicatorId, Indicator>,
    pub(crate) attributes: BTreeMap<AttributeId, Attribute>,
    /// Ids that stand somewhere in the pack, however faulty the rest of their entry.
    pub(crate) declared: BTreeSet<(UnknownId, String)>,
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
    claimed: BTreeSet<(UnknownId, String)>,
}

impl Reader for PackReader {
    fn misfit<T>(&mut self, at: Path<'_>, why: MisfitReason) -> Option<T> {
        self.problem(at, ProblemKind::Misfit(why))
    }
}

impl PackReader {
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
    pub(crate) fn problem<T>(&mut self, at: Path<'_>, kind: ProblemKind) -> Option<T> {
        let path = at.pointer();
        let above = std::iter::successors(Some(path.as_str()), |at| at.rsplit_once('/').map(|(above, _)| above));
        let place = above.filter_map(|at| self.places.get(at)).next().cloned().unwrap_or_default();
        self.problem_at(PackPlace { path: shortened(path), ..place }, kind)
    }

    /// Notes a problem at a place that is known already, and returns `None`.
    pub(crate) fn problem_at<T>(&mut self, place: PackPlace, kind: ProblemKind) -> Option<T> {
        self.problems.push(PackError { place, kind });
        None
    }

    /// Notes a problem unless `fine`.
    pub(crate) fn check(&mut self, fine: bool, node: Node<'_>, kind: impl FnOnce() -> ProblemKind) -> Option<()> {
        if fine { Some(()) } else { self.problem(node.at, kind()) }
    }

    /// Claims an id among those of its kind, and notes a problem where it is claimed already. Notes of every sort share
    /// one kind.
    pub(crate) fn claim(&mut self, what: UnknownId, id: &impl ToString, node: Node<'_>) {
        let fresh = self.claimed.insert((what, id.to_string()));
        self.check(fresh, node, || ProblemKind::DuplicateId(id.to_string()));
    }

    /// Reads an id of something that this pack declares.
    pub(crate) fn known<T: FromStr + ToString>(&mut self, what: UnknownId, node: Node<'_>) -> Option<T> {
        let id = self.id::<T>(node)?;
        let known = self.declared.contains(&(what, id.to_string()));
        self.check(known, node, || ProblemKind::Unknown(what, id.to_string()))?;
        if what == UnknownId::Reading {
            self.used.insert(id.to_string());
        }
        Some(id)
    }

    /// Reads an id.
    pub(crate) fn id<T: FromStr>(&mut self, node: Node<'_>) -> Option<T> {
        let text = self.text(node)?;
        text.parse().ok().or_else(|| self.not(node, Expected::Id))
    }

    /// Reads a text of at least one character.
    pub(crate) fn text(&mut self, node: Node<'_>) -> Option<String> {
        let text = self.cell(node)?;
        if text.is_empty() { self.not(node, Expected::Saying) } else { Some(text) }
    }

    /// Reads a text that may be empty: a cell of a printed table.
    pub(crate) fn cell(&mut self, node: Node<'_>) -> Option<String> {
        let text = self.text_within(node, MAX_TEXT)?;
        let plain = text.trim() == text && printable::is_line(&text);
        if plain { Some(text) } else { self.not(node, Expected::Line) }
    }

    /// Reads words in both languages.
    pub(crate) fn words(&mut self, node: Node<'_>) -> Option<Words> {
        self.object(node, |f| {
            let (zh, en) = (f.need("zh", Self::text), f.need("en", Self::text));
            Some(Words { zh: zh?, en: en? })
        })
    }

    /// Reads the day of a text that is fit for a pack.
    pub(crate) fn date(&mut self, node: Node<'_>) -> Option<Day> {
        let text = self.text(node)?;
        moment::day(&text).or_else(|| self.not(node, Expected::Day))
    }

    /// Reads one of some words, and returns the value at its place.
    pub(crate) fn word<T: Copy>(&mut self, node: Node<'_>, known: &'static [&'static str], values: &[T]) -> Option<T> {
        let text = self.text(node)?;
        let found = known.iter().zip(values).find(|(word, _)| **word == text);
        found.map(|(_, value)| *value).or_else(|| self.problem(node.at, ProblemKind::UnknownWord(known)))
    }
}

/// Cuts a path that is longer than those of the format.
fn shortened(mut path: String) -> String {
    if let Some((end, _)) = path.char_indices().nth(LONGEST_PATH) {
        path.truncate(end);
        path.push('…');
    }
    path
}

impl Fields<'_, PackReader> {
    /// Notes a problem of a member, there or not, and returns `None`.
    pub(crate) fn problem<T>(&mut self, name: &str, kind: ProblemKind) -> Option<T> {
        self.reader.problem(Path::Member(&self.node.at, name), kind)
    }

    /// Reads the value of a key that may be left out.
    pub(crate) fn maybe<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut PackReader, Node<'_>) -> Option<T>,
    ) -> Option<T> {
        self.optional(name, read).flatten()
    }

    /// Reads the entries of a list that may be left out; faulty ones are left out after their problems are noted.
    pub(crate) fn any<T>(&mut self, name: &str, each: impl FnMut(&mut PackReader, Node<'_>) -> Option<T>) -> Vec<T> {
        self.maybe(name, |reader, node| reader.list(node, MAX_ENTRIES, each)).unwrap_or_default()
    }

    /// Reads the entries of a list that must have one; faulty ones are left out after their problems are noted.
    pub(crate) fn some<T>(
        &mut self,
        name: &str,
        each: impl FnMut(&mut PackReader, Node<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.need(name, |reader, node| match node.value {
            Value::List(items) if items.is_empty() => reader.not(node, Expected::Elements),
            _ => reader.list(node, MAX_ENTRIES, each),
        })
    }
}

//! Takes an object apart member by member.

use std::collections::{BTreeMap, BTreeSet};

use super::{Expected, Members, MisfitReason, Misfits, Named, Node, Path, Reader, Value};
use crate::days::Day;

/// Reads an object whole: every member fits, and none is left over.
pub(crate) fn whole<T>(value: &Value<'_>, read: impl FnOnce(&mut Fields<'_>) -> Option<T>) -> Result<T, Misfits> {
    let mut misfits = Misfits::new();
    let content = misfits.object(Node::whole(value), read);
    content.filter(|_| misfits.is_empty()).ok_or(misfits)
}

/// An object that is being taken apart. Every accessor notes what does not fit and then returns `None`.
pub(crate) struct Fields<'m, R = Misfits> {
    /// The object itself.
    pub(crate) node: Node<'m>,
    /// What reads it.
    pub(crate) reader: &'m mut R,
    left: Vec<(&'m str, &'m Value<'m>)>,
    skipped: bool,
}

impl<'m, R: Reader> Fields<'m, R> {
    /// Takes an object apart with `read`, then notes every member that was not taken as unknown.
    pub(super) fn read<T>(
        reader: &'m mut R,
        node: Node<'m>,
        members: &'m Members<'m>,
        read: impl FnOnce(&mut Fields<'_, R>) -> Option<T>,
    ) -> Option<T> {
        let mut fields = Fields { node, reader, left: members.iter().collect(), skipped: false };
        let value = read(&mut fields);
        let unknown = if fields.skipped { Vec::new() } else { std::mem::take(&mut fields.left) };
        for (name, _) in unknown {
            fields.note::<()>(name, MisfitReason::Unknown);
        }
        value
    }

    /// Notes that a member does not fit, there or not.
    pub(crate) fn note<T>(&mut self, name: &str, why: MisfitReason) -> Option<T> {
        self.reader.misfit(Path::Member(&self.node.at, name), why)
    }

    /// Tells whether a member is there that was not taken yet.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.left.iter().any(|member| member.0 == name)
    }

    /// Accepts the members that were not taken: what they mean is unclear, and that is noted already.
    pub(crate) fn skip(&mut self) {
        self.skipped = true;
    }

    /// Takes a member that has to be there. Objects of formats are small: scanning from the first is faster than a
    /// binary search.
    pub(crate) fn need<T>(&mut self, name: &str, read: impl FnOnce(&mut R, Node<'_>) -> Option<T>) -> Option<T> {
        match self.left.iter().position(|member| member.0 == name) {
            Some(at) => {
                let (_, value) = self.left.remove(at);
                read(self.reader, Node { value, at: Path::Member(&self.node.at, name) })
            }
            None => self.note(name, MisfitReason::Missing),
        }
    }

    /// Takes a member that may be left out; returns `Some(None)` where it is, which is no misfit.
    pub(crate) fn optional<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut R, Node<'_>) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.has(name) { self.need(name, read).map(Some) } else { Some(None) }
    }

    pub(crate) fn object<T>(&mut self, name: &str, read: impl FnOnce(&mut Fields<'_, R>) -> Option<T>) -> Option<T> {
        self.need(name, |reader, node| reader.object(node, read))
    }

    pub(crate) fn text(&mut self, name: &str, longest: usize) -> Option<String> {
        self.need(name, |reader, node| reader.text_within(node, longest))
    }

    pub(crate) fn integer(&mut self, name: &str) -> Option<i64> {
        self.need(name, R::integer)
    }

    /// Takes an integer from `least` to 2^32 − 1.
    pub(crate) fn small(&mut self, name: &str, least: u32) -> Option<u32> {
        let number = self.need(name, |reader, node| reader.whole(node, least.into(), u32::MAX.into()))?;
        u32::try_from(number).ok()
    }

    pub(crate) fn bool(&mut self, name: &str) -> Option<bool> {
        self.need(name, R::bool)
    }

    /// Takes a member that is `true` or absent, so that there is one way to write each answer.
    pub(crate) fn flag(&mut self, name: &str) -> Option<bool> {
        let only = |reader: &mut R, node: Node<'_>| match node.value {
            Value::Bool(true) => Some(()),
            _ => reader.not(node, Expected::True),
        };
        self.optional(name, only).map(|found| found.is_some())
    }

    pub(crate) fn named<T: Named>(&mut self, name: &str) -> Option<T> {
        self.need(name, R::named)
    }

    pub(crate) fn day(&mut self, name: &str) -> Option<Day> {
        self.need(name, R::day)
    }

    /// Takes a word of the format.
    pub(crate) fn word<T>(&mut self, name: &str, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.need(name, |reader, node| {
            node.value.as_text().and_then(meaning).or_else(|| reader.not(node, Expected::Word))
        })
    }

    /// Takes a list of at most `most` elements. Returns `None` where one does not fit.
    pub(crate) fn list<T>(
        &mut self,
        name: &str,
        most: usize,
        each: impl FnMut(&mut R, Node<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.need(name, |reader, node| {
            let fit = reader.list(node, most, each)?;
            (fit.len() == node.items().len()).then_some(fit)
        })
    }

    /// Takes a list of at most `most` objects. Returns `None` where one does not fit.
    pub(crate) fn objects<T>(
        &mut self,
        name: &str,
        most: usize,
        read: impl Fn(&mut Fields<'_, R>) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.list(name, most, |reader, node| reader.object(node, &read))
    }

    /// Returns the elements of a list that was taken, or notes that two of them have the same key.
    pub(crate) fn distinct<T, K: Ord>(&mut self, name: &str, list: Vec<T>, key: impl Fn(&T) -> K) -> Option<Vec<T>> {
        let keys: BTreeSet<K> = list.iter().map(key).collect();
        if keys.len() == list.len() { Some(list) } else { self.note(name, MisfitReason::Not(Expected::Distinct)) }
    }

    /// Returns the elements of a list that was taken, or notes that they are not in the order of their keys, each once.
    pub(crate) fn ordered<T, K: Ord>(&mut self, name: &str, list: Vec<T>, key: impl Fn(&T) -> K) -> Option<Vec<T>> {
        if list.is_sorted_by(|a, b| key(a) < key(b)) {
            return Some(list);
        }
        self.distinct(name, list, key)?;
        self.note(name, MisfitReason::Not(Expected::Ordered))
    }

    /// Takes the members of an object whose names are data. Returns `None` where one does not fit.
    pub(crate) fn entries<K: Named + Ord, T>(
        &mut self,
        name: &str,
        each: impl FnMut(&mut R, Node<'_>) -> Option<T>,
    ) -> Option<BTreeMap<K, T>> {
        self.need(name, |reader, node| {
            let fit = reader.entries(node, usize::MAX, each)?;
            (fit.len() == node.members().count()).then_some(fit)
        })
    }
}

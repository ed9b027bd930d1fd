//! Reads single values at their places, and notes every one that does not fit.

use std::{collections::BTreeMap, str::FromStr};

use super::{Expected, Fields, Misfit, MisfitReason, Node, Path, Value};
use crate::{
    bundle::{Recipient, Thumbprint},
    days::Day,
    id::{AttributeId, Digest, IncidentId, IndicatorId, LevelId, NoteId, OfficeId, PackId, RuleId, UnitCode},
    moment::{self, Moment},
    period::Period,
    printable,
};

/// The misfits found so far, in the order of reading.
pub(crate) type Misfits = Vec<Misfit>;

impl Reader for Misfits {
    fn misfit<T>(&mut self, at: Path<'_>, why: MisfitReason) -> Option<T> {
        self.push(Misfit { at: at.to_string(), why });
        None
    }
}

/// A type that is parsed from text.
pub(crate) trait Named: FromStr {
    /// The misfit that is noted when the text cannot be parsed.
    const EXPECTED: Expected;
}

macro_rules! named {
    ($($name:ty => $expected:ident),* $(,)?) => {
        $(impl Named for $name { const EXPECTED: Expected = Expected::$expected; })*
    };
}

named!(
    PackId => Id, LevelId => Id, RuleId => Id, IndicatorId => Id, AttributeId => Id, OfficeId => Id,
    NoteId => Id, UnitCode => UnitCode, Digest => Digest, Thumbprint => Thumbprint, IncidentId => IncidentId, Period => Period,
    Moment => Moment, Recipient => Recipient,
);

/// What reads values and keeps what does not fit. Every method notes that and then returns `None`.
pub(crate) trait Reader: Sized {
    /// Notes that the value at a place does not fit, and returns `None`.
    fn misfit<T>(&mut self, at: Path<'_>, why: MisfitReason) -> Option<T>;

    /// Notes that a value is not what the format asks for, and returns `None`.
    fn not<T>(&mut self, node: Node<'_>, expected: Expected) -> Option<T> {
        self.misfit(node.at, MisfitReason::Not(expected))
    }

    /// Reads an object; members for which `read` did not ask are misfits.
    fn object<T>(&mut self, node: Node<'_>, read: impl FnOnce(&mut Fields<'_, Self>) -> Option<T>) -> Option<T> {
        let Value::Object(members) = node.value else { return self.not(node, Expected::Object) };
        Fields::read(self, node, members, read)
    }

    /// Reads a text of at most so many characters.
    fn text_within(&mut self, node: Node<'_>, longest: usize) -> Option<String> {
        match node.value {
            Value::Text(text) if text.chars().count() > longest => self.misfit(node.at, MisfitReason::TooLong(longest)),
            Value::Text(text) => Some(text.to_string()),
            _ => self.not(node, Expected::Text),
        }
    }

    /// Reads a text that is shown on one line.
    fn line_within(&mut self, node: Node<'_>, longest: usize) -> Option<String> {
        let text = self.text_within(node, longest)?;
        if printable::is_line(&text) { Some(text) } else { self.not(node, Expected::Line) }
    }

    /// Reads a text that may have several lines.
    fn lines_within(&mut self, node: Node<'_>, longest: usize) -> Option<String> {
        let text = self.text_within(node, longest)?;
        if printable::is_lines(&text) { Some(text) } else { self.not(node, Expected::Line) }
    }

    /// Reads an integer.
    fn integer(&mut self, node: Node<'_>) -> Option<i64> {
        if let Value::Number(number) = node.value { Some(*number) } else { self.not(node, Expected::Integer) }
    }

    /// Reads an integer in a range, both ends included.
    fn whole(&mut self, node: Node<'_>, least: i64, most: i64) -> Option<i64> {
        let number = self.integer(node)?;
        if (least..=most).contains(&number) {
            Some(number)
        } else {
            self.misfit(node.at, MisfitReason::OutOfRange(least, most))
        }
    }

    /// Reads a truth value.
    fn bool(&mut self, node: Node<'_>) -> Option<bool> {
        if let Value::Bool(value) = node.value { Some(*value) } else { self.not(node, Expected::Bool) }
    }

    /// Reads what is parsed from text.
    fn named<T: Named>(&mut self, node: Node<'_>) -> Option<T> {
        node.value.as_text().and_then(|text| text.parse().ok()).or_else(|| self.not(node, T::EXPECTED))
    }

    /// Reads a day.
    fn day(&mut self, node: Node<'_>) -> Option<Day> {
        node.value.as_text().and_then(moment::day).or_else(|| self.not(node, Expected::Day))
    }

    /// Reads a list of at most so many elements; those that do not fit are left out.
    fn list<T>(
        &mut self,
        node: Node<'_>,
        most: usize,
        mut each: impl FnMut(&mut Self, Node<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        match node.value {
            Value::List(items) if items.len() > most => self.misfit(node.at, MisfitReason::TooMany(most)),
            Value::List(items) => {
                let mut fit = Vec::with_capacity(items.len());
                fit.extend(node.items().filter_map(|item| each(self, item)));
                Some(fit)
            }
            _ => self.not(node, Expected::List),
        }
    }

    /// Reads an object of at most so many members whose names are data; those that do not fit are left out.
    fn entries<K: Named + Ord, T>(
        &mut self,
        node: Node<'_>,
        most: usize,
        mut each: impl FnMut(&mut Self, Node<'_>) -> Option<T>,
    ) -> Option<BTreeMap<K, T>> {
        match node.value {
            Value::Object(members) if members.iter().count() > most => {
                self.misfit(node.at, MisfitReason::TooMany(most))
            }
            Value::Object(_) => {
                let mut entry = |(name, item): (&str, Node<'_>)| {
                    let key = name.parse().ok().or_else(|| self.not(item, K::EXPECTED));
                    key.zip(each(self, item))
                };
                Some(node.members().filter_map(&mut entry).collect())
            }
            _ => self.not(node, Expected::Object),
        }
    }
}

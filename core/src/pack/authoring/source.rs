//! Parses TOML text into JSON, and keeps where each value stands.

use std::{borrow::Cow, collections::BTreeMap};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    json::{Value, below},
    pack::file::{
        error::{PackPlace, ProblemKind},
        reader::PackReader,
    },
};

/// The values of a table by their keys.
pub(super) type AuthoredTable = BTreeMap<String, Value<'static>>;

/// Where the values of a file stand, by their JSON Pointers.
pub(super) type Places = BTreeMap<String, PackPlace>;

/// One authored file.
pub(super) struct AuthoredFile<'a> {
    name: &'a str,
    lines: Lines<'a>,
    places: Places,
}

/// A text that is asked for the line and the character of many places: each takes time that does not grow with what
/// stands before it.
struct Lines<'a> {
    text: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
    /// The number of characters before every [`STEP`]th byte.
    before: Vec<usize>,
}

/// The bytes between two places of which the characters before them are kept.
const STEP: usize = 1 << 10;

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut before = vec![0];
        for step in text.as_bytes().chunks(STEP) {
            before.push(before.last().copied().unwrap_or_default() + characters(step));
        }
        Self { text, starts, before }
    }

    /// Returns the line and the character of a place, both from 1.
    fn place(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or_default();
        (line, self.before(offset) - self.before(start) + 1)
    }

    fn before(&self, offset: usize) -> usize {
        let (step, from) = (offset / STEP, offset / STEP * STEP);
        let rest = self.text.as_bytes().get(from..offset).unwrap_or_default();
        self.before.get(step).copied().unwrap_or_default() + characters(rest)
    }
}

/// Counts the characters that begin in some bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

impl AuthoredFile<'_> {
    /// Parses the file's table, its entries below the pointer `path`. Notes every syntax error; the table holds what
    /// could be read beside them.
    pub(super) fn parse(reader: &mut PackReader, name: &str, text: &str, path: &str) -> (AuthoredTable, Places) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut source = AuthoredFile { name, lines: Lines::of(text), places: Places::new() };
        for error in &errors {
            let place = source.place(error.span().map_or(0, |span| span.start), path);
            reader.problem_at::<()>(place, ProblemKind::Syntax(error.message().to_owned()));
        }
        source.keep(0, path);
        let table = source.entries(table.get_ref(), path);
        (table, source.places)
    }

    fn entries(&mut self, table: &DeTable<'_>, path: &str) -> AuthoredTable {
        table
            .iter()
            .map(|(key, value)| (key.get_ref().to_string(), self.value(value, &below(path, key.get_ref()))))
            .collect()
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, path: &str) -> Value<'static> {
        self.keep(value.span().start, path);
        match value.get_ref() {
            DeValue::String(text) => Value::text(text),
            DeValue::Integer(number) => {
                // Beyond 64 bits is beyond every range.
                let bound = if number.as_str().starts_with('-') { i64::MIN } else { i64::MAX };
                Value::Number(i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(bound))
            }
            // No pack has numbers that are not whole, and null in no place.
            DeValue::Float(_) => Value::Null,
            DeValue::Boolean(flag) => Value::Bool(*flag),
            DeValue::Datetime(day) => Value::text(day),
            DeValue::Array(items) => {
                let item = |(n, item): (usize, &Spanned<_>)| self.value(item, &below(path, &n.to_string()));
                Value::List(items.iter().enumerate().map(item).collect())
            }
            DeValue::Table(table) => object(self.entries(table, path)),
        }
    }

    fn keep(&mut self, offset: usize, path: &str) {
        self.places.insert(path.to_owned(), self.place(offset, path));
    }

    fn place(&self, offset: usize, path: &str) -> PackPlace {
        let (line, column) = self.lines.place(offset);
        PackPlace { file: self.name.to_owned(), line, column, path: path.to_owned() }
    }
}

/// Turns a table into JSON.
pub(super) fn object(table: AuthoredTable) -> Value<'static> {
    Value::Object(table.into_iter().map(|(key, value)| (Cow::Owned(key), value)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_characters_are_counted_from_any_place() {
        let text = format!("a = 1\n\n键 = \"{}\"\nb = 2", "长".repeat(2_000));
        let lines = Lines::of(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..at];
            let start = before.rfind('\n').map_or(0, |newline| newline + 1);
            let expected = (before.matches('\n').count() + 1, before[start..].chars().count() + 1);
            assert_eq!(lines.place(at), expected, "{at}");
        }
    }
}

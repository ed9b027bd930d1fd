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
    text: &'a str,
    places: Places,
}

impl AuthoredFile<'_> {
    /// Parses the file's table, its entries below the pointer `path`. Notes every syntax error; the table holds what
    /// could be read beside them.
    pub(super) fn parse(reader: &mut PackReader, name: &str, text: &str, path: &str) -> (AuthoredTable, Places) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut source = AuthoredFile { name, text, places: Places::new() };
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
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        PackPlace {
            file: self.name.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            path: path.to_owned(),
        }
    }
}

/// Turns a table into JSON.
pub(super) fn object(table: AuthoredTable) -> Value<'static> {
    Value::Object(table.into_iter().map(|(key, value)| (Cow::Owned(key), value)).collect())
}

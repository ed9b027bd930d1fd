//! Parses TOML text into the tree of values with places.

use toml::de::{DeTable, DeValue};

use crate::pack::file::{
    error::{Kind, Place},
    node::{Node, Value, child},
    reader::Reader,
};

/// One authored file.
pub(super) struct Source<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
}

impl Source<'_> {
    /// Parses the file's table, its entries below the pointer `path`. Notes every syntax error; the tree holds what
    /// could be read beside them.
    pub(super) fn parse(&self, reader: &mut Reader, path: &str) -> Node {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let place = self.place(error.span().map_or(0, |span| span.start), path.to_owned());
            reader.problem::<()>(&place, Kind::Syntax(error.message().to_owned()));
        }
        Node { place: self.place(0, path.to_owned()), value: Value::Table(self.entries(table.get_ref(), path)) }
    }

    fn entries(&self, table: &DeTable<'_>, path: &str) -> std::collections::BTreeMap<String, Node> {
        let entry = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| {
            let key: &std::borrow::Cow<'_, str> = key.get_ref();
            (key.to_string(), self.node(value, child(path, key)))
        };
        table.iter().map(entry).collect()
    }

    fn node(&self, value: &toml::Spanned<DeValue<'_>>, path: String) -> Node {
        let plain = match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(number) => {
                let digits = i64::from_str_radix(number.as_str(), number.radix());
                digits.map_or(Value::Other, Value::Whole)
            }
            DeValue::Float(_) => Value::Other,
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(day) => Value::Text(day.to_string()),
            DeValue::Array(items) => {
                let entries = items.iter().enumerate().map(|(n, item)| self.node(item, child(&path, &n.to_string())));
                Value::List(entries.collect())
            }
            DeValue::Table(table) => Value::Table(self.entries(table, &path)),
        };
        Node { place: self.place(value.span().start, path), value: plain }
    }

    fn place(&self, offset: usize, path: String) -> Place {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            file: self.name.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            path,
        }
    }
}

//! Half-typed input of several fields as one text, and back. Judges nothing that is typed.

use std::collections::BTreeMap;

use cunping_core::{
    json::{Limits, Value, parse},
    privacy,
};

/// What is typed, by field. What is missing is not typed.
pub type Fields = BTreeMap<String, String>;

const LIMITS: Limits = Limits { bytes: 4 << 20, depth: 2, text: 32 << 10, values: 50_000 };

/// The text under which fields are kept; empty for none.
#[must_use]
pub fn write(fields: &Fields) -> String {
    if fields.is_empty() {
        return String::new();
    }
    Value::object(fields.iter().map(|(field, text)| (field.as_str(), Value::text(text)))).canonical()
}

/// The same without the numbers that point to a person, where people type words.
#[must_use]
pub fn write_words(fields: &Fields) -> String {
    write(&fields.iter().map(|(field, text)| (field.clone(), privacy::without(text))).collect())
}

/// The fields out of such a text; none where it is something else.
#[must_use]
pub fn read(text: &str) -> Fields {
    let Ok(Value::Object(members)) = parse(text.as_bytes(), &LIMITS) else { return Fields::new() };
    let texts = members.into_iter().filter_map(|(field, value)| match value {
        Value::Text(text) => Some((field.into_owned(), text.into_owned())),
        _ => None,
    });
    texts.collect()
}

/// What is typed in a field; empty for nothing.
#[must_use]
pub fn get<'a>(fields: &'a Fields, field: &str) -> &'a str {
    fields.get(field).map_or("", String::as_str)
}

/// Types in a field; an empty text takes it away.
pub fn set(fields: &mut Fields, field: &str, text: String) {
    if text.is_empty() {
        fields.remove(field);
    } else {
        fields.insert(field.to_owned(), text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_comes_back_and_anything_else_is_nothing() {
        let mut fields = Fields::new();
        set(&mut fields, "why", "5月1日“立案”一起".into());
        set(&mut fields, "word", "objects".into());
        assert_eq!(read(&write(&fields)), fields);
        set(&mut fields, "why", String::new());
        assert_eq!((get(&fields, "why"), get(&fields, "word")), ("", "objects"));
        assert_eq!(write(&Fields::new()), "");
        set(&mut fields, "why", "请打 13912345678 核实".into());
        assert!(!write_words(&fields).contains("13912345678") && write(&fields).contains("13912345678"));
        for text in ["", "3起", "[]", "{\"a\":1}"] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}

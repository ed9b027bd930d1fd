//! Half-typed input of several fields, written as one text and read back.

use std::collections::BTreeMap;

use cunping_core::{
    json::{Limits, Value, parse},
    privacy,
};

/// The typed texts by field; a field without text is absent.
pub type TypedFields = BTreeMap<String, String>;

const LIMITS: Limits = Limits { bytes: 4 << 20, depth: 2, text: 32 << 10, values: 50_000 };

/// Writes fields as one JSON object; an empty text if there are none.
#[must_use]
pub fn write(fields: &TypedFields) -> String {
    if fields.is_empty() {
        return String::new();
    }
    Value::object(fields.iter().map(|(field, text)| (field.as_str(), Value::text(text)))).canonical()
}

/// Writes fields as [`write`] does, without numbers that point to a person: for fields in which people type words.
#[must_use]
pub fn write_words(fields: &TypedFields) -> String {
    write(&fields.iter().map(|(field, text)| (field.clone(), privacy::without(text))).collect())
}

/// Reads the fields of such a text; none if it is something else.
#[must_use]
pub fn read(text: &str) -> TypedFields {
    let Ok(Value::Object(members)) = parse(text.as_bytes(), &LIMITS) else { return TypedFields::new() };
    let texts = members.into_iter().filter_map(|(field, value)| match value {
        Value::Text(text) => Some((field.into_owned(), text.into_owned())),
        _ => None,
    });
    texts.collect()
}

/// Returns the text of a field; empty if nothing is typed.
#[must_use]
pub fn get<'a>(fields: &'a TypedFields, field: &str) -> &'a str {
    fields.get(field).map_or("", String::as_str)
}

/// Sets the text of a field; an empty text removes it.
pub fn set(fields: &mut TypedFields, field: &str, text: String) {
    if text.is_empty() {
        fields.remove(field);
    } else {
        fields.insert(field.to_owned(), text);
    }
}

/// Sets the text of a field, also to an empty one: the field was emptied.
pub fn put(fields: &mut TypedFields, field: &str, text: String) {
    fields.insert(field.to_owned(), text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_comes_back_and_anything_else_is_nothing() {
        let mut fields = TypedFields::new();
        set(&mut fields, "why", "5月1日“立案”一起".into());
        set(&mut fields, "word", "objects".into());
        assert_eq!(read(&write(&fields)), fields);
        set(&mut fields, "why", String::new());
        assert_eq!((get(&fields, "why"), get(&fields, "word")), ("", "objects"));
        assert_eq!(write(&TypedFields::new()), "");
        set(&mut fields, "why", "请打 13912345678 核实".into());
        assert!(!write_words(&fields).contains("13912345678") && write(&fields).contains("13912345678"));
        for text in ["", "3起", "[]", "{\"a\":1}"] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}

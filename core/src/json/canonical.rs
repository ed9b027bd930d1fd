//! Writes the canonical form of JSON (RFC 8785) for the values that are read here, which have no floating point.

use std::fmt::Write;

use super::Value;

impl Value<'_> {
    /// Writes the RFC 8785 form: no white space, members ordered by the UTF-16 units of their names, least escaping.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        write(self, &mut out);
        out
    }
}

fn write(value: &Value<'_>, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        // Writing to a string cannot fail.
        Value::Number(value) => drop(write!(out, "{value}")),
        Value::Text(value) => text(value, out),
        Value::List(values) => {
            out.push('[');
            for (i, value) in values.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write(value, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (i, (name, value)) in members.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                text(name, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

/// Writes a string with the escapes of RFC 8785 §3.2.2.2 and no others.
fn text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    // What is escaped is ASCII, of one byte each.
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\') || byte < b' ') {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut chars = special.chars();
        chars.next().into_iter().for_each(|special| escape(special, out));
        rest = chars.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

fn escape(c: char, out: &mut String) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\u{8}' => out.push_str("\\b"),
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        '\u{c}' => out.push_str("\\f"),
        '\r' => out.push_str("\\r"),
        c => drop(write!(out, "\\u{:04x}", u32::from(c))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, parse, read};

    #[test]
    fn agrees_with_an_independent_writer() {
        let every: String =
            (0..0x300).chain(0xe000..0xe010).chain(0x1f600..0x1f610).filter_map(char::from_u32).collect();
        let value =
            serde_json::json!({ "\u{e000}": 1, "\u{1f600}": [-1, 0], "村": every, "": null, "a": { "b": true } });
        let theirs = serde_json_canonicalizer::to_string(&value).unwrap();
        let text = value.to_string();
        let ours = parse(text.as_bytes(), &Limits::FACTS).unwrap().canonical();
        assert_eq!(ours, theirs);
        let (again, canonical) = read(ours.as_bytes(), &Limits::FACTS).unwrap();
        assert_eq!((again.canonical(), canonical), (ours.clone(), true));
    }
}

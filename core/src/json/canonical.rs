//! The canonical form of JSON (RFC 8785) for the values that are read here. No floating point is ever written.

use std::fmt::Write as _;

use super::Value;

impl Value {
    /// The RFC 8785 form: no white space, members ordered by the UTF-16 units of their names, least escaping.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        write(self, &mut out);
        out
    }
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(value) => out.push_str(&value.to_string()),
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
            let mut members: Vec<_> = members.iter().collect();
            // The map orders by UTF-8, which is another order only from U+E000 on.
            if members.iter().any(|(name, _)| !name.is_ascii()) {
                members.sort_by(|a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
            }
            out.push('{');
            for (i, (name, value)) in members.into_iter().enumerate() {
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

/// A string with the escapes of RFC 8785 §3.2.2.2 and no others.
fn text(text: &str, out: &mut String) {
    out.push('"');
    for run in text.split_inclusive(|c| matches!(c, '"' | '\\') || c < ' ') {
        let last = run.chars().next_back().filter(|c| matches!(c, '"' | '\\') || *c < ' ');
        let plain = last.map_or(run, |c| run.strip_suffix(c).unwrap_or(run));
        out.push_str(plain);
        if let Some(c) = last {
            escape(c, out);
        }
    }
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
        c => {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, parse};

    #[test]
    fn agrees_with_an_independent_writer() {
        let every: String =
            (0..0x300).chain(0xe000..0xe010).chain(0x1f600..0x1f610).filter_map(char::from_u32).collect();
        let value =
            serde_json::json!({ "\u{e000}": 1, "\u{1f600}": [-1, 0], "村": every, "": null, "a": { "b": true } });
        let theirs = serde_json_canonicalizer::to_string(&value).unwrap();
        let ours = parse(value.to_string().as_bytes(), &Limits::FACTS).unwrap().canonical();
        assert_eq!(ours, theirs);
        assert_eq!(parse(ours.as_bytes(), &Limits::FACTS).unwrap().canonical(), ours);
    }
}

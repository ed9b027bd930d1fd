//! The canonical form of JSON (RFC 8785) for the values that are read here. No floating point is ever written.

use std::fmt::{self, Write};

use super::Value;

impl Value {
    /// The RFC 8785 form: no white space, members ordered by the UTF-16 units of their names, least escaping.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = write(self, &mut out);
        out
    }

    /// Whether `bytes` are the value's canonical form. Looks no further than to the first byte that differs.
    pub(crate) fn is_canonically(&self, bytes: &[u8]) -> bool {
        let mut rest = Rest(bytes);
        write(self, &mut rest).is_ok() && rest.0.is_empty()
    }
}

/// What is left of the bytes that are expected to be written.
struct Rest<'a>(&'a [u8]);

impl Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text.as_bytes()).ok_or(fmt::Error)?;
        Ok(())
    }
}

fn write(value: &Value, out: &mut dyn Write) -> fmt::Result {
    match value {
        Value::Null => out.write_str("null"),
        Value::Bool(value) => out.write_str(if *value { "true" } else { "false" }),
        Value::Number(value) => write!(out, "{value}"),
        Value::Text(value) => text(value, out),
        Value::List(values) => {
            out.write_str("[")?;
            for (i, value) in values.iter().enumerate() {
                if i > 0 {
                    out.write_str(",")?;
                }
                write(value, out)?;
            }
            out.write_str("]")
        }
        // The map orders by UTF-8, which is another order only from U+E000 on.
        Value::Object(members) if members.keys().any(|name| !name.is_ascii()) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by(|a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
            object(members.into_iter(), out)
        }
        Value::Object(members) => object(members.iter(), out),
    }
}

fn object<'a>(members: impl Iterator<Item = (&'a String, &'a Value)>, out: &mut dyn Write) -> fmt::Result {
    out.write_str("{")?;
    for (i, (name, value)) in members.enumerate() {
        if i > 0 {
            out.write_str(",")?;
        }
        text(name, out)?;
        out.write_str(":")?;
        write(value, out)?;
    }
    out.write_str("}")
}

/// A string with the escapes of RFC 8785 §3.2.2.2 and no others.
fn text(text: &str, out: &mut dyn Write) -> fmt::Result {
    out.write_str("\"")?;
    let mut rest = text;
    // What is escaped is ASCII, of one byte each.
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\') || byte < b' ') {
        let (plain, special) = rest.split_at(at);
        out.write_str(plain)?;
        let mut chars = special.chars();
        chars.next().map_or(Ok(()), |special| escape(special, out))?;
        rest = chars.as_str();
    }
    out.write_str(rest)?;
    out.write_str("\"")
}

fn escape(c: char, out: &mut dyn Write) -> fmt::Result {
    match c {
        '"' => out.write_str("\\\""),
        '\\' => out.write_str("\\\\"),
        '\u{8}' => out.write_str("\\b"),
        '\t' => out.write_str("\\t"),
        '\n' => out.write_str("\\n"),
        '\u{c}' => out.write_str("\\f"),
        '\r' => out.write_str("\\r"),
        c => write!(out, "\\u{:04x}", u32::from(c)),
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
        let read = parse(ours.as_bytes(), &Limits::FACTS).unwrap();
        assert_eq!(read.canonical(), ours);
        assert!(read.is_canonically(ours.as_bytes()));
        for at in (0..ours.len()).step_by(7) {
            let mut other = ours.clone().into_bytes();
            other[at] ^= 1;
            assert!(!read.is_canonically(&other) && !read.is_canonically(&ours.as_bytes()[..at]));
        }
        assert!(!read.is_canonically(format!("{ours} ").as_bytes()));
    }
}

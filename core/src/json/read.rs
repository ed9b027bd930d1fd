//! Strict reading of JSON under limits, in linear time. What the text means is for others.

use std::{cell::Cell, collections::BTreeMap, fmt};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::Value;
use crate::MAX_NUMBER;

/// How much a JSON text may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole text.
    pub bytes: usize,
    /// Arrays and objects inside one another; at most 100.
    pub depth: u8,
    /// UTF-8 bytes of one string or member name.
    pub text: usize,
    /// Values in all: members, elements, and the whole.
    pub values: usize,
}

impl Limits {
    /// A facts file, or the payload of a bundle: 4 MiB, 32 deep, 8 KiB a string, 400,000 values.
    pub const FACTS: Self = Self { bytes: 4 << 20, depth: 32, text: 8 << 10, values: 400_000 };
}

/// Why a text is refused as JSON. Offsets count bytes from the start of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonProblem {
    /// More bytes than the limit.
    TooLarge {
        /// How many there are.
        bytes: usize,
    },
    /// Nothing but white space.
    Empty,
    /// Not UTF-8 (RFC 8259 §8.1).
    NotUtf8 {
        /// Up to where it is.
        at: usize,
    },
    /// It starts with a byte order mark, which RFC 8259 §8.1 forbids to send.
    ByteOrderMark,
    /// Not JSON: a sign out of place, a control character or half a surrogate pair in a string.
    Syntax {
        /// Where.
        at: usize,
    },
    /// The text ends in the middle.
    Truncated,
    /// Something follows the value.
    Trailing {
        /// Where.
        at: usize,
    },
    /// A member name occurs twice in one object.
    DuplicateKey {
        /// Where.
        at: usize,
    },
    /// Arrays and objects are nested deeper than the limit.
    TooDeep {
        /// Where.
        at: usize,
    },
    /// A number with a fraction, an exponent or a minus before zero, or beyond ±(2^53 − 1).
    NotAnInteger {
        /// Where.
        at: usize,
    },
    /// A string or member name longer than the limit.
    TextTooLong {
        /// Where.
        at: usize,
    },
    /// More values than the limit.
    TooManyValues {
        /// Where.
        at: usize,
    },
}

impl JsonProblem {
    /// A fixed name for the kind of problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::Empty => "empty",
            Self::NotUtf8 { .. } => "not-utf8",
            Self::ByteOrderMark => "byte-order-mark",
            Self::Syntax { .. } => "not-json",
            Self::Truncated => "truncated",
            Self::Trailing { .. } => "trailing-bytes",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::TooDeep { .. } => "too-deep",
            Self::NotAnInteger { .. } => "not-an-integer",
            Self::TextTooLong { .. } => "text-too-long",
            Self::TooManyValues { .. } => "too-many-values",
        }
    }
}

/// Reads one JSON text, white space around it included.
///
/// # Errors
///
/// The first thing that the limits or RFC 8259 do not allow, or that two readers could take differently: a name
/// twice in one object, a number that is no integer within ±(2^53 − 1), half a surrogate pair.
pub fn parse(bytes: &[u8], limits: &Limits) -> Result<Value, JsonProblem> {
    if bytes.len() > limits.bytes {
        return Err(JsonProblem::TooLarge { bytes: bytes.len() });
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(JsonProblem::ByteOrderMark);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| JsonProblem::NotUtf8 { at: error.valid_up_to() })?;
    if text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')) {
        return Err(JsonProblem::Empty);
    }
    let guard = Guard { limits, values: Cell::new(0), refusal: Cell::new(None) };
    let mut json = serde_json::Deserializer::from_str(text);
    let value = Walk { guard: &guard, depth: 0 }.deserialize(&mut json).map_err(|error| guard.problem(text, &error))?;
    json.end().map_err(|error| JsonProblem::Trailing { at: offset(text, &error) })?;
    Ok(value)
}

/// A problem that still lacks its offset.
type Refusal = fn(usize) -> JsonProblem;

/// What one reading keeps in sight.
struct Guard<'a> {
    limits: &'a Limits,
    values: Cell<usize>,
    refusal: Cell<Option<Refusal>>,
}

impl Guard<'_> {
    fn refuse<E: serde::de::Error>(&self, problem: Refusal) -> E {
        self.refusal.set(Some(problem));
        E::custom("")
    }

    fn count<E: serde::de::Error>(&self) -> Result<(), E> {
        self.values.set(self.values.get() + 1);
        if self.values.get() > self.limits.values {
            return Err(self.refuse(|at| JsonProblem::TooManyValues { at }));
        }
        Ok(())
    }

    fn text<E: serde::de::Error>(&self, text: &str) -> Result<String, E> {
        if text.len() > self.limits.text {
            return Err(self.refuse(|at| JsonProblem::TextTooLong { at }));
        }
        Ok(text.to_owned())
    }

    fn problem(&self, text: &str, error: &serde_json::Error) -> JsonProblem {
        let at = offset(text, error);
        match self.refusal.get() {
            Some(problem) => problem(at),
            None if error.is_eof() => JsonProblem::Truncated,
            None if error.to_string().starts_with("number out of range") => JsonProblem::NotAnInteger { at },
            None => JsonProblem::Syntax { at },
        }
    }
}

/// Where in the text an error lies: serde_json counts lines and the bytes in the last of them.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    (before + error.column().saturating_sub(1)).min(text.len())
}

/// One value at a depth.
#[derive(Clone, Copy)]
struct Walk<'a> {
    guard: &'a Guard<'a>,
    depth: u8,
}

impl Walk<'_> {
    fn inside<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= self.guard.limits.depth.min(100) {
            return Err(self.guard.refuse(|at| JsonProblem::TooDeep { at }));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn number<E: serde::de::Error>(self, number: Option<i64>) -> Result<Value, E> {
        let exact = number.filter(|n| (-MAX_NUMBER..=MAX_NUMBER).contains(n));
        exact.map(Value::Number).ok_or_else(|| self.guard.refuse(|at| JsonProblem::NotAnInteger { at }))
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Value, D::Error> {
        self.guard.count()?;
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Value, E> {
        self.number(Some(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Value, E> {
        self.number(i64::try_from(value).ok())
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Value, E> {
        self.number(None)
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Value, E> {
        self.guard.text(value).map(Value::Text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(inside)? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut members = BTreeMap::new();
        while let Some(name) = object.next_key_seed(Name(self.guard))? {
            if members.contains_key(&name) {
                return Err(self.guard.refuse(|at| JsonProblem::DuplicateKey { at }));
            }
            let value = object.next_value_seed(inside)?;
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

/// The name of a member.
struct Name<'a>(&'a Guard<'a>);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<String, D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<String, E> {
        self.0.text(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: impl AsRef<[u8]>) -> String {
        parse(text.as_ref(), &Limits::FACTS).map_or_else(|it| it.code().to_owned(), |it| it.canonical())
    }

    #[test]
    fn reads_what_every_reader_takes_alike() {
        assert_eq!(refusal(" {\"b\":[1,-2,true,null],\"a\":\"\\u6751\"}\r\n"), r#"{"a":"村","b":[1,-2,true,null]}"#);
        assert_eq!(refusal("9007199254740991"), "9007199254740991");
    }

    #[test]
    fn refuses_each_with_its_code() {
        for (text, code) in [
            (&b""[..], "empty"),
            (b" \n", "empty"),
            (b"{", "truncated"),
            (b"\"\xff\"", "not-utf8"),
            (b"\xef\xbb\xbf{}", "byte-order-mark"),
            (b"{\"a\":1,\"a\":1}", "duplicate-key"),
            (b"{\"a\":1,\"\\u0061\":1}", "duplicate-key"),
            (b"[] []", "trailing-bytes"),
            (b"[]\0", "trailing-bytes"),
            (b"[1,]", "not-json"),
            (b"'a'", "not-json"),
            (b"[\"\\ud800\"]", "not-json"),
            (b"[\"\\udc00\"]", "not-json"),
            (b"[\"\\ud800\\u0041\"]", "not-json"),
            (b"[\"\n\"]", "not-json"),
            (b"NaN", "not-json"),
            (b"01", "not-json"),
            (b"1.0", "not-an-integer"),
            (b"1e2", "not-an-integer"),
            (b"-0", "not-an-integer"),
            (b"1e999", "not-an-integer"),
            (b"9007199254740992", "not-an-integer"),
            (b"-9007199254740992", "not-an-integer"),
            (b"99999999999999999999", "not-an-integer"),
        ] {
            assert_eq!(refusal(text), code, "{}", String::from_utf8_lossy(text));
        }
    }

    #[test]
    fn says_where() {
        assert_eq!(parse(b"{\n \"a\": tru }", &Limits::FACTS), Err(JsonProblem::Syntax { at: 11 }));
        assert_eq!(parse("\"村\u{0}\"".as_bytes(), &Limits::FACTS), Err(JsonProblem::Syntax { at: 4 }));
        assert_eq!(parse(b"[1] x", &Limits::FACTS), Err(JsonProblem::Trailing { at: 4 }));
    }

    #[test]
    fn holds_its_limits_one_below_and_one_above() {
        let tight = Limits { bytes: 40, depth: 2, text: 3, values: 4 };
        let code = |text: &str| parse(text.as_bytes(), &tight).map_or_else(|it| it.code(), |_| "read");
        assert_eq!(code("[[1,2]]"), "read");
        assert_eq!(code("[[1,2,3]]"), "too-many-values");
        assert_eq!(code("[[[]]]"), "too-deep");
        assert_eq!(code("{\"abc\":\"abc\"}"), "read");
        assert_eq!(code("\"abcd\""), "text-too-long");
        assert_eq!(code("{\"abcd\":1}"), "text-too-long");
        assert_eq!(code(&" ".repeat(41)), "too-large");
    }

    #[test]
    fn survives_depth_and_bulk() {
        for open in ["[", "{\"a\":"] {
            assert_eq!(refusal(open.repeat(10_000)), "too-deep");
        }
        let bulk = vec![b'['; 100 << 20];
        assert_eq!(refusal(&bulk), "too-large");
        let wide = Limits { bytes: usize::MAX, ..Limits::FACTS };
        assert_eq!(parse(&bulk, &wide).unwrap_err().code(), "too-deep");
        let commas = [b"[".as_slice(), &b"0,".repeat(50 << 20)].concat();
        assert_eq!(parse(&commas, &wide).unwrap_err().code(), "too-many-values");
    }
}

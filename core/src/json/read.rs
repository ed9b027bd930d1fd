//! Strict reading of JSON under limits, in linear time. What the text means is for others.

#[cfg(test)]
mod tests;

use std::{cell::Cell, collections::BTreeMap, fmt};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{JsonProblem, Value};
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

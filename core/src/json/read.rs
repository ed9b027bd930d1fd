//! Reads JSON strictly under limits, in one pass.

mod string;
#[cfg(test)]
mod tests;

use std::{borrow::Cow, cmp::Ordering};

use super::{
    JsonError, Value,
    members::{Members, order},
};
use crate::MAX_NUMBER;

/// The limits of a JSON text.
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

/// Parses one JSON text, white space around it included. Takes `n log n` time where names are out of order.
///
/// # Errors
///
/// The first thing that the limits or RFC 8259 do not allow, or that two readers could take differently: a number that
/// is no integer within ±(2^53 − 1), half a surrogate pair, a name twice in one object (seen at the latest where the
/// object ends).
pub fn parse<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Value<'a>, JsonError> {
    read(bytes, limits).map(|(value, _)| value)
}

/// Parses as [`parse`] does; the flag is `true` where the text is byte for byte the canonical form (RFC 8785) of the
/// value. That needs no second writing: in what is read here, only white space, the order of names and escapes can be
/// written in two ways.
///
/// # Errors
///
/// As [`parse`].
pub fn read<'a>(bytes: &'a [u8], limits: &Limits) -> Result<(Value<'a>, bool), JsonError> {
    if bytes.len() > limits.bytes {
        return Err(JsonError::TooLarge { bytes: bytes.len(), limit: limits.bytes });
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(JsonError::ByteOrderMark);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| JsonError::NotUtf8 { at: error.valid_up_to() })?;
    let mut reader =
        Parser { text, at: 0, limits: *limits, values: 0, canonical: true, elements: Vec::new(), members: Vec::new() };
    reader.space();
    if reader.peek().is_none() {
        return Err(JsonError::Empty);
    }
    let value = reader.value(0)?;
    reader.space();
    match reader.peek() {
        Some(_) => Err(JsonError::Trailing { at: reader.at }),
        None => Ok((value, reader.canonical)),
    }
}

/// A text that is being read.
struct Parser<'a> {
    text: &'a str,
    /// The number of bytes read.
    at: usize,
    limits: Limits,
    /// The number of values begun.
    values: usize,
    /// `true` while everything read so far is written as RFC 8785 writes it.
    canonical: bool,
    /// The elements of lists that are still open, the innermost last: a list takes memory once, when it is whole.
    elements: Vec<Value<'a>>,
    /// The members of objects that are still open, with the offsets of their names.
    members: Vec<(usize, Cow<'a, str>, Value<'a>)>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips a byte if it comes next.
    fn skip(&mut self, byte: u8) -> bool {
        let comes = self.peek() == Some(byte);
        self.at += usize::from(comes);
        comes
    }

    fn expect(&mut self, byte: u8) -> Result<(), JsonError> {
        if self.skip(byte) { Ok(()) } else { Err(self.out_of_place()) }
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.peek() {
            self.at += 1;
            self.canonical = false;
        }
    }

    fn out_of_place(&self) -> JsonError {
        if self.peek().is_none() { JsonError::Truncated } else { JsonError::Syntax { at: self.at } }
    }

    fn value(&mut self, depth: u8) -> Result<Value<'a>, JsonError> {
        self.values += 1;
        if self.values > self.limits.values {
            return Err(JsonError::TooManyValues { at: self.at });
        }
        match self.peek() {
            Some(b'"') => self.string().map(Value::Text),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => Err(self.out_of_place()),
        }
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Result<Value<'a>, JsonError> {
        word.bytes().try_for_each(|byte| self.expect(byte))?;
        Ok(value)
    }

    fn number(&mut self) -> Result<Value<'a>, JsonError> {
        let start = self.at;
        let negative = self.skip(b'-');
        let zero = self.peek() == Some(b'0');
        let (first, mut number) = (self.at, 0_i64);
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            if zero && self.at > first {
                return Err(self.out_of_place());
            }
            number = number.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
            self.at += 1;
        }
        if self.at == first {
            return Err(self.out_of_place());
        }
        if matches!(self.peek(), Some(b'.' | b'e' | b'E')) || (negative && zero) {
            return Err(JsonError::NotAnInteger { at: start });
        }
        if number > MAX_NUMBER {
            return Err(JsonError::NumberTooLarge { at: start });
        }
        Ok(Value::Number(if negative { -number } else { number }))
    }

    /// Skips the opening bracket of a list or an object.
    fn inside(&mut self, depth: u8) -> Result<u8, JsonError> {
        if depth >= self.limits.depth.min(100) {
            return Err(JsonError::TooDeep { at: self.at });
        }
        self.at += 1;
        self.space();
        Ok(depth + 1)
    }

    /// Returns `true` where another element follows, `false` after the closing bracket.
    fn another(&mut self, close: u8) -> Result<bool, JsonError> {
        self.space();
        if self.skip(close) {
            return Ok(false);
        }
        self.expect(b',')?;
        self.space();
        Ok(true)
    }

    fn list(&mut self, depth: u8) -> Result<Value<'a>, JsonError> {
        let (inside, start) = (self.inside(depth)?, self.elements.len());
        let mut more = !self.skip(b']');
        while more {
            let value = self.value(inside)?;
            self.elements.push(value);
            more = self.another(b']')?;
        }
        Ok(Value::List(self.elements.drain(start..).collect()))
    }

    fn object(&mut self, depth: u8) -> Result<Value<'a>, JsonError> {
        let (inside, start) = (self.inside(depth)?, self.members.len());
        let (mut more, mut ordered) = (!self.skip(b'}'), true);
        while more {
            let (at, name) = (self.at, self.name()?);
            let before = self.members.get(start..).and_then(<[_]>::last);
            match before.map_or(Ordering::Less, |(_, before, _)| order(before, &name)) {
                Ordering::Less => {}
                Ordering::Equal => return Err(JsonError::DuplicateKey { at }),
                Ordering::Greater => ordered = false,
            }
            self.space();
            self.expect(b':')?;
            self.space();
            let value = self.value(inside)?;
            self.members.push((at, name, value));
            more = self.another(b'}')?;
        }
        if !ordered {
            self.order(start)?;
        }
        Ok(Value::Object(Members::ordered(self.members.drain(start..).map(|(_, name, value)| (name, value)))))
    }

    fn name(&mut self) -> Result<Cow<'a, str>, JsonError> {
        if self.peek() == Some(b'"') { self.string() } else { Err(self.out_of_place()) }
    }

    /// Sorts the members of the innermost object, and finds a name that is there twice.
    fn order(&mut self, start: usize) -> Result<(), JsonError> {
        self.canonical = false;
        let members = self.members.get_mut(start..).unwrap_or_default();
        // Equal names keep their order: the second is the one too many.
        members.sort_by(|a, b| order(&a.1, &b.1));
        let second = |two: &[(usize, Cow<'_, str>, Value<'_>)]| match two {
            [a, b] if a.1 == b.1 => Some(b.0),
            _ => None,
        };
        match members.windows(2).filter_map(second).min() {
            Some(at) => Err(JsonError::DuplicateKey { at }),
            None => Ok(()),
        }
    }
}

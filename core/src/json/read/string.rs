//! Reads strings and member names of a JSON text, borrowed where nothing in them is escaped.

use std::borrow::Cow;

use super::{JsonError, Parser};

impl<'a> Parser<'a> {
    /// Reads a string whose opening quote comes next.
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, JsonError> {
        let start = self.at;
        self.at += 1;
        let plain = self.plain();
        if plain.len() > self.limits.text {
            return Err(JsonError::TextTooLong { at: start });
        }
        if self.skip(b'"') { Ok(Cow::Borrowed(plain)) } else { self.escaped(start, plain).map(Cow::Owned) }
    }

    /// Reads the rest of a string that does not end after its first plain characters.
    fn escaped(&mut self, start: usize, plain: &str) -> Result<String, JsonError> {
        let mut text = plain.to_owned();
        while !self.skip(b'"') {
            self.expect(b'\\')?;
            text.push(self.escape()?);
            let plain = self.plain();
            if text.len() + plain.len() > self.limits.text {
                return Err(JsonError::TextTooLong { at: start });
            }
            text.push_str(plain);
        }
        Ok(text)
    }

    /// Reads up to the next quote, backslash or control character, or to the end.
    fn plain(&mut self) -> &'a str {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let (eights, last) = rest.as_chunks();
        let in_eights = eights.iter().enumerate().find_map(|(i, eight)| Some(8 * i + special_of_eight(*eight)?));
        let in_last = || last.iter().position(|byte| is_special(*byte)).map(|at| 8 * eights.len() + at);
        let end = self.at + in_eights.or_else(in_last).unwrap_or(rest.len());
        // Both ends are at ASCII characters or the end of the text, so that no character is cut.
        let plain = self.text.get(self.at..end).unwrap_or_default();
        self.at = end;
        plain
    }

    /// Reads the character that an escape stands for (RFC 8259 §7), after the backslash.
    fn escape(&mut self) -> Result<char, JsonError> {
        let c = match self.peek() {
            Some(b'u') => return self.units(),
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'b') => '\u{8}',
            Some(b't') => '\t',
            Some(b'n') => '\n',
            Some(b'f') => '\u{c}',
            Some(b'r') => '\r',
            Some(b'/') => {
                self.canonical = false;
                '/'
            }
            _ => return Err(self.out_of_place()),
        };
        self.at += 1;
        Ok(c)
    }

    /// Reads a character written as one UTF-16 unit or as a pair of surrogates. RFC 8785 §3.2.2.2 writes only those
    /// control characters so that have no shorter escape.
    fn units(&mut self) -> Result<char, JsonError> {
        let at = self.at;
        let first = self.unit()?;
        let c = if (0xd800..0xdc00).contains(&first) {
            self.expect(b'\\')?;
            char::decode_utf16([first, self.unit()?]).next().and_then(Result::ok)
        } else {
            char::from_u32(first.into())
        };
        let c = c.ok_or(JsonError::Syntax { at })?;
        self.canonical &= c < ' ' && !matches!(c, '\u{8}' | '\t' | '\n' | '\u{c}' | '\r');
        Ok(c)
    }

    /// Reads `u` and four hexadecimal digits; RFC 8785 writes them in lower case.
    fn unit(&mut self) -> Result<u16, JsonError> {
        self.expect(b'u')?;
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let digit = digit.and_then(|digit| u16::try_from(digit).ok()).ok_or_else(|| self.out_of_place())?;
            self.canonical &= !self.peek().is_some_and(|byte| byte.is_ascii_uppercase());
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }
}

/// Tells whether a byte ends a string, begins an escape, or may not be in a string.
fn is_special(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\') || byte < b' '
}

/// Finds the first of eight bytes that [`is_special`]. All eight are compared in one number: subtracting a small number
/// from each sets the high bit of the first byte that is less, and only from there on is a borrow taken from the next.
fn special_of_eight(bytes: [u8; 8]) -> Option<usize> {
    const EACH: u64 = u64::MAX / 255;
    let below = |bytes: u64, least: u8| bytes.wrapping_sub(EACH * u64::from(least)) & !bytes & (EACH << 7);
    let bytes = u64::from_le_bytes(bytes);
    let is = |byte: u8| below(bytes ^ (EACH * u64::from(byte)), 1);
    let special = below(bytes, b' ') | is(b'"') | is(b'\\');
    (special != 0).then_some(special.trailing_zeros() as usize / 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bytes_at_once_and_one_by_one_find_the_same() {
        let edges = [0, 1, 0x1f, 0x20, 0x21, b'"', b'#', b'[', b'\\', b']', 0x7f, 0x80, 0x9f, 0xa0, 0xa2, 0xdc, 0xff];
        for (at, first, second) in (0..8).flat_map(|at| edges.map(|a| edges.map(|b| (at, a, b)))).flatten() {
            let mut bytes = [b'a'; 8];
            (bytes[at], bytes[(at + 1) % 8]) = (first, second);
            assert_eq!(special_of_eight(bytes), bytes.iter().position(|byte| is_special(*byte)), "{bytes:x?}");
        }
    }
}

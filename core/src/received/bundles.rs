//! Finds the bundles in what somebody sent, by their braces only, and mends what mail and chats did to them.
//!
//! A text may hold any number of bundles one after another, and anything between them: line breaks, commas, the brackets
//! of a list, a line for people, the names and times that a messenger puts between copied messages. No bundle has a
//! brace inside (its members are base64url), so a piece reaches from a `{` to the next brace; one that was cut short does
//! not swallow the one after it.
//!
//! Nothing here trusts what it mends: the signature of the mended text decides.

use std::borrow::Cow;

use super::unicode;
use crate::bundle::{MAX_BYTES, is_bundle_text};

/// The members of a bundle, at least one of which stands in every piece that could be one, whole or cut short.
const MARKS: [&[u8]; 2] = [b"\"payload\"", b"\"signature\""];

/// The half of a bundle that a text holds: messengers cut a long message in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BundleHalf {
    /// The beginning.
    First,
    /// The end.
    Last,
}

/// Returns the texts in some bytes that could be bundles, in order, without what stood between them; at least one. A text
/// that was wrapped, quoted or cut by the names of a chat is mended; any other is byte for byte as it came. Where no
/// whole one is found, the bytes are the only text, so that whoever reads them names what is wrong with the whole.
#[must_use]
pub fn bundle_texts(bytes: &[u8]) -> Vec<Cow<'_, [u8]>> {
    let found = match unicode(bytes) {
        // Most come as they were sent, and one is looked at without copying it.
        Some(Cow::Owned(text)) => {
            texts(text.as_bytes()).into_iter().map(|text| Cow::Owned(text.into_owned())).collect()
        }
        _ => texts(bytes),
    };
    if found.is_empty() { vec![Cow::Borrowed(bytes)] } else { found }
}

/// Returns the texts that could be bundles; none where none of them is whole.
fn texts(bytes: &[u8]) -> Vec<Cow<'_, [u8]>> {
    let mut any_whole = false;
    let text = |piece| {
        if is_bundle_text(piece) {
            any_whole = true;
            return Some(Cow::Borrowed(piece));
        }
        // One that is longer than any bundle is not made shorter.
        if piece.len() <= MAX_BYTES {
            let mended = mended(piece);
            if is_bundle_text(&mended) {
                any_whole = true;
                return Some(Cow::Owned(mended));
            }
        }
        MARKS.iter().any(|mark| has(piece, mark)).then_some(Cow::Borrowed(piece))
    };
    let found: Vec<_> = pieces(bytes).filter_map(text).collect();
    if any_whole { found } else { Vec::new() }
}

/// Tells whether a text in which no whole bundle was found is a half of one; `None` if it is not, or both are there.
#[must_use]
pub fn half_of(bytes: &[u8]) -> Option<BundleHalf> {
    let (begins, ends) = (bytes.contains(&b'{'), bytes.trim_ascii_end().ends_with(b"\"}"));
    match (begins && has(bytes, b"\"payload\""), ends && has(bytes, b"\"signature\"")) {
        (true, false) => Some(BundleHalf::First),
        (false, true) => Some(BundleHalf::Last),
        _ => None,
    }
}

fn pieces(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.iter().position(|byte| *byte == b'{')?;
        let open = rest.get(start..)?;
        let brace = open.iter().skip(1).position(|byte| matches!(byte, b'{' | b'}')).map(|at| at + 1);
        let end = brace.map_or(open.len(), |at| if open.get(at) == Some(&b'}') { at + 1 } else { at });
        rest = open.get(end..)?;
        open.get(..end)
    })
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

fn has(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// Puts a wrapped text together: each line without white space and marks of quoting, and without the lines that no
/// bundle can hold, such as the name and time of a second message.
fn mended(piece: &[u8]) -> Vec<u8> {
    let lines = piece.split(|byte| matches!(byte, b'\n' | b'\r')).map(line);
    lines.filter(|line| is_part(line)).flatten().collect()
}

/// Returns a line without spaces, tabs, no-break spaces (U+00A0 as UTF-8), and the marks of quoting before it.
fn line(line: &[u8]) -> Vec<u8> {
    let quote = |byte: &u8| matches!(byte, b'>' | b' ' | b'\t');
    let begins = line.iter().position(|byte| !quote(byte)).unwrap_or(line.len());
    let mut rest = line.get(begins..).unwrap_or_default();
    let mut kept = Vec::with_capacity(rest.len());
    loop {
        rest = match rest {
            [] => return kept,
            [b' ' | b'\t', after @ ..] | [0xc2, 0xa0, after @ ..] => after,
            [byte, after @ ..] => {
                kept.push(*byte);
                after
            }
        };
    }
}

/// Tells whether a line could be a part of a bundle: base64url, and the marks of JSON where they stand beside a quote.
fn is_part(line: &[u8]) -> bool {
    let mark = |at: usize| {
        let beside = |at: Option<usize>| at.and_then(|at| line.get(at)).is_none_or(|byte| matches!(byte, b'"' | b'}'));
        beside(at.checked_sub(1)) && beside(Some(at + 1))
    };
    line.iter().enumerate().all(|(at, byte)| match byte {
        b'"' => true,
        b'{' | b'}' | b':' | b',' => mark(at),
        byte => is_digit(*byte),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"{"payload":"e30","protected":"e31","signature":"AA-_"}"#;

    fn found(text: &str) -> Vec<String> {
        texts(text.as_bytes()).into_iter().map(|piece| String::from_utf8(piece.into_owned()).unwrap()).collect()
    }

    #[test]
    fn one_after_another_in_every_usual_way() {
        for text in [
            format!("{ONE}{ONE}"),
            format!("{ONE}\n\n{ONE}\n"),
            format!("[{ONE},\r\n{ONE}]"),
            format!("\u{feff}{ONE}\n某某 11-22 10:05\n{ONE}（请查收）"),
            format!("新城村 2026年第3季度 自评（第1次）\r\n{ONE}\n\n新城村 2026年第2季度 自评（第1次）\r\n{ONE}"),
        ] {
            assert_eq!(found(&text), [ONE, ONE], "{text}");
        }
    }

    #[test]
    fn what_could_be_no_bundle_is_left_aside() {
        assert_eq!(found(&format!(r#"{{"a":1}} {ONE}"#)), [ONE]);
        for text in ["", "年度总结", r#"{"a":1}"#, "}}}{", r#"{"a":"{"#, "{", &ONE[..25]] {
            assert_eq!(found(text), [""; 0]);
            assert_eq!(bundle_texts(text.as_bytes()), [text.as_bytes()], "the whole is looked at instead");
        }
    }

    #[test]
    fn one_that_was_cut_short_takes_no_other_along() {
        let cut = &ONE[..25];
        assert_eq!(found(&format!("{ONE}\n{cut}{ONE}{cut}")), [ONE, cut, ONE, cut]);
    }

    #[test]
    fn braces_without_end_cost_one_pass() {
        assert_eq!(found(&"{".repeat(1 << 20)), [""; 0]);
        assert_eq!(found(&"{}".repeat(1 << 19)), [""; 0]);
    }

    /// Cuts the text after every `n` characters.
    fn wrapped(n: usize, with: &str) -> String {
        let lines: Vec<&str> = ONE.as_bytes().chunks(n).map(|line| std::str::from_utf8(line).unwrap()).collect();
        lines.join(with)
    }

    #[test]
    fn what_mail_and_chats_do_to_one_is_undone() {
        for n in 1..ONE.len() {
            for with in [
                "\r\n",
                "\n",
                "\n> ",
                "\r\n>> ",
                "\n ",
                " ",
                "\u{a0}",
                "\n王五 11-22 10:05\n",
                "\n小李:\n",
                "\nwangwu: \n",
            ] {
                let texts: Vec<String> =
                    found(&wrapped(n, with)).iter().map(|it| it.split_whitespace().collect()).collect();
                assert_eq!(texts, [ONE], "{n} {with:?}");
            }
        }
        let pretty = ONE.replace(',', ",\n  ");
        assert_eq!(found(&pretty), [pretty.as_str()], "white space that JSON allows stays as it came");
        let with = ONE.replace("e31", "e3\u{4e00}1");
        assert_eq!(found(&format!("{ONE}{with}")), [ONE, &with], "nothing inside a line is taken out");
    }

    #[test]
    fn one_that_was_saved_as_utf_16_is_read() {
        let units = ONE.encode_utf16().flat_map(u16::to_le_bytes);
        let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain(units).collect();
        assert_eq!(bundle_texts(&bytes), [ONE.as_bytes()]);
    }

    #[test]
    fn a_half_is_named_as_one() {
        let at = ONE.len() / 2;
        assert_eq!(half_of(&ONE.as_bytes()[..at]), Some(BundleHalf::First));
        assert_eq!(half_of(&ONE.as_bytes()[at..]), Some(BundleHalf::Last));
        for text in [ONE, "年度总结", "{}", ""] {
            assert_eq!(half_of(text.as_bytes()), None, "{text}");
        }
    }
}

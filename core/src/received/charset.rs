//! Text files as editors save them: UTF-8 or UTF-16, with or without a byte order mark.

use std::borrow::Cow;

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads bytes as Unicode text without a byte order mark: UTF-8, or UTF-16 with a mark or, where every other byte of the
/// beginning is zero, without one. `None` for anything else, such as a Chinese code page, which the caller may know to
/// read; so that nothing is ever guessed, a byte that does not fit is never replaced.
#[must_use]
pub fn unicode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    match *bytes {
        [0xff, 0xfe, ref rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, ref rest @ ..] => utf16(rest, u16::from_be_bytes),
        // No JSON text has a zero byte in UTF-8, and each of ours begins with ASCII.
        [first, 0, second, 0, ..] if first != 0 && second != 0 => utf16(bytes, u16::from_le_bytes),
        [0, first, 0, second, ..] if first != 0 && second != 0 => utf16(bytes, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes)).ok().map(Cow::Borrowed),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<Cow<'_, str>> {
    let (pairs, left) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.ok().filter(|_| left.is_empty()).map(Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn the_ways_in_which_editors_save_a_text() {
        let text = "{\"村\":1}\r\n";
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(UTF8_MARK, text.as_bytes().to_vec()),
            marked(&[0xff, 0xfe], units(text, u16::to_le_bytes)),
            marked(&[0xfe, 0xff], units(text, u16::to_be_bytes)),
        ] {
            assert_eq!(unicode(&bytes).as_deref(), Some(text));
        }
        let ascii = "{\"a\":1}";
        assert_eq!(unicode(&units(ascii, u16::to_le_bytes)).as_deref(), Some(ascii), "without a mark");
        assert_eq!(unicode(&units(ascii, u16::to_be_bytes)).as_deref(), Some(ascii), "without a mark");
    }

    #[test]
    fn what_is_none_of_them_is_not_guessed() {
        let gbk = b"\xb4\xe5";
        let half = [0xff, 0xfe, b'a'];
        let surrogate = [0xff, 0xfe, 0x00, 0xd8];
        for bytes in [gbk.as_slice(), &half, &surrogate] {
            assert_eq!(unicode(bytes), None, "{bytes:?}");
        }
        assert_eq!(unicode(b"").as_deref(), Some(""));
        assert_eq!(unicode(b"\0\0\0\0").as_deref(), Some("\0\0\0\0"), "no text, and no UTF-16 either");
    }
}

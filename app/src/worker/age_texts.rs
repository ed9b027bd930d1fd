//! Finds encrypted files (age) in what somebody dropped or pasted.

use super::crypto::{ARMOR, ARMOR_END, armored, is_binary};

/// The number of characters in a line of armor (the age tool's own, after RFC 7468).
const COLUMNS: usize = 64;

/// Returns the encrypted files in some bytes, as armored texts, and the bytes that are left without them; nothing is
/// left if no encrypted file is found.
///
/// A binary file is the whole of the bytes. Armored ones may stand one after another with anything between them; line
/// breaks that a messenger changed are repaired. One without its last line reaches to the end, and cannot be decrypted.
#[must_use]
pub fn age_texts(bytes: &[u8]) -> (Vec<String>, Vec<u8>) {
    if is_binary(bytes) {
        // A damaged file becomes an empty text here, and is reported as damaged when it is decrypted.
        return (vec![armored(bytes).unwrap_or_default()], Vec::new());
    }
    let (mut found, mut left, mut rest) = (Vec::new(), Vec::new(), bytes);
    while let Some((before, after)) = split(rest, ARMOR) {
        let (body, next) = split(after, ARMOR_END).unwrap_or((after, &[]));
        left.extend_from_slice(before);
        found.push(mended(body));
        rest = next;
    }
    if !found.is_empty() {
        left.extend_from_slice(rest);
    }
    (found, left)
}

/// Splits the bytes at the first occurrence of a mark; `None` if there is none.
fn split<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = bytes.windows(mark.len()).position(|window| window == mark)?;
    Some((bytes.get(..at)?, bytes.get(at + mark.len()..)?))
}

fn mended(body: &[u8]) -> String {
    let digit = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let digits: Vec<u8> = body.iter().filter(digit).copied().collect();
    let mark = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut text = mark(ARMOR);
    for line in digits.chunks(COLUMNS) {
        text.push('\n');
        text.push_str(&mark(line));
    }
    text.push('\n');
    text + &mark(ARMOR_END) + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        store::Seed,
        worker::crypto::{CryptoReply, CryptoRequest, answer},
    };

    fn asked(ask: CryptoRequest, body: &[u8]) -> String {
        match answer(ask, body, || None) {
            CryptoReply::Text(text) => text,
            _ => panic!("another answer"),
        }
    }

    fn encrypted(text: &str) -> String {
        let recipient = asked(CryptoRequest::Recipient { seed: Seed([7; 32]) }, &[]);
        asked(CryptoRequest::Encrypt { recipients: vec![recipient] }, text.as_bytes())
    }

    fn opened(text: &str) -> String {
        asked(CryptoRequest::Decrypt { seed: Seed([7; 32]) }, text.as_bytes())
    }

    #[test]
    fn one_after_another_with_anything_between_them_and_other_line_breaks() {
        let (one, two) = (encrypted("一"), encrypted("二").replace('\n', "\r\n "));
        let text = format!("\u{feff}某某 11-22 10:05\n{one}（请查收）{{\"payload\":1}}\n{two}");
        let (found, left) = age_texts(text.as_bytes());
        assert_eq!(found.iter().map(|it| opened(it)).collect::<Vec<_>>(), ["一", "二"]);
        assert!(String::from_utf8(left).unwrap().contains("{\"payload\":1}"));
    }

    #[test]
    fn a_binary_file_is_one() {
        let seed = include_bytes!("../../../fuzz/seeds/encrypted/binary.age");
        let (found, left) = age_texts(seed);
        assert_eq!((found.len(), left), (1, Vec::new()));
        assert!(found.iter().all(|it| it.starts_with("-----BEGIN AGE ENCRYPTED FILE-----\n")));
        assert!(!opened(&found[0]).is_empty());
    }

    #[test]
    fn a_plain_file_has_none() {
        assert_eq!(age_texts("年度总结 {}".as_bytes()), (Vec::new(), Vec::new()));
        assert_eq!(age_texts(b""), (Vec::new(), Vec::new()));
    }
}

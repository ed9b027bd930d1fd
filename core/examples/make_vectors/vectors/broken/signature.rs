//! Files whose signature is misspelt or does not hold. Their JSON, headers and payloads are well formed.

use super::{Parts, Vector, b64, fire, good, refused, sign};

pub(super) fn all() -> Vec<Vector> {
    let good_file = good();
    let signature = |text: String| Parts { signature: text, ..good() }.file();
    let other = sign(&fire());
    let (head, tail) = good_file.signature.split_at(40);
    let high_s = format!("{}{}", &good_file.signature[..84], b64([0xff]));
    let mut flipped = good_file.payload.clone();
    let was = flipped.remove(100);
    flipped.insert(100, if was == 'A' { 'B' } else { 'A' });
    vec![
        refused("signature-empty", "signature", "signature", "", "an empty signature", signature(String::new())),
        refused(
            "signature-short",
            "signature",
            "signature",
            "",
            "63 bytes",
            signature(good_file.signature[..84].to_owned()),
        ),
        refused(
            "signature-padded",
            "not-base64url",
            "signature",
            "",
            "base64url with padding",
            signature(format!("{}==", good_file.signature)),
        ),
        refused(
            "signature-standard-alphabet",
            "not-base64url",
            "signature",
            "",
            "the alphabet of RFC 4648 section 4",
            signature(standard_alphabet(&good_file.signature)),
        ),
        refused(
            "signature-trailing-bits",
            "not-base64url",
            "signature",
            "",
            "a last character with bits that belong to no byte",
            signature(trailing_bits(&good_file.signature)),
        ),
        refused(
            "signature-line-break",
            "not-base64url",
            "signature",
            "",
            "a line break in the signature",
            signature(format!("{head}\\n{tail}")),
        ),
        refused("signature-high-s", "signature", "signature", "", "S not below the group order", signature(high_s)),
        refused(
            "signature-of-another",
            "signature",
            "signature",
            "",
            "the signature of another file",
            signature(other.signature.clone()),
        ),
        refused(
            "payload-byte-flipped",
            "signature",
            "signature",
            "",
            "one character of the payload changed",
            Parts { payload: flipped, ..good() }.file(),
        ),
        refused(
            "payload-of-another",
            "signature",
            "signature",
            "",
            "the payload of another file",
            Parts { payload: other.payload, ..good() }.file(),
        ),
    ]
}

/// The text with a character that only the other alphabet has.
fn standard_alphabet(text: &str) -> String {
    format!("+/{}", &text[2..])
}

/// The text with a last character that decodes to the same bytes for a reader who looks away.
fn trailing_bits(text: &str) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let (rest, last) = text.split_at(text.len() - 1);
    let at = alphabet.iter().position(|c| *c == last.as_bytes()[0]).expect("base64url");
    format!("{rest}{}", char::from(alphabet[at + 1]))
}

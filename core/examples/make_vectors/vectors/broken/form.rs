//! Files whose payload is no canonical JSON. Their signatures hold.

use super::{Parts, Vector, canonical, complete, good, header, key, refused};

pub(super) fn all() -> Vec<Vector> {
    let usual = canonical(&complete());
    let bytes = |payload: &[u8]| Parts::sign(&key(1), &canonical(&header(&key(1))), payload).file();
    let text = |payload: &str| bytes(payload.as_bytes());
    let replaced = |find: &str, put: &str| {
        assert!(usual.contains(find), "{find}");
        text(&usual.replacen(find, put, 1))
    };
    let Parts { protected, payload, .. } = good();
    let padded = Parts::sign_texts(&key(1), protected, payload + "=");
    vec![
        refused(
            "payload-padded",
            "not-base64url",
            "payload",
            "",
            "base64url with padding, rightly signed",
            padded.file(),
        ),
        refused(
            "payload-white-space",
            "not-canonical",
            "payload",
            "",
            "a space that the canonical form does not have",
            replaced("{", "{ "),
        ),
        refused(
            "payload-line-feed",
            "not-canonical",
            "payload",
            "",
            "a line feed at the end",
            text(&format!("{usual}\n")),
        ),
        refused(
            "payload-member-order",
            "not-canonical",
            "payload",
            "",
            "members in another order",
            text(&out_of_order(&usual)),
        ),
        refused(
            "payload-needless-escape",
            "not-canonical",
            "payload",
            "",
            "a letter written as an escape",
            replaced("assessment", "\\u0061ssessment"),
        ),
        refused("payload-empty", "empty", "payload", "", "no payload", text("")),
        refused(
            "payload-not-utf8",
            "not-utf8",
            "payload",
            "",
            "a byte that UTF-8 does not have",
            bytes(&[usual.as_bytes(), b"\xff"].concat()),
        ),
        refused(
            "payload-bom",
            "byte-order-mark",
            "payload",
            "",
            "a byte order mark inside the payload",
            text(&format!("\u{feff}{usual}")),
        ),
        refused(
            "payload-duplicate-key",
            "duplicate-key",
            "payload",
            "",
            "two verdicts",
            replaced("\"verdict\":", "\"verdict\":0,\"verdict\":"),
        ),
        refused(
            "payload-lone-surrogate",
            "not-json",
            "payload",
            "",
            "half a surrogate pair",
            replaced("示例嘎查", "\\ud83d"),
        ),
        refused(
            "payload-trailing-bytes",
            "trailing-bytes",
            "payload",
            "",
            "a second value",
            text(&format!("{usual}{{}}")),
        ),
        refused("payload-deep", "too-deep", "payload", "", "lists, ten thousand deep", text(&"[".repeat(10_000))),
        refused(
            "payload-float",
            "not-an-integer",
            "payload",
            "",
            "a number with a fraction",
            replaced("\"sequence\":1", "\"sequence\":1.0"),
        ),
        refused(
            "payload-exponent",
            "not-an-integer",
            "payload",
            "",
            "a number with an exponent",
            replaced("\"sequence\":1", "\"sequence\":1e0"),
        ),
        refused(
            "payload-minus-zero",
            "not-an-integer",
            "payload",
            "",
            "minus zero",
            replaced("\"sequence\":1", "\"sequence\":-0"),
        ),
        refused(
            "payload-number-too-large",
            "number-too-large",
            "payload",
            "",
            "2^53, which not every reader holds",
            replaced("\"sequence\":1", "\"sequence\":9007199254740992"),
        ),
    ]
}

/// The first member moved to the end.
fn out_of_order(canonical: &str) -> String {
    let first = r#""as_of":"2026-03-31","#;
    assert!(canonical.starts_with(&format!("{{{first}")));
    let rest = canonical.replacen(first, "", 1);
    format!("{},{}}}", &rest[..rest.len() - 1], &first[..first.len() - 1])
}

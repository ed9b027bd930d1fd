//! Files whose key is refused, or is not the one that signed. Their headers are otherwise good.

use serde_json::{Value, json};

use super::{Parts, TYP, Vector, b64, canonical, complete, header, jwk, key, refused, thumbprint, with};

pub(super) fn all() -> Vec<Vector> {
    let signed = |header: &Value| Parts::sign(&key(1), &canonical(header), canonical(&complete())).file();
    let changed = |changes: &[(&str, Value)]| signed(&with(header(&key(1)), changes));
    vec![
        refused(
            "header-kid-of-another",
            "key-mismatch",
            "header",
            "",
            "`kid` is the thumbprint of another key",
            changed(&[("/kid", thumbprint(&jwk(&key(2))).into())]),
        ),
        refused(
            "header-jwk-of-another",
            "key-mismatch",
            "header",
            "",
            "`jwk` is another key than the one that signed",
            changed(&[("/jwk", jwk(&key(2)))]),
        ),
        refused(
            "header-key-of-another",
            "signature",
            "signature",
            "",
            "`kid` and `jwk` of a key that did not sign",
            signed(&header(&key(2))),
        ),
        refused(
            "header-kid-short",
            "not-a-thumbprint",
            "header",
            "kid",
            "a `kid` that is no thumbprint",
            changed(&[("/kid", "key-1".into())]),
        ),
        refused(
            "header-jwk-private",
            "private-key",
            "header",
            "",
            "the private part of the key is in the file",
            changed(&[("/jwk/d", b64([1; 32]).into())]),
        ),
        refused(
            "header-jwk-extra-member",
            "unknown-field",
            "header",
            "jwk.use",
            "a member that the key does not need",
            changed(&[("/jwk/use", "sig".into())]),
        ),
        refused(
            "header-jwk-other-curve",
            "unknown-word",
            "header",
            "jwk.crv",
            "a key of another curve",
            changed(&[("/jwk/crv", "X25519".into())]),
        ),
        refused(
            "header-jwk-short",
            "not-a-key",
            "header",
            "jwk.x",
            "31 bytes",
            changed(&[("/jwk/x", b64([1; 31]).into())]),
        ),
        refused(
            "header-jwk-small-order",
            "weak-key",
            "header",
            "",
            "a point of small order, under which a signature fits every message",
            small_order(),
        ),
        refused(
            "header-jwk-not-canonical",
            "weak-key",
            "header",
            "",
            "a point whose y is not below p",
            with_point(&not_canonical()),
        ),
        refused("header-jwk-no-point", "weak-key", "header", "", "32 bytes that are no point", with_point(&[2; 32])),
    ]
}

fn with_point(point: &[u8; 32]) -> String {
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": b64(point) });
    let header = json!({ "alg": "Ed25519", "typ": TYP, "kid": thumbprint(&jwk), "jwk": jwk });
    Parts::sign(&key(1), &canonical(&header), canonical(&complete())).file()
}

/// The neutral point as key and as R, with S = 0: a plain verifier accepts this for every message.
fn small_order() -> String {
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": b64(neutral) });
    let header = json!({ "alg": "Ed25519", "typ": TYP, "kid": thumbprint(&jwk), "jwk": jwk });
    let signature = b64([neutral, [0; 32]].concat());
    Parts { signature, ..Parts::sign(&key(1), &canonical(&header), canonical(&complete())) }.file()
}

/// y = p + 3, which is 3 for a reader who looks away.
fn not_canonical() -> [u8; 32] {
    let mut y = [0xff; 32];
    (y[0], y[31]) = (0xf0, 0x7f);
    y
}

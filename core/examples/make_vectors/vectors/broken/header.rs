//! Files whose protected header is refused for anything but its key. The signatures hold.

use serde_json::{Value, json};

use super::{Parts, TYP, Vector, canonical, complete, good, header, key, refused, with};

pub(super) fn all() -> Vec<Vector> {
    let text = |header: &str| Parts::sign(&key(1), header, canonical(&complete())).file();
    let signed = |header: &Value| text(&canonical(header));
    let changed = |changes: &[(&str, Value)]| signed(&with(header(&key(1)), changes));
    let without = |name: &str| {
        let mut header = header(&key(1));
        header.as_object_mut().expect("an object").remove(name);
        signed(&header)
    };
    let usual = canonical(&header(&key(1)));
    let none = with(header(&key(1)), &[("/alg", "none".into())]);
    let none = Parts::sign(&key(1), &canonical(&none), canonical(&complete()));
    let typ = |typ: &str| changed(&[("/typ", typ.into())]);
    let newer = with(header(&key(1)), &[("/typ", TYP.replace(".v1", ".v2").into()), ("/crit", json!(["x"]))]);
    vec![
        refused(
            "header-not-base64url",
            "not-base64url",
            "header",
            "",
            "a header with a sign that base64url does not have",
            Parts { protected: "e30*".into(), ..good() }.file(),
        ),
        refused("header-not-json", "not-json", "header", "", "a header that is no JSON", text("alg=Ed25519")),
        refused(
            "header-duplicate-alg",
            "duplicate-key",
            "header",
            "",
            "two algorithms",
            text(&usual.replacen('{', r#"{"alg":"Ed25519","#, 1)),
        ),
        refused(
            "header-bom",
            "byte-order-mark",
            "header",
            "",
            "a byte order mark inside the header",
            text(&format!("\u{feff}{usual}")),
        ),
        refused(
            "header-alg-none",
            "algorithm",
            "header",
            "",
            "`alg` none, unsigned",
            Parts { signature: String::new(), ..none }.file(),
        ),
        refused(
            "header-alg-none-in-capitals",
            "algorithm",
            "header",
            "",
            "`alg` NonE",
            changed(&[("/alg", "NonE".into())]),
        ),
        refused(
            "header-alg-hs256",
            "algorithm",
            "header",
            "",
            "`alg` HS256: the public key taken for a secret",
            changed(&[("/alg", "HS256".into())]),
        ),
        refused(
            "header-alg-es256",
            "algorithm",
            "header",
            "",
            "an algorithm of another key type",
            changed(&[("/alg", "ES256".into())]),
        ),
        refused(
            "header-alg-ed448",
            "algorithm",
            "header",
            "",
            "the other curve of RFC 8032",
            changed(&[("/alg", "Ed448".into())]),
        ),
        refused("header-alg-missing", "missing-field", "header", "alg", "no algorithm", without("alg")),
        refused("header-kid-missing", "missing-field", "header", "kid", "no `kid`", without("kid")),
        refused("header-jwk-missing", "missing-field", "header", "jwk", "no key", without("jwk")),
        refused("header-typ-missing", "missing-field", "header", "typ", "no `typ`", without("typ")),
        refused(
            "header-extra-member",
            "unknown-field",
            "header",
            "b64",
            "a member that changes how the payload is read (RFC 7797)",
            changed(&[("/b64", false.into())]),
        ),
        refused(
            "header-crit",
            "unknown-field",
            "header",
            "crit",
            "a critical extension that nobody knows",
            changed(&[("/crit", json!(["exp"]))]),
        ),
        refused("header-typ-jwt", "unknown-kind", "header", "", "a JWT", typ("JWT")),
        refused(
            "header-unknown-kind",
            "unknown-kind",
            "header",
            "",
            "a kind that does not exist",
            typ(&TYP.replace("assessment", "verdict")),
        ),
        refused(
            "header-typ-with-application",
            "unknown-kind",
            "header",
            "",
            "the media type written out",
            typ(&format!("application/{TYP}")),
        ),
        refused("header-typ-v0", "unknown-kind", "header", "", "version 0", typ(&TYP.replace(".v1", ".v0"))),
        refused(
            "header-kind-of-another",
            "unknown-word",
            "payload",
            "kind",
            "an assessment whose header calls it an opinion",
            typ(&TYP.replace("assessment", "opinion")),
        ),
        refused(
            "header-newer-format",
            "newer-format",
            "header",
            "",
            "a later version, whatever else its header holds",
            signed(&newer),
        ),
    ]
}

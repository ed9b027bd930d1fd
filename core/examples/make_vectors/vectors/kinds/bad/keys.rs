//! Enrolments and directories that do not fit their format. Canonical, and rightly signed.

use serde_json::json;

use super::{
    super::super::writer::{b64, thumbprint},
    Vector, good, out, refusals,
};

pub(super) fn enrolments() -> Vec<Vector> {
    let mut found = refusals(
        "enrolment",
        &good::enrolment(),
        vec![
            ("unknown-field", "unknown-field", "person", "a member that could hold who", vec![("/person", "".into())]),
            ("missing-role", "missing-field", "role", "no role", vec![("/role", out())]),
            ("named-role", "unknown-word", "role", "a name for a role", vec![("/role", "李某".into())]),
            ("blank-name", "empty-text", "name", "a name of nothing", vec![("/name", " ".into())]),
            (
                "long-name",
                "text-too-long",
                "name",
                "a name of 101 characters",
                vec![("/name", "长".repeat(101).into())],
            ),
            (
                "name-line-feed",
                "bad-text",
                "name",
                "a name of two lines",
                vec![("/name", "苏木派出所\n电话已核对".into())],
            ),
            (
                "recipient-misspelt",
                "not-a-recipient",
                "recipient",
                "an age recipient whose checksum does not hold",
                vec![("/recipient", good::RECIPIENT.replace("mcac8p", "mcac8q").into())],
            ),
            (
                "recipient-in-capitals",
                "not-a-recipient",
                "recipient",
                "the other spelling that Bech32 has",
                vec![("/recipient", good::RECIPIENT.to_uppercase().into())],
            ),
            ("example-false", "not-true", "example", "two ways to say no", vec![("/example", false.into())]),
            (
                "other-kind",
                "unknown-word",
                "kind",
                "a kind that is not that of `typ`",
                vec![("/kind", "directory".into())],
            ),
            (
                "other-format",
                "contradiction",
                "format",
                "a version that is not that of `typ`",
                vec![("/format", 2.into())],
            ),
        ],
    );
    let mut neutral = [0; 32];
    neutral[0] = 1;
    found.extend(refusals(
        "enrolment",
        &good::rotation(),
        vec![
            (
                "rotates-private",
                "unknown-field",
                "rotates.jwk.d",
                "the private part of the old key",
                vec![("/rotates/jwk/d", b64([1; 32]).into())],
            ),
            (
                "rotates-weak",
                "not-a-key",
                "rotates.jwk.x",
                "an old key of small order",
                vec![("/rotates/jwk/x", b64(neutral).into())],
            ),
            (
                "rotates-short",
                "not-a-signature",
                "rotates.signature",
                "a signature of 63 bytes",
                vec![("/rotates/signature", b64([1; 63]).into())],
            ),
            (
                "rotates-and-lost",
                "contradiction",
                "lost",
                "an old key that vouches and is lost",
                vec![("/lost", good::lost()["lost"].clone())],
            ),
        ],
    ));
    found.extend(refusals(
        "enrolment",
        &good::lost(),
        vec![
            ("lost-no-thumbprint", "not-a-thumbprint", "lost.kid", "no thumbprint", vec![("/lost/kid", "key".into())]),
            ("lost-no-day", "not-a-day", "lost.since", "no day", vec![("/lost/since", "2026-04-31".into())]),
        ],
    ));
    found
}

pub(super) fn directories() -> Vec<Vector> {
    let directory = good::directory();
    let unit = |code: &str| json!({ "code": code, "name": "示例嘎查" });
    let (key_one, key_two) = (directory["keys"][0].clone(), directory["keys"][1].clone());
    let office = directory["offices"][1].clone();
    let acts = json!([{ "pack": "b", "office": "a" }, { "pack": "a", "office": "a" }]);
    refusals(
        "directory",
        &directory,
        vec![
            (
                "units-out-of-order",
                "out-of-order",
                "units",
                "units in another order than their codes'",
                vec![("/units", json!([unit("150626200206"), unit("150626200205")]))],
            ),
            (
                "unit-twice",
                "repeated-element",
                "units",
                "a unit twice",
                vec![("/units", json!([unit("150626200205"), unit("150626200205")]))],
            ),
            (
                "unit-name-escape",
                "bad-text",
                "units[0].name",
                "a unit's name with an escape",
                vec![("/units/0/name", "示例\u{1b}[1A嘎查".into())],
            ),
            (
                "office-name-turned",
                "bad-text",
                "offices[1].name",
                "an office's name with a mark of direction",
                vec![("/offices/1/name", "\u{61c}派出所".into())],
            ),
            (
                "unit-outside",
                "outside-area",
                "units[0].code",
                "a unit of another township",
                vec![("/units", json!([unit("150626201205")]))],
            ),
            (
                "area-of-another",
                "contradiction",
                "area",
                "an area that is not the signer's",
                vec![("/party/unit", "150626201000".into())],
            ),
            (
                "office-twice",
                "repeated-element",
                "offices",
                "an office twice",
                vec![("/offices", json!([office, office]))],
            ),
            (
                "office-parts-out-of-order",
                "out-of-order",
                "offices[1].acts_as",
                "parts in another order",
                vec![("/offices/1/acts_as", acts)],
            ),
            (
                "office-serves-twice",
                "repeated-element",
                "offices[1].serves",
                "a unit served twice",
                vec![("/offices/1/serves", json!(["150626200205", "150626200205"]))],
            ),
            ("key-twice", "repeated-element", "keys", "a key twice", vec![("/keys", json!([key_one, key_one]))]),
            (
                "keys-out-of-order",
                "out-of-order",
                "keys",
                "keys in another order than their thumbprints'",
                vec![("/keys", json!([key_two, key_one]))],
            ),
            (
                "key-with-owner",
                "unknown-field",
                "keys[0].owner",
                "a member that could hold who",
                vec![("/keys/0/owner", "".into())],
            ),
            ("key-no-point", "not-a-key", "keys[0].jwk.x", "no point", vec![("/keys/0/jwk/x", b64([2; 32]).into())]),
            (
                "key-other-curve",
                "unknown-word",
                "keys[0].jwk.crv",
                "a key of another curve",
                vec![("/keys/0/jwk/crv", "Ed448".into())],
            ),
            (
                "key-no-day",
                "not-a-day",
                "keys[0].retired_on",
                "a day written otherwise",
                vec![("/keys/0/retired_on", "2026-4-10".into())],
            ),
            (
                "key-made-sure-of-nobody",
                "contradiction",
                "keys[0].made_sure_on",
                "a day of making sure where no key vouched",
                vec![("/keys/0/made_sure_on", "2026-04-10".into())],
            ),
            (
                "key-vouches-for-itself",
                "contradiction",
                "keys[0].vouched_by",
                "a key that vouches for itself",
                vec![("/keys/0/vouched_by", thumbprint(&key_one["jwk"]).into())],
            ),
            (
                "key-vouched-no-thumbprint",
                "not-a-thumbprint",
                "keys[0].vouched_by",
                "no thumbprint",
                vec![("/keys/0/vouched_by", "key".into())],
            ),
            (
                "second-without-first",
                "contradiction",
                "supersedes",
                "a second edition that names no first",
                vec![("/sequence", 2.into())],
            ),
        ],
    )
}

//! Files that open: the good ones, and those whose states are not all fine. No file here is refused.

use serde_json::{Value, json};

use super::{
    Vector,
    payload::{complete, fire, overlay, scored, silent, whole_quarter},
    writer::{Parts, canonical, good, header, key, signed_by},
};

/// The states that a good file has, apart from those named.
pub(super) fn opened(name: &str, about: &str, parts: &Parts, states: &[(&'static str, &str)]) -> Vector {
    with_bytes(name, about, parts, states, parts.file())
}

fn with_bytes(
    name: &str,
    about: &str,
    parts: &Parts,
    states: &[(&'static str, &str)],
    bytes: impl Into<Vec<u8>>,
) -> Vector {
    let usual = [
        ("key", "first-seen"),
        ("authority", "yes"),
        ("clock", "plausible"),
        ("pack", "known"),
        ("recompute", "same"),
        ("chain", "new"),
        ("privacy", "clean"),
        ("mix", "real"),
        ("counts", "yes"),
    ];
    let given = |key: &str| states.iter().find(|state| state.0 == key).map(|state| state.1);
    let mut header =
        vec![("expect", "opened".to_owned()), ("kind", "assessment".to_owned()), ("digest", parts.digest())];
    header.extend(["after", "overlays", "seen"].into_iter().filter_map(|key| Some((key, given(key)?.to_owned()))));
    header.extend(usual.map(|(key, value)| (key, given(key).unwrap_or(value).to_owned())));
    header.push(("about", about.to_owned()));
    Vector { name: format!("{name}.txt"), header, bytes: bytes.into() }
}

/// A payload with changes.
pub(super) fn with(mut payload: Value, changes: &[(&str, Value)]) -> Value {
    for (pointer, value) in changes {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let parent = payload.pointer_mut(parent).expect("a parent");
        parent[name] = value.clone();
    }
    payload
}

pub(super) fn all() -> Vec<Vector> {
    [good_ones(), with_points(), states(), chains()].into_iter().flatten().collect()
}

fn good_ones() -> Vec<Vector> {
    let minimal = good(&silent());
    let key = key(1);
    let mut header = header(&key);
    header["alg"] = "EdDSA".into();
    let by_old_name = Parts::sign(&key, &canonical(&header), canonical(&complete()));
    let Parts { protected, payload, signature } = good(&complete());
    let spread = format!(
        "\r\n\t {{ \"signature\" : \"{signature}\",\n  \"protected\": \"{protected}\",\n  \"payload\": \"{payload}\" }}\n\n"
    );
    let loose =
        r#"{ "typ": "TYP", "kid": "KID", "jwk": { "x": "X", "kty": "OKP", "crv": "Ed25519" }, "alg": "Ed25519" }"#;
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let loose = loose.replace("TYP", &text(&header["typ"])).replace("KID", &text(&header["kid"]));
    let loose = loose.replace("\"X\"", &format!("\"{}\"", text(&header["jwk"]["x"])));
    let loose = Parts::sign(&key, &loose, canonical(&complete()));
    vec![
        opened("good-minimal", "a village that has stated nothing yet", &minimal, &[]),
        opened("good-complete", "a quarter without incidents, stated after its end", &good(&complete()), &[]),
        opened("good-incident", "one incident with attributes and a remark", &good(&fire()), &[]),
        opened("good-alg-eddsa", "`alg` by its RFC 8037 name", &by_old_name, &[]),
        opened("good-header-loose", "a header with white space and its members in another order", &loose, &[]),
        with_bytes(
            "good-white-space",
            "white space around and inside the outer JSON, members in another order",
            &good(&complete()),
            &[],
            spread,
        ),
        opened(
            "good-example",
            "play data",
            &good(&with(complete(), &[("/example", true.into())])),
            &[("mix", "example")],
        ),
        opened(
            "good-unsorted-facts",
            "facts in another order than the writer's: read all the same",
            &good(&unsorted()),
            &[],
        ),
    ]
}

fn unsorted() -> Value {
    let mut payload = complete();
    let statements = payload["facts"]["statements"].as_array_mut().expect("a list");
    statements.reverse();
    payload
}

/// Files under a document that scores, and under what others decide.
fn with_points() -> Vec<Vector> {
    let (points, means) = (
        "changgang-pingan-fazhi-xing-2023/cases/overlays/points.json",
        "dali-pingan-xiangcun-2024/cases/overlays/means.json",
    );
    let official = json!({ "low": [0, 1], "high": [100, 1], "official": true, "pass": 80 });
    let official = with(scored(), &[("/overlays", json!([overlay(points)])), ("/score", official)]);
    let mut without = scored();
    without.as_object_mut().expect("an object").remove("score");
    let seen = ("seen", "2027-01-05");
    let differs = [("recompute", "differs"), seen];
    let other = |loaded| {
        [("overlays", loaded), ("pack", "other-overlay"), ("recompute", "not-possible"), ("counts", "no"), seen]
    };
    vec![
        opened(
            "good-score",
            "a document that scores: nothing reached, everything within reach",
            &good(&scored()),
            &[seen],
        ),
        opened(
            "good-overlay",
            "the same with points and a pass mark from an overlay that the importer has",
            &good(&official),
            &[("overlays", points), seen],
        ),
        opened(
            "score-altered",
            "other points than follow from the facts",
            &good(&with(scored(), &[("/score/low", json!([50, 1]))])),
            &differs,
        ),
        opened(
            "score-called-official",
            "a trial score that is called official",
            &good(&with(scored(), &[("/score/official", true.into())])),
            &differs,
        ),
        opened("score-missing", "no points under a document that scores", &good(&without), &differs),
        opened(
            "score-of-no-document",
            "points under a document that does not score",
            &good(&with(complete(), &[("/score", scored()["score"].clone())])),
            &differs,
        ),
        opened(
            "overlay-of-another-document",
            "an overlay that the importer has, and that is about another document",
            &good(&with(complete(), &[("/overlays", json!([overlay(points)]))])),
            &other(points),
        ),
        opened(
            "overlay-of-another-level",
            "an overlay that the importer has, of the county, in a file about a village",
            &good(&with(
                scored(),
                &[("/pack", super::payload::pack("dali-pingan-xiangcun-2024")), ("/overlays", json!([overlay(means)]))],
            )),
            &other(means),
        ),
    ]
}

fn states() -> Vec<Vector> {
    let changed = |changes: &[(&str, Value)]| good(&with(complete(), changes));
    let not_counted = |axis: &'static str, state| [(axis, state), ("recompute", "not-possible"), ("counts", "no")];
    let facts_invalid = [("recompute", "facts-invalid"), ("counts", "no")];
    let future = json!([whole_quarter("crime", "complete")]);
    let future =
        with(complete(), &[("/facts/statements", future), ("/facts/statements/0/made_on", "2026-03-01".into())]);
    vec![
        opened(
            "findings-altered",
            "a breach claimed as met: the findings do not follow from the facts",
            &good(&with(fire(), &[("/findings", complete()["findings"].clone())])),
            &[("recompute", "differs")],
        ),
        opened(
            "verdict-altered",
            "the right findings with another verdict",
            &good(&with(fire(), &[("/verdict/verdict", "qualified".into())])),
            &[("recompute", "differs")],
        ),
        opened(
            "findings-missing",
            "no findings at all",
            &changed(&[("/findings", json!([]))]),
            &[("recompute", "differs")],
        ),
        opened(
            "other-evaluator",
            "another evaluator number: never shown as altered, even if the findings differ",
            &good(&with(fire(), &[("/evaluator", 3.into()), ("/verdict/verdict", "qualified".into())])),
            &[("recompute", "other-evaluator")],
        ),
        opened(
            "unknown-pack",
            "a document that is not here",
            &changed(&[("/pack/id", "no-such-document".into())]),
            &not_counted("pack", "unknown-pack"),
        ),
        opened(
            "unknown-pack-version",
            "a version of the document that is not here",
            &changed(&[("/pack/version", 4_294_967_295_u32.into())]),
            &not_counted("pack", "unknown-version"),
        ),
        opened(
            "pack-digest-differs",
            "the same version with other content",
            &changed(&[("/pack/digest", "0".repeat(64).into())]),
            &not_counted("pack", "digest-differs"),
        ),
        opened(
            "unknown-level",
            "a level that the document does not have",
            &changed(&[("/level", "county".into())]),
            &not_counted("pack", "unknown-level"),
        ),
        opened(
            "unknown-overlay",
            "an overlay that is not here",
            &changed(&[("/overlays", json!(["ab".repeat(32)]))]),
            &not_counted("pack", "unknown-overlay"),
        ),
        opened("statement-about-the-future", "stated on 1 March about all of March", &good(&future), &facts_invalid),
        opened(
            "unknown-indicator",
            "a statement about something that the document does not ask about",
            &changed(&[("/facts/statements/0/about", "no-such-thing".into())]),
            &facts_invalid,
        ),
        opened(
            "incident-outside-period",
            "an incident of another quarter",
            &good(&with(fire(), &[("/facts/incidents/0/day", "2025-12-31".into())])),
            &facts_invalid,
        ),
        opened(
            "other-unit-signs",
            "another village signs",
            &changed(&[("/party/unit", "150626200206".into())]),
            &[("authority", "other-unit"), ("counts", "no")],
        ),
        opened(
            "remark-with-identity-number",
            "a remark with an invented identity number whose check character is valid",
            &changed(&[("/facts/remarks", json!({ "village.2": "身份证１１０１０５ １９４９１２３１ ００２Ｘ" }))]),
            &[("privacy", "flagged")],
        ),
        opened(
            "remark-with-mobile",
            "a remark with a mobile number",
            &changed(&[("/facts/remarks", json!({ "village.2": "联系138-0013-8000" }))]),
            &[("privacy", "flagged")],
        ),
    ]
}

fn chains() -> Vec<Vector> {
    let first = good(&complete());
    let next =
        |sequence: u32, before: &str| with(fire(), &[("/sequence", sequence.into()), ("/supersedes", before.into())]);
    let second = good(&next(2, &first.digest()));
    let not_counted = |after: &'static str, state: &'static str| [("after", after), ("chain", state), ("counts", "no")];
    vec![
        opened(
            "chain-supersedes",
            "a second file that names the first",
            &second,
            &[("after", "good-complete.txt"), ("chain", "supersedes")],
        ),
        opened(
            "chain-first-missing",
            "a second file whose predecessor never came: nothing speaks against it",
            &second,
            &[],
        ),
        opened("chain-duplicate", "the same file again", &first, &not_counted("good-complete.txt", "duplicate")),
        opened(
            "chain-superseded",
            "the first file after the second",
            &first,
            &not_counted("chain-supersedes.txt", "superseded"),
        ),
        opened(
            "chain-no-predecessor",
            "two first files",
            &good(&fire()),
            &not_counted("good-complete.txt", "conflict-no-predecessor"),
        ),
        opened(
            "chain-missing-predecessor",
            "a third file whose predecessor never came, beside the first",
            &good(&next(3, &second.digest())),
            &not_counted("good-complete.txt", "conflict-missing-predecessor"),
        ),
        opened(
            "chain-other-key",
            "a second file by a key that is not enrolled",
            &signed_by(&key(2), &next(2, &first.digest())),
            &not_counted("good-complete.txt", "conflict-other-key"),
        ),
        opened(
            "chain-fork",
            "two second files",
            &good(&with(next(2, &first.digest()), &[("/software", "vectors 2".into())])),
            &not_counted("good-complete.txt chain-supersedes.txt", "conflict-fork"),
        ),
        opened(
            "chain-example-apart",
            "play data beside a real file about the same quarter",
            &good(&with(complete(), &[("/example", true.into())])),
            &[("after", "good-complete.txt"), ("mix", "example")],
        ),
    ]
}

//! Files whose payload has a member that does not fit, outside its facts. Payloads are canonical, signatures hold.

use serde_json::{Value, json};

use super::{Vector, complete, refused, sign, with};

pub(super) fn all() -> Vec<Vector> {
    let changed = |changes: &[(&str, Value)]| sign(&with(complete(), changes)).file();
    let mut timeless = complete();
    timeless.as_object_mut().expect("an object").remove("as_of");
    vec![
        refused(
            "payload-unknown-field",
            "unknown-field",
            "payload",
            "note",
            "a member that the format does not have",
            changed(&[("/note", "".into())]),
        ),
        refused(
            "payload-missing-field",
            "missing-field",
            "payload",
            "as_of",
            "a member that has to be there",
            sign(&timeless).file(),
        ),
        refused(
            "payload-score-of-nothing",
            "not-a-fraction",
            "payload",
            "score.high",
            "points with a denominator of zero",
            changed(&[("/score", json!({ "low": [0, 1], "high": [100, 0], "official": false }))]),
        ),
        refused(
            "payload-score-below-nothing",
            "not-a-fraction",
            "payload",
            "score.low",
            "fewer points than none",
            changed(&[("/score", json!({ "low": [-1, 2], "high": [100, 1], "official": false }))]),
        ),
        refused(
            "payload-score-without-official",
            "missing-field",
            "payload",
            "score.official",
            "points that do not say whether they are a trial",
            changed(&[("/score", json!({ "low": [0, 1], "high": [100, 1] }))]),
        ),
        refused(
            "payload-other-kind",
            "unknown-word",
            "payload",
            "kind",
            "a kind that is not that of `typ`",
            changed(&[("/kind", "opinion".into())]),
        ),
        refused(
            "payload-other-format",
            "contradiction",
            "payload",
            "format",
            "a version that is not that of `typ`",
            changed(&[("/format", 2.into())]),
        ),
        refused(
            "payload-unit-code",
            "not-a-division-code",
            "payload",
            "unit.code",
            "a code of 11 digits",
            changed(&[("/unit/code", "15062620020".into())]),
        ),
        refused(
            "payload-unit-level",
            "unit-level-wrong",
            "payload",
            "unit.level",
            "a level that the code does not have",
            changed(&[("/unit/level", "township".into())]),
        ),
        refused(
            "payload-period",
            "not-a-period",
            "payload",
            "period",
            "a fifth quarter",
            changed(&[("/period", "2026-Q5".into())]),
        ),
        refused(
            "payload-day",
            "not-a-day",
            "payload",
            "as_of",
            "30 February",
            changed(&[("/as_of", "2026-02-30".into())]),
        ),
        refused(
            "payload-time-elsewhere",
            "not-a-time",
            "payload",
            "stated_at",
            "a time of another zone",
            changed(&[("/stated_at", "2026-04-01T01:30:00Z".into())]),
        ),
        refused(
            "payload-example-false",
            "not-true",
            "payload",
            "example",
            "`example` that is not `true`",
            changed(&[("/example", false.into())]),
        ),
        refused(
            "payload-digest-in-capitals",
            "not-a-digest",
            "payload",
            "pack.digest",
            "a digest in capital letters",
            changed(&[("/pack/digest", "AB".repeat(32).into())]),
        ),
        refused(
            "payload-sequence-zero",
            "out-of-range",
            "payload",
            "sequence",
            "sequence numbers start at 1",
            changed(&[("/sequence", 0.into())]),
        ),
        refused(
            "payload-second-without-first",
            "contradiction",
            "payload",
            "supersedes",
            "a second file that names no predecessor",
            changed(&[("/sequence", 2.into())]),
        ),
        refused(
            "payload-first-with-predecessor",
            "contradiction",
            "payload",
            "supersedes",
            "a first file that names a predecessor",
            changed(&[("/supersedes", "00".repeat(32).into())]),
        ),
        refused(
            "payload-overlays-out-of-order",
            "repeated-element",
            "payload",
            "overlays",
            "an overlay twice",
            changed(&[("/overlays", json!(["00".repeat(32), "00".repeat(32)]))]),
        ),
    ]
}

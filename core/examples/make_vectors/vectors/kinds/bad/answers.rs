//! Receipts, roll-ups, overlays and packs that do not fit their format. Canonical, and rightly signed.

use serde_json::json;

use super::{
    super::super::writer::{jwk, key},
    Vector, good, out, refusals,
};

pub(super) fn receipts() -> Vec<Vector> {
    refusals(
        "receipt",
        &good::receipt(),
        vec![
            ("unknown-answer", "unknown-word", "answer", "an answer of another kind", vec![("/answer", "lost".into())]),
            (
                "returned-without-reason",
                "missing-field",
                "reasons",
                "sent back, and nobody says why",
                vec![("/answer", "returned".into())],
            ),
            (
                "received-with-reason",
                "unknown-field",
                "reasons",
                "reasons where nothing is sent back",
                vec![("/reasons", json!([]))],
            ),
            (
                "reason-nul",
                "bad-text",
                "reasons[0].text",
                "a reason that some programs read up to its NUL",
                vec![("/answer", "returned".into()), ("/reasons", json!([{ "text": "请补\0正" }]))],
            ),
            ("late-in-words", "unknown-field", "late", "a claim that the days decide", vec![("/late", true.into())]),
            (
                "unknown-kind",
                "unknown-word",
                "file.kind",
                "a kind that does not exist",
                vec![("/file/kind", "form".into())],
            ),
            (
                "file-in-capitals",
                "not-a-digest",
                "file.digest",
                "a digest in capitals",
                vec![("/file/digest", "AB".repeat(32).into())],
            ),
            (
                "first-seen-no-day",
                "not-a-day",
                "first_seen",
                "a day that does not exist",
                vec![("/first_seen", "2026-02-29".into())],
            ),
            ("no-first-seen", "missing-field", "first_seen", "no day", vec![("/first_seen", out())]),
        ],
    )
}

pub(super) fn rollups() -> Vec<Vector> {
    let counted =
        |unit: &str| json!({ "unit": unit, "bundle": "aa".repeat(32), "verdict": "qualified", "provisional": false });
    refusals(
        "rollup",
        &good::rollup(),
        vec![
            (
                "removed-by-no-digest",
                "not-a-digest",
                "counted[0].removed",
                "a name taken back, and only the word for it",
                vec![("/counted/0/removed", true.into())],
            ),
            (
                "area-turned",
                "bad-text",
                "area.name",
                "a name with a mark of direction",
                vec![("/area/name", "示例苏木\u{200f}".into())],
            ),
            (
                "unit-twice",
                "repeated-element",
                "counted",
                "a unit counted twice",
                vec![("/counted", json!([counted("150626200205"), counted("150626200205")]))],
            ),
            (
                "units-out-of-order",
                "out-of-order",
                "counted",
                "units in another order than their codes'",
                vec![("/counted", json!([counted("150626200206"), counted("150626200205")]))],
            ),
            (
                "unit-outside",
                "outside-area",
                "counted[0].unit",
                "a unit of another township",
                vec![("/counted", json!([counted("150626201205")]))],
            ),
            (
                "expected-outside",
                "outside-area",
                "expected",
                "a unit of another township is expected",
                vec![("/expected", json!(["150626201205"]))],
            ),
            (
                "expected-twice",
                "repeated-element",
                "expected",
                "a unit expected twice, which would lower every rate",
                vec![("/expected", json!(["150626200205", "150626200205"]))],
            ),
            (
                "counted-and-unsettled",
                "contradiction",
                "unsettled",
                "a unit that is counted and in conflict",
                vec![("/unsettled", json!(["150626200205"]))],
            ),
            (
                "children-out-of-order",
                "out-of-order",
                "children",
                "children in another order",
                vec![("/children", json!(["bb".repeat(32), "aa".repeat(32)]))],
            ),
            (
                "unknown-verdict",
                "unknown-word",
                "counted[0].verdict",
                "a verdict of another kind",
                vec![("/counted/0/verdict", "good".into())],
            ),
            (
                "area-of-another",
                "contradiction",
                "area",
                "an area that is not the signer's",
                vec![("/party/unit", "150626201000".into())],
            ),
            ("a-sum", "unknown-field", "qualified", "a sum, which the units decide", vec![("/qualified", 1.into())]),
        ],
    )
}

pub(super) fn published() -> Vec<Vector> {
    let mut found = refusals(
        "overlay",
        &good::overlay(),
        vec![
            ("nothing", "missing-field", "overlay", "no overlay", vec![("/overlay", out())]),
            (
                "unknown-field",
                "unknown-field",
                "overlay.bonus",
                "a member that an overlay does not have",
                vec![("/overlay/bonus", 1.into())],
            ),
            (
                "newer-format",
                "contradiction",
                "overlay.format",
                "an overlay of a later format",
                vec![("/overlay/format", 2.into())],
            ),
            (
                "title-turned",
                "bad-text",
                "overlay.title",
                "a title that is shown from right to left",
                vec![("/overlay/title", "\u{202e}标准".into())],
            ),
            ("no-day", "not-a-day", "overlay.issued", "no day", vec![("/overlay/issued", "2024".into())]),
        ],
    );
    found.extend(refusals(
        "pack",
        &good::pack(),
        vec![
            ("nothing", "missing-field", "pack", "no pack", vec![("/pack", out())]),
            ("empty", "not-a-pack", "pack", "an empty object", vec![("/pack", json!({}))]),
            ("newer-format", "not-a-pack", "pack", "a pack of a later format", vec![("/pack/format", 2.into())]),
            (
                "title-turned",
                "not-a-pack",
                "pack",
                "a pack whose title is shown from right to left",
                vec![("/pack/source/title", "\u{202e}标准".into())],
            ),
            ("unknown-field", "not-a-pack", "pack", "a pack with a stray member", vec![("/pack/owner", "".into())]),
            ("other-key-inside", "unknown-field", "key", "a key beside the pack", vec![("/key", jwk(&key(1)))]),
        ],
    ));
    found
}

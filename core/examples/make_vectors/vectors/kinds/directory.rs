//! Files beside a directory: whose key it is, on the day on which the file was first seen. The files themselves are good.

use serde_json::{Value, json};

use super::super::payload::complete;
use super::{
    Vector, opened,
    payload::{OFFICE, POLICE, RETIRED, VILLAGE, joined, opinion, receipt, recognition},
    signed,
};

/// A file of a key that is not the unit's takes no part among the unit's files.
fn chain(counts: &str) -> &'static str {
    if counts == "yes" { "new" } else { "-" }
}

pub(super) fn all() -> Vec<Vector> {
    let beside = |name, about, kind: &str, seed, payload: &Value, more: &[(&'static str, &str)]| {
        let directory = [("directory", "good-directory.txt")];
        opened(name, about, kind, &signed(seed, payload), &[&directory, more].concat())
    };
    let of_village = |name, about, seed, payload: &Value, key, counts| {
        let states = [("key", key), ("counts", counts), ("recompute", "same"), ("chain", chain(counts))];
        beside(name, about, "assessment", seed, payload, &states)
    };
    let second = joined(&[
        complete(),
        json!({ "party": { "unit": "150626200206" } }),
        json!({ "unit": { "code": "150626200206", "name": "示例二嘎查", "level": "village" } }),
    ]);
    let third = joined(&[
        complete(),
        json!({ "party": { "unit": "150626200207" } }),
        json!({ "unit": { "code": "150626200207", "name": "示例三嘎查", "level": "village" } }),
    ]);
    let retired = |name, about, seen, key, counts| {
        let states =
            [("key", key), ("counts", counts), ("recompute", "same"), ("seen", seen), ("chain", chain(counts))];
        beside(name, about, "assessment", RETIRED, &second, &states)
    };
    vec![
        of_village("key-enrolled", "a village's own key", VILLAGE, &complete(), "enrolled", "yes"),
        of_village(
            "key-unknown",
            "a key that nobody knows, of a village that has one",
            2,
            &complete(),
            "stranger",
            "no",
        ),
        of_village(
            "key-first-seen",
            "a key that nobody knows, of a village that has none",
            2,
            &third,
            "first-seen",
            "yes",
        ),
        of_village(
            "key-retired-replayed",
            "what a retired key signed, signed again by a fresh one",
            2,
            &second,
            "stranger",
            "no",
        ),
        of_village("key-of-its-township", "the township signs for a village", OFFICE, &complete(), "other-unit", "no"),
        of_village("key-of-another-village", "a village signs for another", VILLAGE, &second, "other-unit", "no"),
        beside(
            "clock-ahead",
            "signed, by its own word, more than a day after it was seen here",
            "assessment",
            VILLAGE,
            &joined(&[complete(), json!({ "stated_at": "2199-01-01T10:00:00+08:00" })]),
            &[("recompute", "same"), ("clock", "ahead")],
        ),
        retired(
            "key-retired",
            "first seen on the day from which the key no longer counts",
            "2026-04-10",
            "retired",
            "no",
        ),
        retired("key-before-retirement", "first seen the day before", "2026-04-09", "enrolled", "yes"),
        beside(
            "key-of-an-office",
            "the police station's own key",
            "opinion",
            POLICE,
            &opinion(),
            &[("key", "enrolled")],
        ),
        beside(
            "key-of-another-office",
            "an opinion in the police station's name by another office of its township",
            "opinion",
            OFFICE,
            &opinion(),
            &[("key", "other-unit"), ("counts", "no")],
        ),
        beside(
            "key-of-the-deciding-office",
            "a decision by its office",
            "recognition",
            OFFICE,
            &recognition(),
            &[("key", "enrolled")],
        ),
        beside(
            "key-of-no-office",
            "a decision by a village",
            "recognition",
            VILLAGE,
            &recognition(),
            &[("key", "other-unit"), ("counts", "no")],
        ),
        beside(
            "key-of-the-answering-office",
            "a receipt by its office",
            "receipt",
            OFFICE,
            &receipt(),
            &[("key", "enrolled"), ("pack", "-")],
        ),
        beside(
            "key-unknown-answers",
            "a receipt by nobody",
            "receipt",
            2,
            &receipt(),
            &[("key", "stranger"), ("pack", "-"), ("counts", "no")],
        ),
    ]
}

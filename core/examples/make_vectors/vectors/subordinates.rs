//! A township's files that name what the units below it stated: which fit together, and which only seem to.

use serde_json::{Value, json};

use super::{
    Vector,
    opened::{opened, with},
    payload::township,
    refused,
    writer::good,
};

const BELOW: &str = "/facts/below";

pub(super) fn all() -> Vec<Vector> {
    let resting = |changes: &[(&str, Value)]| with(with(township(), &[(BELOW, subordinates())]), changes);
    let invalid = [("recompute", "facts-invalid"), ("counts", "no")];
    let stranger = json!({ "150626201201": "1".repeat(64) });
    vec![
        opened(
            "good-below",
            "a township that names the one of two villages that has reported",
            &good(&resting(&[])),
            &[],
        ),
        opened(
            "good-below-whole",
            "every village has reported, and stated the quarter to its end",
            &good(&resting(&[
                ("/facts/below/expected", 1.into()),
                ("/facts/below/topics/0/covered", "2026-03-31".into()),
            ])),
            &[],
        ),
        opened(
            "below-covered-by-the-missing",
            "the same while a village has not reported: nobody can have stated it for all",
            &good(&resting(&[("/facts/below/topics/0/covered", "2026-03-31".into())])),
            &invalid,
        ),
        opened(
            "below-unit-outside",
            "a village of another township among those below",
            &good(&resting(&[("/facts/below/units", stranger)])),
            &invalid,
        ),
        opened(
            "below-of-a-village",
            "a village that names units below it",
            &good(&with(super::payload::complete(), &[(BELOW, subordinates())])),
            &invalid,
        ),
        refused(
            "below-topics-out-of-order",
            "out-of-order",
            "payload",
            "facts.below.topics",
            "topics in another order than their names'",
            good(&resting(&[("/facts/below/topics", json!([topic("fire"), topic("crime")]))])).file(),
        ),
        refused(
            "below-unknown-field",
            "unknown-field",
            "payload",
            "facts.below.sum",
            "a member that the format does not have",
            good(&resting(&[("/facts/below/sum", 0.into())])).file(),
        ),
    ]
}

/// One of two villages has reported: one crime is the least that there was.
fn subordinates() -> Value {
    json!({ "expected": 2, "units": { "150626200201": "1".repeat(64) }, "topics": [topic("crime")] })
}

fn topic(about: &str) -> Value {
    json!({ "about": about, "counted": 1, "unclear": 0 })
}

//! Files whose statements speak of part of a category: which answer what is asked, and which only seem to.

use serde_json::{Value, json};

use super::{
    Vector,
    opened::{opened, with},
    payload::complete,
    writer::good,
};

/// The statements about forest and grassland fires, and about other fires, in a quarter that is stated whole.
const FOREST: &str = "/facts/statements/3/only";
const OTHER: &str = "/facts/statements/4/only";

pub(super) fn all() -> Vec<Vector> {
    let stated = |changes: &[(&str, Value)]| with(complete(), changes);
    let asked = json!({ "any": [
        { "is": "loss-yuan", "at_least": 10000 },
        { "is": "deaths", "at_least": 1 },
        { "is": "seriously-hurt", "at_least": 1 },
        { "is": "grade", "more_than": 1 },
    ] });
    let narrow = stated(&[(FOREST, json!({ "is": "grade", "at_least": 2 }))]);
    let invalid = [("recompute", "facts-invalid"), ("counts", "no")];
    vec![
        opened(
            "good-filter",
            "none of the fires that the document asks about, in its own words",
            &good(&stated(&[(OTHER, asked)])),
            &[],
        ),
        opened(
            "good-filter-wider",
            "none of a wider part than is asked about: it answers all the same",
            &good(&stated(&[(FOREST, json!({ "is": "grade", "more_than": 0 }))])),
            &[],
        ),
        opened(
            "filter-too-narrow",
            "none of grade 2 or above says nothing of grade 1: the check stays open",
            &good(&with(
                narrow.clone(),
                &[
                    ("/findings/7/finding", "undetermined".into()),
                    ("/findings/7/checks/0/finding", "undetermined".into()),
                    ("/verdict", json!({ "verdict": "open", "provisional": true })),
                ],
            )),
            &[],
        ),
        opened(
            "filter-too-narrow-claimed",
            "the same part, claimed as if it answered the whole",
            &good(&narrow),
            &[("recompute", "differs")],
        ),
        opened(
            "filter-unknown-attribute",
            "a part by an attribute that the document does not have",
            &good(&stated(&[(OTHER, json!({ "is": "weather", "at_least": 1 }))])),
            &invalid,
        ),
    ]
}

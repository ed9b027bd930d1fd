//! Files whose facts do not have the form of facts. Payloads are canonical, signatures hold.

use serde_json::{Value, json};

use super::{Vector, complete, fire, refused, sign, with};

pub(super) fn all() -> Vec<Vector> {
    let changed = |changes: &[(&str, Value)]| sign(&with(complete(), changes)).file();
    let fire_with = |changes: &[(&str, Value)]| sign(&with(fire(), changes)).file();
    let long = "长".repeat(501);
    vec![
        refused(
            "payload-unknown-field-inside",
            "unknown-field",
            "payload",
            "facts.incidents[0].victim",
            "a member of an incident that the format does not have",
            fire_with(&[("/facts/incidents/0/victim", "".into())]),
        ),
        refused(
            "payload-says-nothing-known",
            "unknown-word",
            "payload",
            "facts.statements[0].says",
            "a statement of a kind that the format does not have",
            changed(&[("/facts/statements/0/says", "perhaps".into())]),
        ),
        refused(
            "payload-days-backwards",
            "days-backwards",
            "payload",
            "facts.statements[0].to",
            "a last day before the first",
            changed(&[("/facts/statements/0/to", "2025-12-31".into())]),
        ),
        refused(
            "payload-remark-too-long",
            "text-too-long",
            "payload",
            "facts.remarks.village.2",
            "a remark of 501 characters",
            changed(&[("/facts/remarks", json!({ "village.2": long }))]),
        ),
        refused(
            "payload-remark-escape",
            "bad-text",
            "payload",
            "facts.remarks.village.2",
            "a remark that switches what follows off on a terminal",
            changed(&[("/facts/remarks", json!({ "village.2": "已处置\n另附\t说明\u{9b}8m" }))]),
        ),
        refused(
            "payload-reason-turned",
            "bad-text",
            "payload",
            "facts.statements[0].reason",
            "a reason with a switch of direction",
            changed(&[
                ("/facts/statements/0/says", "not-applicable".into()),
                ("/facts/statements/0/reason", "\u{2067}无".into()),
            ]),
        ),
        refused(
            "payload-no-category",
            "empty-list",
            "payload",
            "facts.incidents[0].categories",
            "an incident of no category",
            fire_with(&[("/facts/incidents/0/categories", json!([]))]),
        ),
        refused(
            "payload-incident-id",
            "not-an-incident-id",
            "payload",
            "facts.incidents[0].id",
            "an incident named by hand",
            fire_with(&[("/facts/incidents/0/id", "fire-1".into())]),
        ),
        refused(
            "payload-attribute-text",
            "not-a-number",
            "payload",
            "facts.incidents[0].attributes.deaths",
            "an attribute that is no number",
            fire_with(&[("/facts/incidents/0/attributes/deaths", "一人".into())]),
        ),
    ]
}

//! Files with a statement whose part of a category has not the form of a filter. Payloads are canonical, signatures hold.

use serde_json::{Value, json};

use super::{Vector, complete, refused, sign, with};

pub(super) fn all() -> Vec<Vector> {
    let only = |filter: Value| sign(&with(complete(), &[("/facts/statements/4/only", filter)])).file();
    let told = |name: &str, code: &str, at: &str, about: &str, filter: Value| {
        let at = format!("facts.statements[4].only{at}");
        refused(&format!("payload-filter-{name}"), code, "payload", &at, about, only(filter))
    };
    let grade = || json!({ "is": "grade", "at_least": 2 });
    let deep = (0..9).fold(grade(), |part, _| json!({ "all": [part] }));
    vec![
        told("text", "not-an-object", "", "a filter in words", json!("grade >= 2")),
        told("empty", "missing-field", ".is", "a filter of nothing", json!({})),
        told("no-attribute", "missing-field", ".is", "a bound on nothing", json!({ "at_least": 2 })),
        told("no-bound", "missing-field", ".at_least", "an attribute without a bound", json!({ "is": "grade" })),
        told(
            "bound-text",
            "not-a-number",
            ".at_least",
            "a bound in words",
            json!({ "is": "grade", "at_least": "较大" }),
        ),
        told(
            "two-bounds",
            "unknown-field",
            ".at_most",
            "two bounds on one attribute",
            json!({ "is": "grade", "at_least": 2, "at_most": 3 }),
        ),
        told("no-id", "not-an-id", ".is", "an attribute that is no id", json!({ "is": "Grade", "at_least": 2 })),
        told("empty-all", "empty-list", ".all", "all of nothing", json!({ "all": [] })),
        told(
            "all-and-any",
            "unknown-field",
            ".any",
            "two kinds at once",
            json!({ "all": [grade()], "any": [grade()] }),
        ),
        told("list", "not-an-object", "", "a list of filters", json!([grade(), grade()])),
        told("part-list", "not-an-object", ".any[1]", "a part that is none", json!({ "any": [grade(), 2] })),
        told("many-parts", "too-many", ".any", "more parts than anybody needs", json!({ "any": vec![grade(); 21] })),
        told("deep", "too-deep", &format!("{}.all", ".all[0]".repeat(8)), "parts within parts, nine deep", deep),
    ]
}

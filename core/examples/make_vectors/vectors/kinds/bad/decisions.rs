//! Opinions and recognitions that do not fit their format. Canonical, and rightly signed.

use serde_json::json;

use super::{Vector, good, out, refusals};

pub(super) fn opinions() -> Vec<Vector> {
    let said = |criterion: &str| json!({ "criterion": criterion, "basis": "aa".repeat(32) });
    refusals(
        "opinion",
        &good::opinion(),
        vec![
            ("says-nothing", "empty-list", "says", "an opinion about nothing", vec![("/says", json!([]))]),
            (
                "criterion-twice",
                "repeated-element",
                "says",
                "two words on one criterion",
                vec![("/says", json!([said("village.2"), said("village.2")]))],
            ),
            (
                "blank-objection",
                "empty-text",
                "says[1].objection",
                "an objection without a reason",
                vec![("/says/1/objection", "　".into())],
            ),
            (
                "long-objection",
                "text-too-long",
                "says[1].objection",
                "a reason of 501 characters",
                vec![("/says/1/objection", "长".repeat(501).into())],
            ),
            (
                "objection-escape",
                "bad-text",
                "says[1].objection",
                "an objection with an escape",
                vec![("/says/1/objection", "\u{1b}]0;x\u{7}有异议".into())],
            ),
            ("basis-short", "not-a-digest", "says[0].basis", "no digest", vec![("/says/0/basis", "aa".into())]),
            (
                "agrees-in-words",
                "unknown-field",
                "says[0].agrees",
                "a member that the format does not have",
                vec![("/says/0/agrees", true.into())],
            ),
            ("no-assessment", "missing-field", "assessment", "about no file", vec![("/assessment", out())]),
            (
                "overlays-out-of-order",
                "out-of-order",
                "overlays",
                "overlays in another order",
                vec![("/overlays", json!(["bb".repeat(32), "aa".repeat(32)]))],
            ),
            ("period", "not-a-period", "period", "no period", vec![("/period", "2026-Q5".into())]),
        ],
    )
}

pub(super) fn recognitions() -> Vec<Vector> {
    let reason = |text: &str| json!({ "text": text, "criterion": "village.5" });
    let mut found = refusals(
        "recognition",
        &good::recognition(),
        vec![
            (
                "unknown-decision",
                "unknown-word",
                "decision",
                "a decision of another kind",
                vec![("/decision", "vetoed".into())],
            ),
            (
                "without-reason",
                "empty-list",
                "reasons",
                "not qualified, and nobody says why",
                vec![("/decision", "not-qualified".into())],
            ),
            (
                "returned-without-reason",
                "empty-list",
                "reasons",
                "sent back, and nobody says why",
                vec![("/decision", "returned".into())],
            ),
            (
                "step-of-nothing",
                "unknown-field",
                "step",
                "a step of removal where nothing is removed",
                vec![("/step", "step.removal".into())],
            ),
            (
                "opinions-out-of-order",
                "out-of-order",
                "opinions",
                "opinions in another order",
                vec![("/opinions", json!(["dd".repeat(32), "cc".repeat(32)]))],
            ),
            ("office-no-id", "not-an-id", "office", "an office by its name", vec![("/office", "苏木平安办".into())]),
            ("no-office", "missing-field", "office", "as no office", vec![("/office", out())]),
        ],
    );
    found.extend(refusals(
        "recognition",
        &good::not_qualified(),
        vec![
            (
                "removed-by-no-step",
                "missing-field",
                "step",
                "a name taken back by no rule",
                vec![("/decision", "removed".into())],
            ),
            (
                "reasons-twice",
                "repeated-element",
                "reasons",
                "two reasons on one criterion",
                vec![("/reasons", json!([reason("甲"), reason("乙")]))],
            ),
            (
                "long-reason",
                "text-too-long",
                "reasons[0].text",
                "a reason of 501 characters",
                vec![("/reasons/0/text", "长".repeat(501).into())],
            ),
            (
                "reason-separator",
                "bad-text",
                "reasons[0].text",
                "a reason with a separator of lines that is no line feed",
                vec![("/reasons/0/text", "甲\u{2028}乙".into())],
            ),
            (
                "reason-with-person",
                "unknown-field",
                "reasons[0].person",
                "a member that could hold who",
                vec![("/reasons/0/person", "".into())],
            ),
        ],
    ));
    found
}

//! Files of the other kinds that open, and their states. No file here is refused.

use serde_json::{Value, json};

use super::{
    Vector, opened,
    payload::{
        OFFICE, POLICE, VILLAGE, assessment, directory, enrolment, joined, lost, not_qualified, opinion, overlay, pack,
        receipt, recognition, rollup, rotation, vouched,
    },
    signed,
};

const NO_PACK: (&str, &str) = ("pack", "-");
const ALONE: (&str, &str) = ("chain", "-");

pub(super) fn all() -> Vec<Vector> {
    [enrolments(), opinions(), recognitions(), receipts(), others()].into_iter().flatten().collect()
}

fn changed(payload: Value, changes: Value) -> Value {
    joined(&[payload, changes])
}

fn flagged<'a>(more: &[(&'static str, &'a str)]) -> Vec<(&'static str, &'a str)> {
    [&[("privacy", "flagged")], more].concat()
}

fn enrolments() -> Vec<Vector> {
    let of = |name, about, seed, payload: &Value, more: &[(&'static str, &str)]| {
        let usual = [NO_PACK, ALONE, ("directory", "-"), ("key", "first-seen")];
        opened(name, about, "enrolment", &signed(seed, payload), &[more, &usual].concat())
    };
    let mobile = changed(enrolment(), json!({ "name": "示例嘎查13800138000" }));
    let example = changed(enrolment(), json!({ "example": true }));
    vec![
        of("good-enrolment", "a village's first key, with a recipient for encryption", VILLAGE, &enrolment(), &[]),
        of("good-enrolment-rotation", "a new key with the old one's word for it", 7, &rotation(), &[]),
        of("good-enrolment-lost", "a new key in place of one that is lost", 8, &lost(), &[]),
        of("good-enrolment-example", "play data", VILLAGE, &example, &[("mix", "example")]),
        of("enrolment-with-mobile", "a telephone number in a name", VILLAGE, &mobile, &flagged(&[])),
    ]
}

fn opinions() -> Vec<Vector> {
    let of = |name, about, payload: &Value, more: &[(&'static str, &str)]| {
        opened(name, about, "opinion", &signed(POLICE, payload), more)
    };
    let first = signed(POLICE, &opinion()).digest();
    let second =
        changed(opinion(), json!({ "sequence": 2, "supersedes": first, "stated_at": "2026-04-13T10:00:00+08:00" }));
    let mobile = json!([{ "criterion": "village.2", "basis": "aa".repeat(32), "objection": "请联系138-0013-8000" }]);
    let elsewhere = changed(opinion(), json!({ "party": { "unit": "150626201000", "office": "police" } }));
    let unit_itself = changed(opinion(), json!({ "party": { "unit": "150626200205" } }));
    let unknown = changed(opinion(), json!({ "level": "county" }));
    let not_counted = |axis: &'static str, state| [(axis, state), ("counts", "no")];
    let other_unit = [("key", "other-unit"), ("authority", "other-unit"), ("counts", "no")];
    vec![
        of("good-opinion", "one criterion agreed, one objected to", &opinion(), &[]),
        of(
            "good-opinion-second",
            "an opinion that replaces the first",
            &second,
            &[("after", "good-opinion.txt"), ("chain", "supersedes")],
        ),
        of(
            "opinion-with-mobile",
            "a telephone number in an objection",
            &changed(opinion(), json!({ "says": mobile })),
            &flagged(&[]),
        ),
        of("opinion-of-another-area", "an office of another township", &elsewhere, &other_unit),
        of("opinion-of-the-unit-itself", "a village about itself", &unit_itself, &other_unit),
        of(
            "opinion-unknown-level",
            "a level that the document does not have",
            &unknown,
            &not_counted("pack", "unknown-level"),
        ),
        of(
            "opinion-beside-recognition",
            "another kind about the same unit is no rival",
            &opinion(),
            &[("after", "good-complete.txt good-recognition.txt")],
        ),
    ]
}

fn recognitions() -> Vec<Vector> {
    let of = |name, about, payload: &Value, more: &[(&'static str, &str)]| {
        opened(name, about, "recognition", &signed(OFFICE, payload), more)
    };
    let returned = changed(not_qualified(), json!({ "decision": "returned" }));
    let removed = changed(not_qualified(), json!({ "decision": "removed", "step": "step.removal" }));
    let personal = json!([{ "text": "见110105194912310 02X" }]);
    let personal = changed(not_qualified(), json!({ "reasons": personal }));
    let again = changed(recognition(), json!({ "software": "vectors 2" }));
    let by_nobody = changed(recognition(), json!({ "party": { "unit": "150626200000" } }));
    vec![
        of("good-recognition", "a village that qualifies", &recognition(), &[]),
        of("good-recognition-not-qualified", "one that does not, for two reasons", &not_qualified(), &[]),
        of("good-recognition-returned", "one sent back to be corrected", &returned, &[]),
        of(
            "recognition-removed-by-no-step",
            "a name taken back under a document that takes none back",
            &removed,
            &[("authority", "not-in-document"), ("counts", "no")],
        ),
        of("recognition-with-identity-number", "an invented identity number in a reason", &personal, &flagged(&[])),
        of(
            "recognition-twice",
            "two first decisions",
            &again,
            &[("after", "good-recognition.txt"), ("chain", "conflict-no-predecessor"), ("counts", "no")],
        ),
        of(
            "recognition-duplicate",
            "the same decision again",
            &recognition(),
            &[("after", "good-recognition.txt"), ("chain", "duplicate"), ("counts", "no")],
        ),
        of(
            "recognition-without-office",
            "a decision of no office",
            &by_nobody,
            &[("key", "other-unit"), ("authority", "other-unit"), ("counts", "no")],
        ),
    ]
}

fn receipts() -> Vec<Vector> {
    let of = |name, about, payload: &Value, more: &[(&'static str, &str)]| {
        opened(name, about, "receipt", &signed(OFFICE, payload), &[&[NO_PACK], more].concat())
    };
    let first = signed(OFFICE, &receipt()).digest();
    let reasons = json!([{ "text": "请补报第三条。", "criterion": "village.3" }]);
    let returned =
        changed(receipt(), json!({ "answer": "returned", "reasons": reasons, "sequence": 2, "supersedes": first }));
    let late = changed(receipt(), json!({ "answer": "accepted", "first_seen": "2026-04-06" }));
    let mut undated = receipt();
    undated.as_object_mut().expect("an object").remove("due");
    let landline = changed(returned.clone(), json!({ "reasons": [{ "text": "请拨（0477）7212345。" }] }));
    vec![
        of("good-receipt", "a file has arrived in time", &receipt(), &[]),
        of(
            "good-receipt-returned",
            "the same file sent back, for a reason",
            &returned,
            &[("after", "good-receipt.txt"), ("chain", "supersedes")],
        ),
        of("good-receipt-late", "a file that was late and is accepted", &late, &[]),
        of("good-receipt-undated", "nothing says by when", &undated, &[]),
        of("receipt-with-landline", "a telephone number in a reason", &landline, &flagged(&[])),
    ]
}

fn others() -> Vec<Vector> {
    let mobile = changed(directory(), json!({ "units": [{ "code": "150626200205", "name": "联系13800138000" }] }));
    let second = changed(directory(), json!({ "sequence": 2, "supersedes": signed(OFFICE, &directory()).digest() }));
    let above = json!({
        "party": { "unit": "150626000000", "office": "pingan" },
        "area": { "code": "150626000000", "name": "示例旗", "level": "county" },
        "children": [signed(OFFICE, &rollup()).digest()],
    });
    let mut recognised = rollup();
    recognised["counted"][0]["recognition"] = signed(OFFICE, &recognition()).digest().into();
    let mut taken_back = recognised.clone();
    taken_back["counted"][0]["removed"] = "cc".repeat(32).into();
    let unknown = changed(rollup(), json!({ "overlays": [assessment()] }));
    vec![
        opened(
            "good-directory",
            "units, offices and keys of a township",
            "directory",
            &signed(OFFICE, &directory()),
            &[NO_PACK],
        ),
        opened(
            "good-directory-second",
            "a later edition",
            "directory",
            &signed(OFFICE, &second),
            &[NO_PACK, ("after", "good-directory.txt"), ("chain", "supersedes")],
        ),
        opened(
            "good-directory-vouched",
            "a key that another vouched for, and one of which people made sure afterwards",
            "directory",
            &signed(OFFICE, &vouched()),
            &[NO_PACK],
        ),
        opened(
            "directory-with-mobile",
            "a telephone number in a name",
            "directory",
            &signed(OFFICE, &mobile),
            &flagged(&[NO_PACK]),
        ),
        opened("good-rollup", "one of two villages reported", "rollup", &signed(OFFICE, &rollup()), &[]),
        opened(
            "good-rollup-of-rollups",
            "a county over the township's roll-up, which its townships do not count",
            "rollup",
            &signed(5, &changed(rollup(), above)),
            &[("authority", "other-unit"), ("counts", "no")],
        ),
        opened("good-rollup-recognised", "with the office's decision", "rollup", &signed(OFFICE, &recognised), &[]),
        opened(
            "good-rollup-name-taken-back",
            "with the decision that took the name back",
            "rollup",
            &signed(OFFICE, &taken_back),
            &[],
        ),
        opened(
            "rollup-unknown-overlay",
            "under an overlay that is not here",
            "rollup",
            &signed(OFFICE, &unknown),
            &[("pack", "unknown-overlay"), ("counts", "no")],
        ),
        opened(
            "good-signed-overlay",
            "a pass mark, signed by the county",
            "overlay",
            &signed(9, &overlay()),
            &[NO_PACK, ("key", "stranger"), ("counts", "no")],
        ),
        opened("good-signed-pack", "a whole document, signed", "pack", &signed(5, &pack()), &[NO_PACK, ALONE]),
    ]
}

//! Payloads of assessments about one village, as JSON, with findings that a person wrote down. Signs nothing.

use std::{fs, path::Path};

use cunping_packs::RELEASED;
use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::writer::canonical;

const PACK: &str = "sulide-bawu-2022";

/// A document that scores.
const SCORED: &str = "changgang-pingan-fazhi-xing-2023";

const CATEGORIES: [&str; 9] = [
    "cult/activity",
    "crime",
    "telecom-fraud",
    "fire/forest-grassland",
    "fire/other",
    "gang",
    "petition/unlawful",
    "special-group-lapse",
    "unlawful-act/women-children-elderly",
];

/// Nothing stated: everything is open.
pub(super) fn silent() -> Value {
    json!({
        "kind": "assessment",
        "format": 1,
        "party": { "unit": "150626200205" },
        "unit": { "code": "150626200205", "name": "示例嘎查", "level": "village" },
        "level": "village",
        "period": "2026-Q1",
        "as_of": "2026-03-31",
        "pack": pack(PACK),
        "overlays": [],
        "evaluator": 2,
        "sequence": 1,
        "facts": { "incidents": [], "statements": [], "remarks": {} },
        "findings": findings("undetermined", &[]),
        "verdict": { "verdict": "open", "provisional": true },
        "stated_at": "2026-04-01T09:30:00+08:00",
        "software": "vectors 1",
    })
}

/// The reference to the first version of a released document.
pub(super) fn pack(id: &str) -> Value {
    json!({ "id": id, "version": 1, "digest": sha256(released(id)) })
}

fn released(id: &str) -> &'static [u8] {
    RELEASED.iter().find(|it| (it.id, it.version) == (id, 1)).expect("the pack is released").json
}

fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// The digest of an overlay that lies in `packs/`.
pub(super) fn overlay(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs").join(path);
    let value: Value = serde_json::from_slice(&fs::read(path).expect("the overlay is there")).expect("JSON");
    sha256(canonical(&value).as_bytes())
}

/// Every criterion of a level open.
fn open(document: &str, level: &str) -> Value {
    let document: Value = serde_json::from_slice(released(document)).expect("JSON");
    let open = |id: &Value| json!({ "id": id, "finding": "undetermined" });
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let of_level = list(&document["levels"]).into_iter().find(|it| it["id"] == level).expect("the level");
    let criteria = list(&of_level["criteria"]).into_iter().map(|criterion| {
        let mut finding = open(&criterion["id"]);
        finding["checks"] = list(&criterion["checks"]).iter().map(|check| open(&check["id"])).collect();
        finding
    });
    criteria.collect()
}

/// Nothing stated by a township.
pub(super) fn township() -> Value {
    let mut payload = silent();
    payload["party"] = json!({ "unit": "150626200000" });
    payload["unit"] = json!({ "code": "150626200000", "name": "示例苏木", "level": "township" });
    payload["level"] = "township".into();
    payload["findings"] = open(PACK, "township");
    payload
}

/// Nothing stated under a document that scores: everything is open, and every point within reach.
pub(super) fn scored() -> Value {
    let mut payload = silent();
    payload["unit"] = json!({ "code": "411422100399", "name": "示例村", "level": "village" });
    payload["party"] = json!({ "unit": "411422100399" });
    payload["period"] = "2026".into();
    payload["as_of"] = "2026-12-31".into();
    payload["stated_at"] = "2027-01-04T09:30:00+08:00".into();
    payload["pack"] = pack(SCORED);
    payload["findings"] = open(SCORED, "village");
    payload["score"] = json!({ "low": [0, 1], "high": [100, 1], "official": false });
    payload
}

/// The whole quarter stated, after its end, as without incidents: qualified, and nothing can change it.
pub(super) fn complete() -> Value {
    let mut payload = silent();
    payload["facts"]["statements"] = CATEGORIES.map(|about| whole_quarter(about, "complete")).to_vec().into();
    payload["findings"] = findings("met", &[]);
    payload["verdict"] = json!({ "verdict": "qualified", "provisional": false });
    payload
}

/// A fire of 12,000 yuan on 10 February, entered on 11 April: criterion 8 is not met by its second check.
pub(super) fn fire() -> Value {
    let mut payload = complete();
    payload["facts"]["incidents"] = json!([{
        "id": "000102030405060708090a0b0c0d0e0f",
        "day": "2026-02-10",
        "categories": ["fire/other"],
        "attributes": { "loss-yuan": 12000, "deaths": 0, "seriously-hurt": 0, "grade": 0 },
        "stated_on": "2026-04-11",
    }]);
    payload["facts"]["remarks"] = json!({ "village.8": "牧户草垛失火，2026-02-10，损失12000元。\t“已处置”" });
    payload["findings"] = findings("met", &["village.8", "village.8.2"]);
    payload["verdict"] = json!({ "verdict": "not-qualified", "provisional": false });
    payload["stated_at"] = "2026-04-11T16:05:09+08:00".into();
    payload
}

pub(super) fn whole_quarter(about: &str, says: &str) -> Value {
    json!({ "about": about, "from": "2026-01-01", "to": "2026-03-31", "made_on": "2026-04-01", "says": says })
}

/// The same finding for every rule but those that are not met.
fn findings(usual: &str, not_met: &[&str]) -> Value {
    let pair = |id: &str| json!({ "id": id, "finding": if not_met.contains(&id) { "not-met" } else { usual } });
    let rules = (1..=8).map(|n| {
        let id = format!("village.{n}");
        let checks = if n == 8 { vec!["village.8.1".to_owned(), "village.8.2".to_owned()] } else { vec![id.clone()] };
        let mut finding = pair(&id);
        finding["checks"] = checks.iter().map(|check| pair(check)).collect();
        finding
    });
    rules.collect()
}

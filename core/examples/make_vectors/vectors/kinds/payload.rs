//! Good payloads of every kind but assessments, as JSON. Signs nothing.

use cunping_packs::RELEASED;
use ed25519_dalek::Signer as _;
use serde_json::{Value, json};

use super::super::{
    payload::complete,
    writer::{b64, good, jwk, key, thumbprint},
};

/// Whose key a seed is, in the vectors' directory.
pub(super) const VILLAGE: u8 = 1;
pub(super) const OFFICE: u8 = 3;
pub(super) const POLICE: u8 = 4;
pub(super) const COUNTY: u8 = 5;
pub(super) const RETIRED: u8 = 6;

pub(super) const RECIPIENT: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

/// Several objects as one; later members count.
pub(super) fn joined(parts: &[Value]) -> Value {
    let members = parts.iter().flat_map(|part| part.as_object().expect("an object").clone());
    Value::Object(members.collect())
}

fn head(kind: &str, unit: &str, office: Option<&str>) -> Value {
    let mut party = json!({ "unit": unit });
    if let Some(office) = office {
        party["office"] = office.into();
    }
    json!({ "kind": kind, "format": 1, "party": party, "stated_at": "2026-04-12T10:00:00+08:00", "software": "vectors 1" })
}

fn first() -> Value {
    json!({ "sequence": 1 })
}

fn subject() -> Value {
    let assessment = complete();
    let members =
        ["unit", "pack", "level", "period", "overlays"].map(|name| (name.to_owned(), assessment[name].clone()));
    Value::Object(members.into_iter().collect())
}

/// The digest of the assessment that the others speak about.
pub(super) fn assessment() -> String {
    good(&complete()).digest()
}

pub(super) fn enrolment() -> Value {
    let own = json!({ "name": "示例嘎查", "role": "clerk", "recipient": RECIPIENT });
    joined(&[head("enrolment", "150626200205", None), own])
}

/// The key of seed 7 takes over from the village's.
pub(super) fn rotation() -> Value {
    let (old, new) = (thumbprint(&jwk(&key(VILLAGE))), thumbprint(&jwk(&key(7))));
    let message = format!("cunping rotation v1\n{old}\n{new}\n150626200205\n\n");
    let signature = b64(key(VILLAGE).sign(message.as_bytes()).to_bytes());
    let rotates = json!({ "rotates": { "jwk": jwk(&key(VILLAGE)), "signature": signature } });
    joined(&[enrolment(), rotates])
}

pub(super) fn lost() -> Value {
    let lost = json!({ "lost": { "kid": thumbprint(&jwk(&key(VILLAGE))), "since": "2026-04-10" } });
    joined(&[enrolment(), lost])
}

pub(super) fn directory() -> Value {
    let record = |seed: u8, unit: &str, office: Option<&str>| {
        let party = head("", unit, office)["party"].clone();
        json!({ "jwk": jwk(&key(seed)), "party": party, "role": "shared", "enrolled_on": "2026-01-05" })
    };
    let mut retired = record(RETIRED, "150626200206", None);
    retired["retired_on"] = "2026-04-10".into();
    let mut office = record(OFFICE, "150626200000", Some("pingan"));
    office["recipient"] = RECIPIENT.into();
    let mut keys = vec![
        record(VILLAGE, "150626200205", None),
        office,
        record(POLICE, "150626200000", Some("police")),
        record(COUNTY, "150626000000", Some("pingan")),
        retired,
    ];
    keys.sort_by_key(|it| thumbprint_bytes(&it["jwk"]));
    let acts = |office: &str| json!([{ "pack": "sulide-bawu-2022", "office": office }]);
    let own = json!({
        "area": { "code": "150626200000", "name": "示例苏木", "level": "township" },
        "units": [
            { "code": "150626200205", "name": "示例嘎查" },
            { "code": "150626200206", "name": "示例二嘎查" },
        ],
        "offices": [
            { "unit": "150626000000", "office": "pingan", "name": "示例旗平安办", "acts_as": acts("flag-pingan"), "serves": ["150626200205", "150626200206"] },
            { "unit": "150626200000", "office": "pingan", "name": "示例苏木平安办", "acts_as": acts("sumu-pingan") },
            { "unit": "150626200000", "office": "police", "name": "示例派出所", "acts_as": acts("sumu-police"), "serves": ["150626200205"] },
        ],
        "keys": keys,
    });
    joined(&[head("directory", "150626200000", Some("pingan")), first(), own])
}

/// The same, where the second village's key was vouched for by the one before it and nobody has telephoned, and the
/// police's by one that is not here any more, and somebody has.
pub(super) fn vouched() -> Value {
    let mut directory = directory();
    let old = thumbprint(&jwk(&key(RETIRED)));
    let mut heir = json!({
        "jwk": jwk(&key(7)), "party": { "unit": "150626200206" }, "role": "shared", "enrolled_on": "2026-04-10",
    });
    heir["vouched_by"] = old.into();
    let keys = directory["keys"].as_array_mut().expect("a list");
    let police = keys.iter_mut().find(|it| it["party"]["office"] == "police").expect("the police's");
    police["vouched_by"] = thumbprint(&jwk(&key(8))).into();
    police["made_sure_on"] = "2026-04-11".into();
    keys.push(heir);
    keys.sort_by_key(|it| thumbprint_bytes(&it["jwk"]));
    directory
}

fn thumbprint_bytes(jwk: &Value) -> Vec<u8> {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(thumbprint(jwk)).expect("base64url")
}

pub(super) fn opinion() -> Value {
    let says = json!([
        { "criterion": "village.2", "basis": "aa".repeat(32) },
        { "criterion": "village.5", "basis": "bb".repeat(32), "objection": "二月另有一起诈骗案，未登记。" },
    ]);
    let own = json!({ "assessment": assessment(), "says": says });
    joined(&[head("opinion", "150626200000", Some("police")), first(), subject(), own])
}

pub(super) fn recognition() -> Value {
    let own = json!({
        "office": "sumu-pingan",
        "assessment": assessment(),
        "opinions": ["cc".repeat(32), "dd".repeat(32)],
        "decision": "qualified",
        "reasons": [],
    });
    joined(&[head("recognition", "150626200000", Some("pingan")), first(), subject(), own])
}

pub(super) fn not_qualified() -> Value {
    let reasons = json!([
        { "text": "经核实有一起电信网络诈骗案。", "criterion": "village.5" },
        { "text": "请对照意见整改。" },
    ]);
    joined(&[recognition(), json!({ "decision": "not-qualified", "reasons": reasons })])
}

pub(super) fn receipt() -> Value {
    let own = json!({
        "unit": complete()["unit"],
        "file": { "digest": assessment(), "kind": "assessment" },
        "first_seen": "2026-04-02",
        "due": "2026-04-05",
        "answer": "received",
    });
    joined(&[head("receipt", "150626200000", Some("pingan")), first(), own])
}

pub(super) fn rollup() -> Value {
    let own = json!({
        "area": { "code": "150626200000", "name": "示例苏木", "level": "township" },
        "children": [assessment()],
        "expected": ["150626200205", "150626200206"],
        "counted": [{ "unit": "150626200205", "bundle": assessment(), "verdict": "qualified", "provisional": false }],
        "unsettled": [],
    });
    let mut about = subject();
    about.as_object_mut().expect("an object").remove("unit");
    joined(&[head("rollup", "150626200000", Some("pingan")), first(), about, own])
}

pub(super) fn overlay() -> Value {
    let overlay = json!({
        "kind": "overlay",
        "format": 1,
        "pack": "changgang-pingan-fazhi-xing-2023",
        "version": 1,
        "level": "village",
        "title": "示例县评查细则",
        "issuer": "示例县委政法委",
        "issued": "2024-03-01",
        "pass_mark": 85,
    });
    joined(&[head("overlay", "411422000000", Some("zhengfawei")), first(), json!({ "overlay": overlay })])
}

pub(super) fn pack() -> Value {
    let smallest = RELEASED.iter().min_by_key(|it| it.json.len()).expect("a pack");
    let pack: Value = serde_json::from_slice(smallest.json).expect("a pack is JSON");
    joined(&[head("pack", "150626000000", Some("pingan")), json!({ "pack": pack })])
}

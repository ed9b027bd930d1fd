//! The published JSON Schemas agree with one another and with the code. Validators run in `tests/interop`.

use std::{fs, path::Path};

use cunping_core::{
    bundle::{Kind, SigningKey, sign},
    evaluate::Score,
};
use serde_json::Value;

use crate::sample;

fn schema(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/schemas").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn facts_are_the_same_in_both_schemas() {
    let (facts, assessment) = (schema("facts-v1.schema.json"), schema("assessment-v1.schema.json"));
    for (name, definition) in facts["$defs"].as_object().unwrap() {
        assert_eq!(assessment["$defs"][name], *definition, "{name}");
    }
    for name in ["incidents", "statements", "remarks", "below"] {
        assert_eq!(assessment["properties"]["facts"]["properties"][name], facts["properties"][name]);
    }
}

#[test]
fn what_kinds_share_is_the_same_in_every_schema() {
    let of = |kind: &Kind| schema(&format!("{kind}-v1.schema.json"));
    let mut shared: std::collections::BTreeMap<String, Value> = std::collections::BTreeMap::new();
    for kind in Kind::ALL {
        let schema = of(&kind);
        assert_eq!(schema["additionalProperties"], false, "{kind}");
        assert_eq!(schema["properties"]["kind"]["const"], kind.name());
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            let before = shared.entry(name.clone()).or_insert_with(|| definition.clone());
            assert_eq!(before, definition, "{kind}: {name}");
        }
    }
}

#[test]
fn the_header_schema_names_every_kind() {
    let header = schema("jws-header.schema.json");
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let pattern = format!(r"^vnd\.cunping\.({})\.v[1-9][0-9]{{0,9}}\+json$", names.join("|"));
    assert_eq!(header["properties"]["typ"]["pattern"], pattern);
}

#[test]
fn the_assessment_schema_has_every_member_that_is_written() {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    let mut assessment = sample::assessment(&sample::pack());
    (assessment.example, assessment.sequence) = (true, 2);
    assessment.claim.score = Some(Score { low: (0, 1), high: (100, 1), pass: Some(80), official: true });
    assessment.supersedes = Some(assessment.pack.digest);
    let signed = sign(&assessment, &SigningKey::from_seed(&[3; 32]));
    let file: Value = serde_json::from_str(&signed.text).unwrap();
    let payload = URL_SAFE_NO_PAD.decode(file["payload"].as_str().unwrap()).unwrap();
    let payload: Value = serde_json::from_slice(&payload).unwrap();
    let schema = schema("assessment-v1.schema.json");
    let named: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    let written: Vec<&String> = payload.as_object().unwrap().keys().collect();
    assert_eq!(sorted(named), sorted(written));
}

fn sorted(mut names: Vec<&String>) -> Vec<&String> {
    names.sort();
    names
}

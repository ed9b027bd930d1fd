//! The kept folders: the core's result for each, read from its file as every other reader reads it.

use std::{fs, path::Path};

use cunping_core::{
    bundle::{Authority, Directory, Known, verify, verify_as},
    evaluate::Verdict,
    id::UnitCode,
    period::Period,
    rollup::{CountedPlace, Counts, Joined, Kept, Pile},
};
use serde_json::{Value, json};

use super::{
    cases,
    folder::{day, pack},
};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders")
}

#[test]
fn the_kept_folders_are_what_the_example_makes() {
    let help = "`cargo run -p cunping-core --example make_folders` writes them anew";
    let made = cases::all();
    assert_eq!(fs::read_dir(folder()).unwrap().count(), made.len(), "{help}");
    for case in made {
        let kept = fs::read_to_string(folder().join(format!("{}.json", case.name))).unwrap();
        assert!(kept == case.text(), "{} differs: {help}", case.name);
    }
}

#[test]
fn every_folder_comes_to_what_its_file_says() {
    let mut wrong = Vec::new();
    for case in cases::all() {
        let it: Value = serde_json::from_str(&case.text()).unwrap();
        let found = counted(&it);
        for member in ["counts", "decided", "totals", "unsettled"] {
            if found[member] != it[member] {
                wrong.push(format!("{}: {member}: {}, expected {}", case.name, found[member], it[member]));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn counted(it: &Value) -> Value {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let directory = verify_as::<Directory>(text(&it["directory"]).as_bytes()).unwrap();
    let authority = Authority::of(&directory.payload, directory.key.thumbprint());
    let pack = pack();
    let packs = [pack];
    let mut pile = Pile::default();
    for file in it["files"].as_array().unwrap() {
        let verified = verify(text(&file["text"]).as_bytes()).unwrap();
        let first_seen = day(&text(&file["seen"]));
        let known = Known { packs: &packs, overlays: &[], authority: &authority, others: &[], first_seen };
        let review = cunping_core::bundle::examine(&verified, &known);
        if let Some(kept) = Kept::of(verified, &review, first_seen) {
            pile.add(kept);
        }
    }
    let counts = Counts::of(&pile);
    let level = pack.level(&text(&it["level"]).parse().unwrap()).unwrap();
    let area: UnitCode = text(&it["area"]).parse().unwrap();
    let place = CountedPlace { area, pack: pack.id.clone(), level: level.id.clone(), example: false };
    let period: Period = text(&it["period"]).parse().unwrap();
    let units: std::collections::BTreeSet<UnitCode> = directory.payload.units.iter().map(|it| it.code).collect();
    let (mut stands, mut unsettled, mut qualified) = (serde_json::Map::new(), Vec::new(), 0);
    for unit in &units {
        match counts.awarded(level, &place, *unit, period) {
            Joined::Own(it) | Joined::Told(it) => {
                qualified += usize::from(it.verdict == Verdict::Qualified);
                stands.insert(unit.to_string(), it.bundle.to_string().into());
            }
            Joined::Unsettled => unsettled.push(unit.to_string()),
            Joined::Missing => {}
        }
    }
    let decided = counts.outcomes(level, &place, period, &units);
    let (expected, reported) = (units.len(), stands.len());
    json!({
        "counts": stands,
        "decided": {
            "conflict": decided.conflict, "not_qualified": decided.not_qualified, "qualified": decided.qualified,
            "returned": decided.returned,
        },
        "totals": {
            "expected": expected, "missing": expected - reported, "not_qualified": 0, "qualified": qualified,
            "reported": reported, "undetermined": reported - qualified,
        },
        "unsettled": unsettled,
    })
}

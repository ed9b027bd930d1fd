//! Counts the kept folders as the page does, by its table and its decisions: the result is the same as in core and in
//! the binary.

use std::{fs, path::Path};

use cunping_core::{
    bundle::{Directory, Kind, Verified, verify, verify_as},
    rollup::Outcomes,
};
use serde_json::{Value, json};

use super::*;
use crate::{
    state::{
        documents,
        examined::{ExaminedBy, VerifiedFiles, examine_all},
        filing, new_workplace,
        responses::Responses,
        roster::{Roster, key_of},
    },
    store::{ClockTime, Direction, FileRecord, Role},
    worker::{CachedReviewer, FileReview},
};

#[test]
fn every_folder_comes_to_what_its_file_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/folders");
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let case: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let found = counted(&case);
        for member in ["counts", "decided", "totals", "unsettled"] {
            if found[member] != case[member] {
                wrong.push(format!("{}: {member}: {}, expected {}", path.display(), found[member], case[member]));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Counts a folder as a township does that took over its directory.
fn counted(case: &Value) -> Value {
    let directory: Verified<Directory> = verify_as(text(&case["directory"]).as_bytes()).unwrap();
    let Directory { units, offices, keys, .. } = directory.payload;
    let roster = Roster { offices, keys };
    let pack = documents::released(&text(&case["pack"]).parse().unwrap()).unwrap();
    let scope = CountedSubject {
        pack: pack.id.clone(),
        level: text(&case["level"]).parse().unwrap(),
        period: text(&case["period"]).parse().unwrap(),
        example: false,
    };
    let made = ClockTime { ms: 0, day: "2025-01-01".parse().unwrap() };
    let unit = (text(&case["area"]).parse().unwrap(), "示例苏木".to_owned());
    let here = new_workplace::make(&[pack], Role::Township, unit, ([1; 16], [200; 32]), made).unwrap();
    let authority = roster.authority(&here);
    let packs = documents::held();
    let reviewer = CachedReviewer::new(packs.clone());
    let (mut records, mut verified, mut sheets) = (Vec::<FileRecord>::new(), VerifiedFiles::new(), Sheets::new());
    for file in case["files"].as_array().unwrap() {
        let text_of = text(&file["text"]);
        let one = verify(text_of.as_bytes()).unwrap();
        if verified.contains_key(&one.digest) {
            continue;
        }
        let seen = ClockTime { ms: 0, day: text(&file["seen"]).parse().unwrap() };
        let record = filing::record(&one, Direction::Received, seen, String::new());
        for reviewed in reviewer.review(0, text_of.as_bytes()) {
            if let FileReview::Assessment(sheet) = reviewed.outcome.unwrap() {
                let key = key_of(&authority, &sheet, &record);
                sheets.insert(one.digest, Arc::new(sheet.with_key(key, seen.day)));
            }
        }
        records.push(record);
        verified.insert(one.digest, Arc::new(one));
    }
    let of_offices = records.iter().filter(|record| !record.is(Kind::Assessment));
    let examined =
        examine_all(of_offices, &verified, ExaminedBy { packs: &packs, overlays: &[], authority: &authority });
    let responses = Responses::of(&examined, &records);
    let settled = responses.settled();
    let shown: Vec<Arc<ReviewedSheet>> = sheets
        .values()
        .map(|sheet| {
            let mut sheet = (**sheet).clone();
            sheet.seen.settled = settled.contains(&sheet.seen.digest);
            Arc::new(sheet)
        })
        .collect();
    let expected: Vec<ListedUnit> =
        units.into_iter().map(|unit| ListedUnit { code: unit.code, name: unit.name }).collect();
    let table = UnitsTable::new(&scope, &expected, &shown);
    let level = pack.level(&scope.level).unwrap();
    let (mut decided, mut counts, mut unsettled) = (Outcomes::default(), serde_json::Map::new(), Vec::new());
    for line in &table.lines {
        match (line.stand, line.counted()) {
            (Stand::Counted(file), Some(found)) => {
                counts.insert(line.unit.to_string(), file.to_string().into());
                decided.add(line.unit, &responses.stands(level, file).given(found.verdict), None);
            }
            (Stand::Unsettled, _) => unsettled.push(line.unit.to_string()),
            _ => {}
        }
    }
    let Tally { expected, reported, qualified, not_qualified, undetermined, missing, .. } = table.tally;
    json!({
        "counts": counts,
        "decided": {
            "conflict": decided.conflict, "not_qualified": decided.not_qualified, "qualified": decided.qualified,
            "returned": decided.returned,
        },
        "totals": {
            "expected": expected, "missing": missing, "not_qualified": not_qualified, "qualified": qualified,
            "reported": reported, "undetermined": undetermined,
        },
        "unsettled": unsettled,
    })
}

//! Targets of every pack at their thresholds, from the files in `cases/targets`.

use cunping_core::{pack::Target, rollup::Tally, target::reached, truth::Truth};

use crate::files;

#[test]
fn every_target_case_of_every_pack() {
    for folder in files::authored() {
        let pack = files::pack(&folder);
        for case in cases(&folder) {
            let number = |key: &str| case.get(key).and_then(toml::Value::as_integer).unwrap_or_default();
            let id = case["target"].as_str().unwrap();
            let target = pack.targets.iter().find(|it| it.id.as_str() == id).unwrap_or_else(|| panic!("no {id}"));
            let tally = Tally {
                expected: number("units"),
                qualified: number("qualified"),
                undetermined: number("open"),
                ..Tally::default()
            };
            let said = said(target, i32::try_from(number("year")).unwrap(), &tally);
            assert_eq!(said, case["reached"].as_str().unwrap(), "{case:?}");
        }
    }
}

fn cases(folder: &std::path::Path) -> Vec<toml::Value> {
    let files = files::toml_files(&folder.join("cases/targets")).into_values();
    let tables = files.map(|text| toml::from_str::<toml::Table>(&text).unwrap());
    tables.flat_map(|mut table| table.remove("cases").unwrap().as_array().unwrap().clone()).collect()
}

fn said(target: &Target, year: i32, tally: &Tally) -> &'static str {
    match reached(target, year, tally).map(|it| it.reached) {
        None => "no target",
        Some(Truth::True) => "yes",
        Some(Truth::False) => "no",
        Some(Truth::Unknown) => "open",
    }
}

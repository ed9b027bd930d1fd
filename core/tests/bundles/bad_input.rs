//! Mistakes in files that a person or a program hands in, one of each and all at once: refused, each with its place.

use cunping_core::{
    facts::{check::check, file::read},
    pack::Pack,
};

const DALI: &str = "dali-pingan-xiangcun-2024";

/// Lists the faults of a facts file about a unit of 大理州 in 2025.
fn faults(unit: &str, level: &str, incidents: &str, statements: &[&str]) -> Vec<String> {
    let released = cunping_packs::RELEASED.iter().find(|it| it.id == DALI).unwrap();
    let pack = Pack::from_json(released.json).unwrap();
    let statements = statements.join(",");
    let text = format!(
        r#"{{"format":1,"unit":"{unit}","period":"2025","incidents":[{incidents}],"statements":[{statements}],"remarks":{{}}}}"#
    );
    let facts = read(text.as_bytes()).unwrap();
    let found = check(&facts, &pack, pack.level(&level.parse().unwrap()).unwrap());
    found.iter().map(|it| format!("{} {}", it.at, it.fault.code())).collect()
}

fn village(statements: &[&str]) -> Vec<String> {
    faults("532999001399", "village", "", statements)
}

fn county(statements: &[&str]) -> Vec<String> {
    faults("532999000000", "county", "", statements)
}

/// Makes a statement about all of 2025, made on the first day after it.
fn year(about: &str, says: &str) -> String {
    format!(r#"{{"about":"{about}","from":"2025-01-01","to":"2025-12-31","made_on":"2026-01-01",{says}}}"#)
}

fn ratio(about: &str, part: i64, whole: i64) -> String {
    year(about, &format!(r#""says":"ratio","part":{part},"whole":{whole}"#))
}

const CLEAN: [&str; 0] = [];

#[test]
fn an_unknown_indicator() {
    assert_eq!(village(&[&year("crimes", r#""says":"complete""#)]), ["statements[0].about unknown-indicator"]);
    assert_eq!(village(&[&year("crime", r#""says":"complete""#)]), CLEAN);
}

#[test]
fn a_day_outside_the_period() {
    let crime = |day: &str| {
        let crime = format!(
            r#"{{"id":"{:032x}","day":"{day}","categories":["crime"],"attributes":{{}},"stated_on":"2026-01-02"}}"#,
            7
        );
        faults("532999001399", "village", &crime, &[])
    };
    assert_eq!(crime("2024-12-31"), ["incidents[0].day incident-outside-period"]);
    assert_eq!(crime("2025-01-01"), CLEAN);
    assert_eq!(crime("2025-12-31"), CLEAN);
    assert_eq!(crime("2026-01-01"), ["incidents[0].day incident-outside-period"]);
}

#[test]
fn days_after_the_statement_was_made() {
    let made = |day: &str| {
        let text = r#"{"about":"crime","from":"2025-01-01","to":"2025-06-30","made_on":"DAY","says":"complete"}"#;
        village(&[&text.replace("DAY", day)])
    };
    assert_eq!(made("2025-06-29"), ["statements[0].made_on statement-about-the-future"]);
    assert_eq!(made("2025-06-30"), CLEAN, "on the day itself it may be said");
}

#[test]
fn a_negative_count() {
    let count = |n: i64| county(&[&year("petition-person-times/beijing", &format!(r#""says":"count","value":{n}"#))]);
    assert_eq!(count(-1), ["statements[0].value number-out-of-range"]);
    assert_eq!(count(0), CLEAN);
}

#[test]
fn more_handled_than_there_were() {
    assert_eq!(village(&[&ratio("disputes/handled", 11, 10)]), ["statements[0].part part-above-whole"]);
    assert_eq!(village(&[&ratio("disputes/handled", 10, 10)]), CLEAN);
}

#[test]
fn more_resolved_than_handled() {
    let both = |handled, resolved, whole| {
        village(&[&ratio("disputes/handled", handled, 10), &ratio("disputes/resolved", resolved, whole)])
    };
    assert_eq!(both(9, 10, 10), ["statements[1].part beyond-outer-ratio"]);
    assert_eq!(both(9, 9, 10), CLEAN);
    assert_eq!(both(9, 9, 11), ["statements[1].part beyond-outer-ratio"], "another whole");
}

#[test]
fn a_rank_of_zero() {
    let rank = |n: i64| county(&[&year("rank/homicide-rate-in-province", &format!(r#""says":"rank","value":{n}"#))]);
    assert_eq!(rank(0), ["statements[0].value number-out-of-range"]);
    assert_eq!(rank(1), CLEAN);
}

#[test]
fn a_level_that_the_unit_does_not_have() {
    assert_eq!(faults("532999001399", "county", "", &[]), ["unit unit-level"]);
    assert_eq!(faults("532999001000", "township", "", &[]), CLEAN);
}

#[test]
fn all_of_them_at_once() {
    let made_early =
        r#"{"about":"vice","from":"2025-01-01","to":"2025-06-30","made_on":"2025-06-01","says":"complete"}"#;
    let late = r#"{"id":"00000000000000000000000000000007","day":"2026-03-01","categories":["crime"],"attributes":{},"stated_on":"2026-03-01"}"#;
    let found = faults(
        "532999000000",
        "village",
        late,
        &[
            &year("crimes", r#""says":"complete""#),
            made_early,
            &ratio("disputes/handled", 9, 10),
            &ratio("disputes/resolved", 10, 10),
            &ratio("disputes/handled", -1, 10),
        ],
    );
    assert_eq!(
        found,
        [
            "unit unit-level",
            "incidents[0].day incident-outside-period",
            "statements[0].about unknown-indicator",
            "statements[1].made_on statement-about-the-future",
            "statements[4].part number-out-of-range",
            "statements[3].part beyond-outer-ratio",
            "statements[4] duplicate-statement",
        ]
    );
}

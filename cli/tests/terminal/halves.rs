//! `cunping rollup` over the quarters of a document that asks for half-yearly reports: each half-year is put together.

use serde_json::{Value, json};

use crate::{process::cunping, subordinates::report_in};

const FIRST: (&str, &str, &str) = ("2025-Q1", "2025-01-01", "2025-03-31");
const SECOND: (&str, &str, &str) = ("2025-Q2", "2025-04-01", "2025-06-30");
const BOTH: &str = "150626200205";
const OPEN: &str = "150626200001";
const ONE: &str = "150626200002";

fn half(files: &[String]) -> Option<Value> {
    let mut args = vec!["rollup", "--json"];
    args.extend(files.iter().map(String::as_str));
    let run = cunping(&args, b"");
    assert_eq!(run.code, 0, "{}", run.err);
    run.json().into_iter().find(|it| it["period"] == "2025-H1")
}

#[test]
fn all_achieved_in_both_quarters_and_open_while_one_is() {
    let files = [
        report_in(FIRST, BOTH, 1, false),
        report_in(SECOND, BOTH, 1, false),
        report_in(FIRST, OPEN, 2, false),
        report_in(SECOND, OPEN, 2, true),
        report_in(FIRST, ONE, 3, false),
    ];
    let told = half(&files).unwrap();
    assert_eq!(told["quarters"], json!(["2025-Q1", "2025-Q2"]));
    let figures = ["expected", "reported", "qualified", "not_qualified", "undetermined", "missing"];
    assert_eq!(figures.map(|it| told[it].as_i64().unwrap()), [13, 3, 1, 0, 2, 10]);
    assert!(told.get("targets").is_none(), "targets are counted for the year");
}

#[test]
fn no_half_year_is_made_of_years() {
    assert_eq!(half(&[report_in(("2025", "2025-01-01", "2025-12-31"), BOTH, 1, false)]), None);
}

#[test]
fn an_office_signs_quarters_and_no_half_year() {
    let file = report_in(FIRST, BOTH, 1, false);
    let at = ["--payload", "150626200000", "--area-name", "苏力德苏木", "--stated-at", "2026-01-06T09:00:00+08:00"];
    let run = cunping(&[&["rollup", "--office", "pingan"], &at[..], &[&file]].concat(), b"");
    assert_eq!(run.code, 0, "{}", run.err);
    let periods: Vec<Value> = run.json().iter().map(|it| it["period"].clone()).collect();
    assert_eq!(periods, ["2025-Q1"]);
}

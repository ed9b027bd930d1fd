//! Describes what is wrong with a line of a table of reviews or of first-seen days.

use super::Problem;
use crate::lang::Lang;

/// Says that a line is no result of a review, or contradicts an earlier one.
#[must_use]
pub fn review_line(lang: Lang, line: &str) -> Problem {
    let shown: String = line.chars().take(80).collect();
    Problem::new(
        say!(
            lang,
            "这一行不是复核结果，或与前面的一行矛盾：`{shown}`。",
            "This line is no outcome of a review, or contradicts an earlier one: `{shown}`."
        ),
        lang.pick(
            "请写成：区划代码,文件,级别,年,passed 或 failed；每个单位一年一行。",
            "Write: division code,document,level,year,passed or failed; one line a unit and year.",
        ),
    )
}

/// Says that a line does not give the day on which a file was first seen.
#[must_use]
pub fn first_seen_line(lang: Lang, line: &str) -> Problem {
    let shown: String = line.chars().take(80).collect();
    Problem::new(
        say!(
            lang,
            "这一行没有写明哪份文件哪天首次收到：`{shown}`。",
            "This line does not say on which day which file was first seen: `{shown}`."
        ),
        lang.pick(
            "请写成：指纹,日期（如 2026-03-31）；每份文件一行。",
            "Write: fingerprint,day (such as 2026-03-31); one line a file.",
        ),
    )
}

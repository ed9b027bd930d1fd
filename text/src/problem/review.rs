//! Describes what is wrong with a line of a table of reviews or of first-seen days.

use cunping_core::review_table::{ReviewFault, ReviewProblem};

use super::Problem;
use crate::lang::Lang;

/// Reads the word for the outcome of a review: `true` for passed; `None` for any other word.
#[must_use]
pub fn review_outcome(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "passed" | "合格" | "复核合格" => Some(true),
        "failed" | "不合格" | "复核不合格" => Some(false),
        _ => None,
    }
}

/// Describes a place at which a table of reviews does not fit.
#[must_use]
pub fn review_fault(lang: Lang, fault: &ReviewFault) -> Problem {
    let shown = &fault.text;
    let (zh, en) = match &fault.why {
        ReviewProblem::TooLarge(limit) => {
            let limit = limit >> 20;
            return Problem::new(
                say!(
                    lang,
                    "复核结果的表超过 {limit} MB，没有采用。",
                    "The table of reviews is larger than {limit} MB and is not used."
                ),
                lang.pick("请按单位拆成几份，分几次用。", "Split it by units and use the parts one after another."),
            );
        }
        ReviewProblem::NotUtf8 => {
            return Problem::new(
                lang.pick(
                    "复核结果的表不是 UTF-8、GB 18030（GBK）或 UTF-16 文字。",
                    "The table of reviews is no text in UTF-8, GB 18030 (GBK) or UTF-16.",
                ),
                lang.pick("请在表格软件里另存为“CSV UTF-8”。", "Save it as “CSV UTF-8” in the spreadsheet."),
            );
        }
        ReviewProblem::Rounded => {
            return Problem::new(
                say!(
                    lang,
                    "表格软件把代码改成了 {shown}，后面几位丢了。",
                    "A spreadsheet turned the code into {shown}; its last digits are lost."
                ),
                lang.pick(
                    "请从原来的表重新导出；在表格软件里先把这一列设成“文本”，再打开或粘贴。",
                    "Export the table again, and make the column “text” in the spreadsheet before opening or pasting it.",
                ),
            );
        }
        ReviewProblem::Columns(count) => {
            return Problem::new(
                say!(
                    lang,
                    "这一行有 {count} 列，应为 5 列：`{shown}`。",
                    "The line has {count} columns, not 5: `{shown}`."
                ),
                form(lang),
            );
        }
        ReviewProblem::Contradicts(line) => {
            return Problem::new(
                say!(lang, "与第 {line} 行矛盾：`{shown}`。", "It contradicts line {line}: `{shown}`."),
                lang.pick("每个单位一年只能有一个结果，请核对。", "A unit has one outcome a year; check which."),
            );
        }
        ReviewProblem::OpenQuote => ("引号没有成对", "a quotation mark is not closed"),
        ReviewProblem::Unit => ("不是 12 位区划代码", "no division code of 12 digits"),
        ReviewProblem::Pack => ("不是文件的编号", "no id of a document"),
        ReviewProblem::Level => ("不是级别的编号", "no id of a level"),
        ReviewProblem::Year => ("不是年份", "no year"),
        ReviewProblem::Outcome => ("不是复核结果", "no outcome of a review"),
        ReviewProblem::NoPack => ("没有这份文件", "there is no such document"),
        ReviewProblem::NoLevel => ("文件没有这一级", "the document has no such level"),
        ReviewProblem::NotCounted => ("文件不计算这一级的复核", "the document counts no reviews of this level"),
        ReviewProblem::NoYear => ("文件不评这一年", "the document gives no award for this year"),
        ReviewProblem::OtherLevel => ("不是这一级的单位", "no unit of this level"),
        ReviewProblem::NotExpected => ("不在应报单位之中", "not among the units that are to report"),
    };
    let why = lang.pick(zh, en);
    let advice = match &fault.why {
        ReviewProblem::OpenQuote | ReviewProblem::Outcome => form(lang),
        _ => lang.pick(
            "请核对这一格；整张表改好以后再用。",
            "Check this cell; nothing of the table is used until all of it fits.",
        ),
    };
    Problem::new(say!(lang, "`{shown}`：{why}。", "`{shown}`: {why}."), advice)
}

fn form(lang: Lang) -> &'static str {
    lang.pick(
        "请写成：区划代码,文件,级别,年,passed 或 failed（合格、不合格）；每个单位一年一行。",
        "Write: division code,document,level,year,passed or failed; one line a unit and year.",
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

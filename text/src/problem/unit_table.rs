//! Describes a place at which a list of units, or another table, does not fit.

use cunping_core::unit_table::{UnitTableFault, UnitTableProblem};

use super::Problem;
use crate::lang::Lang;

/// Says where in a table something stands: `第 3 行第 1 格：`. Empty for the whole table.
#[must_use]
pub fn cell(lang: Lang, line: usize, column: usize) -> String {
    match (line, column) {
        (0, _) => String::new(),
        (line, 0) => say!(lang, "第 {line} 行：", "Line {line}: "),
        (line, column) => say!(lang, "第 {line} 行第 {column} 格：", "Line {line}, cell {column}: "),
    }
}

/// Describes a place at which a list of units does not fit.
#[must_use]
pub fn unit_table(lang: Lang, fault: &UnitTableFault) -> Problem {
    let shown = &fault.text;
    let what = match &fault.why {
        UnitTableProblem::TooLarge(limit) => {
            let limit = limit >> 10;
            say!(lang, "名单超过 {limit} KB。", "The list is larger than {limit} KB.")
        }
        UnitTableProblem::Empty => lang.pick("没有看到单位。", "There is no unit in it.").to_owned(),
        UnitTableProblem::OpenQuote => say!(lang, "引号没有成对：{shown}", "A quotation mark is not closed: {shown}"),
        UnitTableProblem::NoCode => say!(lang, "没有 12 位区划代码：{shown}", "No division code of 12 digits: {shown}"),
        UnitTableProblem::Rounded => say!(
            lang,
            "表格软件把代码改成了几点几E+11，后面几位丢了：{shown}",
            "A spreadsheet turned the code into a number with E+11; its last digits are lost: {shown}"
        ),
        UnitTableProblem::OtherArea => say!(lang, "不是本级范围内的单位：{shown}", "No unit of this area: {shown}"),
        UnitTableProblem::OtherLevel => say!(lang, "不是下一级的单位：{shown}", "No unit of the level below: {shown}"),
        UnitTableProblem::NoName => say!(lang, "没有名称：{shown}", "No name: {shown}"),
        UnitTableProblem::Name(most) => say!(
            lang,
            "名称超过 {most} 个字，或有看不见的字符：{shown}",
            "The name has more than {most} characters, or characters that nobody sees: {shown}"
        ),
        UnitTableProblem::Contradicts(line) => say!(
            lang,
            "代码与第 {line} 行相同，名称不同：{shown}",
            "The code of line {line} with another name: {shown}"
        ),
    };
    let advice = match &fault.why {
        UnitTableProblem::TooLarge(_) => lang.pick("请分几次粘贴。", "Paste it in parts."),
        UnitTableProblem::Empty => lang.pick(
            "请在表格里选中代码和名称两列，复制后粘贴。",
            "Select the columns with codes and names in the spreadsheet, copy them and paste them here.",
        ),
        UnitTableProblem::Rounded => lang.pick(
            "请把表格里这一列设成“文本”，重新填代码再复制。",
            "Make the column “text” in the spreadsheet, enter the codes again and copy it.",
        ),
        _ => lang.pick("请改好后再看一次。", "Mend it and look again."),
    };
    Problem::new(what, advice)
}

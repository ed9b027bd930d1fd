//! The document's printed forms as data, filled or blank. The page lays them out, the binary writes them as text.

mod decided;
mod own;
pub(crate) mod readings;

use cunping_core::{
    days::Day,
    overlay::Overlay,
    pack::{Criterion, Form, FormKind, Level, Pack},
    period::Period,
    truth::Finding,
};

use crate::{case::EvaluatedUnit, headline, lang::Lang, late, overlay, subordinates, when};

pub use decided::UnitDecisions;
pub use own::own_sheet;

/// The content to fill a form with.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// The period the form is about.
    pub period: Period,
    /// The unit's name; left blank if `None`.
    pub unit: Option<&'a str>,
    /// The day on which it is filled in; left blank if `None`.
    pub date: Option<Day>,
    /// The evaluated facts; if `None`, findings and remarks are left blank.
    pub case: Option<EvaluatedUnit<'a>>,
    /// The overlays that the findings rest on.
    pub overlays: &'a [&'a Overlay],
    /// What offices said and decided; if `None`, their cells and blocks are left blank.
    pub decided: Option<UnitDecisions<'a>>,
}

/// One printed form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedForm {
    /// 附件1, as printed.
    pub annex: String,
    /// The printed title.
    pub title: String,
    /// Header cells with their widths: one for each cell of a row, and one more if there is a side cell.
    pub columns: Vec<Column>,
    /// The rows, one for each criterion, in the document's order.
    pub rows: Vec<Vec<String>>,
    /// The cell to the left of all rows; `None` if there is none.
    pub side: Option<String>,
    /// The blocks for review below the rows.
    pub blocks: Vec<ReviewBlock>,
    /// The line with who and when, as labels and values.
    pub signature: Vec<(String, String)>,
    /// The note below the table.
    pub footnote: String,
    /// Our own line, set apart from the printed form: the day as of which the result is provisional.
    pub standing: Option<String>,
    /// Our own lines below it: what was entered late, which units below reported, and what is not from the document.
    pub notes: Vec<String>,
    /// Our own page after the printed form: the readings that its rows rest on.
    pub readings: Vec<String>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The header cell.
    pub head: String,
    /// Its width in per cent of the table.
    pub width: u8,
}

/// One block for an office's review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewBlock {
    /// The heading, as printed.
    pub heading: String,
    /// The decision and its reasons, line by line; empty before there is one.
    pub text: Vec<String>,
    /// The word for the seal, as printed.
    pub seal: String,
    /// The date line, with the year after the assessed one, or the day of the decision.
    pub date: String,
}

/// Stands for this program's own sheet in an address, where the document's forms have their ids.
pub const OWN: &str = "own";

/// Widths of 序号, 创建目标, 监控单位, 责任单位, 是否实现创建目标, 备注.
const REPORT: [u8; 6] = [7, 28, 18, 14, 13, 20];
/// Widths of the side cell, 创建目标, 监控单位, 监控单位意见, 监控单位签章.
const RECOGNITION: [u8; 5] = [14, 32, 20, 18, 16];

/// Returns a form of the document, filled as far as possible; without a form, this program's own sheet.
#[must_use]
pub fn filled(pack: &Pack, level: &Level, form: Option<&Form>, filling: Filling) -> PrintedForm {
    match form {
        Some(form) => sheet(pack, level, form, filling),
        None => own_sheet(pack, level, filling),
    }
}

/// Returns a form of the document, filled as far as possible. It never fails: what is missing stays blank.
#[must_use]
pub fn sheet(pack: &Pack, level: &Level, form: &Form, filling: Filling) -> PrintedForm {
    let (widths, name_cell): (&[u8], _) = match form.kind {
        FormKind::Report => (&REPORT, None),
        FormKind::Recognition => (&RECOGNITION, Some(1)),
    };
    let columns = form.header.iter().zip(widths).enumerate().map(|(place, (head, width))| {
        let name = filling.unit.filter(|_| name_cell == Some(place));
        Column { head: name.unwrap_or(head).to_string(), width: *width }
    });
    let blocks = form.blocks.iter().map(|block| decided::block(level, block, filling.period, filling.decided));
    let rows = level.criteria.iter().enumerate().map(|(place, criterion)| match form.kind {
        FormKind::Report => report_row(pack, form, criterion, place, filling),
        FormKind::Recognition => {
            let opinion = filling.decided.map(|decided| decided.opinion(pack, &criterion.id)).unwrap_or_default();
            vec![criterion.title.clone(), monitors(pack, form, criterion), opinion, String::new()]
        }
    });
    PrintedForm {
        annex: form.annex.clone(),
        title: form.title.clone(),
        columns: columns.collect(),
        rows: rows.collect(),
        side: form.side.clone(),
        blocks: blocks.collect(),
        signature: signature(form, filling),
        footnote: form.footnote.clone(),
        standing: filling.case.and_then(|case| headline::provisional(Lang::Zh, case)),
        notes: notes(pack, filling),
        readings: readings::of_level(Lang::Zh, pack, level),
    }
}

/// Lists what a paper says beside its rows: late entries, what the units below reported, and which supplements the
/// findings rest on.
fn notes(pack: &Pack, filling: Filling) -> Vec<String> {
    let mut out = filling.case.map(|case| late::lines(Lang::Zh, pack, case.facts)).unwrap_or_default();
    let subordinates = filling.case.and_then(|case| case.facts.subordinates.as_ref());
    out.extend(subordinates.map(|subordinates| subordinates::line(Lang::Zh, subordinates)));
    let label = "补充文件：";
    out.extend(filling.overlays.iter().map(|overlay| format!("{label}{}", overlay::line(Lang::Zh, overlay))));
    out
}

fn report_row(pack: &Pack, form: &Form, criterion: &Criterion, place: usize, filling: Filling) -> Vec<String> {
    let finding = filling.case.and_then(|case| case.criterion(&criterion.id)).map(|(_, found)| found.finding);
    let remark = filling.case.and_then(|case| case.facts.remarks.get(&criterion.id));
    let remarks: Vec<&str> =
        criterion.printed_remark.iter().chain(remark).map(String::as_str).filter(|text| !text.is_empty()).collect();
    vec![
        (place + 1).to_string(),
        criterion.title.clone(),
        monitors(pack, form, criterion),
        criterion.responsible.clone(),
        finding.map_or("", achieved).to_string(),
        remarks.join("\n"),
    ]
}

/// Answers the form's question 是否实现创建目标; empty while it is open.
fn achieved(finding: Finding) -> &'static str {
    match finding {
        Finding::Met => "是",
        Finding::NotMet => "否",
        Finding::Undetermined => "",
        Finding::NotApplicable => "不适用",
    }
}

/// Returns the monitors as this form prints them, else as all forms do, else by their names.
fn monitors(pack: &Pack, form: &Form, criterion: &Criterion) -> String {
    let printed = criterion.monitors_printed.get(&form.id).or_else(|| criterion.monitors_printed.get(""));
    printed.cloned().unwrap_or_else(|| {
        let names = criterion.monitors.iter().filter_map(|id| pack.offices.get(id));
        names.map(|office| office.name.as_str()).collect::<Vec<_>>().join("、")
    })
}

/// Returns the labels of the printed line in order: the first gets the unit, the second the day.
fn signature(form: &Form, filling: Filling) -> Vec<(String, String)> {
    let values = [filling.unit.map(str::to_string), filling.date.map(|date| when::day(Lang::Zh, date))];
    let labels = form.signature_line.iter().flat_map(|line| line.split_whitespace());
    let values = values.into_iter().map(Option::unwrap_or_default).chain(std::iter::repeat(String::new()));
    labels.zip(values).map(|(label, value)| (label.to_string(), value)).collect()
}

/// Returns a printed date line in which the printed year is replaced with the year after the assessed one.
fn next_year(printed: &str, period: Period) -> String {
    let rest = printed.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == printed.len() { printed.to_string() } else { format!("{}{rest}", period.year() + 1) }
}

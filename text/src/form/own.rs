//! This program's own sheet: every criterion with its finding and reasons, for documents that print no form, and beside the forms of those that do.

use cunping_core::pack::{Criterion, Level, Pack};

use super::{Column, Filling, PrintedForm, notes, readings};
use crate::{
    finding::{self, Finality},
    headline,
    lang::Lang,
    reason, when,
};

/// Header cells and widths.
const COLUMNS: [(&str, u8); 5] = [("序号", 7), ("项目", 29), ("结果", 12), ("情况", 36), ("备注", 16)];

/// Returns a sheet with every criterion of a level, its finding and reasons. It never fails: what is missing stays
/// blank.
#[must_use]
pub fn own_sheet(pack: &Pack, level: &Level, filling: Filling) -> PrintedForm {
    let mut rows = Vec::new();
    let mut section = None;
    for (place, criterion) in level.criteria.iter().enumerate() {
        if criterion.section != section {
            section.clone_from(&criterion.section);
            rows.extend(level.sections.iter().find(|heading| Some(&heading.id) == section.as_ref()).map(|heading| {
                vec![
                    String::new(),
                    format!("{}（{}）", heading.title, heading.clause),
                    String::new(),
                    String::new(),
                    String::new(),
                ]
            }));
        }
        rows.push(row(level, criterion, place, filling));
    }
    let period = when::period(Lang::Zh, filling.period);
    let unit = filling.unit.map(str::to_owned).unwrap_or_default();
    let date = filling.date.map(|date| when::day(Lang::Zh, date)).unwrap_or_default();
    PrintedForm {
        annex: String::new(),
        title: format!("{}{period}逐项情况", level.title),
        columns: COLUMNS.map(|(head, width)| Column { head: head.to_owned(), width }).to_vec(),
        rows,
        side: None,
        blocks: Vec::new(),
        signature: vec![("填报单位：".to_owned(), unit), ("填报日期：".to_owned(), date)],
        footnote: footnote(pack),
        standing: filling.case.map(|case| {
            let headline = headline::headline(Lang::Zh, case);
            [Some(headline.mark.word.to_owned()), Some(headline.sentence), headline.provisional]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("　")
        }),
        notes: notes(pack, filling),
        readings: readings::of_level(Lang::Zh, pack, level),
    }
}

/// Says that the sheet is ours, and that the document has forms of its own where it does.
fn footnote(pack: &Pack) -> String {
    let title = &pack.source.title;
    let own = if pack.forms.is_empty() { "文件本身没有规定表格" } else { "不是文件规定的表格" };
    format!("注：本表由本软件按《{title}》逐项生成，{own}。")
}

fn row(level: &Level, criterion: &Criterion, place: usize, filling: Filling) -> Vec<String> {
    let voice = Finality::of(level, filling.period);
    let found = filling.case.and_then(|case| case.criterion(&criterion.id)).map(|(_, found)| found);
    let mark = found.map(|found| finding::criterion(Lang::Zh, voice, criterion, found).to_string());
    let reasons = filling.case.map(|case| {
        let checks = criterion.checks.iter().chain(&criterion.measures);
        let reasons = checks.flat_map(|check| reason::reasons(Lang::Zh, case, &check.id));
        reasons.map(|reason| reason.text).collect::<Vec<_>>().join("\n")
    });
    let remark = filling.case.and_then(|case| case.facts.remarks.get(&criterion.id)).cloned();
    let title = format!("{}（{}）", criterion.title, criterion.clause);
    vec![
        (place + 1).to_string(),
        title,
        mark.unwrap_or_default(),
        reasons.unwrap_or_default(),
        remark.unwrap_or_default(),
    ]
}

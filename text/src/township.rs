//! The table of units and criteria, the rates and the targets, in words. All numbers come from core.

use cunping_core::{
    evaluate::Evaluation,
    id::UnitCode,
    pack::{Criterion, Level, Pack},
    period::Period,
    rollup::Tally,
};

use crate::{
    finding::{self, Finality, Mark},
    lang::Lang,
    number, term, ui, when,
};

/// One unit's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Its division code.
    pub unit: UnitCode,
    /// Its name.
    pub name: String,
    /// The verdict; `None` for a unit that has not reported.
    pub verdict: Option<Mark>,
    /// The finding of each criterion, in the document's order; empty for a unit that has not reported.
    pub cells: Vec<Mark>,
    /// `截至 …（暂定）` while the verdict can still change.
    pub provisional: Option<String>,
}

/// Returns the row of one unit; `evaluation` is the recomputed one of the file that counts.
#[must_use]
pub fn row(
    lang: Lang,
    level: &Level,
    period: Period,
    (unit, name): (UnitCode, &str),
    evaluation: Option<&Evaluation>,
) -> TableRow {
    let voice = Finality::of(level, period);
    // A file made under another edition of the document may have other criteria, in another order.
    let cells = evaluation.into_iter().flat_map(|evaluation| {
        let found = |criterion: &Criterion| evaluation.criteria.iter().find(|found| found.id == criterion.id);
        level.criteria.iter().map(move |criterion| (criterion, found(criterion)))
    });
    TableRow {
        unit,
        name: name.to_string(),
        verdict: evaluation.map(|evaluation| finding::verdict(lang, voice, evaluation.verdict)),
        cells: cells
            .map(|(criterion, found)| match found {
                Some(found) => finding::finding(lang, voice, criterion.role, found.finding),
                None => finding::not_asked(lang),
            })
            .collect(),
        provisional: evaluation.filter(|evaluation| evaluation.provisional).map(|evaluation| {
            let as_of = when::as_of(lang, evaluation.as_of);
            say!(lang, "{as_of}（暂定）", "{as_of} (provisional)")
        }),
    }
}

/// Returns the rows as text for [`crate::csv::csv`], header first.
#[must_use]
pub fn table(lang: Lang, level: &Level, rows: &[TableRow]) -> Vec<Vec<String>> {
    let head = [ui::common::division_code(lang), ui::township::unit(lang), ui::township::verdict(lang)];
    let titles = level.criteria.iter().map(|it| it.title.clone());
    let last = std::iter::once(ui::common::provisional(lang).to_string());
    let mut out = vec![head.map(str::to_string).into_iter().chain(titles).chain(last).collect()];
    out.extend(rows.iter().map(|row| {
        let missing = || ui::township::not_reported(lang).to_string();
        let verdict = row.verdict.map_or_else(missing, |mark| mark.to_string());
        let blank = level.criteria.len() - row.cells.len().min(level.criteria.len());
        let cells = row.cells.iter().map(Mark::to_string).chain(std::iter::repeat_n(String::new(), blank));
        let first = [row.unit.to_string(), row.name.clone(), verdict];
        first.into_iter().chain(cells).chain([row.provisional.clone().unwrap_or_default()]).collect()
    }));
    out
}

/// One count of a tally, with its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TallyCount {
    /// Its name.
    pub name: &'static str,
    /// The number.
    pub count: i64,
    /// The style key of the finding that it counts; empty if it counts no finding.
    pub key: &'static str,
}

/// Returns the counts of a tally: expected and reported, then a breakdown of the expected ones.
#[must_use]
pub fn figures(lang: Lang, level: &Level, period: Period, tally: &Tally) -> [TallyCount; 6] {
    let (good, bad) = good_and_bad(lang, level, period);
    let figure = |name, count, key| TallyCount { name, count, key };
    [
        figure(lang.pick("应报", "expected"), tally.expected, ""),
        figure(lang.pick("已报", "reported"), tally.reported, ""),
        figure(good, tally.qualified, "met"),
        figure(bad, tally.not_qualified, "not-met"),
        figure(lang.pick("待定", "open"), tally.undetermined, "open"),
        figure(lang.pick("未报", "not reported"), tally.missing, "open"),
    ]
}

/// Says which share of the expected units qualifies: `达标占应报的 53.84%`.
#[must_use]
pub fn share(lang: Lang, level: &Level, period: Period, tally: &Tally) -> String {
    if tally.expected == 0 {
        return lang.pick("没有应报单位，无法计算比例", "no expected units, so no rate").to_string();
    }
    let (good, _) = good_and_bad(lang, level, period);
    let share = number::percent(lang, tally.qualified, tally.expected);
    say!(lang, "{good}占应报的 {share}", "{share} of the expected {good}")
}

/// Says how many units have which verdict, each expected one counted once: `应报 13 个村，已报 10 个；达标 7 个，…`.
#[must_use]
pub fn rate(lang: Lang, pack: &Pack, level: &Level, period: Period, tally: &Tally) -> String {
    let unit = term::unit(lang, pack, level.unit);
    let Tally { expected, reported, qualified, provisional, not_qualified, undetermined, missing } = *tally;
    let ((good, bad), share) = (good_and_bad(lang, level, period), share(lang, level, period, tally));
    let so_far = match provisional {
        0 => String::new(),
        n => say!(lang, "（其中暂定 {n} 个）", " ({n} of them provisional)"),
    };
    say!(
        lang,
        "应报 {expected} 个{unit}，已报 {reported} 个；{good} {qualified} 个{so_far}，{bad} {not_qualified} 个，待定 {undetermined} 个，未报 {missing} 个；{share}",
        "expected {expected} ({unit}), reported {reported}; {good} {qualified}{so_far}, {bad} {not_qualified}, open {undetermined}, not reported {missing}; {share}"
    )
}

fn good_and_bad(lang: Lang, level: &Level, period: Period) -> (&'static str, &'static str) {
    match Finality::of(level, period) {
        Finality::Award => (lang.pick("达标", "qualified"), lang.pick("未达标", "not qualified")),
        Finality::Interim(_) => (lang.pick("全部实现", "all achieved"), lang.pick("有未实现项", "not all achieved")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_cell_for_every_criterion() {
        let level = crate::sample::level(crate::sample::none("crime", cunping_core::pack::condition::Filter::Every));
        let (pack, period) = (crate::sample::pack(level), "2026".parse().unwrap());
        let level = &pack.levels[0];
        let facts = crate::sample::facts_in(period, vec![], vec![]);
        let evaluation = cunping_core::evaluate::evaluate(&pack, level, &[], &facts, period.days().last());
        let unit = |evaluation| row(Lang::Zh, level, period, (facts.unit, "示例一村"), evaluation);
        let table = table(Lang::Zh, level, &[unit(Some(&evaluation)), unit(None)]);
        let [head, reported, missing] = table.as_slice() else { panic!("{table:?}") };
        assert_eq!(head, &["统计用区划代码", "单位", "结果", "第一项。", "暂定"]);
        assert_eq!(reported, &["990101001001", "示例一村", "？ 待填", "？ 待填", "截至 2026年12月31日（暂定）"]);
        assert_eq!(missing, &["990101001001", "示例一村", "未报", "", ""]);
    }

    #[test]
    fn a_file_of_another_edition_fills_the_cells_that_it_has() {
        let level = crate::sample::level(crate::sample::none("crime", cunping_core::pack::condition::Filter::Every));
        let (old, period) = (crate::sample::pack(level), "2026".parse().unwrap());
        let mut new = old.levels[0].clone();
        let mut added = new.criteria[0].clone();
        added.id = "village.0".parse().unwrap();
        new.criteria.insert(0, added);
        let facts = crate::sample::facts_in(period, vec![], vec![]);
        let evaluation = cunping_core::evaluate::evaluate(&old, &old.levels[0], &[], &facts, period.days().last());
        let row = row(Lang::Zh, &new, period, (facts.unit, "示例一村"), Some(&evaluation));
        let cells: Vec<_> = row.cells.iter().map(Mark::to_string).collect();
        assert_eq!(cells, ["· 该版无此项", "？ 待填"]);
    }

    #[test]
    fn a_rate_names_its_base() {
        let level = crate::sample::level(crate::sample::none("crime", cunping_core::pack::condition::Filter::Every));
        let pack = crate::sample::pack(level);
        let tally = Tally {
            expected: 13,
            reported: 10,
            qualified: 7,
            not_qualified: 2,
            undetermined: 1,
            missing: 3,
            provisional: 0,
        };
        assert_eq!(
            rate(Lang::Zh, &pack, &pack.levels[0], "2026".parse().unwrap(), &tally),
            "应报 13 个村，已报 10 个；达标 7 个，未达标 2 个，待定 1 个，未报 3 个；达标占应报的 约 53.84%（不进位）"
        );
        assert!(!rate(Lang::Zh, &pack, &pack.levels[0], "2026-Q1".parse().unwrap(), &tally).contains("达标"));
    }
}

//! The table of units and criteria, the rates and the targets, in words. All numbers come from core.

use cunping_core::{
    days::Day,
    evaluate::Evaluation,
    id::UnitCode,
    pack::{Criterion, Level, Pack},
    period::Period,
    rollup::Tally,
};

use crate::{
    finding::{self, Finality, Mark},
    lang::Lang,
    number,
    table::{Cell, TableSheet},
    term, ui, when,
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
    /// The day as of which the verdict stands while it can still change.
    pub as_of: Option<Day>,
}

/// What the office knows about the file of a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableFile {
    /// Which report of the unit it is.
    pub sequence: Option<u32>,
    /// The day on which the office first saw it.
    pub first_seen: Option<Day>,
    /// What is to be said of it.
    pub notes: String,
    /// What was entered late, and when.
    pub late: String,
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
        as_of: evaluation.filter(|evaluation| evaluation.provisional).map(|evaluation| evaluation.as_of),
    }
}

/// Says that a verdict can still change: `截至 …（暂定）`.
#[must_use]
pub fn provisional(lang: Lang, as_of: Day) -> String {
    let as_of = when::as_of(lang, as_of);
    say!(lang, "{as_of}（暂定）", "{as_of} (provisional)")
}

/// Returns the rows as a sheet, each with what is known about its file; `None` for a unit that sent none.
///
/// Findings are words without their signs, so that a spreadsheet can count them.
#[must_use]
pub fn table(lang: Lang, level: &Level, rows: &[(TableRow, Option<TableFile>)]) -> TableSheet {
    let head = [ui::common::division_code(lang), ui::township::unit(lang), ui::township::verdict(lang)];
    let titles = level.criteria.iter().map(|it| it.title.clone());
    let of_file = [
        ui::township::provisional_as_of(lang),
        ui::township::state(lang),
        ui::township::sequence(lang),
        ui::township::first_seen(lang),
        ui::township::late(lang),
    ];
    TableSheet {
        name: ui::township::sheet_units(lang),
        heads: head.map(str::to_owned).into_iter().chain(titles).chain(of_file.map(str::to_owned)).collect(),
        rows: rows.iter().map(|(row, file)| cells(lang, level, row, file.as_ref())).collect(),
    }
}

fn cells(lang: Lang, level: &Level, row: &TableRow, file: Option<&TableFile>) -> Vec<Cell> {
    let verdict = match (row.verdict, file) {
        (Some(mark), _) => mark.word,
        (None, Some(_)) => ui::township::out(lang),
        (None, None) => ui::township::not_reported(lang),
    };
    let blank = level.criteria.len() - row.cells.len().min(level.criteria.len());
    let found = row.cells.iter().map(|mark| mark.word.into()).chain(std::iter::repeat_n(Cell::Empty, blank));
    let day = |day: Option<Day>| day.map_or(Cell::Empty, Cell::Day);
    let of_file = [
        day(row.as_of),
        Cell::text(file.map(|file| file.notes.clone())),
        file.and_then(|file| file.sequence).map_or(Cell::Empty, |number| Cell::Number(number.into())),
        day(file.and_then(|file| file.first_seen)),
        Cell::text(file.map(|file| file.late.clone())),
    ];
    let first = [Cell::text(row.unit.to_string()), Cell::text(row.name.clone()), verdict.into()];
    first.into_iter().chain(found).chain(of_file).collect()
}

/// Returns the counts of a tally as a sheet, with the share that they come to.
#[must_use]
pub fn tally_sheet(lang: Lang, level: &Level, period: Period, tally: &Tally) -> TableSheet {
    let line = |count: TallyCount| vec![count.name.into(), Cell::Number(count.count)];
    let share = vec![Cell::text(share(lang, level, period, tally))];
    TableSheet {
        name: ui::township::sheet_tally(lang),
        heads: vec![when::period(lang, period), ui::township::units(lang).to_owned()],
        rows: figures(lang, level, period, tally).into_iter().map(line).chain([share]).collect(),
    }
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
        let day = |text: &str| Cell::Day(text.parse().unwrap());
        let file = TableFile {
            sequence: Some(2),
            first_seen: Some("2026-03-02".parse().unwrap()),
            notes: "正常".into(),
            late: String::new(),
        };
        let rows =
            [(unit(Some(&evaluation)), Some(file)), (unit(None), None), (unit(None), Some(TableFile::default()))];
        let TableSheet { heads, rows, .. } = table(Lang::Zh, level, &rows);
        let last = ["暂定，截至", "文件状态", "第几次报送", "首次收到", "补登"];
        assert_eq!(heads, [&["统计用区划代码", "单位", "结果", "第一项。"][..], &last].concat());
        let [reported, missing, out] = rows.as_slice() else { panic!("{rows:?}") };
        let begin = |word: &str| ["990101001001", "示例一村", word].map(Cell::from).to_vec();
        let rest = ["待填".into(), day("2026-12-31"), "正常".into(), Cell::Number(2), day("2026-03-02"), Cell::Empty];
        assert_eq!(*reported, [begin("待填"), rest.to_vec()].concat());
        assert_eq!(*missing, [begin("未报"), vec![Cell::Empty; 6]].concat());
        assert_eq!(*out, [begin("不计入"), vec![Cell::Empty; 6]].concat());
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

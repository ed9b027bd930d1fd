//! Statements and incidents in words. Whether they count is said by the reasons.

use cunping_core::{
    facts::{Incident, Says, Statement, Topic},
    id::IndicatorId,
    pack::{IndicatorKind, Pack},
    period::Period,
};

use crate::{lang::Lang, late, number, question, term, when};

/// One label with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabeledValue {
    /// The label.
    pub label: String,
    /// The value.
    pub value: String,
}

impl LabeledValue {
    /// Makes a line of two texts.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// Describes what a statement says, with its days and the day on which it was made:
/// `2026年1月1日至3月31日：没有发生（已登记的除外），2026年3月31日答`.
#[must_use]
pub fn statement(lang: Lang, pack: &Pack, statement: &Statement) -> LabeledValue {
    let (said, days, made_on) = (
        says(lang, pack, &statement.about, &statement.says),
        when::days(lang, statement.days),
        when::day(lang, statement.made_on),
    );
    LabeledValue::new(
        term::topic(lang, pack, &Topic::of(statement)),
        say!(lang, "{days}：{said}，{made_on}答", "{days}: {said}, answered on {made_on}"),
    )
}

/// Describes what an answer says, without its days.
#[must_use]
pub fn says(lang: Lang, pack: &Pack, about: &IndicatorId, says: &Says) -> String {
    match says {
        Says::Complete => lang.pick("没有发生（已登记的除外）", "None, except what is registered").to_string(),
        Says::Yes => lang.pick("是", "Yes").to_string(),
        Says::No => lang.pick("否", "No").to_string(),
        Says::Count(n) => number::grouped(*n),
        Says::Ratio { part, whole } => ratio(lang, pack, about, *part, *whole),
        Says::Rank(n) => say!(lang, "第 {n} 位", "Place {n}"),
        Says::Figure(n) => figure(lang, pack, about, *n),
        Says::NotApplicable(why) => say!(lang, "不适用，理由：{why}", "Not applicable, because: {why}"),
        Says::Unknown => lang.pick("不清楚", "Not known").to_string(),
    }
}

/// Describes everything kept about an incident, line by line, and says if it was entered late for `period`.
#[must_use]
pub fn incident(lang: Lang, pack: &Pack, period: Period, incident: &Incident) -> Vec<LabeledValue> {
    let Incident { id, day, categories, attributes, note, repeats, stated_on: _ } = incident;
    let mut out = vec![
        LabeledValue::new(lang.pick("发生日期", "Day"), when::day(lang, *day)),
        LabeledValue::new(lang.pick("类别", "Category"), term::categories(lang, pack, categories)),
    ];
    out.extend(attributes.iter().map(|(id, value)| {
        let name = term::bare(term::attribute(lang, pack, id));
        LabeledValue::new(name, question::attribute_value(lang, pack, id, *value))
    }));
    out.extend(note.as_ref().map(|note| LabeledValue::new(lang.pick("说明", "What happened"), note)));
    out.push(LabeledValue::new(lang.pick("登记日期", "Entered on"), late::entered(lang, incident, period)));
    out.push(LabeledValue::new(lang.pick("随机编号", "Random id"), id.to_string()));
    out.extend(
        repeats.map(|id| LabeledValue::new(lang.pick("与此编号为同一起", "Repeats the incident"), id.to_string())),
    );
    out
}

fn ratio(lang: Lang, pack: &Pack, about: &IndicatorId, part: i64, whole: i64) -> String {
    let (part, whole) = (number::grouped(part), number::grouped(whole));
    match pack.indicators.get(about).map(|it| &it.kind) {
        Some(IndicatorKind::Ratio { part: top, whole: bottom, .. }) => {
            let (top, bottom) = (lang.of(top), lang.of(bottom));
            say!(lang, "{top}：{part}，{bottom}：{whole}", "{top}: {part}, {bottom}: {whole}")
        }
        _ => format!("{part}/{whole}"),
    }
}

fn figure(lang: Lang, pack: &Pack, about: &IndicatorId, n: i64) -> String {
    match pack.indicators.get(about).map(|it| &it.kind) {
        Some(IndicatorKind::Series { unit, decimals } | IndicatorKind::Figure { unit, decimals, .. }) => {
            format!("{} {}", number::decimal(n, *decimals), lang.of(unit))
        }
        _ => number::grouped(n),
    }
}

#[cfg(test)]
mod tests {
    use cunping_core::pack::condition::Filter;

    use super::*;
    use crate::sample::{self, level, none, pack};

    #[test]
    fn every_kind_of_answer() {
        let pack = pack(level(none("crime", Filter::Every)));
        for (about, said, text) in [
            ("crime", Says::Complete, "没有发生（已登记的除外）"),
            ("patrols", Says::No, "否"),
            ("cameras", Says::Count(1_000), "1,000"),
            ("resolved", Says::Ratio { part: 18, whole: 20 }, "已化解（件）：18，全部（件）：20"),
            ("rank", Says::Rank(2), "第 2 位"),
            ("residue", Says::Figure(45), "0.45 毫克"),
            ("crime", Says::NotApplicable("没有".into()), "不适用，理由：没有"),
            ("crime", Says::Unknown, "不清楚"),
        ] {
            assert_eq!(says(Lang::Zh, &pack, &about.parse().unwrap(), &said), text);
        }
    }

    #[test]
    fn a_statement_tells_of_which_incidents_it_speaks() {
        let pack = pack(level(none("fire", Filter::Every)));
        let mut said = sample::says("fire", "2026-01-01", "2026-03-31", Says::Complete);
        assert_eq!(statement(Lang::Zh, &pack, &said).label, "火灾");
        said.only = sample::at_least("loss-yuan", 10_000);
        assert_eq!(statement(Lang::Zh, &pack, &said).label, "火灾（直接财产损失 10,000 元或以上的）");
    }

    #[test]
    fn an_incident_hides_nothing_that_the_file_holds() {
        let pack = pack(level(none("fire", Filter::Every)));
        let mut fire = sample::incident("2026-02-03", "fire", &[("loss-yuan", 10_000), ("grade", 1)]);
        fire.repeats = Some(fire.id);
        fire.note = Some("草垛着火".to_owned());
        let lines = incident(Lang::Zh, &pack, "2026-Q1".parse().unwrap(), &fire);
        let told: Vec<_> = lines.iter().map(|line| format!("{}={}", line.label, line.value)).collect();
        let id = "07".repeat(16);
        assert_eq!(
            told,
            [
                "发生日期=2026年2月3日",
                "类别=火灾",
                "等级=一般",
                "直接财产损失=10,000 元",
                "说明=草垛着火",
                "登记日期=2026年2月3日",
                &format!("随机编号={id}"),
                &format!("与此编号为同一起={id}")
            ]
        );
    }
}

//! An invented document with one condition of every kind, and facts for it, for the tests of sentences.

use std::collections::BTreeMap;

use cunping_core::{
    days::Days,
    evaluate::{Evaluation, evaluate},
    facts::{Facts, Incident, Says, Statement},
    id::{Digest, IncidentId, UnitLevel},
    pack::{
        Attribute, AttributeKind, Check, Criterion, Indicator, IndicatorKind, Level, Pack, PeriodKind, PlainName,
        Source, Terms, Words, YearRule,
        condition::{Compare, Condition, Filter, WhenEmpty},
    },
    period::Period,
};

use crate::case::EvaluatedUnit;

pub(crate) fn words(zh: &str, en: &str) -> Words {
    Words { zh: zh.into(), en: en.into() }
}

pub(crate) fn none(of: &str, only: Filter) -> Condition {
    Condition::None { of: of.parse().unwrap(), only }
}

pub(crate) fn at_least(is: &str, bound: i64) -> Filter {
    Filter::Attribute { is: is.parse().unwrap(), must: Compare::AtLeast, bound }
}

/// Returns a filter: losses of 10,000 yuan or more, or a death, or a grade above ordinary.
pub(crate) fn large() -> Filter {
    let above = Filter::Attribute { is: "grade".parse().unwrap(), must: Compare::MoreThan, bound: 1 };
    Filter::Any(vec![at_least("loss-yuan", 10_000), at_least("deaths", 1), above])
}

/// Returns an overlay of the sample document.
pub(crate) fn overlay() -> cunping_core::overlay::Overlay {
    cunping_core::overlay::Overlay {
        digest: Digest::of(b"overlay"),
        pack: "sample".parse().unwrap(),
        version: 1,
        level: "village".parse().unwrap(),
        title: "分值表".into(),
        issuer: "示例县平安办".into(),
        number: None,
        issued: "2026-03-01".parse().unwrap(),
        weights: BTreeMap::new(),
        pass_mark: Some(80),
        vetoes: Vec::new(),
        settles: BTreeMap::new(),
        values: BTreeMap::new(),
        texts: BTreeMap::new(),
    }
}

pub(crate) fn ratio(must: Compare, share: (i64, i64)) -> Condition {
    Condition::Ratio { of: "resolved".parse().unwrap(), must, share, empty: WhenEmpty::Met }
}

/// Returns a level with one criterion, whose only check has this condition; both have the id `village.1`.
pub(crate) fn level(condition: Condition) -> Level {
    let check = Check {
        id: "village.1".parse().unwrap(),
        label: words("一项", "one"),
        clause: String::new(),
        condition,
        may_not_apply: true,
        readings: Vec::new(),
    };
    let criterion = Criterion {
        id: "village.1".parse().unwrap(),
        title: "第一项。".into(),
        name: PlainName { zh: None, en: "First item".into() },
        clause: "四(二)1".into(),
        monitors: Vec::new(),
        monitors_printed: BTreeMap::new(),
        monitors_in_body: Vec::new(),
        responsible: "各村".into(),
        printed_remark: None,
        guidance: Vec::new(),
        checks: vec![check],
        measures: Vec::new(),
        section: None,
        role: cunping_core::pack::CriterionRole::Standard,
        digest: Digest::of(b"criterion"),
    };
    Level {
        id: "village".parse().unwrap(),
        unit: UnitLevel::Village,
        title: "平安村".into(),
        clause: "四(二)".into(),
        reports: vec![PeriodKind::Quarter, PeriodKind::Year],
        awarded_for: PeriodKind::Year,
        first_period: None,
        requires: None,
        review: None,
        recognition: None,
        result: cunping_core::pack::ResultRule::All,
        result_clause: None,
        result_readings: Vec::new(),
        sections: Vec::new(),
        criteria: vec![criterion],
    }
}

pub(crate) fn pack(level: Level) -> Pack {
    let entry = |id: &str, zh: &str, en: &str, kind| {
        (id.parse().unwrap(), Indicator { name: words(zh, en), kind, attributes: Vec::new() })
    };
    let attribute = |id: &str, zh: &str, en: &str, kind| {
        (id.parse().unwrap(), Attribute { name: words(zh, en), kind, scope: None })
    };
    let grades = [("未达一般", "below ordinary"), ("一般", "ordinary"), ("较大", "fairly large")];
    let sides = IndicatorKind::Ratio {
        year: YearRule::Sum,
        part: words("已化解（件）", "resolved"),
        whole: words("全部（件）", "all"),
        within: None,
        counts: None,
    };
    Pack {
        id: "sample".parse().unwrap(),
        version: 1,
        digest: Digest::of(b"pack"),
        source: Source {
            title: "示例方案".into(),
            short: "示例".into(),
            number: None,
            issued: None,
            edition: None,
            issuers: Vec::new(),
            addressees: Vec::new(),
            basis: Vec::new(),
            checked_on: "2026-11-22".parse().unwrap(),
            area: "990000000000".parse().unwrap(),
        },
        terms: Terms {
            village: "村".into(),
            township: "镇".into(),
            county: "县".into(),
            prefecture: None,
            province: None,
            office: "镇平安办".into(),
            award: "平安村".into(),
        },
        offices: BTreeMap::new(),
        levels: vec![level],
        targets: Vec::new(),
        priorities: Vec::new(),
        scheme: None,
        bonus: None,
        references: Vec::new(),
        calendar: Vec::new(),
        procedure: Vec::new(),
        forms: Vec::new(),
        contradictions: Vec::new(),
        readings: Vec::new(),
        indicators: BTreeMap::from([
            entry("crime", "刑事案件", "criminal case", IndicatorKind::Incidents),
            entry("crime/homicide", "命案", "homicide", IndicatorKind::Incidents),
            entry("fire", "火灾", "fire", IndicatorKind::Incidents),
            entry("cameras", "监控探头（路）", "camera feeds", IndicatorKind::Count(YearRule::Latest)),
            entry("resolved", "化解率", "share resolved", sides),
            entry("rank", "案件数位次", "rank by cases", IndicatorKind::Rank),
            entry("patrols", "治安巡逻常态化", "Patrols are regular", IndicatorKind::Stated),
            entry("railway", "有铁路护路任务", "There is a railway to guard", IndicatorKind::Stated),
            entry(
                "residue",
                "污水中的浓度",
                "residue",
                IndicatorKind::Series { unit: words("毫克", "mg"), decimals: 2 },
            ),
        ]),
        attributes: BTreeMap::from([
            attribute("loss-yuan", "直接财产损失（元）", "direct loss (yuan)", AttributeKind::Yuan),
            attribute("deaths", "死亡人数", "deaths", AttributeKind::People),
            attribute("handled", "已有效处置", "effectively handled", AttributeKind::YesNo),
            attribute(
                "grade",
                "等级",
                "grade",
                AttributeKind::Choice(grades.iter().map(|(zh, en)| words(zh, en)).collect()),
            ),
        ]),
    }
}

pub(crate) fn incident(day: &str, category: &str, attributes: &[(&str, i64)]) -> Incident {
    Incident {
        id: IncidentId([7; 16]),
        day: day.parse().unwrap(),
        categories: [category.parse().unwrap()].into(),
        attributes: attributes.iter().map(|(id, value)| (id.parse().unwrap(), *value)).collect(),
        note: None,
        repeats: None,
        stated_on: day.parse().unwrap(),
    }
}

pub(crate) fn says(about: &str, first: &str, last: &str, says: Says) -> Statement {
    let days = Days::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
    Statement {
        about: about.parse().unwrap(),
        only: cunping_core::pack::condition::Filter::Every,
        days,
        made_on: days.last(),
        says,
    }
}

/// Returns facts of the first quarter of 2026.
pub(crate) fn facts(incidents: Vec<Incident>, statements: Vec<Statement>) -> Facts {
    facts_in("2026-Q1".parse().unwrap(), incidents, statements)
}

pub(crate) fn facts_in(period: Period, incidents: Vec<Incident>, statements: Vec<Statement>) -> Facts {
    Facts { incidents, statements, ..Facts::silent("990101001001".parse().unwrap(), period) }
}

/// Evaluates at the end of the quarter and passes the case to `look`.
pub(crate) fn with<T>(condition: Condition, facts: &Facts, look: impl FnOnce(EvaluatedUnit) -> T) -> T {
    let pack = pack(level(condition));
    let level = pack.levels.first().unwrap();
    let evaluation: Evaluation = evaluate(&pack, level, &[], facts, "2026-03-31".parse().unwrap());
    look(EvaluatedUnit { pack: &pack, level, facts, evaluation: &evaluation })
}

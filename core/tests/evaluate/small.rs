//! Documents of one criterion and facts about it, in a line each.

use std::collections::BTreeMap;

use cunping_core::{
    days::{Day, Days},
    evaluate::{CriterionFinding, Evaluation, evaluate},
    facts::{Facts, Incident, Says, Statement},
    id::{Digest, IncidentId, UnitLevel},
    pack::{
        Check, Criterion, Indicator, IndicatorKind, Level, Pack, PeriodKind, PlainName, Source, Terms, Words, YearRule,
        condition::{Condition, Filter},
    },
};

fn words() -> Words {
    Words { zh: "项".into(), en: "item".into() }
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Makes a document whose only criterion has one check with this condition.
pub(crate) fn document(condition: Condition, may_not_apply: bool) -> Pack {
    let check = Check {
        id: "village.1".parse().unwrap(),
        label: words(),
        clause: "一".into(),
        condition,
        may_not_apply,
        readings: Vec::new(),
    };
    let criterion = Criterion {
        id: "village.1".parse().unwrap(),
        title: "无".into(),
        name: PlainName { zh: None, en: "None".into() },
        clause: "一".into(),
        monitors: Vec::new(),
        monitors_printed: BTreeMap::new(),
        monitors_in_body: Vec::new(),
        responsible: String::new(),
        printed_remark: None,
        guidance: Vec::new(),
        checks: vec![check],
        measures: Vec::new(),
        section: None,
        role: cunping_core::pack::CriterionRole::Standard,
        digest: Digest([0; 32]),
    };
    let level = Level {
        id: "village".parse().unwrap(),
        unit: UnitLevel::Village,
        title: "村".into(),
        clause: "一".into(),
        reports: vec![PeriodKind::Quarter],
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
    };
    Pack { levels: vec![level], indicators: indicators(), ..empty() }
}

fn indicators() -> BTreeMap<cunping_core::id::IndicatorId, Indicator> {
    let ratio = |year| IndicatorKind::Ratio { year, part: words(), whole: words(), within: None, counts: None };
    let kinds = [
        ("crime", IndicatorKind::Incidents),
        ("shop", IndicatorKind::Stated),
        ("cameras", IndicatorKind::Count(YearRule::Latest)),
        ("drills", IndicatorKind::Count(YearRule::Sum)),
        ("people", IndicatorKind::Count(YearRule::YearOnly)),
        ("resolved", ratio(YearRule::Sum)),
        ("rank", IndicatorKind::Rank),
        ("rate", IndicatorKind::Figure { year: YearRule::YearOnly, unit: words(), decimals: 2 }),
        ("sewage", IndicatorKind::Series { unit: words(), decimals: 2 }),
    ];
    let entry = |kind| Indicator { name: words(), kind, attributes: Vec::new() };
    kinds.into_iter().map(|(id, kind)| (id.parse().unwrap(), entry(kind))).collect()
}

fn empty() -> Pack {
    let source = Source {
        title: "文件".into(),
        short: "文件".into(),
        number: None,
        issued: None,
        edition: None,
        issuers: Vec::new(),
        addressees: Vec::new(),
        basis: Vec::new(),
        checked_on: day("2026-01-01"),
        area: "150626200000".parse().unwrap(),
    };
    let terms = Terms {
        village: "村".into(),
        township: "镇".into(),
        county: "县".into(),
        prefecture: None,
        province: None,
        office: "平安办".into(),
        award: "平安村".into(),
    };
    Pack {
        id: "small".parse().unwrap(),
        version: 1,
        digest: Digest([0; 32]),
        source,
        terms,
        offices: BTreeMap::new(),
        levels: Vec::new(),
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
        indicators: BTreeMap::new(),
        attributes: BTreeMap::new(),
    }
}

pub(crate) fn none(of: &str) -> Condition {
    Condition::None { of: of.parse().unwrap(), only: Filter::Every }
}

pub(crate) fn said(about: &str, from: &str, to: &str, made_on: &str, says: Says) -> Statement {
    let days = Days::new(day(from), day(to)).unwrap();
    Statement {
        about: about.parse().unwrap(),
        only: cunping_core::pack::condition::Filter::Every,
        days,
        made_on: day(made_on),
        says,
    }
}

pub(crate) fn happened(category: &str, on: &str) -> Incident {
    Incident {
        id: IncidentId([1; 16]),
        day: day(on),
        categories: [category.parse().unwrap()].into(),
        attributes: BTreeMap::new(),
        note: None,
        repeats: None,
        stated_on: day(on),
    }
}

/// Evaluates one period of a village.
pub(crate) fn judge(
    pack: &Pack,
    period: &str,
    as_of: &str,
    incidents: &[Incident],
    statements: &[Statement],
) -> Evaluation {
    let mut facts = Facts::silent("150626200205".parse().unwrap(), period.parse().unwrap());
    facts.incidents = incidents.to_vec();
    facts.statements = statements.to_vec();
    facts.sort();
    evaluate(pack, &pack.levels[0], &[], &facts, day(as_of))
}

/// Returns the finding of the only criterion.
pub(crate) fn the(evaluation: &Evaluation) -> &CriterionFinding {
    &evaluation.criteria[0]
}

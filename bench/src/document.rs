//! A document of 32 criteria, made for measuring: the workload that the engines beside it were measured with.
//!
//! 20 categories of which there must be none, 4 counts, 3 ratios, 3 statements, one criterion of three parts, and one
//! that vetoes; points that make 100, and a pass mark. None of the five documents has 32 criteria in one level.

use std::collections::BTreeMap;

use cunping_core::{
    evaluate::Judgement,
    id::{Digest, RuleId},
    overlay::Overlay,
    pack::{
        Criterion, Indicator, IndicatorKind, Level, Pack, ResultRule, CriterionRole, Section, Words, YearRule,
        condition::{Compare, Condition, Filter, WhenEmpty},
    },
};

/// The least score that passes.
pub const PASS: i64 = 85;

/// What a criterion asks.
#[derive(Clone, Copy, Debug)]
pub enum Asks {
    /// That there is no incident of a category.
    None(usize),
    /// At least so many of something.
    Number(usize, i64),
    /// At least so many in a hundred.
    Ratio(usize, i64),
    /// A yes.
    Stated(usize),
    /// A yes, a number and no incident.
    Three,
}

/// The 32 criteria, in order; a breach of the last vetoes.
pub fn criteria() -> impl Iterator<Item = (usize, Asks)> {
    let none = (0..20).map(Asks::None);
    let numbers = [3, 1, 2, 12].into_iter().enumerate().map(|(i, least)| Asks::Number(i, least));
    let ratios = [95, 90, 80].into_iter().enumerate().map(|(i, least)| Asks::Ratio(i, least));
    let all = none.chain(numbers).chain(ratios).chain((0..3).map(Asks::Stated));
    all.chain([Asks::Three, Asks::None(21)]).enumerate()
}

/// The points of a criterion; together 100.
pub fn weight(criterion: usize) -> i64 {
    if criterion < 4 { 4 } else { 3 }
}

/// The document, and the overlay that gives the points.
pub struct Document {
    /// With one level.
    pub pack: Pack,
    /// Points and pass mark.
    pub overlay: Overlay,
}

impl Document {
    /// The only level.
    pub fn level(&self) -> &Level {
        &self.pack.levels[0]
    }
}

/// What either engine finds.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub verdict: String,
    /// Points that are reached for certain, and that can still be reached.
    pub score: (i64, i64),
    pub findings: Vec<String>,
}

/// What the core finds.
pub fn result(judged: Judgement<'_>) -> Found {
    let score = judged.score().expect("the document scores");
    assert_eq!((score.low.1, score.high.1), (1, 1), "whole points");
    Found {
        verdict: judged.verdict().code().to_owned(),
        score: (score.low.0, score.high.0),
        findings: judged.findings().map(|(_, finding)| finding.code().to_owned()).collect(),
    }
}

/// The document. The parts that decide nothing are those of a released one.
pub fn new() -> Document {
    let mut pack = Pack::from_json(cunping_packs::RELEASED[0].json).expect("a released pack");
    let mut level = pack.levels.swap_remove(0);
    let model = level.criteria[0].clone();
    level.criteria = criteria().map(|(i, asks)| criterion(&model, i, asks)).collect();
    level.result = ResultRule::Score;
    level.sections = vec![Section { id: id("all"), title: String::new(), clause: String::new(), scored: true }];
    (level.requires, level.review) = (None, None);
    pack.indicators = indicators();
    let overlay = Overlay {
        digest: Digest([0; 32]),
        pack: pack.id.clone(),
        version: pack.version,
        level: level.id.clone(),
        title: String::new(),
        issuer: String::new(),
        number: None,
        issued: pack.source.checked_on,
        weights: level.criteria.iter().enumerate().map(|(i, it)| (it.id.clone(), weight(i))).collect(),
        pass_mark: Some(PASS),
        vetoes: Vec::new(),
        settles: BTreeMap::new(),
        values: BTreeMap::new(),
        texts: BTreeMap::new(),
    };
    pack.levels = vec![level];
    Document { pack, overlay }
}

fn criterion(model: &Criterion, i: usize, asks: Asks) -> Criterion {
    let mut it = model.clone();
    it.id = id(&format!("village.{}", i + 1));
    it.section = Some(id("all"));
    it.role = if i == 31 { CriterionRole::Veto } else { CriterionRole::Standard };
    it.measures.clear();
    it.checks.truncate(1);
    it.checks[0].id = it.id.clone();
    it.checks[0].may_not_apply = false;
    it.checks[0].condition = condition(asks);
    it
}

fn condition(asks: Asks) -> Condition {
    let (only, must) = (Filter::Every, Compare::AtLeast);
    match asks {
        Asks::None(i) => Condition::None { of: named("category", i), only },
        Asks::Number(i, bound) => Condition::Count { of: named("number", i), only, must, bound },
        Asks::Ratio(i, least) => {
            Condition::Ratio { of: named("ratio", i), must, share: (least, 100), empty: WhenEmpty::Met }
        }
        Asks::Stated(i) => Condition::Stated { of: named("stated", i) },
        Asks::Three => {
            Condition::All([Asks::Stated(3), Asks::Number(4, 1), Asks::None(20)].map(condition).into_iter().collect())
        }
    }
}

fn indicators() -> BTreeMap<cunping_core::id::IndicatorId, Indicator> {
    let words = || Words { zh: String::new(), en: String::new() };
    let ratio = || IndicatorKind::Ratio { year: YearRule::Latest, part: words(), whole: words(), within: None, counts: None };
    let all = (0..22).map(|i| (named("category", i), IndicatorKind::Incidents));
    let all = all.chain((0..5).map(|i| (named("number", i), IndicatorKind::Count(YearRule::Latest))));
    let all = all.chain((0..3).map(|i| (named("ratio", i), ratio())));
    let all = all.chain((0..4).map(|i| (named("stated", i), IndicatorKind::Stated)));
    all.map(|(id, kind)| (id, Indicator { name: words(), kind, attributes: Vec::new() })).collect()
}

/// The name of an indicator.
pub fn named(kind: &str, i: usize) -> cunping_core::id::IndicatorId {
    format!("{kind}-{i}").parse().expect("a plain name")
}

fn id(text: &str) -> RuleId {
    text.parse().expect("a plain name")
}

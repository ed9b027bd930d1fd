//! A level as a program sees it: the places of its criteria among the nodes, and the rule for verdict and points.

use std::collections::BTreeMap;

use super::node::{Op, ProgramWriter};
use crate::{
    id::{LevelId, RuleId},
    pack::{Check, Criterion, CriterionRole, Level, ResultRule},
};

/// One level.
#[derive(Clone, Debug)]
pub(crate) struct Award {
    pub(crate) level: LevelId,
    pub(crate) result: ResultRule,
    /// `true` where an office decides in the end.
    pub(crate) review: bool,
    /// The criteria, in order.
    pub(crate) rules: Vec<Rule>,
    /// The sections that give points; empty where the document does not score.
    pub(crate) sections: Vec<Scored>,
    /// The pass mark, where an overlay gives one.
    pub(crate) pass: Option<i64>,
    /// `true` where an overlay gives the points.
    pub(crate) official: bool,
}

/// One criterion.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) id: RuleId,
    /// The node of all its checks.
    pub(crate) node: usize,
    pub(crate) checks: Vec<(RuleId, usize)>,
    pub(crate) measures: Vec<(RuleId, usize)>,
    pub(crate) role: CriterionRole,
    /// `true` where a breach vetoes: by its role or by an overlay.
    pub(crate) vetoes: bool,
}

/// A section that gives points.
#[derive(Clone, Debug)]
pub(crate) struct Scored {
    /// Its points as a fraction.
    pub(crate) points: (i128, i128),
    /// The nodes of its criteria, and their weights.
    pub(crate) weights: Vec<(usize, i64)>,
}

impl Award {
    pub(super) fn new(mut writer: ProgramWriter<'_>, level: &Level) -> Self {
        let rules: Vec<Rule> = level.criteria.iter().map(|criterion| rule(&mut writer, criterion)).collect();
        let overlays = writer.overlays;
        let weights = overlays.iter().find(|overlay| !overlay.weights.is_empty()).map(|overlay| &overlay.weights);
        let sections = if level.result == ResultRule::Score { sections(level, &rules, weights) } else { Vec::new() };
        Self {
            level: level.id.clone(),
            result: level.result,
            review: level.review.is_some(),
            rules,
            sections,
            pass: overlays.iter().find_map(|overlay| overlay.pass_mark),
            official: weights.is_some(),
        }
    }
}

fn rule(writer: &mut ProgramWriter<'_>, criterion: &Criterion) -> Rule {
    let write = |writer: &mut ProgramWriter<'_>, checks: &[Check]| -> Vec<(RuleId, usize)> {
        checks.iter().map(|check| (check.id.clone(), writer.check(check))).collect()
    };
    let mut checks = Vec::new();
    // A conjunction of one part is that part.
    let node = match criterion.checks.as_slice() {
        [only] => {
            let node = writer.check(only);
            checks.push((only.id.clone(), node));
            node
        }
        several => writer.node(Op::All, |writer| checks = write(writer, several)),
    };
    let measures = write(writer, &criterion.measures);
    let by_overlay = writer.overlays.iter().any(|overlay| overlay.vetoes.contains(&criterion.id));
    let vetoes = criterion.role == CriterionRole::Veto || by_overlay;
    Rule { id: criterion.id.clone(), node, checks, measures, role: criterion.role, vetoes }
}

/// Collects the scored sections. Without an overlay every one weighs the same: a trial (reading, ledger part 3).
fn sections(level: &Level, rules: &[Rule], weights: Option<&BTreeMap<RuleId, i64>>) -> Vec<Scored> {
    let own = |id: &RuleId| weights.and_then(|weights| weights.get(id)).copied();
    let scored: Vec<_> = level.sections.iter().filter(|section| section.scored).collect();
    let count = i128::try_from(scored.len()).unwrap_or(1);
    let section = |section: &&crate::pack::Section| {
        let inside = level.criteria.iter().zip(rules).filter(|pair| pair.0.section.as_ref() == Some(&section.id));
        let weights_inside: Vec<_> = inside.map(|(_, rule)| (rule.node, own(&rule.id).unwrap_or(1))).collect();
        let points = match (weights, own(&section.id)) {
            (None, _) => (100, count),
            (Some(_), Some(points)) => (points.into(), 1),
            (Some(_), None) => (weights_inside.iter().map(|(_, weight)| i128::from(*weight)).sum(), 1),
        };
        Scored { points, weights: weights_inside }
    };
    scored.iter().map(section).collect()
}

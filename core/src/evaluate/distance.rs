//! The distance of a unit from qualifying: open checks, and criteria that are not met.

use super::{CriterionFinding, Evaluation, Verdict};
use crate::{
    id::RuleId,
    pack::{Criterion, CriterionRole, Level, ResultRule},
    truth::Finding,
};

/// The open checks and unmet criteria between a unit and its award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distance {
    /// Checks whose answers can still decide, in order.
    pub open: Vec<RuleId>,
    /// Criteria that are not met and bar the award, in order.
    pub blocking: Vec<RuleId>,
    /// Criteria that are not met and cost points only, in order; empty where the document does not score.
    pub costing: Vec<RuleId>,
    /// `true` where the award can still be reached: nothing that is settled rules it out.
    pub reachable: bool,
}

/// Computes the distance from an evaluation of a level. Cannot fail.
#[must_use]
pub fn distance(level: &Level, evaluation: &Evaluation) -> Distance {
    let criteria = || level.criteria.iter().zip(&evaluation.criteria);
    let undecided =
        criteria().filter(|(_, found)| found.finding == Finding::Undetermined).flat_map(|(_, found)| &found.checks);
    let only_costs =
        |criterion: &Criterion| level.result == ResultRule::Score && criterion.role == CriterionRole::Standard;
    let broken = || criteria().filter(|(_, found)| found.finding == Finding::NotMet);
    let id = |(_, found): (&Criterion, &CriterionFinding)| found.id.clone();
    let barred = broken().any(|(criterion, found)| found.settled && !only_costs(criterion));
    let before = evaluation.prerequisite.as_ref();
    let missed = before.is_some_and(|required| required.settled && is_broken(required.verdict));
    let over = is_broken(evaluation.verdict) && !evaluation.provisional;
    Distance {
        open: undecided
            .filter(|check| check.outcome.finding == Finding::Undetermined)
            .map(|check| check.id.clone())
            .collect(),
        blocking: broken().filter(|(criterion, _)| !only_costs(criterion)).map(id).collect(),
        costing: broken().filter(|(criterion, _)| only_costs(criterion)).map(id).collect(),
        reachable: !barred && !missed && !over,
    }
}

fn is_broken(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::NotQualified | Verdict::Vetoed | Verdict::Barred)
}

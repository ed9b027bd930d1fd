//! How far a unit is from qualifying: what is open, what blocks. Counts; advises nothing.

use super::Evaluation;
use crate::{id::RuleId, truth::Finding};

/// What still stands between a unit and its award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distance {
    /// Checks whose answers can still decide, in order.
    pub open: Vec<RuleId>,
    /// Criteria that are not met, in order.
    pub blocking: Vec<RuleId>,
    /// Whether the period can still end well: nothing that blocks is settled.
    pub reachable: bool,
}

/// What is missing in an evaluation. Cannot fail.
#[must_use]
pub fn distance(evaluation: &Evaluation) -> Distance {
    let criteria = || evaluation.criteria.iter();
    let broken = |it: &&super::CriterionFinding| it.finding == Finding::NotMet;
    let undecided = criteria().filter(|it| it.finding == Finding::Undetermined).flat_map(|it| &it.checks);
    Distance {
        open: undecided
            .filter(|check| check.outcome.finding == Finding::Undetermined)
            .map(|check| check.id.clone())
            .collect(),
        blocking: criteria().filter(broken).map(|it| it.id.clone()).collect(),
        reachable: !criteria().filter(broken).any(|it| it.settled),
    }
}

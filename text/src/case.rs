//! What an explanation is about: a document, a unit's facts, and their evaluation; with look-ups by id.

use cunping_core::{
    days::Days,
    evaluate::{CheckFinding, CriterionFinding, Evaluation},
    facts::Facts,
    id::RuleId,
    pack::{Check, Criterion, Level, Pack},
};

/// One unit's facts of one period under one level of a document, evaluated.
#[derive(Clone, Copy, Debug)]
pub struct EvaluatedUnit<'a> {
    /// The document.
    pub pack: &'a Pack,
    /// The level of it that the unit is assessed for.
    pub level: &'a Level,
    /// The facts stated by the unit.
    pub facts: &'a Facts,
    /// The evaluation of `facts` under `level`.
    pub evaluation: &'a Evaluation,
}

impl<'a> EvaluatedUnit<'a> {
    /// Returns every criterion with its finding, in the document's order.
    pub fn criteria(self) -> impl Iterator<Item = (&'a Criterion, &'a CriterionFinding)> {
        self.level.criteria.iter().zip(&self.evaluation.criteria)
    }

    /// Returns the criterion with this id and its finding; `None` if the level has no such criterion.
    #[must_use]
    pub fn criterion(self, id: &RuleId) -> Option<(&'a Criterion, &'a CriterionFinding)> {
        self.criteria().find(|(criterion, _)| criterion.id == *id)
    }

    /// Returns the check or measure with this id, its criterion and its finding; `None` if the level has no such
    /// check.
    #[must_use]
    pub fn check(self, id: &RuleId) -> Option<(&'a Criterion, &'a Check, &'a CheckFinding)> {
        self.criteria().find_map(|(criterion, finding)| {
            let (check, found) = checks(criterion, finding).find(|(check, _)| check.id == *id)?;
            Some((criterion, check, found))
        })
    }

    /// Returns the days that were evaluated; `None` before the period's first.
    #[must_use]
    pub fn window(self) -> Option<Days> {
        self.facts.period.days().until(self.evaluation.as_of)
    }
}

/// Returns the checks of a criterion and then its measures, each with its finding.
pub fn checks<'a>(
    criterion: &'a Criterion,
    finding: &'a CriterionFinding,
) -> impl Iterator<Item = (&'a Check, &'a CheckFinding)> {
    let decide = criterion.checks.iter().zip(&finding.checks);
    decide.chain(criterion.measures.iter().zip(&finding.measures))
}

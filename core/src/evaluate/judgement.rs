//! The result of a program for one unit: the verdict at once, reasons on request.

use super::{
    CheckFinding, CriterionFinding, Evaluation, Outcome, Prerequisite, Program, Score, Sheet, Verdict,
    verdict::AwardStanding,
};
use crate::{days::Day, id::RuleId, truth::Finding};

/// A sheet beside the program that filled it.
#[derive(Clone, Copy, Debug)]
pub struct Judgement<'a> {
    pub(super) program: &'a Program,
    pub(super) sheet: &'a Sheet,
    pub(super) as_of: Day,
}

impl<'a> Judgement<'a> {
    /// Returns the verdict of the whole.
    #[must_use]
    pub fn verdict(self) -> Verdict {
        self.standing().map_or(Verdict::Open, |it| it.verdict)
    }

    /// Tells whether later days or statements of the period can still change the verdict.
    #[must_use]
    pub fn provisional(self) -> bool {
        self.standing().is_none_or(|it| !it.settled)
    }

    /// Returns the points; `None` where the document does not score.
    #[must_use]
    pub fn score(self) -> Option<Score> {
        self.standing()?.score
    }

    /// Iterates over the finding of every criterion, in the document's order.
    pub fn findings(self) -> impl Iterator<Item = (&'a RuleId, Finding)> {
        let rules = self.program.awards.first().into_iter().flat_map(|award| &award.rules);
        rules.map(move |rule| (&rule.id, self.sheet.at(rule.node).finding))
    }

    /// Builds the whole evaluation with all reasons, for callers that keep it.
    #[must_use]
    pub fn evaluation(self) -> Evaluation {
        let rules = self.program.awards.first().into_iter().flat_map(|award| &award.rules);
        let required = self.program.awards.get(1).zip(self.sheet.standings.get(1));
        Evaluation {
            as_of: self.as_of,
            verdict: self.verdict(),
            provisional: self.provisional(),
            criteria: rules.map(|rule| self.criterion(rule)).collect(),
            prerequisite: required.map(|(award, standing)| Prerequisite {
                level: award.level.clone(),
                verdict: standing.verdict,
                settled: standing.decided,
            }),
            score: self.score(),
        }
    }

    fn standing(self) -> Option<&'a AwardStanding> {
        self.sheet.standings.first()
    }

    fn criterion(self, rule: &super::program::Rule) -> CriterionFinding {
        let found = self.sheet.at(rule.node);
        let checks = |checks: &[(RuleId, usize)]| -> Vec<CheckFinding> {
            checks.iter().map(|(id, node)| CheckFinding { id: id.clone(), outcome: self.outcome(*node) }).collect()
        };
        CriterionFinding {
            id: rule.id.clone(),
            finding: found.finding,
            settled: found.settled,
            checks: checks(&rule.checks),
            measures: checks(&rule.measures),
        }
    }

    fn outcome(self, at: usize) -> Outcome {
        let found = self.sheet.at(at);
        let end = |at: usize| self.program.nodes.get(at).map(|node| node.end);
        let parts = std::iter::successors(Some(at + 1), |part| end(*part)).take_while(|part| Some(*part) < end(at));
        Outcome {
            finding: found.finding,
            settled: found.settled,
            seen: found.seen,
            parts: parts.map(|part| self.outcome(part)).collect(),
        }
    }
}

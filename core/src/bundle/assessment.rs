//! An assessment as the engine sees it: one unit's facts in one period, and the findings that its writer claims.

use super::{PackRef, Party};
use crate::{
    days::Day,
    evaluate::{CheckFinding, CriterionFinding, Evaluation, Score, Verdict},
    facts::Facts,
    id::{Digest, LevelId, RuleId},
    moment::Moment,
    truth::Finding,
};

/// A unit's own assessment (自评).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The signing party.
    pub party: Party,
    /// The unit's name, as the signer writes it. Code and period are in the facts.
    pub unit_name: String,
    /// The level or award of the document.
    pub level: LevelId,
    /// The document.
    pub pack: PackRef,
    /// Digests of the overlays that were in force, ordered.
    pub overlays: Vec<Digest>,
    /// The day up to which the facts were looked at.
    pub as_of: Day,
    /// The facts that the document asks about, and no others.
    pub facts: Facts,
    /// The findings of the writer's program.
    pub claim: Claim,
    /// 1 for the first file about this unit, document, level and period; higher for each further one.
    pub sequence: u32,
    /// The file that this one supersedes; `None` for the first only.
    pub supersedes: Option<Digest>,
    /// The time of signing, by the signer's clock.
    pub stated_at: Moment,
    /// The program that wrote it, such as `cunping 0.1.0`.
    pub software: String,
    /// `true` for example data, which never mixes with real data.
    pub example: bool,
}

/// The result that a program claims to have found. The reader recomputes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The evaluator number of the program ([`crate::EVALUATOR`]).
    pub evaluator: u32,
    /// The finding of every criterion, in the document's order.
    pub findings: Vec<ClaimedFinding>,
    /// The verdict of the whole.
    pub verdict: Verdict,
    /// `true` where later days or statements can still change the verdict.
    pub provisional: bool,
    /// The points, where the document scores.
    pub score: Option<Score>,
}

/// The claimed finding of one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedFinding {
    /// The criterion.
    pub id: RuleId,
    /// Its finding.
    pub finding: Finding,
    /// The finding of each check, in order.
    pub checks: Vec<(RuleId, Finding)>,
}

impl Assessment {
    /// Returns the last day that it speaks of: of its facts, or the day up to which they were looked at.
    #[must_use]
    pub fn last_day(&self) -> Day {
        self.facts.last_day().map_or(self.as_of, |last| last.max(self.as_of))
    }

    /// Compares two files about the same unit, document and period: `true` where facts, overlays and findings are the
    /// same. Time of signing, place in the line, program, and the day up to which the facts were looked at make no
    /// difference.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let about = |assessment: &Self| {
            (assessment.party.clone(), assessment.level.clone(), assessment.pack.clone(), assessment.example)
        };
        let found = |assessment: &Self| {
            (
                assessment.claim.findings.clone(),
                assessment.claim.verdict,
                assessment.claim.provisional,
                assessment.claim.score,
            )
        };
        about(self) == about(other)
            && self.unit_name == other.unit_name
            && self.overlays == other.overlays
            && self.facts == other.facts
            && found(self) == found(other)
    }
}

impl Claim {
    /// Builds the claim of this program from an evaluation.
    #[must_use]
    pub fn of(evaluation: &Evaluation) -> Self {
        let findings = evaluation.criteria.iter().map(|criterion| ClaimedFinding {
            id: criterion.id.clone(),
            finding: criterion.finding,
            checks: criterion.checks.iter().map(|check| (check.id.clone(), check.outcome.finding)).collect(),
        });
        Self {
            evaluator: crate::EVALUATOR,
            findings: findings.collect(),
            verdict: evaluation.verdict,
            provisional: evaluation.provisional,
            score: evaluation.score.filter(writable),
        }
    }
}

impl Claim {
    /// Compares the claim with an evaluation by this program.
    pub(super) fn is_of(&self, evaluation: &Evaluation) -> bool {
        let same_check = |(claimed, found): (&(RuleId, Finding), &CheckFinding)| {
            claimed.0 == found.id && claimed.1 == found.outcome.finding
        };
        let same = |(claimed, found): (&ClaimedFinding, &CriterionFinding)| {
            claimed.id == found.id
                && claimed.finding == found.finding
                && claimed.checks.len() == found.checks.len()
                && claimed.checks.iter().zip(&found.checks).all(same_check)
        };
        self.evaluator == crate::EVALUATOR
            && (self.verdict, self.provisional) == (evaluation.verdict, evaluation.provisional)
            && self.score == evaluation.score.filter(writable)
            && self.findings.len() == evaluation.criteria.len()
            && self.findings.iter().zip(&evaluation.criteria).all(same)
    }
}

/// Tells whether a file can hold the points: no number in a file is larger than 2^53 − 1.
fn writable(score: &Score) -> bool {
    let (low, high) = (score.low, score.high);
    [low.0, low.1, high.0, high.1].iter().all(|number| *number <= crate::MAX_NUMBER)
}

//! The recomputed result of a unit's facts, reduced to what can support or contradict a decision.

use super::Contradiction;
use crate::{
    bundle::Decision,
    evaluate::{Evaluation, Verdict},
    id::{LevelId, RuleId},
    overlay::Overlay,
    pack::{Criterion, CriterionRole, Level, ResultRule},
    truth::Finding,
};

/// The recomputed result of a unit's facts. Small, for callers that keep many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recomputed {
    /// The verdict of the whole.
    verdict: Verdict,
    /// The award that has to be reached first, with its verdict.
    requires: Option<(LevelId, Verdict)>,
    /// The criteria that are not met, in the document's order, with the effect of each.
    broken: Vec<(RuleId, Breach)>,
    /// The criteria to which answers are missing, in the document's order.
    open: Vec<RuleId>,
}

/// The effect of a criterion that is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Breach {
    Bars,
    Vetoes,
    Misses,
    /// It only costs points.
    Costs,
}

impl Recomputed {
    /// Reduces an evaluation under a level. `overlays` are those that it was made with: they can add vetoes.
    #[must_use]
    pub fn new(level: &Level, overlays: &[&Overlay], evaluation: &Evaluation) -> Self {
        let of = |id: &RuleId| level.criteria.iter().find(|criterion| criterion.id == *id);
        let with = |finding| {
            evaluation
                .criteria
                .iter()
                .filter(move |criterion| criterion.finding == finding)
                .map(|criterion| &criterion.id)
        };
        let breach = |id: &RuleId| {
            let vetoes = overlays.iter().any(|overlay| overlay.vetoes.contains(id));
            of(id).map_or(Breach::Misses, |criterion| breach(level, criterion, vetoes))
        };
        Self {
            verdict: evaluation.verdict,
            requires: evaluation.prerequisite.as_ref().map(|required| (required.level.clone(), required.verdict)),
            broken: with(Finding::NotMet).map(|id| (id.clone(), breach(id))).collect(),
            open: with(Finding::Undetermined).cloned().collect(),
        }
    }

    /// Returns the verdict of the whole.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Tells whether everything that the document asks holds.
    fn holds(&self) -> bool {
        matches!(self.verdict, Verdict::Qualified | Verdict::Pending)
    }

    /// Lists the contradictions between the recomputed facts and a decision, in the document's order.
    pub(super) fn against(&self, decision: &Decision) -> Vec<Contradiction> {
        match decision {
            Decision::Qualified if !self.holds() => self.against_award(),
            // A breach that is certain settles it, whatever else is open.
            Decision::NotQualified if !is_missed(self.verdict) => self.against_refusal(),
            Decision::Removed(_) if self.holds() => vec![Contradiction::Computed(self.verdict)],
            Decision::Qualified | Decision::NotQualified | Decision::Removed(_) | Decision::Returned => Vec::new(),
        }
    }

    fn against_award(&self) -> Vec<Contradiction> {
        let required = self.requires.iter().filter(|(_, verdict)| !is_reached(*verdict));
        let required = required.map(|(award, verdict)| Contradiction::Requires(award.clone(), *verdict));
        let broken = self.broken.iter().filter_map(|(id, breach)| match breach {
            Breach::Bars => Some(Contradiction::Barred(id.clone())),
            Breach::Vetoes => Some(Contradiction::Vetoed(id.clone())),
            Breach::Misses => Some(Contradiction::NotMet(id.clone())),
            Breach::Costs => None,
        });
        std::iter::once(Contradiction::Computed(self.verdict))
            .chain(required)
            .chain(broken)
            .chain(self.open.iter().cloned().map(Contradiction::Open))
            .collect()
    }

    fn against_refusal(&self) -> Vec<Contradiction> {
        let open: &[RuleId] = if self.holds() { &[] } else { &self.open };
        let open = open.iter().cloned().map(Contradiction::Open);
        std::iter::once(Contradiction::Computed(self.verdict)).chain(open).collect()
    }
}

/// Tells whether an award is missed by what is known.
pub(super) fn is_missed(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::NotQualified | Verdict::Vetoed | Verdict::Barred)
}

fn is_reached(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Qualified | Verdict::Pending)
}

fn breach(level: &Level, criterion: &Criterion, by_overlay: bool) -> Breach {
    match criterion.role {
        CriterionRole::Negative => Breach::Bars,
        CriterionRole::Veto => Breach::Vetoes,
        _ if by_overlay => Breach::Vetoes,
        CriterionRole::Goal => Breach::Misses,
        CriterionRole::Standard => match level.result {
            ResultRule::All => Breach::Misses,
            ResultRule::Score => Breach::Costs,
        },
    }
}

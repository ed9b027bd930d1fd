//! How the nodes of a condition combine. Leaves are read elsewhere.

use super::{Outcome, Scope, Seen, outcome};
use crate::{id::IndicatorId, pack::condition::Condition, truth::Finding};

impl Scope<'_> {
    pub(super) fn outcome(self, condition: &Condition, may_not_apply: bool) -> Outcome {
        match condition {
            Condition::All(parts) => combine(self.parts(parts, may_not_apply), false),
            Condition::Any(parts) => combine(self.parts(parts, may_not_apply), true),
            Condition::Not(part) => {
                let part = self.outcome(part, may_not_apply);
                Outcome { finding: part.finding.not(), settled: part.settled, seen: Seen::Parts, parts: vec![part] }
            }
            Condition::ApplicableIf { of, then } => self.applicable_if(of, then, may_not_apply),
            leaf => self.leaf(leaf, may_not_apply),
        }
    }

    fn parts(self, parts: &[Condition], may_not_apply: bool) -> Vec<Outcome> {
        parts.iter().map(|part| self.outcome(part, may_not_apply)).collect()
    }

    fn applicable_if(self, of: &IndicatorId, then: &Condition, may_not_apply: bool) -> Outcome {
        let applies = self.leaf(&Condition::Stated { of: of.clone() }, false);
        let then = self.outcome(then, may_not_apply);
        let (finding, settled) = match (applies.finding, then.finding) {
            (Finding::NotMet, _) => (Finding::NotApplicable, applies.settled),
            (Finding::Met, finding) => (finding, applies.settled && then.settled),
            _ => (Finding::Undetermined, false),
        };
        Outcome { finding, settled, seen: Seen::Parts, parts: vec![applies, then] }
    }
}

fn combine(parts: Vec<Outcome>, any: bool) -> Outcome {
    let pairs = parts.iter().map(|part| (turn(part.finding, any), part.settled));
    let (finding, settled) = outcome::all(pairs);
    Outcome { finding: turn(finding, any), settled, seen: Seen::Parts, parts }
}

/// A disjunction is the negated conjunction of the negated parts.
fn turn(finding: Finding, any: bool) -> Finding {
    if any { finding.not() } else { finding }
}

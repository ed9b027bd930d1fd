//! How the nodes of a condition combine. Leaves are read elsewhere.

use super::{Outcome, Scope, Seen, outcome};
use crate::{id::IndicatorId, pack::condition::Condition, truth::Finding};

/// What holds for a whole check.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    /// Whether the unit may say that there is nothing here to check.
    pub(super) may_not_apply: bool,
    /// What an overlay says of what the document leaves open here.
    pub(super) settles: Option<bool>,
}

impl Scope<'_> {
    pub(super) fn outcome(self, condition: &Condition, terms: Terms) -> Outcome {
        match condition {
            Condition::All(parts) => combine(self.parts(parts, terms), false),
            Condition::Any(parts) => combine(self.parts(parts, terms), true),
            Condition::Not(part) => {
                let part = self.outcome(part, terms);
                Outcome { finding: part.finding.not(), settled: part.settled, seen: Seen::Parts, parts: vec![part] }
            }
            Condition::OpenUnless(part) => open_unless(self.outcome(part, terms), terms.settles),
            Condition::ApplicableIf { of, then } => self.applicable_if(of, then, terms),
            leaf => self.leaf(leaf, terms.may_not_apply),
        }
    }

    fn parts(self, parts: &[Condition], terms: Terms) -> Vec<Outcome> {
        parts.iter().map(|part| self.outcome(part, terms)).collect()
    }

    fn applicable_if(self, of: &IndicatorId, then: &Condition, terms: Terms) -> Outcome {
        let applies = self.leaf(&Condition::Stated { of: of.clone() }, false);
        let then = self.outcome(then, terms);
        let (finding, settled) = match (applies.finding, then.finding) {
            (Finding::NotMet, _) => (Finding::NotApplicable, applies.settled),
            (Finding::Met, finding) => (finding, applies.settled && then.settled),
            _ => (Finding::Undetermined, false),
        };
        Outcome { finding, settled, seen: Seen::Parts, parts: vec![applies, then] }
    }
}

fn open_unless(part: Outcome, settles: Option<bool>) -> Outcome {
    let (finding, seen) = match (part.finding, settles) {
        (Finding::NotMet, None) => (Finding::Undetermined, Seen::LeftOpen),
        (Finding::NotMet, Some(true)) => (Finding::Met, Seen::Parts),
        (finding, _) => (finding, Seen::Parts),
    };
    Outcome { finding, settled: part.settled, seen, parts: vec![part] }
}

fn combine(parts: Vec<Outcome>, any: bool) -> Outcome {
    let pairs = parts.iter().map(|part| (turn(part.finding, any), part.settled));
    let (finding, settled) = outcome::all(pairs);
    Outcome { finding: turn(finding, any), settled, seen: Seen::Parts, parts }
}

fn turn(finding: Finding, any: bool) -> Finding {
    if any { finding.not() } else { finding }
}

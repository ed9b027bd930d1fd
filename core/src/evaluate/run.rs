//! Runs a program from the back: every part is found before its whole.

use super::{
    Answers, Seen,
    program::{Node, Op},
    sheet::Found,
};
use crate::{days::Days, truth::Finding};

/// Writes the result of every node to its place in `found`, which has as many places.
pub(super) fn run(nodes: &[Node], answers: &Answers, window: Option<Days>, found: &mut [Found]) {
    for (at, node) in nodes.iter().enumerate().rev() {
        let Some((place, below)) = found.get_mut(at..node.end).and_then(<[Found]>::split_first_mut) else { return };
        let parts = Parts { nodes, at: at + 1, below };
        *place = match &node.op {
            Op::Leaf(leaf) => leaf.find(answers, window),
            Op::All => parts.whole(false),
            Op::Any => parts.whole(true),
            Op::Not => not(parts),
            Op::OpenUnless(settles) => open_unless(parts, *settles),
            Op::ApplicableIf => applicable_if(parts),
        };
    }
}

/// The results of the parts of a node, in order.
struct Parts<'a> {
    nodes: &'a [Node],
    at: usize,
    below: &'a [Found],
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a Found;

    fn next(&mut self) -> Option<&'a Found> {
        let (part, node) = (self.below.first()?, self.nodes.get(self.at)?);
        self.below = self.below.get(node.end - self.at..)?;
        self.at = node.end;
        Some(part)
    }
}

impl Parts<'_> {
    /// Combines the parts: their conjunction, or with `any` their disjunction.
    fn whole(self, any: bool) -> Found {
        let turn = |finding: Finding| if any { finding.not() } else { finding };
        let mut whole = Whole::default();
        self.for_each(|part| whole.add(&Found { finding: turn(part.finding), ..*part }));
        Found {
            finding: turn(whole.finding),
            settled: whole.is_settled(),
            left_open: whole.is_left_open(),
            seen: Seen::Parts,
        }
    }
}

/// A conjunction, built part by part.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    pub(super) finding: Finding,
    /// `true` where a part is not met and settled.
    broken: bool,
    /// `true` where every part is settled.
    pub(super) firm: bool,
    /// `true` where an answer is missing; what the document itself leaves open does not count as missing.
    unanswered: bool,
}

impl Default for Whole {
    fn default() -> Self {
        Self { finding: Finding::NotApplicable, broken: false, firm: true, unanswered: false }
    }
}

impl Whole {
    pub(super) fn add(&mut self, part: &Found) {
        self.finding = self.finding.and(part.finding);
        self.broken |= part.finding == Finding::NotMet && part.settled;
        self.firm &= part.settled;
        self.unanswered |= part.finding == Finding::Undetermined && !part.left_open;
    }

    /// Tells whether the whole is settled: one that is not met by one settled part that is not met, any other only by
    /// all of its parts.
    pub(super) fn is_settled(self) -> bool {
        if self.finding == Finding::NotMet { self.broken } else { self.firm }
    }

    /// Tells whether it is open only because the document does not say what follows: everything is answered.
    fn is_left_open(self) -> bool {
        self.finding == Finding::Undetermined && !self.unanswered
    }
}

fn not(mut parts: Parts<'_>) -> Found {
    let part = parts.next().copied().unwrap_or_default();
    Found { finding: part.finding.not(), seen: Seen::Parts, ..part }
}

fn open_unless(mut parts: Parts<'_>, settles: Option<bool>) -> Found {
    let part = Found { seen: Seen::Parts, ..parts.next().copied().unwrap_or_default() };
    match (part.finding, settles) {
        (Finding::NotMet, None) => {
            Found { finding: Finding::Undetermined, left_open: true, seen: Seen::LeftOpen, ..part }
        }
        (Finding::NotMet, Some(true)) => Found { finding: Finding::Met, ..part },
        _ => part,
    }
}

fn applicable_if(mut parts: Parts<'_>) -> Found {
    let mut part = || parts.next().copied().unwrap_or_default();
    let (applies, then) = (part(), part());
    let found = match applies.finding {
        Finding::NotMet => Found { finding: Finding::NotApplicable, left_open: false, ..applies },
        Finding::Met => Found { settled: applies.settled && then.settled, ..then },
        Finding::Undetermined | Finding::NotApplicable => Found::default(),
    };
    Found { seen: Seen::Parts, ..found }
}

//! Runs a program from the back: every part is found before its whole.

use super::{
    Answers, SeenFacts,
    program::{Op, ProgramNode},
    sheet::NodeResult,
};
use crate::{days::Days, truth::Finding};

/// Writes the result of every node to its place in `found`, which has as many places.
pub(super) fn run(nodes: &[ProgramNode], answers: &Answers, window: Option<Days>, found: &mut [NodeResult]) {
    for (at, node) in nodes.iter().enumerate().rev() {
        let Some((place, below)) = found.get_mut(at..node.end).and_then(<[NodeResult]>::split_first_mut) else {
            return;
        };
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
    nodes: &'a [ProgramNode],
    at: usize,
    below: &'a [NodeResult],
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a NodeResult;

    fn next(&mut self) -> Option<&'a NodeResult> {
        let (part, node) = (self.below.first()?, self.nodes.get(self.at)?);
        self.below = self.below.get(node.end - self.at..)?;
        self.at = node.end;
        Some(part)
    }
}

impl Parts<'_> {
    /// Combines the parts: their conjunction, or with `any` their disjunction.
    fn whole(self, any: bool) -> NodeResult {
        let turn = |finding: Finding| if any { finding.not() } else { finding };
        let mut whole = Conjunction::default();
        self.for_each(|part| whole.add(&NodeResult { finding: turn(part.finding), ..*part }));
        NodeResult {
            finding: turn(whole.finding),
            settled: whole.is_settled(),
            left_open: whole.is_left_open(),
            seen: SeenFacts::Parts,
        }
    }
}

/// A conjunction, built part by part.
#[derive(Clone, Copy)]
pub(super) struct Conjunction {
    pub(super) finding: Finding,
    /// `true` where a part is not met and settled.
    broken: bool,
    /// `true` where every part is settled.
    pub(super) firm: bool,
    /// `true` where an answer is missing; what the document itself leaves open does not count as missing.
    unanswered: bool,
}

impl Default for Conjunction {
    fn default() -> Self {
        Self { finding: Finding::NotApplicable, broken: false, firm: true, unanswered: false }
    }
}

impl Conjunction {
    pub(super) fn add(&mut self, part: &NodeResult) {
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

fn not(mut parts: Parts<'_>) -> NodeResult {
    let part = parts.next().copied().unwrap_or_default();
    NodeResult { finding: part.finding.not(), seen: SeenFacts::Parts, ..part }
}

fn open_unless(mut parts: Parts<'_>, settles: Option<bool>) -> NodeResult {
    let part = NodeResult { seen: SeenFacts::Parts, ..parts.next().copied().unwrap_or_default() };
    match (part.finding, settles) {
        (Finding::NotMet, None) => {
            NodeResult { finding: Finding::Undetermined, left_open: true, seen: SeenFacts::LeftOpen, ..part }
        }
        (Finding::NotMet, Some(true)) => NodeResult { finding: Finding::Met, ..part },
        _ => part,
    }
}

fn applicable_if(mut parts: Parts<'_>) -> NodeResult {
    let mut part = || parts.next().copied().unwrap_or_default();
    let (applies, then) = (part(), part());
    let found = match applies.finding {
        Finding::NotMet => NodeResult { finding: Finding::NotApplicable, ..applies },
        Finding::Met => NodeResult { settled: applies.settled && then.settled, ..then },
        Finding::Undetermined | Finding::NotApplicable => NodeResult::default(),
    };
    NodeResult { seen: SeenFacts::Parts, ..found }
}

//! The results of a program for one unit, node by node: small values that are overwritten for the next unit.

use super::{Answers, Program, SeenFacts, run::run, verdict::AwardStanding};
use crate::{days::Day, truth::Finding};

/// Memory for the results of a program, reasons included. One serves any number of units, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// By node.
    pub(super) found: Vec<NodeResult>,
    /// By award: the level first.
    pub(super) standings: Vec<AwardStanding>,
}

/// The result of one node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NodeResult {
    pub(super) finding: Finding,
    pub(super) settled: bool,
    /// `true` where it is open only because the document does not say what follows here: everything is answered.
    pub(super) left_open: bool,
    pub(super) seen: SeenFacts,
}

impl Default for NodeResult {
    fn default() -> Self {
        Self::silent(SeenFacts::Silent)
    }
}

impl NodeResult {
    pub(super) fn new(finding: Finding, settled: bool, seen: SeenFacts) -> Self {
        Self { finding, settled, left_open: false, seen }
    }

    /// Builds the result of a node at which nothing was found that decides.
    pub(super) fn silent(seen: SeenFacts) -> Self {
        Self::new(Finding::Undetermined, false, seen)
    }
}

impl Sheet {
    pub(super) fn fill(&mut self, program: &Program, answers: &Answers, as_of: Day) {
        self.found.resize(program.nodes.len(), NodeResult::default());
        run(&program.nodes, answers, answers.period.until(as_of), &mut self.found);
        self.standings.clear();
        // An award stands on the one that it requires.
        for award in program.awards.iter().rev() {
            let standing = AwardStanding::new(award, &self.found, self.standings.last());
            self.standings.push(standing);
        }
        self.standings.reverse();
    }

    pub(super) fn at(&self, node: usize) -> NodeResult {
        self.found.get(node).copied().unwrap_or_default()
    }
}

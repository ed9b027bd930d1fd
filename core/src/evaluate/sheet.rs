//! The results of a program for one unit, node by node: small values that are overwritten for the next unit.

use super::{Answers, Program, Seen, run::run, verdict::Standing};
use crate::{days::Day, truth::Finding};

/// Memory for the results of a program, reasons included. One serves any number of units, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// By node.
    pub(super) found: Vec<Found>,
    /// By award: the level first.
    pub(super) standings: Vec<Standing>,
}

/// The result of one node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) finding: Finding,
    pub(super) settled: bool,
    /// `true` where it is open only because the document does not say what follows here: everything is answered.
    pub(super) left_open: bool,
    pub(super) seen: Seen,
}

impl Default for Found {
    fn default() -> Self {
        Self::silent(Seen::Silent)
    }
}

impl Found {
    pub(super) fn new(finding: Finding, settled: bool, seen: Seen) -> Self {
        Self { finding, settled, left_open: false, seen }
    }

    /// Builds the result of a node at which nothing was found that decides.
    pub(super) fn silent(seen: Seen) -> Self {
        Self::new(Finding::Undetermined, false, seen)
    }
}

impl Sheet {
    pub(super) fn fill(&mut self, program: &Program, answers: &Answers, as_of: Day) {
        self.found.resize(program.nodes.len(), Found::default());
        run(&program.nodes, answers, answers.period.until(as_of), &mut self.found);
        self.standings.clear();
        // An award stands on the one that it requires.
        for award in program.awards.iter().rev() {
            let standing = Standing::new(award, &self.found, self.standings.last());
            self.standings.push(standing);
        }
        self.standings.reverse();
    }

    pub(super) fn at(&self, node: usize) -> Found {
        self.found.get(node).copied().unwrap_or_default()
    }
}

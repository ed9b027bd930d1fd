//! One level of a pack under its overlays, compiled once to evaluate many units.

mod award;
mod node;
mod topics;

use super::{Answers, Judgement, Sheet};
use crate::{
    days::Day,
    facts::Facts,
    overlay::Overlay,
    pack::{Level, Pack},
};

pub(super) use award::{Award, Rule, Scored};
pub(super) use node::{Asks, Leaf, Op, ProgramNode};
pub(super) use topics::Topics;

/// A level of a pack and its overlays, in the form in which they are evaluated.
///
/// Every condition of the level, and of the award that has to be reached first, lies in one array: a node, then its
/// parts, each with all that is below it. Run from the back, every part is found before the whole that it belongs to.
/// Topics of conditions are numbered, so that no name is compared while facts are evaluated.
#[derive(Clone, Debug)]
pub struct Program {
    /// The level, the one that it requires, the one that that one requires …
    pub(super) awards: Vec<Award>,
    pub(super) nodes: Vec<ProgramNode>,
    topics: Topics,
}

impl Program {
    /// Compiles `level` of `pack`. Overlays of other packs, versions and levels than these
    /// have no effect. Cannot fail.
    #[must_use]
    pub fn new(pack: &Pack, level: &Level, overlays: &[&Overlay]) -> Self {
        let (mut nodes, mut topics) = (Vec::new(), Topics::default());
        let mut awards: Vec<Award> = Vec::new();
        let mut next = Some(level);
        while let Some(level) = next {
            let of_level = |overlay: &&&Overlay| overlay.is_for(pack) && overlay.level == level.id;
            let overlays: Vec<&Overlay> = overlays.iter().filter(of_level).copied().collect();
            awards.push(Award::new(
                node::ProgramWriter { pack, overlays: &overlays, nodes: &mut nodes, topics: &mut topics },
                level,
            ));
            // A pack whose awards require one another is refused when it is read.
            let required = level.requires.as_ref().and_then(|id| pack.level(id));
            next = required.filter(|required| awards.iter().all(|award| award.level != required.id));
        }
        Self { awards, nodes, topics }
    }

    /// Prepares a unit's facts, in any order, for this program. Cannot fail.
    #[must_use]
    pub fn answers(&self, facts: &Facts) -> Answers {
        Answers::new(&self.topics, facts)
    }

    /// Evaluates facts that [`Program::answers`] of this program prepared, looking at the days of their period up to
    /// `as_of`. The sheet is overwritten; one serves any number of units and programs. Cannot fail.
    #[must_use]
    pub fn judge<'a>(&'a self, answers: &Answers, as_of: Day, sheet: &'a mut Sheet) -> Judgement<'a> {
        sheet.fill(self, answers, as_of);
        Judgement { program: self, sheet, as_of: as_of.min(answers.period.last()) }
    }
}

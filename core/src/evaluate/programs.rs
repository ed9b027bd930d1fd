//! Programs made so far, for whoever judges facts about several documents. Compiles each once.

use std::collections::BTreeMap;

use super::{Evaluation, Program, Sheet};
use crate::{
    days::Day,
    facts::Facts,
    id::{Digest, LevelId},
    overlay::Overlay,
    pack::{Level, Pack},
};

/// As many programs are kept. Whoever names overlays in ever new combinations makes nothing grow.
const MOST: usize = 64;

/// Programs by what they are made of: the digest of a document, a level of it, and the digests of overlays in order.
#[derive(Clone, Debug, Default)]
pub struct Programs {
    made: BTreeMap<(Digest, LevelId, Vec<Digest>), Program>,
    sheet: Sheet,
}

impl Programs {
    /// As [`evaluate`](super::evaluate()); what it compiles serves the next facts too.
    pub fn evaluate(
        &mut self,
        pack: &Pack,
        level: &Level,
        overlays: &[&Overlay],
        facts: &Facts,
        as_of: Day,
    ) -> Evaluation {
        let of = (pack.digest, level.id.clone(), overlays.iter().map(|overlay| overlay.digest).collect());
        if self.made.len() >= MOST && !self.made.contains_key(&of) {
            self.made.clear();
        }
        let program = self.made.entry(of).or_insert_with(|| Program::new(pack, level, overlays));
        program.judge(&program.answers(facts), as_of, &mut self.sheet).evaluation()
    }
}

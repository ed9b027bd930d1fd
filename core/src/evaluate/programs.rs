//! A cache of compiled programs, for callers that evaluate facts about several documents.

use std::collections::BTreeMap;

use super::{Evaluation, Program, Sheet};
use crate::{
    days::Day,
    facts::Facts,
    id::{Digest, LevelId},
    overlay::Overlay,
    pack::{Level, Pack},
};

/// The most programs that are kept, so that files with ever new combinations of overlays cannot make the cache grow.
const MOST: usize = 64;

/// Programs by their sources: the digest of a document, a level of it, and the digests of overlays in order.
#[derive(Clone, Debug, Default)]
pub struct Programs {
    made: BTreeMap<(Digest, LevelId, Vec<Digest>), Program>,
    sheet: Sheet,
}

impl Programs {
    /// Evaluates as [`evaluate`](super::evaluate()) does, with the compiled program kept for the next facts.
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

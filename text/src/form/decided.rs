//! What offices said and decided, where a form has a column or a block for it. What is missing stays blank.

use cunping_core::{
    bundle::{Directory, Recognition, Voices},
    id::RuleId,
    pack::{Block, Level, Pack},
    period::Period,
};

use super::{ReviewBlock, next_year};
use crate::{lang::Lang, opinion, recognition, when};

/// The opinions and decisions about a unit, as far as they count.
#[derive(Clone, Copy, Debug)]
pub struct UnitDecisions<'a> {
    /// The directory, which says which real office fills which part.
    pub directory: &'a Directory,
    /// The opinion of every office on every criterion.
    pub voices: &'a [Voices],
    /// The decision of each office that decided; only those that count.
    pub decisions: &'a [&'a Recognition],
}

impl UnitDecisions<'_> {
    /// Returns the text for the column of opinions.
    pub(super) fn opinion(self, pack: &Pack, criterion: &RuleId) -> String {
        let of = self.voices.iter().find(|voices| voices.criterion == *criterion);
        of.map(|voices| opinion::printed(Lang::Zh, pack, self.directory, voices)).unwrap_or_default()
    }
}

/// Returns a block for review, filled if its office has decided.
pub(super) fn block(level: &Level, block: &Block, period: Period, decided: Option<UnitDecisions<'_>>) -> ReviewBlock {
    let office = block.office.as_ref();
    let of =
        decided.and_then(|decided| decided.decisions.iter().copied().find(|decision| Some(&decision.office) == office));
    ReviewBlock {
        heading: block.heading.clone(),
        text: of.map(|decision| recognition::printed(Lang::Zh, level, decision)).unwrap_or_default(),
        seal: block.seal.clone(),
        date: of
            .map_or_else(|| next_year(&block.date, period), |decision| when::day(Lang::Zh, decision.stated.at.day())),
    }
}

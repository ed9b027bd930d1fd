//! What offices said and decided, where a form has a column or a block for it. Leaves blank what is not there.

use cunping_core::{
    bundle::{Directory, Recognition, Voices},
    id::RuleId,
    pack::{Block, Level, Pack},
    period::Period,
};

use super::{Review, next_year};
use crate::{lang::Lang, opinion, recognition, when};

/// The opinions and decisions about a unit, as far as they count.
#[derive(Clone, Copy, Debug)]
pub struct Decided<'a> {
    /// Which real office is which.
    pub directory: &'a Directory,
    /// What every office says of every criterion.
    pub voices: &'a [Voices],
    /// One for each office that decided, and only those that count.
    pub decisions: &'a [&'a Recognition],
}

impl Decided<'_> {
    /// What stands in the column for opinions.
    pub(super) fn opinion(self, pack: &Pack, criterion: &RuleId) -> String {
        let of = self.voices.iter().find(|it| it.criterion == *criterion);
        of.map(|it| opinion::printed(Lang::Zh, pack, self.directory, it)).unwrap_or_default()
    }
}

/// A block for review, filled where its office has decided.
pub(super) fn block(level: &Level, it: &Block, period: Period, decided: Option<Decided<'_>>) -> Review {
    let office = it.office.as_ref();
    let of = decided.and_then(|decided| decided.decisions.iter().copied().find(|it| Some(&it.office) == office));
    Review {
        heading: it.heading.clone(),
        text: of.map(|it| recognition::printed(Lang::Zh, level, it)).unwrap_or_default(),
        seal: it.seal.clone(),
        date: of.map_or_else(|| next_year(&it.date, period), |it| when::day(Lang::Zh, it.stated.at.day())),
    }
}

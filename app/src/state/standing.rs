//! How a workplace stands in a period: its facts, evaluated. Judges nothing itself.

use std::collections::BTreeMap;

use cunping_core::{
    days::{Day, Days},
    evaluate::{Evaluation, evaluate},
    facts::{Below, Facts},
    id::{Digest, RuleId},
    pack::{Level, Pack},
    period::Period,
};
use cunping_office::case::Case;

use super::{Here, as_of::as_of, edition};
use crate::store::Register;

/// A period's facts and what they come to.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The document.
    pub pack: &'static Pack,
    /// The level of it.
    pub level: &'static Level,
    /// The day on which it was evaluated.
    pub today: Day,
    /// What the level asks about, out of the register.
    pub facts: Facts,
    /// What that comes to.
    pub evaluation: Evaluation,
    /// The overlays that it rests on, ordered.
    pub overlays: Vec<Digest>,
    /// What a new edition of the document makes of the answers, by criterion.
    pub notes: BTreeMap<RuleId, edition::Note>,
}

impl PartialEq for Standing {
    /// An edition of a document is the same for as long as the page is open.
    fn eq(&self, other: &Self) -> bool {
        (self.today, &self.facts, &self.evaluation, &self.overlays, &self.notes)
            == (other.today, &other.facts, &other.evaluation, &other.overlays, &other.notes)
            && std::ptr::eq(self.pack, other.pack)
    }
}

impl Standing {
    /// Evaluates what a register says of a period.
    #[must_use]
    pub fn new(here: &Here, register: &Register, period: Period, today: Day) -> Self {
        let facts = register.facts(here.workplace.unit, period).named_by(here.pack, here.level, period);
        let mut overlays = register.overlays_of(&here.pack.id);
        overlays.retain(|it| it.bears_on(here.pack, here.level));
        overlays.sort_by_key(|it| it.digest);
        let until = as_of(here.level, &facts, today);
        let evaluation = evaluate(here.pack, here.level, &overlays, &facts, until);
        let overlays = overlays.iter().map(|it| it.digest).collect();
        let notes = edition::notes(here, register, period);
        Self { pack: here.pack, level: here.level, today, facts, evaluation, overlays, notes }
    }

    /// The same, resting on what the units below stated. It decides nothing.
    #[must_use]
    pub fn resting_on(mut self, below: Option<Below>) -> Self {
        self.facts.below = below;
        self
    }

    /// What explanations look at.
    #[must_use]
    pub fn case(&self) -> Case<'_> {
        Case { pack: self.pack, level: self.level, facts: &self.facts, evaluation: &self.evaluation }
    }

    /// The days that a statement made today covers; none before the period begins.
    #[must_use]
    pub fn statable(&self) -> Option<Days> {
        self.facts.period.days().until(self.today)
    }
}

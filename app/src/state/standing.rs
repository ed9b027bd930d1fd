//! The standing of a workplace in a period: its facts and their evaluation.

use std::collections::BTreeMap;

use cunping_core::{
    days::{Day, Days},
    evaluate::{Evaluation, as_of, evaluate},
    facts::{Facts, Subordinates},
    id::{Digest, RuleId},
    pack::{Level, Pack},
    period::Period,
};
use cunping_text::case::EvaluatedUnit;

use super::{Here, edition};
use crate::store::Register;

/// A period's facts and their evaluation.
#[derive(Clone, Debug)]
pub struct PeriodStanding {
    /// The document.
    pub pack: &'static Pack,
    /// The level of it.
    pub level: &'static Level,
    /// The day on which it was evaluated.
    pub today: Day,
    /// The facts in the register that the level asks about.
    pub facts: Facts,
    /// Their evaluation.
    pub evaluation: Evaluation,
    /// The digests of the overlays that it was evaluated with, in order.
    pub overlays: Vec<Digest>,
    /// The notes about a new edition of the document, by criterion.
    pub notes: BTreeMap<RuleId, edition::EditionNote>,
}

impl PartialEq for PeriodStanding {
    /// Compares documents by address: an edition of one is the same for as long as the page is open.
    fn eq(&self, other: &Self) -> bool {
        (self.today, &self.facts, &self.evaluation, &self.overlays, &self.notes)
            == (other.today, &other.facts, &other.evaluation, &other.overlays, &other.notes)
            && std::ptr::eq(self.pack, other.pack)
    }
}

impl PeriodStanding {
    /// Evaluates the facts in a register about a period.
    #[must_use]
    pub fn new(here: &Here, register: &Register, period: Period, today: Day) -> Self {
        let facts = register.facts(here.workplace.unit, period).named_by(here.pack, here.level, period);
        let mut overlays = register.overlays_of(&here.pack.id);
        overlays.retain(|overlay| overlay.bears_on(here.pack, here.level));
        overlays.sort_by_key(|overlay| overlay.digest);
        let until = as_of(here.level, &facts, today);
        let evaluation = evaluate(here.pack, here.level, &overlays, &facts, until);
        let overlays = overlays.iter().map(|overlay| overlay.digest).collect();
        let notes = edition::notes(here, register, period);
        Self { pack: here.pack, level: here.level, today, facts, evaluation, overlays, notes }
    }

    /// Returns the standing with the statements of the units below bound to its facts. They do not change the
    /// evaluation.
    #[must_use]
    pub fn resting_on(mut self, subordinates: Option<Subordinates>) -> Self {
        self.facts.subordinates = subordinates;
        self
    }

    /// Returns what explanations are made from.
    #[must_use]
    pub fn case(&self) -> EvaluatedUnit<'_> {
        EvaluatedUnit { pack: self.pack, level: self.level, facts: &self.facts, evaluation: &self.evaluation }
    }

    /// Returns the days that a statement made today covers; `None` before the period begins.
    #[must_use]
    pub fn statable(&self) -> Option<Days> {
        self.facts.period.days().until(self.today)
    }
}

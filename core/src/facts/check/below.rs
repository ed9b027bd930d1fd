//! Checks of what the units below are said to have stated. Opens none of their files.

use std::collections::BTreeSet;

use super::{Fault, Problems};
use crate::{
    MAX_NUMBER,
    facts::{Below, Facts, Gathered},
    id::{UnitCode, UnitLevel},
    pack::IndicatorKind,
};

impl Problems<'_> {
    pub(super) fn below(&mut self, facts: &Facts) {
        let Some(below) = &facts.below else { return };
        for unit in below.units.keys().filter(|it| !lies_directly_below(**it, facts.unit)) {
            self.note(format!("below.units.{unit}"), Fault::NotBelow(*unit));
        }
        let reported = i64::try_from(below.units.len()).unwrap_or(i64::MAX);
        if !(reported..=MAX_NUMBER).contains(&below.expected) {
            self.note("below.expected", Fault::OutOfRange);
        }
        for (i, it) in below.topics.iter().enumerate() {
            self.gathered(&format!("below.topics[{i}]"), facts, below, it);
        }
    }

    fn gathered(&mut self, at: &str, facts: &Facts, below: &Below, it: &Gathered) {
        match self.kind(&it.topic.about) {
            Some(IndicatorKind::Incidents) => {}
            Some(_) => self.note(format!("{at}.about"), Fault::NotACategory(it.topic.about.clone())),
            None => self.note(format!("{at}.about"), Fault::UnknownIndicator(it.topic.about.clone())),
        }
        let mut known = true;
        it.topic.only.attributes(&mut |id| known &= self.is_carried(&it.topic.about, id));
        if !known {
            self.note(format!("{at}.only"), Fault::UnfitFilter);
        }
        for (member, n) in [("counted", it.counted), ("unclear", it.unclear)] {
            if !(0..=MAX_NUMBER).contains(&n) {
                self.note(format!("{at}.{member}"), Fault::OutOfRange);
            }
        }
        if it.covered.is_some_and(|day| !facts.period.days().contains(day)) {
            self.note(format!("{at}.covered"), Fault::StatementOutsidePeriod);
        }
        if it.covered.is_some() && below.is_incomplete() {
            self.note(format!("{at}.covered"), Fault::CoveredByTheMissing);
        }
    }

    /// Notes incidents that another one of the same facts already stands for: nothing counts twice.
    pub(super) fn repeats(&mut self, facts: &Facts) {
        let own: BTreeSet<_> = facts.incidents.iter().map(|it| it.id).collect();
        let mut repeated = BTreeSet::new();
        for (i, it) in facts.incidents.iter().enumerate() {
            let Some(other) = it.repeats.filter(|other| *other != it.id) else { continue };
            if own.contains(&other) || !repeated.insert(other) {
                self.note(format!("incidents[{i}].repeats"), Fault::RepeatsAgain);
            }
        }
    }
}

/// Whether `unit` is of the level next below `above`, and lies in it.
fn lies_directly_below(unit: UnitCode, above: UnitCode) -> bool {
    let next = match above.level() {
        UnitLevel::Village => return false,
        UnitLevel::Township => UnitLevel::Village,
        UnitLevel::County => UnitLevel::Township,
        UnitLevel::Prefecture => UnitLevel::County,
        UnitLevel::Province => UnitLevel::Prefecture,
    };
    unit.level() == next && unit.lies_in(above)
}

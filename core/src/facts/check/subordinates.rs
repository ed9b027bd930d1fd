//! Checks the statements of the units below that are bound to facts, without their files.

use std::collections::BTreeSet;

use super::{Fault, Problems};
use crate::{
    MAX_NUMBER,
    facts::{Facts, Gathered, Subordinates},
    id::{UnitCode, UnitLevel},
    pack::IndicatorKind,
};

impl Problems<'_> {
    pub(super) fn subordinates(&mut self, facts: &Facts) {
        let Some(subordinates) = &facts.subordinates else { return };
        for unit in subordinates.units.keys().filter(|unit| !lies_directly_below(**unit, facts.unit)) {
            self.note(format!("below.units.{unit}"), Fault::NotBelow(*unit));
        }
        let reported = i64::try_from(subordinates.units.len()).unwrap_or(i64::MAX);
        if !(reported..=MAX_NUMBER).contains(&subordinates.expected) {
            self.note("below.expected", Fault::OutOfRange);
        }
        for (i, gathered) in subordinates.topics.iter().enumerate() {
            self.gathered(&format!("below.topics[{i}]"), facts, subordinates, gathered);
        }
    }

    fn gathered(&mut self, at: &str, facts: &Facts, subordinates: &Subordinates, gathered: &Gathered) {
        match self.kind(&gathered.topic.about) {
            Some(IndicatorKind::Incidents) => {}
            Some(_) => self.note(format!("{at}.about"), Fault::NotACategory(gathered.topic.about.clone())),
            None => self.note(format!("{at}.about"), Fault::UnknownIndicator(gathered.topic.about.clone())),
        }
        let mut known = true;
        gathered.topic.only.attributes(&mut |id| known &= self.is_carried(&gathered.topic.about, id));
        if !known {
            self.note(format!("{at}.only"), Fault::UnfitFilter);
        }
        for (member, n) in [("counted", gathered.counted), ("unclear", gathered.unclear)] {
            if !(0..=MAX_NUMBER).contains(&n) {
                self.note(format!("{at}.{member}"), Fault::OutOfRange);
            }
        }
        if gathered.covered.is_some_and(|day| !facts.period.days().contains(day)) {
            self.note(format!("{at}.covered"), Fault::StatementOutsidePeriod);
        }
        if gathered.covered.is_some() && subordinates.is_incomplete() {
            self.note(format!("{at}.covered"), Fault::CoveredByTheMissing);
        }
    }

    /// Notes incidents that another one of the same facts already stands for, so that nothing counts twice.
    pub(super) fn repeats(&mut self, facts: &Facts) {
        let own: BTreeSet<_> = facts.incidents.iter().map(|incident| incident.id).collect();
        let mut repeated = BTreeSet::new();
        for (i, incident) in facts.incidents.iter().enumerate() {
            let Some(other) = incident.repeats.filter(|other| *other != incident.id) else { continue };
            if own.contains(&other) || !repeated.insert(other) {
                self.note(format!("incidents[{i}].repeats"), Fault::RepeatsAgain);
            }
        }
    }
}

/// Tells whether `unit` lies in `above` and is of the next lower level.
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

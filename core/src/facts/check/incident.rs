//! Checks incidents: day, categories, attributes, ids.

use std::collections::BTreeSet;

use super::{Fault, Problems};
use crate::{
    MAX_NUMBER,
    facts::{Facts, Incident, file::LONGEST_NOTE},
    id::AttributeId,
    pack::{AttributeKind, IndicatorKind},
    printable,
};

impl Problems<'_> {
    pub(super) fn incidents(&mut self, facts: &Facts) {
        let mut ids = BTreeSet::new();
        for (i, incident) in facts.incidents.iter().enumerate() {
            let at = format!("incidents[{i}]");
            if !ids.insert(incident.id) {
                self.note(format!("{at}.id"), Fault::DuplicateIncident);
            }
            if incident.repeats == Some(incident.id) {
                self.note(format!("{at}.repeats"), Fault::RepeatsItself);
            }
            if !facts.period.days().contains(incident.day) {
                self.note(format!("{at}.day"), Fault::IncidentOutsidePeriod);
            }
            if incident.stated_on < incident.day {
                self.note(format!("{at}.stated_on"), Fault::StatedBefore);
            }
            if incident
                .note
                .as_ref()
                .is_some_and(|note| note.chars().count() > LONGEST_NOTE || !printable::is_line(note))
            {
                self.note(format!("{at}.note"), Fault::BadText);
            }
            self.categories(&at, incident);
            for (id, value) in &incident.attributes {
                if let Some(fault) = self.attribute(incident, id, *value) {
                    self.note(format!("{at}.attributes.{id}"), fault);
                }
            }
        }
    }

    fn categories(&mut self, at: &str, incident: &Incident) {
        for (i, id) in incident.categories.iter().enumerate() {
            let another = self.terms.of_another_kind(id);
            let fault = match self.kind(another.as_ref().unwrap_or(id)) {
                Some(IndicatorKind::Incidents) => continue,
                Some(_) => Fault::NotACategory(id.clone()),
                None => Fault::UnknownIndicator(id.clone()),
            };
            self.note(format!("{at}.categories[{i}]"), fault);
        }
    }

    fn attribute(&self, incident: &Incident, id: &AttributeId, value: i64) -> Option<Fault> {
        let mut indicators = self.terms.pack.indicators.iter();
        let carried = indicators.any(|(above, indicator)| {
            indicator.attributes.contains(id) && incident.categories.iter().any(|category| category.is_a(above))
        });
        let Some(attribute) = self.terms.pack.attributes.get(id).filter(|_| carried) else {
            return Some(Fault::UnknownAttribute(id.clone()));
        };
        let most = match &attribute.kind {
            AttributeKind::People | AttributeKind::Yuan => MAX_NUMBER,
            AttributeKind::YesNo => 1,
            AttributeKind::Choice(words) => i64::try_from(words.len()).unwrap_or(MAX_NUMBER) - 1,
        };
        (!(0..=most).contains(&value)).then(|| Fault::AttributeRange(id.clone()))
    }
}

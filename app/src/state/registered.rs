//! The registered incidents of a period, with the criteria of a document at which each counts or is near. Pure.

use cunping_core::{
    evaluate::{Aside, matching, set_aside},
    facts::{Incident, Topic, leaves},
    id::{IncidentId, RuleId},
};

use super::PeriodStanding;
use crate::store::Register;

/// A registered incident and the criteria that it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedIncident {
    /// The incident as registered.
    pub incident: Incident,
    /// The criteria at which it counts, or may count, in the document's order.
    pub counts: Vec<RuleId>,
    /// The criteria that it is near without counting for any of their questions.
    pub aside: Vec<RuleId>,
}

/// Returns every incident of the register on the days of the period, in order of day, whatever the document asks about.
#[must_use]
pub fn registered(register: &Register, standing: &PeriodStanding) -> Vec<CountedIncident> {
    let (facts, days) = (&standing.facts, standing.facts.period.days());
    let counts = |topic: &Topic, id: IncidentId| {
        matching(facts, &topic.about, &topic.only, days).any(|(incident, _)| incident.id == id)
    };
    let aside = |topic: &Topic, id: IncidentId| {
        set_aside(facts, &topic.about, &topic.only, days).any(|(incident, _)| incident.id == id)
    };
    let asked: Vec<_> =
        standing.level.criteria.iter().map(|criterion| (&criterion.id, leaves::topics_of(criterion))).collect();
    let rules = |holds: &dyn Fn(&[Topic]) -> bool| -> Vec<RuleId> {
        asked.iter().filter(|(_, topics)| holds(topics)).map(|(rule, _)| (*rule).clone()).collect()
    };
    let counted = |incident: &Incident| {
        let any = |topics: &[Topic]| topics.iter().any(|topic| counts(topic, incident.id));
        let near = |topics: &[Topic]| !any(topics) && topics.iter().any(|topic| aside(topic, incident.id));
        CountedIncident { incident: incident.clone(), counts: rules(&any), aside: rules(&near) }
    };
    let of_period = register.incidents.iter().map(|saved| &saved.value).filter(|it| days.contains(it.day));
    let mut all: Vec<CountedIncident> = of_period.map(counted).collect();
    all.sort_by_key(|counted| (counted.incident.day, counted.incident.id));
    all
}

/// Returns the first question of a criterion that an incident is near without counting for it, with the reason; `None` if
/// there is none.
#[must_use]
pub fn why_aside(standing: &PeriodStanding, rule: &RuleId, id: IncidentId) -> Option<(Topic, Aside)> {
    let facts = &standing.facts;
    let criterion = standing.level.criteria.iter().find(|criterion| criterion.id == *rule)?;
    leaves::topics_of(criterion).into_iter().find_map(|topic| {
        let mut near = set_aside(facts, &topic.about, &topic.only, facts.period.days());
        let why = near.find(|(incident, _)| incident.id == id).map(|(_, why)| why);
        why.map(|why| (topic, why))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use cunping_core::{id::IndicatorId, pack::IndicatorKind};

    use super::*;
    use crate::{
        state::{Here, documents, edition::sample, here},
        store::{Role, Saved},
    };

    const TODAY: &str = "2026-11-22";

    fn here() -> Here {
        let pack = documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap();
        here::of(sample::workplace(pack, Role::Village, "150626200205"), None).unwrap()
    }

    fn incident(place: u8, day: &str, category: &str, attributes: &[(&str, i64)]) -> Incident {
        Incident {
            id: IncidentId([place; 16]),
            day: day.parse().unwrap(),
            categories: std::iter::once(category.parse().unwrap()).collect(),
            attributes: attributes.iter().map(|(id, n)| (id.parse().unwrap(), *n)).collect(),
            note: None,
            repeats: None,
            stated_on: day.parse().unwrap(),
        }
    }

    fn of(incidents: Vec<Incident>, period: &str) -> Vec<(Vec<String>, Vec<String>)> {
        let incidents = incidents.into_iter().map(|value| Saved { value, at_ms: 1 }).collect();
        let register = Register { incidents, ..Register::default() };
        let standing = PeriodStanding::new(&here(), &register, period.parse().unwrap(), TODAY.parse().unwrap());
        let names = |all: Vec<RuleId>| all.iter().map(ToString::to_string).collect();
        registered(&register, &standing)
            .into_iter()
            .map(|counted| (names(counted.counts), names(counted.aside)))
            .collect()
    }

    fn fire(loss: i64) -> Incident {
        incident(
            1,
            "2026-08-02",
            "fire/other",
            &[("deaths", 0), ("grade", 0), ("seriously-hurt", 0), ("loss-yuan", loss)],
        )
    }

    #[test]
    fn at_the_threshold_a_fire_counts_and_below_it_it_is_set_aside_and_still_there() {
        assert_eq!(of(vec![fire(9_999)], "2026"), [(vec![], vec!["village.8".to_owned()])]);
        assert_eq!(of(vec![fire(10_000)], "2026"), [(vec!["village.8".to_owned()], vec![])]);
    }

    #[test]
    fn the_question_that_sets_an_incident_aside_is_found() {
        let register =
            |loss| Register { incidents: vec![Saved { value: fire(loss), at_ms: 1 }], ..Register::default() };
        let found = |loss, rule: &str| {
            let standing =
                PeriodStanding::new(&here(), &register(loss), "2026".parse().unwrap(), TODAY.parse().unwrap());
            let found = why_aside(&standing, &rule.parse().unwrap(), IncidentId([1; 16]));
            found.map(|(topic, why)| (topic.about.to_string(), why))
        };
        assert_eq!(found(9_999, "village.8"), Some(("fire/other".to_owned(), Aside::Filtered)));
        assert_eq!(found(10_000, "village.8"), None);
        assert_eq!(found(9_999, "village.2"), None);
    }

    #[test]
    fn what_the_document_does_not_ask_about_is_there_too_and_another_period_is_not() {
        let all = vec![incident(2, "2026-09-30", "no-such-category", &[]), incident(3, "2026-10-01", "crime", &[])];
        assert_eq!(of(all, "2026-Q3"), [(vec![], vec![])]);
    }

    /// Every incident in a document's facts is shown by one of the document's questions.
    #[test]
    fn no_incident_of_the_facts_is_out_of_sight() {
        for pack in documents::all() {
            let kinds: BTreeMap<&IndicatorId, _> =
                pack.indicators.iter().filter(|(_, indicator)| indicator.kind == IndicatorKind::Incidents).collect();
            for level in pack.levels.iter().filter(|level| level.requires.is_none()) {
                let topics = leaves::topics(level);
                for category in kinds.keys() {
                    for value in [0, 1, 9_999, 10_000] {
                        let mut facts = cunping_core::facts::Facts::silent(
                            "999999001201".parse().unwrap(),
                            "2026".parse().unwrap(),
                        );
                        let known: Vec<_> = pack.attributes.keys().map(|id| (id.as_str(), value)).collect();
                        facts.incidents = vec![incident(1, "2026-08-02", category.as_str(), &known)];
                        let facts = facts.named_by(pack, level, facts.period);
                        let shown = |topic: &Topic| {
                            let (about, only, days) = (&topic.about, &topic.only, facts.period.days());
                            matching(&facts, about, only, days).next().is_some()
                                || set_aside(&facts, about, only, days).next().is_some()
                        };
                        assert!(facts.incidents.is_empty() || topics.iter().any(shown), "{} {category}", pack.id);
                    }
                }
            }
        }
    }
}

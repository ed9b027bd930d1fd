//! The statements of the units below about a township's or county's own questions, and what the office takes over.
//! Pure.

use std::collections::BTreeSet;

use cunping_core::{
    days::{Day, Days},
    evaluate::matching,
    facts::{Facts, Incident, Says, Statement, Subordinates, Topic, coverage_end, leaves},
    gather::{Child, SubordinateIncident, SubordinateResult, gather, is_asked_below, subordinates},
    id::{Digest, IncidentId, UnitCode},
};

use super::{Here, answers::statement};
use crate::store::ListedUnit;

/// The files of the units below that count in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountingFiles {
    /// The units that are expected to report.
    pub expected: Vec<ListedUnit>,
    /// The unit, digest and facts of each file that counts.
    pub counted: Vec<(UnitCode, Digest, Facts)>,
}

impl CountingFiles {
    /// Returns what the files add up to on a topic.
    #[must_use]
    pub fn found(&self, topic: &Topic, days: Days) -> SubordinateResult {
        gather(topic, days, &self.codes(), &self.children())
    }

    /// Returns the roll-up of some topics, to be bound to the office's own facts; `None` if no unit below has sent a
    /// file.
    #[must_use]
    pub fn subordinates(&self, topics: &BTreeSet<Topic>, days: Days) -> Option<Subordinates> {
        (!self.counted.is_empty()).then(|| subordinates(topics, days, &self.codes(), &self.children()))
    }

    /// Returns the names of the expected units that have not reported.
    #[must_use]
    pub fn missing(&self) -> Vec<&str> {
        let sent = |code| self.counted.iter().any(|(unit, ..)| *unit == code);
        self.expected.iter().filter(|unit| !sent(unit.code)).map(|unit| unit.name.as_str()).collect()
    }

    /// Returns the name of an expected unit; the code of any other.
    #[must_use]
    pub fn name(&self, unit: UnitCode) -> String {
        let listed = self.expected.iter().find(|listed| listed.code == unit);
        listed.map_or_else(|| unit.to_string(), |listed| listed.name.clone())
    }

    fn codes(&self) -> BTreeSet<UnitCode> {
        self.expected.iter().map(|it| it.code).collect()
    }

    fn children(&self) -> Vec<Child<'_>> {
        self.counted.iter().map(|(unit, bundle, facts)| Child { unit: *unit, bundle: *bundle, facts }).collect()
    }
}

/// Returns the questions of a unit that the units below it are asked, too; empty if it collects no files or has no
/// questions of its own.
#[must_use]
pub fn topics(here: &Here) -> BTreeSet<Topic> {
    if !here.collects() || !here.assesses() {
        return BTreeSet::new();
    }
    leaves::topics(here.level).into_iter().filter(|it| is_asked_below(here.pack, here.followed, it)).collect()
}

/// The incidents and the statement that an office still has to take over to state what the units below state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left<'a> {
    /// The incidents below that none in its register repeats.
    pub incidents: Vec<&'a SubordinateIncident>,
    /// The days for which every unit below states “nothing else”, and the office does not yet.
    pub complete: Option<Days>,
}

impl Left<'_> {
    /// Returns whether there is nothing to take over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.incidents.is_empty() && self.complete.is_none()
    }

    /// Returns the incidents as the office registers them, with new ids, each naming the one below that it repeats.
    #[must_use]
    pub fn incidents(&self, ids: &[IncidentId], today: Day) -> Vec<Incident> {
        let own = |(found, id): (&&SubordinateIncident, &IncidentId)| Incident {
            id: *id,
            repeats: Some(found.root),
            stated_on: today,
            ..found.incident.clone()
        };
        self.incidents.iter().zip(ids).map(own).collect()
    }

    /// Returns the statement that the office makes, if there is one to make.
    #[must_use]
    pub fn statement(&self, topic: &Topic, today: Day) -> Option<Statement> {
        self.complete.map(|days| statement(topic.clone(), days, today, Says::Complete))
    }
}

/// Returns what is left to take over of what was found about a topic on `days`.
#[must_use]
pub fn left<'a>(found: &'a SubordinateResult, facts: &Facts, days: Days) -> Left<'a> {
    let repeated: BTreeSet<IncidentId> = facts.incidents.iter().filter_map(|incident| incident.repeats).collect();
    let incidents = found.incidents.iter().filter(|incident| !repeated.contains(&incident.root)).collect();
    let covered = found.gathered.covered.and_then(|day| days.until(day));
    let complete = covered.filter(|days| coverage_end(facts, &found.gathered.topic, *days) != Some(days.last()));
    Left { incidents, complete }
}

/// Returns the incidents of the office's own register that could be the same as one below: they count for the topic and
/// are not yet said to repeat any.
#[must_use]
pub fn joinable(facts: &Facts, topic: &Topic) -> Vec<Incident> {
    let own = matching(facts, &topic.about, &topic.only, facts.period.days());
    own.filter(|(incident, _)| incident.repeats.is_none()).map(|(incident, _)| incident.clone()).collect()
}

/// Returns the incident marked as the same as `root` below; with `None`, as one of its own.
#[must_use]
pub fn joined(own: Incident, root: Option<IncidentId>) -> Incident {
    Incident { repeats: root, ..own }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::{PeriodStanding, documents, example, here, new_workplace},
        store::{ClockTime, Register, Role, Saved},
    };

    const TODAY: &str = "2026-11-22";

    fn here() -> Here {
        let pack = documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap();
        let unit = example::township().unwrap();
        let made = ClockTime { ms: 0, day: TODAY.parse().unwrap() };
        let made = new_workplace::make(&[pack], Role::Township, (unit.code, unit.name), ([1; 16], [2; 32]), made);
        here::of(made.unwrap(), None).unwrap()
    }

    /// The example's villages, each of which states that nothing happened; the first registered a crime, if `crime`.
    fn files(count: usize, crime: bool) -> CountingFiles {
        let here = here();
        let period = "2026-Q3".parse().unwrap();
        let of = |(place, unit): (usize, ListedUnit)| {
            let mut facts = Facts::silent(unit.code, period);
            let state = |topic: Topic| Statement {
                about: topic.about,
                only: topic.only,
                days: period.days(),
                made_on: "2026-10-09".parse().unwrap(),
                says: Says::Complete,
            };
            facts.statements = leaves::topics(here.followed).into_iter().map(state).collect();
            facts.incidents = (crime && place == 0).then(incident).into_iter().collect();
            (unit.code, Digest([1; 32]), facts)
        };
        let files = example::villages().into_iter().enumerate().take(count).map(of).collect();
        CountingFiles { expected: example::villages(), counted: files }
    }

    fn incident() -> Incident {
        Incident {
            id: IncidentId([9; 16]),
            day: "2026-08-02".parse().unwrap(),
            categories: BTreeSet::from(["crime".parse().unwrap()]),
            attributes: [("grade".parse().unwrap(), 3)].into(),
            note: None,
            repeats: None,
            stated_on: "2026-08-03".parse().unwrap(),
        }
    }

    fn major_crime() -> Topic {
        topics(&here()).into_iter().find(|it| it.about.as_str() == "crime").unwrap()
    }

    #[test]
    fn a_township_asks_what_its_villages_are_asked() {
        let topics = topics(&here());
        let asked: Vec<_> = topics.iter().map(|it| it.about.as_str()).collect();
        assert!(asked.contains(&"crime") && asked.contains(&"fire"), "{asked:?}");
        assert!(!asked.contains(&"petitions/first-resolved"), "{asked:?}");
    }

    #[test]
    fn what_is_taken_repeats_what_is_below_and_is_taken_once() {
        let (files, topic, today) = (files(13, true), major_crime(), TODAY.parse().unwrap());
        let days = "2026-Q3".parse::<cunping_core::period::Period>().unwrap().days();
        let found = files.found(&topic, days);
        let mut own = Facts::silent(here().workplace.unit, "2026-Q3".parse().unwrap());
        let all = left(&found, &own, days);
        own.incidents = all.incidents(&[IncidentId([7; 16])], today);
        own.statements = all.statement(&topic, today).into_iter().collect();
        assert_eq!(own.incidents.first().unwrap().repeats, Some(IncidentId([9; 16])));
        assert_eq!(own.statements.first().unwrap().days, days);
        assert!(left(&found, &own, days).is_empty());
    }

    #[test]
    fn what_the_office_had_registered_itself_is_joined_and_not_taken_again() {
        let (files, topic) = (files(13, true), major_crime());
        let days = "2026-Q3".parse::<cunping_core::period::Period>().unwrap().days();
        let found = files.found(&topic, days);
        let mut own = Facts::silent(here().workplace.unit, "2026-Q3".parse().unwrap());
        own.incidents = vec![Incident { id: IncidentId([5; 16]), ..incident() }];
        assert_eq!(left(&found, &own, days).incidents.len(), 1);
        let [mine] = joinable(&own, &topic).try_into().unwrap();
        own.incidents = vec![joined(mine.clone(), Some(IncidentId([9; 16])))];
        assert!(left(&found, &own, days).incidents.is_empty() && joinable(&own, &topic).is_empty());
        own.incidents = vec![joined(own.incidents.remove(0), None)];
        assert_eq!(joinable(&own, &topic), [mine]);
    }

    #[test]
    fn while_a_village_is_missing_the_office_is_not_offered_to_say_none() {
        let (files, topic) = (files(12, false), major_crime());
        let days = "2026-Q3".parse::<cunping_core::period::Period>().unwrap().days();
        let own = Facts::silent(here().workplace.unit, "2026-Q3".parse().unwrap());
        assert!(left(&files.found(&topic, days), &own, days).is_empty());
        assert_eq!(files.missing().len(), 1);
    }

    #[test]
    fn what_is_bound_decides_nothing() {
        let (here, period) = (here(), "2026-Q3".parse().unwrap());
        let mut register = Register::default();
        register.incidents.push(Saved { value: incident(), at_ms: 1 });
        let standing = PeriodStanding::new(&here, &register, period, TODAY.parse().unwrap());
        let bound = standing.clone().resting_on(files(13, true).subordinates(&topics(&here), period.days()));
        assert_eq!(
            (bound.facts.subordinates.as_ref().unwrap().units.len(), &bound.evaluation),
            (13, &standing.evaluation)
        );
        assert_eq!(
            cunping_core::evaluate::as_of(here.level, &bound.facts, TODAY.parse().unwrap()),
            standing.evaluation.as_of
        );
        assert_eq!(CountingFiles::default().subordinates(&topics(&here), period.days()), None);
    }
}

//! Gathers the incidents that a level asks about from the facts of the units below.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    days::Days,
    evaluate::{Match, matching},
    facts::{
        Facts, Gathered, Incident, Says, Statement, Subordinates, Topic,
        check::{FactsError, Fault},
        coverage_end, named_indicators,
    },
    id::{Digest, IncidentId, UnitCode},
    pack::{IndicatorKind, Level, Pack},
};

/// The file of a unit below that counts.
#[derive(Clone, Copy, Debug)]
pub struct Child<'a> {
    /// The unit.
    pub unit: UnitCode,
    /// The bundle.
    pub bundle: Digest,
    /// The facts.
    pub facts: &'a Facts,
}

/// The result of the units below for one topic, with its sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubordinateResult {
    /// The sum.
    pub gathered: Gathered,
    /// The incidents, each once, by day, then id.
    pub incidents: Vec<SubordinateIncident>,
    /// Units that reported and did not state all of it for any day, in order.
    pub silent: Vec<UnitCode>,
}

/// An incident that a unit below registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubordinateIncident {
    /// The unit that registered it; where several did, one that knows enough of it.
    pub unit: UnitCode,
    /// The id that the unit above names when it repeats the incident: the same whichever register is looked at.
    pub root: IncidentId,
    /// The incident as it was registered there.
    pub incident: Incident,
}

/// Tells whether the units below, assessed by `level`, are asked about a topic, or about some of it.
#[must_use]
pub fn is_asked_below(pack: &Pack, level: &Level, topic: &Topic) -> bool {
    let incidents = |it: &crate::pack::Indicator| it.kind == IndicatorKind::Incidents;
    pack.indicators.get(&topic.about).is_some_and(incidents)
        && named_indicators(level).iter().any(|named| named.is_a(&topic.about) || topic.about.is_a(named))
}

/// Gathers the files of the expected units for a topic on some days. Files of other units do not count.
///
/// A unit that has not reported, or is silent, leaves the upper bound open and never counts as none.
#[must_use]
pub fn gather(topic: &Topic, days: Days, expected: &BTreeSet<UnitCode>, children: &[Child<'_>]) -> SubordinateResult {
    let there: Vec<&Child<'_>> = children.iter().filter(|child| expected.contains(&child.unit)).collect();
    let links = links(&there);
    let mut once: BTreeMap<IncidentId, (UnitCode, Incident, Match)> = BTreeMap::new();
    let (mut silent, mut covered) = (Vec::new(), (there.len() == expected.len()).then_some(days.last()));
    for child in &there {
        for (incident, how) in matching(child.facts, &topic.about, &topic.only, days) {
            let found = (child.unit, incident.clone(), how);
            let kept = once.entry(root(&links, incident)).or_insert_with(|| found.clone());
            // Of one incident in two registers, the one that knows more decides.
            if kept.2 != Match::Counts && how == Match::Counts {
                *kept = found;
            }
        }
        let until = coverage_end(child.facts, topic, days);
        if until.is_none() {
            silent.push(child.unit);
        }
        covered = covered.min(until);
    }
    silent.sort_unstable();
    let number = |certain| once.values().filter(|kept| (kept.2 == Match::Counts) == certain).count();
    let [counted, unclear] = [true, false].map(|certain| i64::try_from(number(certain)).unwrap_or(i64::MAX));
    let registered = |(root, (unit, incident, _))| SubordinateIncident { unit, root, incident };
    let mut incidents: Vec<SubordinateIncident> = once.into_iter().map(registered).collect();
    incidents.sort_by_key(|entry| (entry.incident.day, entry.incident.id));
    SubordinateResult { gathered: Gathered { topic: topic.clone(), counted, unclear, covered }, incidents, silent }
}

/// Builds the roll-up of some topics that is bound to the facts of the unit above: byte for byte the same for the same
/// files.
#[must_use]
pub fn subordinates(
    topics: &BTreeSet<Topic>,
    days: Days,
    expected: &BTreeSet<UnitCode>,
    children: &[Child<'_>],
) -> Subordinates {
    let there = children.iter().filter(|child| expected.contains(&child.unit));
    Subordinates {
        expected: i64::try_from(expected.len()).unwrap_or(i64::MAX),
        units: there.map(|child| (child.unit, child.bundle)).collect(),
        topics: topics.iter().map(|topic| gather(topic, days, expected, children).gathered).collect(),
    }
}

/// Tells whether a unit states that there is nothing else, but counts fewer incidents than the units below it
/// registered.
#[must_use]
pub fn falls_short(facts: &Facts, gathered: &Gathered) -> bool {
    let says_complete = |own: &Statement| own.says == Says::Complete && gathered.topic.is_answered_by(own);
    let own = matching(facts, &gathered.topic.about, &gathered.topic.only, facts.period.days());
    let counted = i64::try_from(own.filter(|(_, how)| *how == Match::Counts).count()).unwrap_or(i64::MAX);
    counted < gathered.counted && facts.statements.iter().any(says_complete)
}

/// Lists where a unit falls short of the roll-up that it rests on and no remark to a criterion says why. Warnings only:
/// an office may know better than the units below it, and then says so.
#[must_use]
pub fn shortfalls(facts: &Facts, level: &Level) -> Vec<FactsError> {
    let topics = facts.subordinates.iter().flat_map(|subordinates| &subordinates.topics).enumerate();
    let short =
        topics.filter(|(_, gathered)| falls_short(facts, gathered) && !is_explained(facts, level, &gathered.topic));
    let problem = |(i, gathered): (usize, &Gathered)| FactsError {
        at: format!("below.topics[{i}]"),
        fault: Fault::FewerThanBelow(gathered.topic.about.clone()),
    };
    short.map(problem).collect()
}

/// Tells whether there is a remark to a criterion that asks about the topic.
fn is_explained(facts: &Facts, level: &Level, topic: &Topic) -> bool {
    level.criteria.iter().filter(|criterion| facts.remarks.contains_key(&criterion.id)).any(|criterion| {
        let mut asked = false;
        for check in criterion.checks.iter().chain(&criterion.measures) {
            check.condition.indicators(&mut |id| asked |= *id == topic.about);
        }
        asked
    })
}

/// Maps each incident that is here to the one that it repeats.
fn links(children: &[&Child<'_>]) -> BTreeMap<IncidentId, IncidentId> {
    let all = children.iter().flat_map(|child| &child.facts.incidents);
    all.filter_map(|incident| Some((incident.id, incident.repeats?))).collect()
}

/// Follows the repetitions of an incident to their end, however many registers repeat it; in a circle, returns the
/// least id of the circle.
fn root(links: &BTreeMap<IncidentId, IncidentId>, of: &Incident) -> IncidentId {
    let (mut at, mut seen) = (of.id, BTreeSet::new());
    while seen.insert(at) {
        match links.get(&at) {
            Some(next) => at = *next,
            None => return at,
        }
    }
    // The way into a circle is no part of it: go round once more.
    let (first, mut least) = (at, at);
    while let Some(next) = links.get(&at).filter(|next| **next != first) {
        at = *next;
        least = least.min(at);
    }
    least
}

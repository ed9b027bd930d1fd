//! Matches incidents with a category and a filter, and lists those that are near and do not match. An attribute that is
//! not stated leaves an incident open.

use crate::{
    days::Days,
    facts::{Facts, Incident, Statement, Topic, most_specific},
    id::IndicatorId,
    pack::condition::Filter,
    truth::Truth,
};

/// The way in which an incident counts for a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// It counts.
    Counts,
    /// An attribute that decides is unknown.
    Unclear,
    /// Only a wider category was recorded, and no statement says that there is none of this one.
    KindOpen,
}

/// The reason why an incident near a leaf does not count there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// Its known attributes do not pass the filter, whatever else is learned.
    Filtered,
    /// Only a wider category was recorded, and a statement says that there is none of this one but those registered.
    OtherKind,
}

/// Iterates over the incidents of `facts` on `days` that count, or may count, under a category and filter, in order.
pub fn matching<'a>(
    facts: &'a Facts,
    of: &IndicatorId,
    only: &Filter,
    days: Days,
) -> impl Iterator<Item = (&'a Incident, Match)> + use<'a> {
    let topic = Topic { about: of.clone(), only: only.clone() };
    let there = facts.incidents.iter().filter(move |incident| days.contains(incident.day));
    there.filter_map(move |incident| Some((incident, bears(&topic, incident, &facts.statements)?)))
}

/// Iterates over the incidents of `facts` on `days` that are near a category and filter and do not count there, in
/// order. Together with those of [`matching`] they are all that are of the category, or may be as far as their own
/// categories tell.
pub fn set_aside<'a>(
    facts: &'a Facts,
    of: &IndicatorId,
    only: &Filter,
    days: Days,
) -> impl Iterator<Item = (&'a Incident, Aside)> + use<'a> {
    let topic = Topic { about: of.clone(), only: only.clone() };
    let there = facts.incidents.iter().filter(move |incident| days.contains(incident.day));
    there.filter_map(move |incident| Some((incident, aside(&topic, incident, &facts.statements)?)))
}

fn aside(topic: &Topic, incident: &Incident, statements: &[Statement]) -> Option<Aside> {
    let of_it = incident.categories.iter().any(|category| category.is_a(&topic.about));
    let near = of_it || most_specific(&incident.categories).any(|category| topic.about.is_a(category));
    if !near || bears(topic, incident, statements).is_some() {
        return None;
    }
    Some(if counts(&topic.only, incident).is_none() { Aside::Filtered } else { Aside::OtherKind })
}

/// Returns how an incident counts for a topic; `None` where it does not.
///
/// A crime of which nothing more is recorded may be a homicide, unless a statement says of homicides that there are
/// none but those registered: “no crime but this one” does not answer that.
pub(super) fn bears(topic: &Topic, incident: &Incident, statements: &[Statement]) -> Option<Match> {
    let how = counts(&topic.only, incident)?;
    if incident.categories.iter().any(|category| category.is_a(&topic.about)) {
        return Some(how);
    }
    let wider = most_specific(&incident.categories).find(|category| topic.about.is_a(category))?;
    let mut narrower =
        topic.completed(statements).filter(|statement| statement.about != *wider && statement.about.is_a(wider));
    let excluded = narrower.any(|statement| statement.days.contains(incident.day));
    (!excluded).then_some(Match::KindOpen)
}

/// Tests an incident of the category against the filter; returns `None` where it does not pass.
fn counts(only: &Filter, incident: &Incident) -> Option<Match> {
    match passes(only, incident) {
        Truth::True => Some(Match::Counts),
        Truth::Unknown => Some(Match::Unclear),
        Truth::False => None,
    }
}

fn passes(filter: &Filter, incident: &Incident) -> Truth {
    match filter {
        Filter::Every => Truth::True,
        Filter::Attribute { is, must, bound } => {
            incident.attributes.get(is).map_or(Truth::Unknown, |value| must.holds(*value, *bound).into())
        }
        Filter::All(parts) => parts.iter().fold(Truth::True, |whole, part| whole.and(passes(part, incident))),
        Filter::Any(parts) => parts.iter().fold(Truth::False, |whole, part| whole.or(passes(part, incident))),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{
        facts::Says,
        id::IncidentId,
        pack::condition::Compare::{AtLeast, MoreThan},
    };

    const DAY: &str = "2026-02-03";

    fn incident(categories: &[&str], attributes: &[(&str, i64)]) -> Incident {
        Incident {
            id: IncidentId([1; 16]),
            day: DAY.parse().unwrap(),
            categories: categories.iter().map(|it| it.parse().unwrap()).collect(),
            attributes: attributes.iter().map(|(id, n)| (id.parse().unwrap(), *n)).collect(),
            note: None,
            repeats: None,
            stated_on: DAY.parse().unwrap(),
        }
    }

    fn facts(incidents: Vec<Incident>) -> Facts {
        let mut facts = Facts::silent("999999001201".parse().unwrap(), "2026-Q1".parse().unwrap());
        facts.incidents = incidents;
        facts
    }

    fn attribute(is: &str, must: crate::pack::condition::Compare, bound: i64) -> Filter {
        Filter::Attribute { is: is.parse().unwrap(), must, bound }
    }

    /// Lists the incidents with how they count, or why they do not.
    fn seen(facts: &Facts, of: &str, only: &Filter) -> (Vec<Match>, Vec<Aside>) {
        let (of, days) = (of.parse().unwrap(), facts.period.days());
        let counts = matching(facts, &of, only, days).map(|(_, how)| how);
        (counts.collect(), set_aside(facts, &of, only, days).map(|(_, why)| why).collect())
    }

    #[test]
    fn a_fire_below_the_threshold_is_set_aside_and_one_at_it_counts() {
        let only = Filter::Any(vec![
            attribute("deaths", AtLeast, 1),
            attribute("grade", AtLeast, 1),
            attribute("loss-yuan", AtLeast, 10_000),
        ]);
        let small = [("deaths", 0), ("grade", 0)];
        let fire = |loss: Option<i64>| {
            let all: Vec<_> = small.into_iter().chain(loss.map(|it| ("loss-yuan", it))).collect();
            seen(&facts(vec![incident(&["fire"], &all)]), "fire", &only)
        };
        assert_eq!(fire(Some(9_999)), (vec![], vec![Aside::Filtered]));
        assert_eq!(fire(Some(10_000)), (vec![Match::Counts], vec![]));
        assert_eq!(fire(None), (vec![Match::Unclear], vec![]));
        let above = attribute("loss-yuan", MoreThan, 10_000);
        let at = facts(vec![incident(&["fire"], &[("loss-yuan", 10_000)])]);
        assert_eq!(seen(&at, "fire", &above), (vec![], vec![Aside::Filtered]));
    }

    #[test]
    fn a_wide_category_is_open_until_none_is_stated_and_then_set_aside() {
        let mut facts = facts(vec![incident(&["crime"], &[])]);
        assert_eq!(seen(&facts, "crime/homicide", &Filter::Every), (vec![Match::KindOpen], vec![]));
        facts.statements.push(Statement {
            about: "crime/homicide".parse().unwrap(),
            only: Filter::Every,
            days: facts.period.days(),
            made_on: "2026-04-01".parse().unwrap(),
            says: Says::Complete,
        });
        assert_eq!(seen(&facts, "crime/homicide", &Filter::Every), (vec![], vec![Aside::OtherKind]));
        assert_eq!(seen(&facts, "crime", &Filter::Every), (vec![Match::Counts], vec![]));
        let major = attribute("grade", AtLeast, 3);
        facts.incidents = vec![incident(&["crime"], &[("grade", 2)])];
        assert_eq!(seen(&facts, "crime/homicide", &major), (vec![], vec![Aside::Filtered]));
    }

    #[test]
    fn what_is_of_another_category_or_day_is_not_near() {
        let mut facts = facts(vec![incident(&["fire"], &[]), incident(&["crime/homicide"], &[])]);
        assert_eq!(seen(&facts, "traffic", &Filter::Every), (vec![], vec![]));
        assert_eq!(seen(&facts, "crime/kidnap-hostage", &Filter::Every), (vec![], vec![]));
        facts.period = "2026-Q2".parse().unwrap();
        assert_eq!(seen(&facts, "fire", &attribute("loss-yuan", AtLeast, 10_000)), (vec![], vec![]));
    }

    #[test]
    fn near_is_either_counted_or_set_aside_never_both() {
        let filters = [Filter::Every, attribute("loss-yuan", AtLeast, 10), Filter::All(vec![]), Filter::Any(vec![])];
        let sets: [&[&str]; 5] =
            [&["crime"], &["crime/homicide"], &["crime", "fire"], &["crime/homicide", "crime"], &["fire"]];
        let known: [BTreeMap<&str, i64>; 3] =
            [BTreeMap::new(), BTreeMap::from([("loss-yuan", 9)]), BTreeMap::from([("loss-yuan", 10)])];
        for (only, of) in filters.iter().flat_map(|only| ["crime", "crime/homicide", "fire"].map(|of| (only, of))) {
            for (set, known) in sets.iter().flat_map(|set| known.iter().map(move |known| (set, known))) {
                let known: Vec<_> = known.iter().map(|(id, n)| (*id, *n)).collect();
                let (counts, aside) = seen(&facts(vec![incident(set, &known)]), of, only);
                let asked: IndicatorId = of.parse().unwrap();
                let on_path = |category: &&str| {
                    category.parse::<IndicatorId>().is_ok_and(|id| id.is_a(&asked) || asked.is_a(&id))
                };
                let near = usize::from(set.iter().any(on_path));
                assert_eq!(counts.len() + aside.len(), near, "{set:?} {known:?} {of} {only:?}");
            }
        }
    }
}

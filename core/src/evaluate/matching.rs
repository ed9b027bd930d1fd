//! Which incidents count under a category and a filter. What is not stated of an incident leaves it open.

use crate::{
    days::Days,
    facts::{Facts, Incident, Statement, Topic, most_specific},
    id::IndicatorId,
    pack::condition::Filter,
    truth::Truth,
};

/// Whether an incident counts for a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// It counts.
    Counts,
    /// An attribute that decides is unknown.
    Unclear,
    /// Only a wider category was recorded, and nobody said that there is none of this one.
    KindOpen,
}

/// The incidents of `facts` on `days` that count, or may count, under a category and filter, in order.
pub fn matching<'a>(
    facts: &'a Facts,
    of: &IndicatorId,
    only: &Filter,
    days: Days,
) -> impl Iterator<Item = (&'a Incident, Match)> + use<'a> {
    let topic = Topic { about: of.clone(), only: only.clone() };
    let there = facts.incidents.iter().filter(move |it| days.contains(it.day));
    there.filter_map(move |it| Some((it, bears(&topic, it, &facts.statements)?)))
}

/// How an incident bears on a topic; `None` where it does not.
///
/// A crime of which nothing more is recorded may be a homicide, unless somebody said of homicides that there are none
/// but those registered: “no crime but this one” is no answer to that.
pub(super) fn bears(topic: &Topic, incident: &Incident, statements: &[Statement]) -> Option<Match> {
    let how = counts(&topic.only, incident)?;
    if incident.categories.iter().any(|category| category.is_a(&topic.about)) {
        return Some(how);
    }
    let wider = most_specific(&incident.categories).find(|category| topic.about.is_a(category))?;
    let mut narrower = topic.completed(statements).filter(|it| it.about != *wider && it.about.is_a(wider));
    let excluded = narrower.any(|it| it.days.contains(incident.day));
    (!excluded).then_some(Match::KindOpen)
}

/// Whether an incident of the category passes the filter; `None` where it does not.
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

//! Which incidents count under a category and a filter. An attribute that is not stated leaves it open.

use crate::{
    days::Days,
    facts::{Facts, Incident},
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
}

/// The incidents of `facts` on `days` that count, or may count, under a category and filter, in order.
pub fn matching<'a>(
    facts: &'a Facts,
    of: &'a IndicatorId,
    only: &'a Filter,
    days: Days,
) -> impl Iterator<Item = (&'a Incident, Match)> {
    let there = facts.incidents.iter().filter(move |it| days.contains(it.day));
    let of_it = there.filter(|it| it.categories.iter().any(|category| category.is_a(of)));
    of_it.filter_map(|it| Some((it, counts(only, it)?)))
}

/// Whether an incident of the category passes the filter; `None` where it does not.
pub(super) fn counts(only: &Filter, incident: &Incident) -> Option<Match> {
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

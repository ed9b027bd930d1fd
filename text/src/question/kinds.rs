//! Which categories an incident can be registered under, and which others it is likely to belong to as well.

use std::collections::BTreeSet;

use cunping_core::{
    facts::leaves,
    id::IndicatorId,
    pack::{IndicatorKind, Level, Pack},
};

/// At most this many categories are asked about openly; more are a list that nobody reads.
const OPENLY: usize = 6;

/// Kinds that one and the same incident often is, by the first part of a category's id.
const OFTEN_TOGETHER: [&[&str]; 9] = [
    &["crime", "telecom-fraud", "other-fraud", "illegal-fundraising", "pyramid-selling"],
    &["crime", "unlawful-act", "young-victim", "minor-related-case", "public-security-case", "vice"],
    &["unlawful-act", "telecom-fraud", "other-fraud"],
    &["crime", "special-group-harm", "special-group-lapse", "personal-extreme-incident", "extreme-incident"],
    &["crime", "gang", "gang-protector", "rural-abuse"],
    &["petition", "mass-incident", "large-illegal-gathering", "disruption", "unrest"],
    &["cult", "religion", "political-security"],
    &["fire", "accident", "mass-casualty", "public-safety-event"],
    &["accident", "drunk-driving-case", "public-health-event", "environment-event", "railway-case"],
];

/// The categories to which an incident of one category can belong as well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncidentKinds {
    /// Those that are asked about openly: kinds of the category that a document distinguishes, then those that often go
    /// together with it.
    pub likely: Vec<IndicatorId>,
    /// The others: further kinds of the category, then everything else that a document asks about.
    pub others: Vec<IndicatorId>,
}

/// Lists the categories of incidents that the documents ask about, each once, in their order, with the document that has
/// its name.
#[must_use]
pub fn asked_kinds<'a>(documents: &[(&'a Pack, &'a Level)]) -> Vec<(&'a Pack, &'a IndicatorId)> {
    let mut all: Vec<(&Pack, &IndicatorId)> = Vec::new();
    for (pack, level) in documents {
        for check in level.criteria.iter().flat_map(|criterion| criterion.checks.iter().chain(&criterion.measures)) {
            leaves::each(&check.condition, &mut |about, _| {
                if is_category(pack, about) && !all.iter().any(|(_, known)| *known == about) {
                    all.push((pack, about));
                }
            });
        }
    }
    all
}

/// Returns the categories to which an incident of `about` can belong as well. `pack` is the document on the screen, whose
/// finer categories are offered even if it asks about none of them.
#[must_use]
pub fn incident_kinds(pack: &Pack, documents: &[(&Pack, &Level)], about: &IndicatorId) -> IncidentKinds {
    let asked: Vec<&IndicatorId> = asked_kinds(documents).into_iter().map(|(_, id)| id).collect();
    let packs = || std::iter::once(pack).chain(documents.iter().map(|(pack, _)| *pack));
    let known: BTreeSet<&IndicatorId> =
        packs().flat_map(|pack| pack.indicators.keys().filter(|id| is_category(pack, id))).collect();
    let distinguished = |id: &IndicatorId| {
        asked.iter().any(|other| other.is_a(id) || (id.is_a(other) && other.is_a(about) && *other != about))
    };
    let (told_apart, finer): (Vec<_>, Vec<_>) =
        known.into_iter().filter(|id| *id != about && id.is_a(about)).partition(|id| distinguished(id));
    let beside = asked.iter().copied().filter(|id| !id.is_a(about) && !about.is_a(id));
    let (together, apart): (Vec<_>, Vec<_>) = beside.partition(|id| often_together(id, about));
    let mut likely: Vec<IndicatorId> = told_apart.into_iter().chain(together).cloned().collect();
    let rest = likely.split_off(OPENLY.min(likely.len()));
    let others = rest.into_iter().chain(finer.into_iter().chain(apart).cloned()).collect();
    IncidentKinds { likely, others }
}

fn is_category(pack: &Pack, id: &IndicatorId) -> bool {
    pack.indicators.get(id).is_some_and(|indicator| indicator.kind == IndicatorKind::Incidents)
}

fn often_together(one: &IndicatorId, other: &IndicatorId) -> bool {
    let first = |id: &IndicatorId| id.as_str().split('/').next().unwrap_or_default().to_owned();
    let (one, other) = (first(one), first(other));
    OFTEN_TOGETHER.iter().any(|kinds| kinds.contains(&one.as_str()) && kinds.contains(&other.as_str()))
}

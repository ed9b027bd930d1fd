//! The criteria at which an incident counts, and those at which it does not, in words.

use cunping_core::{
    evaluate::Aside,
    facts::leaves,
    id::{IncidentId, IndicatorId, RuleId},
};
use cunping_text::{lang::Lang, term, ui::incident as words, uncounted};

use crate::{
    components::incident_list::{IncidentPlaces, PlaceLink},
    routes::Route,
    state::{
        PeriodStanding,
        registered::{CountedIncident, registered, why_aside},
    },
    store::Register,
};

/// Returns where an incident counts and where not in one document; nothing if the document does not ask about it.
/// `document` is its name where there are several. The questions are linked where it is the one on the screen.
pub(super) fn of(
    lang: Lang,
    (document, on_screen): (&str, bool),
    register: &Register,
    standing: &PeriodStanding,
    id: IncidentId,
) -> Vec<IncidentPlaces> {
    let Some(counted) = find(register, standing, id) else { return Vec::new() };
    let label = |what: &str| {
        if document.is_empty() { what.to_owned() } else { format!("{document} · {what}") }
    };
    let link = |rule: &RuleId, why: String| PlaceLink {
        text: place(lang, standing, rule),
        to: on_screen.then(|| Route::Question(standing.facts.period, rule.clone())),
        why,
    };
    let counts = IncidentPlaces {
        label: label(words::counts(lang)),
        links: counted.counts.iter().map(|rule| link(rule, String::new())).collect(),
    };
    let aside = IncidentPlaces {
        label: label(words::not_counted(lang)),
        links: counted.aside.iter().map(|rule| link(rule, why(lang, standing, rule, &counted))).collect(),
    };
    [counts, aside].into_iter().filter(|places| !places.links.is_empty()).collect()
}

/// Says at which criteria an incident counts besides those that ask about the category `asked`, and why it does not count
/// at these. With `None`, at which it counts and why it does not at the others.
pub(super) fn said(
    lang: Lang,
    register: &Register,
    standing: &PeriodStanding,
    id: IncidentId,
    asked: Option<&IndicatorId>,
) -> Vec<String> {
    let Some(counted) = find(register, standing, id) else { return Vec::new() };
    let asks = |rule: &&RuleId, about: &IndicatorId| {
        let criterion = term::criterion(standing.level, rule);
        criterion.is_some_and(|it| leaves::topics_of(it).iter().any(|topic| topic.about == *about))
    };
    let besides = |rule: &&RuleId| asked.is_none_or(|about| !asks(rule, about));
    let here = |rule: &&RuleId| asked.is_none_or(|about| asks(rule, about));
    let counts: Vec<_> = counted.counts.iter().filter(besides).map(|rule| place(lang, standing, rule)).collect();
    let aside =
        counted.aside.iter().filter(here).map(|rule| {
            words::not_counted_at(lang, &place(lang, standing, rule), &why(lang, standing, rule, &counted))
        });
    let mut said: Vec<String> = aside.collect();
    if !counts.is_empty() {
        let places = term::list(lang, &counts);
        let places = if asked.is_some() { words::also_counts(lang, &places) } else { words::counts_at(lang, &places) };
        said.push(places);
    }
    if said.is_empty() && counted.counts.is_empty() {
        said.push(words::counts_nowhere(lang).to_owned());
    }
    said
}

fn find(register: &Register, standing: &PeriodStanding, id: IncidentId) -> Option<CountedIncident> {
    registered(register, standing).into_iter().find(|counted| counted.incident.id == id)
}

fn place(lang: Lang, standing: &PeriodStanding, rule: &RuleId) -> String {
    let all = &standing.level.criteria;
    let found = all.iter().enumerate().find(|(_, criterion)| criterion.id == *rule);
    found.map_or_else(String::new, |(place, criterion)| {
        words::place(lang, place + 1, criterion.title.trim_end_matches('。'))
    })
}

fn why(lang: Lang, standing: &PeriodStanding, rule: &RuleId, counted: &CountedIncident) -> String {
    let Some((topic, aside)) = why_aside(standing, rule, counted.incident.id) else { return String::new() };
    let of_other_kind = || words::of_other_kind(lang, term::indicator(lang, standing.pack, &topic.about));
    match aside {
        Aside::OtherKind => of_other_kind(),
        Aside::Filtered => {
            uncounted::why(lang, standing.pack, &topic.only, &counted.incident).unwrap_or_else(of_other_kind)
        }
    }
}

//! Turns a period's standing into what the components draw.

use cunping_core::id::RuleId;
use cunping_text::{
    case::checks,
    finding::{self, Voice},
    headline,
    lang::Lang,
    reason,
};
use leptos::prelude::*;

use crate::{
    components::{reasons::Checked, standing, task_list::Task},
    panels::edition,
    routes::Route,
    state::Standing,
};

/// Draws the overall verdict, and how much is answered.
pub(crate) fn bar(lang: Lang, standing: Memo<Standing>) -> AnyView {
    let headline = Signal::derive(move || standing.with(|it| headline::headline(lang, it.case())));
    let answered = Signal::derive(move || standing.with(|it| headline::answered(lang, it.case())));
    any_view! { <standing::Standing lang headline answered /> }
}

/// Returns the criteria in order; `current` is the one on the screen.
pub(crate) fn tasks(lang: Lang, standing: Memo<Standing>, current: Option<RuleId>) -> Signal<Vec<Task>> {
    Signal::derive(move || {
        standing.with(|it| {
            let (case, period) = (it.case(), it.facts.period);
            let voice = Voice::of(it.level, period);
            let first = |place: usize| {
                let section = &it.level.criteria.get(place)?.section;
                let before = place.checked_sub(1).and_then(|it_before| it.level.criteria.get(it_before));
                let begins = before.is_none_or(|before| before.section != *section);
                let title =
                    it.level.sections.iter().find(|it| Some(&it.id) == section.as_ref()).map(|it| it.title.clone());
                title.filter(|_| begins)
            };
            let rows = case.criteria().enumerate().map(|(place, (criterion, found))| Task {
                id: criterion.id.to_string(),
                section: first(place),
                place: place + 1,
                title: criterion.title.clone(),
                mark: finding::finding(lang, voice, criterion.role, found.finding),
                to: Route::Question(period, criterion.id.clone()),
                note: edition::note(lang, it, &criterion.id),
                current: current.as_ref() == Some(&criterion.id),
            });
            rows.collect()
        })
    })
}

/// Returns the checks and measures of a criterion with their reasons; empty for a criterion that is not there.
pub(crate) fn reasons(lang: Lang, standing: &Standing, rule: &RuleId) -> Vec<Checked> {
    let case = standing.case();
    let Some((criterion, found)) = case.criterion(rule) else { return Vec::new() };
    let voice = Voice::of(standing.level, standing.facts.period);
    let alone = criterion.checks.len() + criterion.measures.len() == 1;
    let rows = checks(criterion, found).map(|(check, found)| Checked {
        id: check.id.to_string(),
        label: if alone { String::new() } else { lang.of(&check.label).to_owned() },
        mark: finding::finding(lang, voice, criterion.role, found.outcome.finding),
        reasons: reason::reasons(lang, case, &check.id),
        clause: reason::clause(criterion, check).to_owned(),
    });
    rows.collect()
}

/// Returns the first undetermined criterion after `after`, starting over at the end; `None` if none is open.
pub(crate) fn next_open(standing: &Standing, after: Option<&RuleId>) -> Option<RuleId> {
    let open =
        |it: &&cunping_core::evaluate::CriterionFinding| it.finding == cunping_core::truth::Finding::Undetermined;
    let all = &standing.evaluation.criteria;
    let place = after.and_then(|after| all.iter().position(|it| it.id == *after)).map_or(0, |place| place + 1);
    all.iter().skip(place).chain(all.iter().take(place)).find(open).map(|it| it.id.clone())
}

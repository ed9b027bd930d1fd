//! The incidents of a question: those that count, and those close to it that do not, each with the reason.

use cunping_core::{
    evaluate::Aside,
    facts::{Incident, Topic},
};
use cunping_text::{lang::Lang, ui::question};
use leptos::prelude::*;

use crate::{
    components::incident_list::{IncidentList, IncidentRow},
    pages::tasks::{answers, open_kind::open_kind},
    panels::registering::Registering,
    state::PeriodStanding,
};

/// Draws the incidents of a question, each to be changed or removed, and the form while one is typed.
pub(super) fn registered(
    lang: Lang,
    standing: Memo<PeriodStanding>,
    topic: StoredValue<Topic>,
    acts: Registering,
) -> AnyView {
    let answer =
        Memo::new(move |_| standing.with(|standing| topic.with_value(|topic| answers::current(standing, topic))));
    let counted = Signal::derive(move || {
        answer.with(|answer| {
            answer.incidents.iter().map(|incident| acts.row(incident, String::new())).collect::<Vec<_>>()
        })
    });
    let row = move |(incident, why): &(Incident, Aside)| -> IncidentRow {
        acts.row(incident, why_not(lang, *why).to_owned())
    };
    let aside = Signal::derive(move || answer.with(|answer| answer.aside.iter().map(row).collect::<Vec<_>>()));
    let edit = move |id| topic.with_value(|topic| acts.edit(id, Some(&topic.about)));
    any_view! {
        <IncidentList lang heading=question::registered_incidents(lang) rows=counted
            on_edit=edit on_remove=move |id| acts.remove(id) />
        {open_kind(lang, standing, topic, acts)}
        <IncidentList lang heading=question::set_aside(lang) hint=question::set_aside_hint(lang) rows=aside
            on_edit=edit on_remove=move |id| acts.remove(id) />
        {acts.draw()}
    }
}

/// Says in a few words why an incident does not count for a question.
pub(super) fn why_not(lang: Lang, why: Aside) -> &'static str {
    match why {
        Aside::Filtered => question::does_not_count(lang),
        Aside::OtherKind => question::of_other_kind(lang),
    }
}

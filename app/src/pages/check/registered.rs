//! Lists every registered incident of the period, whether it counts or not, each to be changed or removed.

use cunping_core::id::RuleId;
use cunping_text::{lang::Lang, ui::check_answers as words, ui::incident};
use leptos::prelude::*;

use crate::{
    components::incident_list::IncidentList,
    panels::registering::Registering,
    state::{App, PeriodStanding, registered::registered},
};

/// Draws the list; its heading only while an incident is registered.
pub(super) fn list(app: App, lang: Lang, now: Memo<PeriodStanding>) -> AnyView {
    let acts = Registering::new(lang, now, "check".to_owned(), "#registered h2".to_owned());
    let rows = Signal::derive(move || {
        let all = app.register.with(|register| now.with(|now| registered(register, now)));
        let row = |counted: &crate::state::registered::CountedIncident| {
            acts.row(&counted.incident, now.with(|now| stands(lang, now, &counted.counts, &counted.aside)))
        };
        all.iter().map(row).collect::<Vec<_>>()
    });
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let heading = move || any.get().then(|| view! { <h2 tabindex="-1">{words::registered(lang)}</h2> });
    any_view! {
        <section id="registered" class="stack">
            {heading}
            <IncidentList lang hint=words::registered_hint(lang) rows
                on_edit=move |id| acts.edit(id, None) on_remove=move |id| acts.remove(id) />
            {acts.draw()}
        </section>
    }
}

/// Says at which criteria an incident counts and at which it was set aside.
fn stands(lang: Lang, now: &PeriodStanding, counts: &[RuleId], aside: &[RuleId]) -> String {
    let titles = |rules: &[RuleId]| {
        let criteria = now.level.criteria.iter().filter(|criterion| rules.contains(&criterion.id));
        criteria.map(|criterion| criterion.title.as_str()).collect::<Vec<_>>().join(lang.pick("；", "; "))
    };
    match (counts.is_empty(), aside.is_empty()) {
        (true, true) => incident::not_asked(lang).to_owned(),
        (false, true) => incident::counts_in(lang, &titles(counts)),
        (true, false) => incident::set_aside_in(lang, &titles(aside)),
        (false, false) => {
            let (counts, aside) = (titles(counts), titles(aside));
            incident::counts_in(lang, &counts) + lang.pick("。", ". ") + &incident::set_aside_in(lang, &aside)
        }
    }
}

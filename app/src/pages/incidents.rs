//! The screen of all incidents of a period: what counts where and what does not, to be changed or removed, and one more to
//! be registered.

use cunping_core::{id::IndicatorId, period::Period};
use cunping_text::{lang::Lang, ui::incident as words, when};
use leptos::prelude::*;

use crate::{
    browser,
    components::incident_list::IncidentList,
    panels::{
        registering::{Registering, kinds_asked},
        standing,
    },
    routes::Route,
    state::{App, Here, PeriodStanding, registered::registered},
};

/// The id of the button that registers one more; the focus comes back to it.
const BEGIN: &str = "register-incident";

/// Draws the incidents of a period.
pub(super) fn screen(lang: Lang, here: Here, period: Period) -> AnyView {
    let app = App::shared();
    let now = app.standing(&here, period);
    let begun = now.with_untracked(|now| now.statable().is_some());
    let acts = Registering::new(lang, now, "all".to_owned(), format!("#{BEGIN}"));
    acts.recall(None);
    let of_documents = standings(app, &here, period, now);
    let rows = Signal::derive(move || {
        let all = app.register.with(|register| now.with(|now| registered(register, now)));
        let row = |incident| of_documents.with_value(|standings| acts.placed(incident, standings));
        all.iter().map(|counted| row(&counted.incident)).collect::<Vec<_>>()
    });
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let empty = move || (!any.get()).then(|| view! { <p>{words::none_yet(lang)}</p> });
    let back = Route::Tasks(period).to_string();
    let register = if begun {
        begin(app, lang, acts, any)
    } else {
        any_view! { <p class="notice open">{words::not_begun(lang)}</p> }
    };
    any_view! {
        <div class="page">
            {standing::bar(lang, now)}
            <div class="stack">
                <h1 tabindex="-1">{words::heading(lang)}" "<span class="soft">{when::period(lang, period)}</span></h1>
                <p>{words::lead(lang)}</p>
                <h2>{words::list(lang)}</h2>
                {register}
                {acts.draw()}
                {empty}
                <IncidentList lang rows on_edit=move |id| acts.edit(id, None) on_remove=move |id| acts.remove(id) />
                <p><a class="button" href=back>{words::to_criteria(lang)}</a></p>
            </div>
        </div>
    }
}

/// Returns the standing of the document on the screen and of every other that the workplace answers, each with its name
/// where there are several.
fn standings(
    app: App,
    here: &Here,
    period: Period,
    now: Memo<PeriodStanding>,
) -> StoredValue<Vec<(String, Memo<PeriodStanding>)>> {
    let others: Vec<Here> = here.all().into_iter().filter(|it| it.assesses() && !it.is(here)).collect();
    let name = |of: &Here| if others.is_empty() { String::new() } else { of.name().to_owned() };
    let first = (name(here), now);
    let rest = others.iter().map(|of| (name(of), app.standing(of, period)));
    StoredValue::new(std::iter::once(first).chain(rest).collect())
}

/// Draws the button that registers an incident, and the kinds to choose from once it is pressed.
fn begin(app: App, lang: Lang, acts: Registering, any: Memo<bool>) -> AnyView {
    let choosing = RwSignal::new(false);
    let label = move || if any.get() { words::once_more(lang) } else { words::begin(lang) };
    let press = move |_| {
        choosing.update(|choosing| *choosing = !*choosing);
        if choosing.get_untracked() {
            request_animation_frame(|| browser::focus_at("#incident-kinds button"));
        }
    };
    let kind = move |(id, name): (IndicatorId, String)| {
        let choose = move |_| {
            choosing.set(false);
            acts.begin(&id);
        };
        view! { <button type="button" on:click=choose>{name}</button> }
    };
    let kinds = move || {
        choosing.get().then(|| {
            let all = kinds_asked(app, lang).into_iter().map(kind).collect_view();
            view! {
                <div id="incident-kinds" class="card stack" role="group" aria-label=words::which_kind(lang)>
                    <p>{words::which_kind(lang)}</p>
                    <p class="row">{all}</p>
                </div>
            }
        })
    };
    let expanded = move || if choosing.get() { "true" } else { "false" };
    any_view! {
        <p><button type="button" id=BEGIN class="primary" aria-expanded=expanded on:click=press>{label}</button></p>
        {kinds}
    }
}

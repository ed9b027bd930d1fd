//! Beside an office's own answer: what the units below stated, which are missing, and the button to take it over.

use cunping_core::{
    facts::{Incident, Topic},
    gather::{SubordinateIncident, SubordinateResult, falls_short},
    id::IncidentId,
    pack::Criterion,
    period::Period,
};
use cunping_text::{lang::Lang, subordinates as told, ui::subordinates as words, when};
use leptos::prelude::*;

use crate::{
    browser, clock,
    panels::{alerts::store_problem, registering::told_in_short},
    routes::Route,
    state::{
        App, Here, PeriodStanding,
        inbox::SubordinateFiles,
        subordinates::{CountingFiles, Left, joinable, joined, left},
    },
    store::{Change, Saved},
};

/// The files of the units below that an office's answers rest on. Passed as functions to the screens of the first
/// load, so that the code that draws them is not loaded with these screens.
#[derive(Clone, Copy)]
pub struct SubordinatesPanel {
    /// Reads what the units below stated.
    pub(crate) read: fn(App, &Here, Period) -> Signal<SubordinateFiles>,
    /// Draws it beside a question.
    pub(crate) draw: Panel,
}

/// The function that draws what the units below stated.
pub(crate) type Panel =
    fn(Lang, Memo<PeriodStanding>, &'static Criterion, (usize, Topic), Signal<SubordinateFiles>) -> AnyView;

/// Draws what the units below stated about a question of `criterion`; `place` is the question's position on the
/// screen.
pub(crate) fn panel(
    lang: Lang,
    standing: Memo<PeriodStanding>,
    criterion: &'static Criterion,
    (place, topic): (usize, Topic),
    files: Signal<SubordinateFiles>,
) -> AnyView {
    let draw = move || match files.get() {
        None => any_view! { <p role="status">{words::reading(lang)}</p> },
        Some(Err(error)) => store_problem(lang, &error),
        Some(Ok(files)) => standing.with(|standing| drawn(lang, standing, criterion, &topic, place, &files)),
    };
    any_view! {
        <div class="subordinates stack">
            <h3 id=heading(place) tabindex="-1">{words::heading(lang)}</h3>
            {draw}
        </div>
    }
}

fn heading(place: usize) -> String {
    format!("below-{place}")
}

fn drawn(
    lang: Lang,
    standing: &PeriodStanding,
    criterion: &Criterion,
    topic: &Topic,
    place: usize,
    files: &CountingFiles,
) -> AnyView {
    let Some(days) = standing.statable() else { return ().into_any() };
    let found = files.found(topic, days);
    let facts = &standing.facts;
    let left = left(&found, facts, days);
    let differs = falls_short(facts, &found.gathered);
    let explained = facts.remarks.contains_key(&criterion.id);
    let silent: Vec<String> = found.silent.iter().map(|unit| files.name(*unit)).collect();
    let missing = files.missing();
    let mine = joinable(facts, topic);
    let row = |incident: &SubordinateIncident| {
        let own = facts.incidents.iter().find(|own| own.repeats == Some(incident.root));
        let (day, text) = (
            when::day(lang, incident.incident.day),
            told_in_short(lang, standing.pack, standing.facts.period, &incident.incident),
        );
        view! {
            <li>
                <span>{files.name(incident.unit)}" · "<strong>{day}</strong>" "{text}</span>
                {match own {
                    Some(own) => taken(lang, own, place),
                    None => mine.iter().map(|own| join(lang, own, incident.root, place)).collect_view().into_any(),
                }}
            </li>
        }
    };
    any_view! {
        <p><strong>{told::sum(lang, &found.gathered)}</strong></p>
        <p class="soft small">{words::counts(lang, files.expected.len(), files.counted.len())}" · "
            <a href=Route::Township(facts.period).to_string()>{words::to_files(lang)}</a></p>
        {names(words::missing(lang, missing.len()), &missing)}
        {names(words::silent(lang, silent.len()), &silent)}
        {(!found.incidents.is_empty()).then(|| view! { <ul class="incident-list">{found.incidents.iter().map(row).collect_view()}</ul> })}
        {differs.then(|| if explained {
            any_view! { <p class="soft">{words::explained(lang)}</p> }
        } else {
            any_view! { <p class="notice open">{words::differs(lang)}</p> }
        })}
        {(!left.is_empty()).then(|| take(lang, &found, &left, topic, place))}
        <p class="soft small">{words::hint(lang)}</p>
    }
}

/// Says that an incident is in the office's register too, with a button that separates the two.
fn taken(lang: Lang, own: &Incident, place: usize) -> AnyView {
    let own = own.clone();
    let part = move |_| put(joined(own.clone(), None), place);
    any_view! {
        <span class="incident-list-acts">
            <span class="soft small">{words::taken(lang)}</span>
            <button type="button" class="quiet" on:click=part>{words::another(lang)}</button>
        </span>
    }
}

/// Draws the button that links an incident of the office's own register to this one.
fn join(lang: Lang, own: &Incident, root: IncidentId, place: usize) -> AnyView {
    let text = words::same_as(lang, &when::day(lang, own.day));
    let own = own.clone();
    let join = move |_| put(joined(own.clone(), Some(root)), place);
    any_view! { <span class="incident-list-acts"><button type="button" class="quiet" on:click=join>{text}</button></span> }
}

/// Saves an incident of the office's own register. Its row is redrawn, so the focus moves to the heading above.
fn put(value: Incident, place: usize) {
    let app = App::shared();
    let Some(of) = app.current.get_untracked() else { return };
    app.change(vec![Change::PutIncident(of, Saved { value, at_ms: clock::now() })]);
    request_animation_frame(move || browser::focus_id(&heading(place)));
}

/// Lists units by name under a summary that opens; `None` if there are none.
fn names<T: AsRef<str>>(summary: String, units: &[T]) -> Option<AnyView> {
    let names = units.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("、");
    (!units.is_empty()).then(|| {
        any_view! { <details class="small"><summary>{summary}</summary><p lang="zh-Hans">{names}</p></details> }
    })
}

/// Draws the button that takes over what is left: incidents, and “nothing else” if all units say so.
fn take(lang: Lang, found: &SubordinateResult, left: &Left<'_>, topic: &Topic, place: usize) -> AnyView {
    let app = App::shared();
    let text = match (left.complete, left.incidents.len()) {
        (Some(_), 0) => words::take(lang).to_owned(),
        (Some(_), some) => words::take_with(lang, some),
        (None, some) => words::register(lang, some),
    };
    let (found, topic, complete) = (found.clone(), topic.clone(), left.complete);
    let roots: Vec<IncidentId> = left.incidents.iter().map(|incident| incident.root).collect();
    let take = move |_| {
        let Some(of) = app.current.get_untracked() else { return };
        let ids: Vec<IncidentId> = roots.iter().filter_map(|_| browser::random().map(IncidentId)).collect();
        let incidents = found.incidents.iter().filter(|incident| roots.contains(&incident.root)).collect();
        let (left, today) = (Left { incidents, complete }, clock::today());
        let put = |value| Change::PutIncident(of, Saved { value, at_ms: clock::now() });
        app.change(left.incidents(&ids, today).into_iter().map(put).collect());
        if let Some(statement) = left.statement(&topic, today) {
            app.state(statement);
        }
        request_animation_frame(move || browser::focus_id(&heading(place)));
    };
    any_view! { <p class="row"><button type="button" on:click=take>{text}</button></p> }
}

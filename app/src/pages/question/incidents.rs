//! Registering, changing and removing incidents for a question. Judges none of them.

use std::collections::BTreeSet;

use cunping_core::{
    facts::{Incident, Topic, named_indicators},
    id::{AttributeId, IncidentId, IndicatorId},
    pack::{IndicatorKind, Level, Pack},
    period::Period,
};
use cunping_office::{
    answer,
    lang::Lang,
    question,
    question::Choice,
    term,
    ui::{common, incident as words},
    when,
};
use leptos::prelude::*;

use super::{answers, open_kind::open_kind};
use crate::{
    browser, clock,
    components::{
        incident_form::{Category, IncidentForm},
        incident_list::{IncidentList, Row},
    },
    drafts::incident::{IncidentDraft, IncidentProblem},
    state::{App, Here, Standing},
    store::{Change, Saved},
};

/// The incidents of a question, and the form while one is typed.
pub(super) fn registered(
    lang: Lang,
    standing: Memo<Standing>,
    topic: StoredValue<Topic>,
    open: RwSignal<Option<Choice>>,
    place: usize,
) -> AnyView {
    let app = App::shared();
    let draft = RwSignal::new(IncidentDraft::new(topic.get_value().about));
    let removed = RwSignal::new(None::<Saved<Incident>>);
    let rows = Signal::derive(move || standing.with(|it| rows(lang, it, &topic.get_value())));
    let edit = move |id: IncidentId| {
        let found = standing.with_untracked(|it| it.facts.incidents.iter().find(|it| it.id == id).cloned());
        if let Some(incident) = found {
            draft.set(IncidentDraft::of(&incident));
            open.set(Some(Choice::Register));
        }
    };
    let same = move |id: IncidentId| {
        edit(id);
        draft.update(|it| {
            it.categories.insert(topic.get_value().about);
        });
    };
    let remove = move |id: IncidentId| {
        let Some(of) = app.current.get_untracked() else { return };
        let all = app.register.with_untracked(|it| it.incidents.iter().find(|it| it.value.id == id).cloned());
        removed.set(all);
        app.change(vec![Change::DeleteIncident(of, id)]);
        request_animation_frame(|| browser::focus_id("undo-remove"));
    };
    let undo = move |_| {
        if let (Some(of), Some(incident)) = (app.current.get_untracked(), removed.get_untracked()) {
            app.change(vec![Change::PutIncident(of, incident)]);
        }
        removed.set(None);
    };
    let undone = move || {
        removed.get().map(|_| {
            view! {
                <p class="notice" role="status">
                    {words::removed(lang)}" "<button type="button" id="undo-remove" on:click=undo>{common::undo(lang)}</button>
                </p>
            }
        })
    };
    let form = move || (open.get() == Some(Choice::Register)).then(|| typed(lang, standing, topic, draft, open, place));
    let unsure = open_kind(lang, standing, topic, same);
    view! { <IncidentList lang rows on_edit=edit on_remove=remove />{undone}{unsure}{form} }.into_any()
}

/// The form for the incident that is being typed.
fn typed(
    lang: Lang,
    standing: Memo<Standing>,
    topic: StoredValue<Topic>,
    draft: RwSignal<IncidentDraft>,
    open: RwSignal<Option<Choice>>,
    place: usize,
) -> AnyView {
    let app = App::shared();
    let (pack, days, today) = standing.with_untracked(|it| (it.pack, it.facts.period.days(), it.today));
    let documents = StoredValue::new(documents(app));
    let Some(days_so_far) = days.until(today) else { return ().into_any() };
    let chosen = Memo::new(move |_| draft.with(|it| it.categories.clone()));
    let needed = Signal::derive(move || chosen.with(|chosen| documents.with_value(|all| needed(all, chosen))));
    let attributes = Signal::derive(move || {
        let asked =
            |id| documents.with_value(|all| all.iter().find_map(|it| question::attribute_question(lang, it.0, id)));
        needed.get().iter().filter_map(asked).collect::<Vec<_>>()
    });
    let problems = RwSignal::new(Vec::new());
    let close = move || {
        draft.set(IncidentDraft::new(topic.get_value().about));
        open.set(None);
        request_animation_frame(move || browser::focus_at(&format!("[data-block=\"{place}\"] [data-key=\"1\"]")));
    };
    let save = move |()| {
        let (Some(of), Some(id)) = (app.current.get_untracked(), browser::random()) else { return };
        let made = draft.with_untracked(|it| it.finish(days, today, &needed.get_untracked(), IncidentId(id)));
        match made {
            Ok(value) => {
                app.change(vec![Change::PutIncident(of, Saved { value, at_ms: clock::now() })]);
                close();
            }
            Err(wrong) => {
                let told = |it| documents.with_value(|all| told(lang, all, it));
                problems.set(wrong.iter().map(told).collect());
            }
        }
    };
    let (narrower, others) =
        topic.with_value(|topic| documents.with_value(|all| categories(lang, pack, all, &topic.about)));
    request_animation_frame(|| browser::focus_id("incident-day"));
    view! {
        <IncidentForm lang draft days=days_so_far narrower others attributes problems
            on_save=save on_cancel=move |()| close() />
    }
    .into_any()
}

fn rows(lang: Lang, standing: &Standing, topic: &Topic) -> Vec<Row> {
    let incidents = answers::current(standing, topic).incidents;
    let period = standing.facts.period;
    let row = |it: Incident| Row {
        id: it.id,
        day: when::day(lang, it.day),
        text: told_in_short(lang, standing.pack, period, &it),
        late: it.is_late(period).then(|| words::entered_late(lang, &when::day(lang, it.stated_on))),
    };
    incidents.into_iter().map(row).collect()
}

/// What an incident was and what is known of it, in one line.
pub(super) fn told_in_short(lang: Lang, pack: &Pack, period: Period, it: &Incident) -> String {
    let lines = answer::incident(lang, pack, period, it);
    let shown = lines.into_iter().skip(1).take(1 + it.attributes.len());
    let one = |(place, line): (usize, answer::Line)| {
        if place == 0 { line.value } else { format!("{} {}", line.label, line.value) }
    };
    let texts: Vec<_> = shown.enumerate().map(one).collect();
    texts.join(lang.pick("，", ", "))
}

/// Categories below the question's own, and others that the level asks about.
fn categories(
    lang: Lang,
    pack: &'static Pack,
    documents: &[Document],
    about: &IndicatorId,
) -> (Vec<Category>, Vec<Category>) {
    let packs = || std::iter::once(pack).chain(documents.iter().map(|it| it.0));
    let name = |id: &IndicatorId| {
        let knows = packs().find(|pack| pack.indicators.contains_key(id)).unwrap_or(pack);
        term::indicator(lang, knows, id).to_owned()
    };
    let category = |id: &IndicatorId| Category { id: id.clone(), name: name(id) };
    let is_category = |id: &IndicatorId| {
        packs().any(|pack| pack.indicators.get(id).is_some_and(|it| it.kind == IndicatorKind::Incidents))
    };
    let known: BTreeSet<&IndicatorId> = packs().flat_map(|pack| pack.indicators.keys()).collect();
    let narrower = known.into_iter().filter(|id| is_category(id) && *id != about && id.is_a(about));
    let asked: BTreeSet<_> = documents.iter().flat_map(|(_, level)| named_indicators(level)).collect();
    let others = asked.iter().filter(|id| is_category(id) && !id.is_a(about) && !about.is_a(id));
    (narrower.map(category).collect(), others.map(category).collect())
}

/// A document at the level that the unit assesses itself for.
type Document = (&'static Pack, &'static Level);

/// Every document that the workplace answers to: an incident is asked what any of them needs to know.
fn documents(app: App) -> Vec<Document> {
    let all = app.here().map(|here| here.all()).unwrap_or_default();
    all.into_iter().filter(Here::assesses).map(|it| (it.pack, it.level)).collect()
}

/// The attributes that any of the documents needs of an incident of these categories.
fn needed(documents: &[Document], chosen: &BTreeSet<IndicatorId>) -> Vec<AttributeId> {
    let all: BTreeSet<_> = documents.iter().flat_map(|(_, level)| question::needed(level, chosen)).collect();
    all.into_iter().collect()
}

fn told(lang: Lang, documents: &[Document], problem: &IncidentProblem) -> String {
    match problem {
        IncidentProblem::NoDay => words::day_missing(lang).to_owned(),
        IncidentProblem::WrongDay => words::day_wrong(lang).to_owned(),
        IncidentProblem::Future => words::day_future(lang).to_owned(),
        IncidentProblem::Outside => words::day_outside(lang).to_owned(),
        IncidentProblem::NoCategory => words::category_missing(lang).to_owned(),
        IncidentProblem::WrongNumber(id) => {
            let knows = documents.iter().find(|(pack, _)| pack.attributes.contains_key(id));
            let name = knows.map_or(id.as_str(), |(pack, _)| term::bare(term::attribute(lang, pack, id)));
            format!("{name}{}{}", lang.pick("：", ": "), words::number_wrong(lang))
        }
    }
}

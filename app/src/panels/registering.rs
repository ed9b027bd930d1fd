//! Registers, changes and removes incidents, wherever they are listed: the form, and removal with its undo.

use std::collections::BTreeSet;

use cunping_core::{
    facts::{Incident, most_specific, named_indicators},
    id::{AttributeId, IncidentId, IndicatorId},
    pack::{IndicatorKind, Level, Pack},
    period::Period,
};
use cunping_text::{answer, lang::Lang, problem, question, term, ui::common, ui::incident as words, when};
use leptos::prelude::*;

use crate::{
    browser, clock,
    components::{
        incident_form::{Category, IncidentForm, day_field},
        incident_list::IncidentRow,
    },
    drafts::incident::{IncidentDraft, IncidentError},
    state::{App, Here, PeriodStanding, documents},
    store::{Change, Saved},
};

/// The form and the last removal at one place of a screen.
#[derive(Clone, Copy)]
pub(crate) struct Registering {
    app: App,
    lang: Lang,
    standing: Memo<PeriodStanding>,
    draft: RwSignal<IncidentDraft>,
    /// The category that the form is about; `None` while it is closed.
    open: RwSignal<Option<IndicatorId>>,
    removed: RwSignal<Option<Saved<Incident>>>,
    /// A name that is unique on the screen, and a selector for where the focus goes afterwards.
    place: StoredValue<(String, String)>,
}

impl Registering {
    /// Starts with the form closed. `name` must be unique on the screen; `back` selects where the focus goes
    /// afterwards.
    pub(crate) fn new(lang: Lang, standing: Memo<PeriodStanding>, name: String, back: String) -> Self {
        Self {
            app: App::shared(),
            lang,
            standing,
            draft: RwSignal::new(IncidentDraft::default()),
            open: RwSignal::new(None),
            removed: RwSignal::new(None),
            place: StoredValue::new((name, back)),
        }
    }

    /// Opens the form for a new incident of a category. If it is open already, what is typed stays.
    pub(crate) fn begin(self, about: &IndicatorId) {
        if self.open.with_untracked(Option::is_some) {
            return self.focus_day();
        }
        self.draft.set(IncidentDraft::new(about.clone()));
        self.open.set(Some(about.clone()));
    }

    /// Opens the form for a registered incident, read from the register because a document's facts hold less of it.
    /// The form is about `asked` if the incident belongs to it, else about the widest category that a document has
    /// above the incident's.
    pub(crate) fn edit(self, id: IncidentId, asked: Option<&IndicatorId>) {
        let Some(Saved { value, .. }) = self.find(id) else { return };
        let of_it = asked.filter(|asked| value.categories.iter().any(|category| category.is_a(asked))).cloned();
        let about =
            of_it.or_else(|| most_specific(&value.categories).next().map(|category| widest(self.app, category)));
        self.draft.set(IncidentDraft::of(&value));
        self.open.set(about);
    }

    /// Opens the form for a registered incident, with the narrower category `about` added.
    pub(crate) fn edit_as(self, id: IncidentId, about: &IndicatorId) {
        self.edit(id, None);
        self.draft.update(|draft| {
            draft.categories.insert(about.clone());
        });
        self.open.set(Some(about.clone()));
    }

    /// Removes an incident. The last one removed can be restored while the screen is shown.
    pub(crate) fn remove(self, id: IncidentId) {
        let Some(of) = self.app.current.get_untracked() else { return };
        self.removed.set(self.find(id));
        self.app.change(vec![Change::DeleteIncident(of, id)]);
        let undo = self.undo_id();
        request_animation_frame(move || browser::focus_id(&undo));
    }

    /// Draws the undo of the last removal, and below it the form while it is open.
    pub(crate) fn draw(self) -> AnyView {
        let lang = self.lang;
        let undo = move |_| {
            if let (Some(of), Some(incident)) = (self.app.current.get_untracked(), self.removed.get_untracked()) {
                self.app.change(vec![Change::PutIncident(of, incident)]);
            }
            self.removed.set(None);
            self.go_back();
        };
        let undone = move || {
            self.removed.get().map(|_| {
                view! {
                    <p class="notice" role="status">
                        {words::removed(lang)}" "<button type="button" id=self.undo_id() on:click=undo>{common::undo(lang)}</button>
                    </p>
                }
            })
        };
        let form = move || self.open.get().map(|about| self.form(&about));
        any_view! { {undone}{form} }
    }

    /// Returns an incident as a list shows it, in the words of a document that knows its categories. `why` says where
    /// it counts, or why not.
    pub(crate) fn row(self, incident: &Incident, why: String) -> IncidentRow {
        self.standing.with(|standing| {
            let period = standing.facts.period;
            let knows = |pack: &&Pack| incident.categories.iter().all(|id| pack.indicators.contains_key(id));
            let pack = Some(standing.pack).filter(knows);
            let pack = pack.or_else(|| documents::held().into_iter().find(knows));
            IncidentRow {
                id: incident.id,
                day: when::day(self.lang, incident.day),
                text: told_in_short(self.lang, pack.unwrap_or(standing.pack), period, incident),
                late: incident
                    .is_late(period)
                    .then(|| words::entered_late(self.lang, &when::day(self.lang, incident.stated_on))),
                why,
            }
        })
    }

    fn find(self, id: IncidentId) -> Option<Saved<Incident>> {
        self.app
            .register
            .with_untracked(|register| register.incidents.iter().find(|saved| saved.value.id == id).cloned())
    }

    fn undo_id(self) -> String {
        self.place.with_value(|(name, _)| format!("undo-remove-{name}"))
    }

    fn focus_day(self) {
        let id = self.place.with_value(|(name, _)| day_field(name));
        request_animation_frame(move || browser::focus_id(&id));
    }

    fn go_back(self) {
        let back = self.place.with_value(|(_, back)| back.clone());
        request_animation_frame(move || browser::focus_at(&back));
    }

    fn close(self) {
        self.open.set(None);
        self.go_back();
    }

    /// Draws the form for the incident being typed.
    fn form(self, about: &IndicatorId) -> AnyView {
        let Self { app, lang, standing, draft, .. } = self;
        let (pack, days, today) =
            standing.with_untracked(|standing| (standing.pack, standing.facts.period.days(), standing.today));
        let documents = StoredValue::new(followed(app));
        let Some(days_so_far) = days.until(today) else { return ().into_any() };
        let chosen = Memo::new(move |_| draft.with(|draft| draft.categories.clone()));
        let needed = Signal::derive(move || chosen.with(|chosen| documents.with_value(|all| needed(all, chosen))));
        let attributes = Signal::derive(move || {
            let asked = |id| {
                documents.with_value(|all| {
                    all.iter().find_map(|document| question::attribute_question(lang, document.0, id))
                })
            };
            needed.get().iter().filter_map(asked).collect::<Vec<_>>()
        });
        let problems = RwSignal::new(Vec::new());
        let save = move |()| {
            let (Some(of), Some(id)) = (app.current.get_untracked(), browser::random()) else { return };
            let asked = attributes.get_untracked();
            let units: Vec<_> = asked.into_iter().map(|question| (question.id, question.unit)).collect();
            let made = draft.with_untracked(|draft| draft.finish(days, today, &units, IncidentId(id)));
            match made {
                Ok(value) => {
                    app.change(vec![Change::PutIncident(of, Saved { value, at_ms: clock::now() })]);
                    self.close();
                }
                Err(wrong) => {
                    let told = |error| documents.with_value(|all| told(lang, all, error));
                    problems.set(wrong.iter().map(told).collect());
                }
            }
        };
        let (narrower, others) = documents.with_value(|all| categories(lang, pack, all, about));
        let name = self.place.with_value(|(name, _)| name.clone());
        self.focus_day();
        any_view! {
            <IncidentForm lang name draft days=days_so_far narrower others attributes problems
                on_save=save on_cancel=move |()| self.close() />
        }
    }
}

/// Describes an incident and its known attributes in one line.
pub(crate) fn told_in_short(lang: Lang, pack: &Pack, period: Period, incident: &Incident) -> String {
    let lines = answer::incident(lang, pack, period, incident);
    let shown = lines.into_iter().skip(1).take(1 + incident.attributes.len());
    let one = |(place, line): (usize, answer::LabeledValue)| {
        if place == 0 { line.value } else { format!("{} {}", line.label, line.value) }
    };
    let texts: Vec<_> = shown.enumerate().map(one).collect();
    texts.join(lang.pick("，", ", "))
}

/// Returns the categories below the question's own, and the others that the level asks about.
fn categories(
    lang: Lang,
    pack: &'static Pack,
    documents: &[AnsweredDocument],
    about: &IndicatorId,
) -> (Vec<Category>, Vec<Category>) {
    let packs = || std::iter::once(pack).chain(documents.iter().map(|document| document.0));
    let name = |id: &IndicatorId| {
        let knows = packs().find(|pack| pack.indicators.contains_key(id)).unwrap_or(pack);
        term::indicator(lang, knows, id).to_owned()
    };
    let category = |id: &IndicatorId| Category { id: id.clone(), name: name(id) };
    let is_category = |id: &IndicatorId| {
        packs().any(|pack| pack.indicators.get(id).is_some_and(|indicator| indicator.kind == IndicatorKind::Incidents))
    };
    let known: BTreeSet<&IndicatorId> = packs().flat_map(|pack| pack.indicators.keys()).collect();
    let narrower = known.into_iter().filter(|id| is_category(id) && *id != about && id.is_a(about));
    let asked: BTreeSet<_> = documents.iter().flat_map(|(_, level)| named_indicators(level)).collect();
    let others = asked.iter().filter(|id| is_category(id) && !id.is_a(about) && !about.is_a(id));
    (narrower.map(category).collect(), others.map(category).collect())
}

/// Returns the widest category that a document has above this one, or the category itself.
fn widest(app: App, of: &IndicatorId) -> IndicatorId {
    let packs = followed(app);
    let known = |id: &IndicatorId| packs.iter().any(|(pack, _)| pack.indicators.contains_key(id));
    let above = std::iter::successors(Some(of.clone()), IndicatorId::parent);
    above.filter(known).last().unwrap_or_else(|| of.clone())
}

/// A document, with the level that the unit assesses itself for.
type AnsweredDocument = (&'static Pack, &'static Level);

/// Lists every document that the workplace answers: the form asks what any of them needs to know.
fn followed(app: App) -> Vec<AnsweredDocument> {
    let all = app.here().map(|here| here.all()).unwrap_or_default();
    all.into_iter().filter(Here::assesses).map(|it| (it.pack, it.level)).collect()
}

/// Lists the attributes that any of the documents needs for an incident of these categories.
fn needed(documents: &[AnsweredDocument], chosen: &BTreeSet<IndicatorId>) -> Vec<AttributeId> {
    let all: BTreeSet<_> = documents.iter().flat_map(|(_, level)| question::needed(level, chosen)).collect();
    all.into_iter().collect()
}

fn told(lang: Lang, documents: &[AnsweredDocument], wrong: &IncidentError) -> String {
    let named = |id: &AttributeId, what: &str| {
        let knows = documents.iter().find(|(pack, _)| pack.attributes.contains_key(id));
        let name = knows.map_or(id.as_str(), |(pack, _)| term::bare(term::attribute(lang, pack, id)));
        format!("{name}{}{what}", lang.pick("：", ": "))
    };
    match wrong {
        IncidentError::NoDay => words::day_missing(lang).to_owned(),
        IncidentError::WrongDay => words::day_wrong(lang).to_owned(),
        IncidentError::Future => words::day_future(lang).to_owned(),
        IncidentError::Outside => words::day_outside(lang).to_owned(),
        IncidentError::NoCategory => words::category_missing(lang).to_owned(),
        IncidentError::Number(id, error) => named(id, &problem::typed_number(lang, *error, 0)),
        IncidentError::Personal(id, kind) => named(id, &problem::personal(lang, *kind).line(lang)),
    }
}

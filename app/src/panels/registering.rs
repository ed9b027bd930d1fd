//! Registers, changes and removes incidents, wherever they are listed: the form, what is kept of it while it is half
//! filled in, and removal with its undo.

mod form;
mod kept;
mod places;

use cunping_core::{
    facts::{Incident, most_specific},
    id::{IncidentId, IndicatorId},
    pack::{Level, Pack},
    period::Period,
};
use cunping_text::{answer, lang::Lang, ui::common, ui::incident as words, when};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser,
    components::{
        incident_form::field_id,
        incident_list::{IncidentPlaces, IncidentRow},
    },
    drafts::incident::{IncidentDraft, IncidentField},
    state::{App, Here, PeriodStanding, documents},
    store::{Change, Saved},
};
use kept::KeptForm;

/// The form and the last removal at one place of a screen.
#[derive(Clone, Copy)]
pub(crate) struct Registering {
    app: App,
    lang: Lang,
    standing: Memo<PeriodStanding>,
    draft: RwSignal<IncidentDraft>,
    /// The form; `None` while it is closed.
    open: RwSignal<Option<OpenForm>>,
    /// Half-filled forms that can be gone on with.
    kept: RwSignal<Vec<KeptForm>>,
    /// What the last saving did.
    said: RwSignal<Option<String>>,
    removed: RwSignal<Option<Saved<Incident>>>,
    /// A name that is unique on the screen, and a selector for where the focus goes afterwards.
    place: StoredValue<(String, String)>,
}

/// The form while it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
struct OpenForm {
    /// The category that it is about.
    about: IndicatorId,
    /// The category that was asked about; `None` for a change where nothing is asked.
    asked: Option<IndicatorId>,
    /// The place under which what is typed is kept.
    place: String,
    /// The draft before anything was typed.
    fresh: IncidentDraft,
    /// True if it was begun earlier.
    resumed: bool,
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
            kept: RwSignal::new(Vec::new()),
            said: RwSignal::new(None),
            removed: RwSignal::new(None),
            place: StoredValue::new((name, back)),
        }
    }

    /// Opens the form for a new incident of a category, with what was typed of one earlier and not registered. If it is
    /// open already, what is typed stays.
    pub(crate) fn begin(self, about: &IndicatorId) {
        if self.open.with_untracked(Option::is_some) {
            return self.focus_day();
        }
        let place = kept::place_of_new(self.period(), about);
        let fresh = IncidentDraft::new(about.clone());
        self.show(OpenForm { about: about.clone(), asked: Some(about.clone()), place, fresh, resumed: false });
    }

    /// Opens the form for a registered incident, read from the register because a document's facts hold less of it.
    /// The form is about `asked` if the incident belongs to it, else about the widest category that a document has
    /// above the incident's.
    pub(crate) fn edit(self, id: IncidentId, asked: Option<&IndicatorId>) {
        self.change(id, asked, None);
    }

    /// Opens the form for a registered incident, with the narrower category `about` added.
    pub(crate) fn edit_as(self, id: IncidentId, about: &IndicatorId) {
        self.change(id, None, Some(about));
    }

    fn change(self, id: IncidentId, asked: Option<&IndicatorId>, narrower: Option<&IndicatorId>) {
        let Some(Saved { value, .. }) = self.find(id) else { return };
        let of_it = asked.filter(|asked| value.categories.iter().any(|category| category.is_a(asked)));
        let asked = narrower.or(of_it).cloned();
        let wider = || most_specific(&value.categories).next().map(|category| widest(self.app, category));
        let Some(about) = asked.clone().or_else(wider) else { return };
        let fresh = self.draft_of(&value, &about);
        // A form that is open here is kept, half filled in as it is.
        self.put_away();
        let place = kept::place_of_change(self.period(), id);
        self.show(OpenForm { about, asked, place, fresh, resumed: false });
    }

    /// Removes an incident. The last one removed can be restored while the screen is shown.
    pub(crate) fn remove(self, id: IncidentId) {
        let Some(of) = self.app.current.get_untracked() else { return };
        self.removed.set(self.find(id));
        self.said.set(None);
        // Nothing offers to go on with a change of what is gone.
        self.discard(&kept::place_of_change(self.period(), id));
        self.app.change(vec![Change::DeleteIncident(of, id)]);
        let undo = self.undo_id();
        request_animation_frame(move || browser::focus_id(&undo));
    }

    /// Draws the forms that can be gone on with, the undo of the last removal, what the last saving did, and below them
    /// the form while it is open.
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
        let said = move || self.said.get().map(|text| view! { <p class="notice">{text}</p> });
        let form = move || self.open.get().map(|open| self.form(&open));
        any_view! { {self.offers()}{undone}<div role="status">{said}</div>{form} }
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
                places: Vec::new(),
            }
        })
    }

    /// Returns an incident as [`Registering::row`] does, with the criteria at which it counts and those at which it does
    /// not, for every document that is given with its standing; the first is the one on the screen.
    pub(crate) fn placed(self, incident: &Incident, standings: &[(String, Memo<PeriodStanding>)]) -> IncidentRow {
        let places: Vec<IncidentPlaces> = self.app.register.with(|register| {
            let of = |(at, (document, standing)): (usize, &(String, Memo<PeriodStanding>))| {
                standing.with(|standing| places::of(self.lang, (document, at == 0), register, standing, incident.id))
            };
            standings.iter().enumerate().flat_map(of).collect()
        });
        let none = if places.is_empty() { words::counts_nowhere(self.lang).to_owned() } else { String::new() };
        IncidentRow { places, ..self.row(incident, none) }
    }

    /// Opens a form with what was kept at its place, or else with its fresh draft.
    fn show(self, form: OpenForm) {
        self.said.set(None);
        spawn_local(async move {
            let typed = self.kept_at(&form.place).await;
            // The screen may be gone, or another form open.
            if self.open.try_with_untracked(Option::is_some) != Some(false) {
                return;
            }
            let fresh = || form.fresh.clone();
            let draft = typed.as_ref().map_or_else(fresh, |typed| fresh().with(typed));
            let resumed = draft != form.fresh;
            self.kept.update(|kept| kept.retain(|it| it.form.place != form.place));
            self.draft.set(draft);
            self.open.set(Some(OpenForm { resumed, ..form }));
        });
    }

    fn draft_of(self, incident: &Incident, about: &IndicatorId) -> IncidentDraft {
        let mut fresh = IncidentDraft::of(incident);
        // Whoever takes a narrower category back leaves the one that the form is about.
        fresh.categories.insert(about.clone());
        fresh
    }

    fn find(self, id: IncidentId) -> Option<Saved<Incident>> {
        self.app
            .register
            .with_untracked(|register| register.incidents.iter().find(|saved| saved.value.id == id).cloned())
    }

    fn period(self) -> Period {
        self.standing.with_untracked(|standing| standing.facts.period)
    }

    fn name(self) -> String {
        self.place.with_value(|(name, _)| name.clone())
    }

    fn undo_id(self) -> String {
        format!("undo-remove-{}", self.name())
    }

    fn focus_day(self) {
        let id = field_id(&self.name(), &IncidentField::Day);
        request_animation_frame(move || browser::focus_id(&id));
    }

    fn go_back(self) {
        let back = self.place.with_value(|(_, back)| back.clone());
        request_animation_frame(move || browser::focus_at(&back));
    }
}

/// Describes an incident and its known attributes in one line.
pub(crate) fn told_in_short(lang: Lang, pack: &Pack, period: Period, incident: &Incident) -> String {
    let mut lines = answer::incident(lang, pack, period, incident).into_iter().skip(1);
    let kind = lines.next().map(|line| line.value).unwrap_or_default();
    let what = match &incident.note {
        Some(note) => format!("{kind}{}{note}", lang.pick("：", ": ")),
        None => kind,
    };
    let known = lines.take(incident.attributes.len()).map(|line| format!("{} {}", line.label, line.value));
    let texts: Vec<_> = std::iter::once(what).chain(known).collect();
    texts.join(lang.pick("，", ", "))
}

/// Lists the categories under which an incident can be registered, each with its name: what any document that the
/// workplace answers asks about, in the documents' order.
pub(crate) fn kinds_asked(app: App, lang: Lang) -> Vec<(IndicatorId, String)> {
    let asked = cunping_text::question::asked_kinds(&followed(app));
    asked.into_iter().map(|(pack, id)| (id.clone(), cunping_text::term::indicator(lang, pack, id).to_owned())).collect()
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

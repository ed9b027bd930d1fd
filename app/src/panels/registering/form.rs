//! The form while it is open: what it asks, what is wrong with what is typed, and registering it.

use std::collections::BTreeSet;

use cunping_core::{
    days::Days,
    id::{AttributeId, IncidentId, IndicatorId},
    pack::Pack,
};
use cunping_text::{lang::Lang, problem, question, term, ui::incident as words, when};
use leptos::prelude::*;

use super::{AnsweredDocument, OpenForm, Registering, followed, places};
use crate::{
    browser, clock,
    components::incident_form::{Category, FieldProblem, IncidentForm, field_id},
    drafts::{fields, incident::IncidentError},
    store::{Change, Saved},
};

impl Registering {
    /// Draws the form for the incident being typed.
    pub(super) fn form(self, open: &OpenForm) -> AnyView {
        let Self { app, lang, standing, draft, .. } = self;
        let (pack, days, today) =
            standing.with_untracked(|standing| (standing.pack, standing.facts.period.days(), standing.today));
        let Some(days_so_far) = days.until(today) else { return ().into_any() };
        let documents = StoredValue::new(followed(app));
        let asked =
            move |of: &BTreeSet<IndicatorId>| documents.with_value(|all| question::attribute_questions(lang, all, of));
        let chosen = Memo::new(move |_| draft.with(|draft| draft.categories.clone()));
        let own = StoredValue::new(asked(&open.fresh.categories));
        let all = Memo::new(move |_| chosen.with(asked));
        let first = Signal::derive(move || {
            own.with_value(|own| all.with(|all| own.iter().filter(|it| all.contains(it)).cloned().collect::<Vec<_>>()))
        });
        let more = Signal::derive(move || {
            own.with_value(|own| all.with(|all| all.iter().filter(|it| !own.contains(it)).cloned().collect::<Vec<_>>()))
        });
        // From the first try on, a message goes as soon as its field is right.
        let tried = RwSignal::new(false);
        let finish = move |id: IncidentId| {
            let units: Vec<(AttributeId, &str)> =
                all.with(|all| all.iter().map(|question| (question.id.clone(), question.unit)).collect());
            draft.with(|draft| draft.finish(days, today, &units, id))
        };
        let problems = Signal::derive(move || {
            let wrong = if tried.get() { finish(IncidentId([0; 16])).err().unwrap_or_default() } else { Vec::new() };
            let told = |error: &IncidentError| FieldProblem {
                field: error.field(),
                text: documents.with_value(|all| told(lang, all, days, error)),
            };
            wrong.iter().map(told).collect::<Vec<_>>()
        });
        let opened = StoredValue::new(open.clone());
        let save = move |()| {
            let (Some(of), Some(id)) = (app.current.get_untracked(), browser::random()) else { return };
            match untrack(|| finish(IncidentId(id))) {
                Ok(value) => {
                    let OpenForm { asked, place, .. } = opened.get_value();
                    let (id, is_new) = (value.id, draft.with_untracked(|draft| draft.changes.is_none()));
                    app.change(vec![
                        Change::PutIncident(of, Saved { value, at_ms: clock::now() }),
                        Change::DeleteDraft(of, place),
                    ]);
                    self.open.set(None);
                    self.said.set(Some(self.done(id, asked.as_ref(), is_new)));
                    self.go_back();
                }
                Err(wrong) => {
                    tried.set(true);
                    self.focus_first(&wrong, &first.get_untracked());
                }
            }
        };
        let leave = move |()| {
            self.put_away();
            self.go_back();
        };
        let start_over = move |()| {
            let open = opened.get_value();
            self.discard(&open.place);
            // Closed in between, so that the fields are drawn anew.
            self.open.set(None);
            self.draft.set(open.fresh.clone());
            request_animation_frame(move || {
                let _gone = self.open.try_set(Some(OpenForm { resumed: false, ..open }));
            });
        };
        let (likely, others) = documents.with_value(|all| categories(lang, pack, all, &open.about));
        self.keep(open);
        self.focus_day();
        any_view! {
            <IncidentForm lang name=self.name() draft resumed=open.resumed days=days_so_far likely others first more problems
                on_save=save on_leave=leave on_start_over=start_over />
        }
    }

    /// Keeps what is typed from now on, so that leaving in any way loses nothing. An untouched form keeps nothing.
    fn keep(self, open: &OpenForm) {
        let OpenForm { place, fresh, .. } = open.clone();
        Effect::new(move |before: Option<String>| {
            let text = self
                .draft
                .with(|draft| if *draft == fresh { String::new() } else { fields::write_words(&draft.typed()) });
            let is_own = self.open.with_untracked(|open| open.as_ref().is_some_and(|open| open.place == place));
            if is_own && before.is_some_and(|before| before != text) {
                self.app.keep_draft(&place, text.clone());
            }
            text
        });
    }

    /// Moves the focus to the first field of the form that is wrong.
    fn focus_first(self, wrong: &[IncidentError], first: &[question::AttributeQuestion]) {
        use crate::drafts::incident::IncidentField as Field;
        let place = |field: &Field| match field {
            Field::Day => 0,
            Field::Attribute(id) if first.iter().any(|question| question.id == *id) => 1,
            Field::Categories => 2,
            Field::Attribute(_) => 3,
            Field::Note => 4,
        };
        // The errors about attributes are in the order of the form, and the first of equals is taken.
        let Some(field) = wrong.iter().map(IncidentError::field).min_by_key(place) else { return };
        let id = field_id(&self.name(), &field);
        request_animation_frame(move || browser::focus_id(&id));
    }

    /// Says what saving did: at which criteria other than those that asked the incident counts, and where it does not.
    fn done(self, id: IncidentId, asked: Option<&IndicatorId>, is_new: bool) -> String {
        let head = if is_new { words::added(self.lang) } else { words::updated(self.lang) };
        let places = self.app.register.with_untracked(|register| {
            self.standing.with_untracked(|standing| places::said(self.lang, register, standing, id, asked))
        });
        std::iter::once(head.to_owned()).chain(places).collect::<Vec<_>>().join(self.lang.pick("", " "))
    }
}

/// Returns the categories that are asked about openly, and the others, with their names.
fn categories(
    lang: Lang,
    pack: &'static Pack,
    documents: &[AnsweredDocument],
    about: &IndicatorId,
) -> (Vec<Category>, Vec<Category>) {
    let name = |id: &IndicatorId| {
        let mut packs = std::iter::once(pack).chain(documents.iter().map(|document| document.0));
        let knows = packs.find(|pack| pack.indicators.contains_key(id)).unwrap_or(pack);
        term::indicator(lang, knows, id).to_owned()
    };
    let named = |ids: Vec<IndicatorId>| ids.into_iter().map(|id| Category { name: name(&id), id }).collect();
    let kinds = question::incident_kinds(pack, documents, about);
    (named(kinds.likely), named(kinds.others))
}

fn told(lang: Lang, documents: &[AnsweredDocument], days: Days, wrong: &IncidentError) -> String {
    let named = |id: &AttributeId, what: &str| {
        let knows = documents.iter().find(|(pack, _)| pack.attributes.contains_key(id));
        let name = knows.map_or(id.as_str(), |(pack, _)| term::bare(term::attribute(lang, pack, id)));
        format!("{name}{}{what}", lang.pick("：", ": "))
    };
    match wrong {
        IncidentError::NoDay => words::day_missing(lang).to_owned(),
        IncidentError::WrongDay => words::day_wrong(lang).to_owned(),
        IncidentError::Future => words::day_future(lang).to_owned(),
        IncidentError::Outside => words::day_outside(lang, &when::days(lang, days)),
        IncidentError::NoCategory => words::category_missing(lang).to_owned(),
        IncidentError::Number(id, error) => named(id, &problem::typed_number(lang, *error, 0)),
        IncidentError::Personal(id, kind) => named(id, &problem::personal(lang, *kind).line(lang)),
        IncidentError::NotePersonal(kind) => problem::personal(lang, *kind).line(lang),
    }
}

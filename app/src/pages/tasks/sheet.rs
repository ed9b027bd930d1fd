//! What the rows of the sheet share: the questions by section, the answers to all of them, what is half typed.

use std::{collections::BTreeSet, ops::Range};

use cunping_core::{facts::Topic, id::RuleId, pack::Criterion, period::Period};
use cunping_text::{
    feeds::{self, Feed},
    lang::Lang,
    question::{self, AskedQuestion},
    ui::tasks,
};
use leptos::prelude::*;

use crate::{
    drafts::fields::TypedFields,
    pages::tasks::answers,
    panels::subordinates::{Panel, SubordinatesPanel},
    state::{App, Here, PeriodStanding, answers::TopicAnswer, inbox::SubordinateFiles, subordinates::topics},
};

/// The state of a sheet. A handle: copies are the same sheet.
#[derive(Clone, Copy)]
pub(super) struct QuestionSheet {
    pub(super) lang: Lang,
    pub(super) standing: Memo<PeriodStanding>,
    /// The answers to all questions, in order.
    pub(super) answers: Memo<Vec<TopicAnswer>>,
    /// What is typed into the figures and not recorded yet.
    pub(super) typed: RwSignal<TypedFields>,
    /// The bulk acts that can be undone.
    pub(super) undo: RwSignal<TypedFields>,
    asked: StoredValue<Vec<Vec<AskedQuestion>>>,
    here: StoredValue<Here>,
    below: StoredValue<Option<Below>>,
}

/// What the units below stated: their files, the function that draws it, and the topics that it can be about.
type Below = (Signal<SubordinateFiles>, Panel, BTreeSet<Topic>);

/// A section with its criteria.
#[derive(Clone)]
pub(super) struct SheetSection {
    /// A name for it that is unique in the document.
    pub(super) id: String,
    /// Its official title; ours where the document has no sections.
    pub(super) title: String,
    /// Its criteria by position in the level.
    pub(super) criteria: Range<usize>,
    /// Its questions by position on the sheet.
    pub(super) places: Range<usize>,
    /// The criterion to begin at, if it is in this section.
    pub(super) at: Option<RuleId>,
}

impl QuestionSheet {
    /// Reads the questions of the level; nothing is drawn yet.
    pub(super) fn new(
        lang: Lang,
        here: &Here,
        standing: Memo<PeriodStanding>,
        subordinates: Option<SubordinatesPanel>,
    ) -> Self {
        let app = App::shared();
        let period = standing.with_untracked(|standing| standing.facts.period);
        let asked = question::of_level(lang, here.pack, here.level);
        let all: Vec<Topic> = asked.iter().flatten().map(|asked| asked.question.topic.clone()).collect();
        let below = subordinates.map(|panel| ((panel.read)(app, here, period), panel.draw, topics(here)));
        let answers = Memo::new(move |_| {
            standing.with(|standing| all.iter().map(|topic| answers::current(standing, topic)).collect())
        });
        Self {
            lang,
            standing,
            answers,
            typed: app.fields(&place("figures", here, period)),
            undo: app.fields(&place("at-once", here, period)),
            asked: StoredValue::new(asked),
            here: StoredValue::new(here.clone()),
            below: StoredValue::new(below),
        }
    }

    /// Returns the period of the sheet.
    pub(super) fn period(self) -> Period {
        self.standing.with_untracked(|standing| standing.facts.period)
    }

    /// Returns the sections in order, one for all criteria where the document has none.
    pub(super) fn sections(self, at: Option<&RuleId>) -> Vec<SheetSection> {
        let level = self.standing.with_untracked(|standing| standing.level);
        let mut sections: Vec<SheetSection> = Vec::new();
        let mut places = 0;
        for (position, criterion) in level.criteria.iter().enumerate() {
            let listed = level.sections.iter().find(|listed| Some(&listed.id) == criterion.section.as_ref());
            let id = listed.map_or_else(|| "all".to_owned(), |listed| listed.id.to_string());
            let before = places;
            places += self.asked.with_value(|asked| asked.get(position).map_or(0, Vec::len));
            if sections.last().is_none_or(|last| last.id != id) {
                sections.push(SheetSection {
                    id,
                    title: listed.map_or_else(|| tasks::all_items(self.lang).to_owned(), |it| it.title.clone()),
                    criteria: position..position,
                    places: before..before,
                    at: None,
                });
            }
            if let Some(last) = sections.last_mut() {
                last.criteria.end = position + 1;
                last.places.end = places;
                last.at = last.at.take().or_else(|| at.filter(|rule| criterion.id == **rule).cloned());
            }
        }
        sections
    }

    /// Returns a criterion by position, with its questions and the place of the first of them.
    pub(super) fn criterion(self, position: usize) -> Option<(&'static Criterion, Vec<AskedQuestion>, usize)> {
        let criterion = self.standing.with_untracked(|standing| standing.level).criteria.get(position)?;
        self.asked.with_value(|asked| {
            let first = asked.iter().take(position).map(Vec::len).sum();
            Some((criterion, asked.get(position)?.clone(), first))
        })
    }

    /// Returns the question at a place.
    pub(super) fn topic(self, place: usize) -> Option<Topic> {
        self.asked.with_value(|asked| asked.iter().flatten().nth(place).map(|asked| asked.question.topic.clone()))
    }

    /// Returns the answer at a place, as a memo that changes with this answer only.
    pub(super) fn answer(self, place: usize) -> Memo<TopicAnswer> {
        Memo::new(move |_| self.answers.with(|all| all.get(place).cloned().unwrap_or_default()))
    }

    /// Counts the questions among some that wait for an answer.
    pub(super) fn open(self, places: &Range<usize>) -> usize {
        let days = self.standing.with(PeriodStanding::statable);
        self.answers
            .with(|all| all.get(places.clone()).unwrap_or_default().iter().filter(|it| it.is_open(days)).count())
    }

    /// Returns the criteria of all followed documents that use an answer.
    pub(super) fn feeds(self, topic: &Topic) -> Vec<Feed> {
        let documents = self.here.with_value(Here::all).into_iter().filter(Here::assesses);
        let documents: Vec<_> = documents.map(|document| (document.pack, document.level)).collect();
        feeds::feeds(self.lang, &documents, topic)
    }

    /// Draws what the units below stated about a question, where an office has their files.
    pub(super) fn subordinates(self, criterion: &'static Criterion, place: usize, topic: &Topic) -> Option<AnyView> {
        self.below.with_value(|below| {
            let (files, draw, _) = below.as_ref().filter(|(_, _, topics)| topics.contains(topic))?;
            Some(draw(self.lang, self.standing, criterion, (place, topic.clone()), *files))
        })
    }

    /// Returns the place where half-typed figures and reasons are kept.
    pub(super) fn typed_at(self) -> String {
        self.here.with_value(|here| place("figures", here, self.period()))
    }

    /// Returns the place where it is kept which bulk acts can be undone.
    pub(super) fn undo_at(self) -> String {
        self.here.with_value(|here| place("at-once", here, self.period()))
    }

    /// Returns the workplace and its document.
    pub(super) fn here(self) -> Here {
        self.here.get_value()
    }
}

/// Returns the place of what is kept of a period's sheet: each document has its own, since questions are named by their order.
fn place(what: &str, here: &Here, period: Period) -> String {
    format!("{what}/{period}/{}/{}", here.pack.id, here.level.id)
}

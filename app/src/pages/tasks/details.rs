//! What a criterion rests on, opened in its place: the finding with its reasons and clause, what was answered when, what else
//! an answer serves, the remark, and what the document says beside.

use cunping_core::{
    facts::Topic,
    pack::{Criterion, Note, Pack, Reading},
};
use cunping_text::{
    answer as told,
    feeds::Feed,
    lang::Lang,
    question::AskedQuestion,
    ui::{common, compare, question as words},
};
use leptos::prelude::*;

use super::{answers, sheet::QuestionSheet};
use crate::{components::reasons::Reasons, panels::standing, state::App};

/// Draws it; `first` is the place of the first of the criterion's questions.
pub(super) fn panel(
    sheet: QuestionSheet,
    criterion: &'static Criterion,
    asked: &[AskedQuestion],
    first: usize,
) -> AnyView {
    let QuestionSheet { lang, standing: now, .. } = sheet;
    let pack = now.with_untracked(|now| now.pack);
    let checks = Signal::derive(move || now.with(|now| standing::reasons(lang, now, &criterion.id)));
    let row = |(at, asked): (usize, &AskedQuestion)| {
        let feeds = sheet.feeds(&asked.question.topic);
        view! { {given(sheet, first + at)}{served(lang, feeds)} }
    };
    any_view! {
        <div class="tasks-details">
            <div class="stack">
                {asked.iter().enumerate().map(row).collect_view()}
                {answers::remark(sheet, criterion)}
            </div>
            <div class="stack" aria-live="polite">
                <Reasons lang checks />
                {notes(lang, pack, criterion)}
            </div>
        </div>
    }
}

/// Says what was answered at a place, of which days and when, with the button that takes it back.
fn given(sheet: QuestionSheet, place: usize) -> AnyView {
    let (app, QuestionSheet { lang, standing, .. }, answer) = (App::shared(), sheet, sheet.answer(place));
    let line = move || {
        // Also an answer that was given to more than this question: the line says to what.
        let statement = answer.with(|answer| answer.own.clone().or_else(|| answer.wider.clone()))?;
        let line = standing.with(|standing| told::statement(lang, standing.pack, &statement));
        let undo = move |_| app.take_back(&Topic::of(&statement), statement.days);
        Some(view! {
            <p class="small">
                {line.label}{lang.pick("：", ": ")}{line.value}" "
                <button type="button" class="quiet" on:click=undo>{words::take_back(lang)}</button>
            </p>
        })
    };
    any_view! { {line} }
}

/// Draws the criteria that use the answer, if there are others than the one on the screen.
fn served(lang: Lang, feeds: Vec<Feed>) -> Option<AnyView> {
    let item = |feed: Feed| {
        let clause = common::clause_of(lang, &feed.clause);
        view! {
            <li>
                <span lang="zh-Hans">{feed.document}" · "{feed.title}</span>" "<span class="soft">{clause}</span>
                {feed.differs.map(|differs| view! { <br /><span class="tasks-differs">{differs}</span> })}
            </li>
        }
    };
    (feeds.len() > 1).then(|| {
        let heading = compare::serves(lang, feeds.len());
        any_view! { <details class="tasks-feeds small"><summary>{heading}</summary><ul>{feeds.into_iter().map(item).collect_view()}</ul></details> }
    })
}

fn notes(lang: Lang, pack: &'static Pack, criterion: &'static Criterion) -> AnyView {
    let monitors: Vec<_> = criterion.monitors.iter().filter_map(|id| pack.offices.get(id)).collect();
    let names = monitors.iter().map(|office| office.name.as_str()).collect::<Vec<_>>().join("、");
    let guidance =
        criterion.guidance.iter().map(|note| view! { <p>{lang.of(&note.text).to_owned()}</p> }).collect_view();
    let cited = |id| criterion.checks.iter().chain(&criterion.measures).any(|check| check.readings.contains(id));
    let readings =
        pack.readings.iter().filter(|reading| cited(&reading.note.id) || reading.note.about.contains(&criterion.id));
    let reading = |reading: &'static Reading| {
        let other = reading.alternative.as_ref().map(|text| view! { <span class="soft">" "{common::other_reading(lang)}{lang.pick("：", ": ")}{lang.of(text).to_owned()}</span> });
        view! { <li><strong>{common::our_reading(lang)}</strong>" "{lang.of(&reading.note.text).to_owned()}{other}</li> }
    };
    let against = pack.contradictions.iter().filter(|contradiction| contradiction.about.contains(&criterion.id));
    let contradiction = |note: &'static Note| {
        view! { <li><strong>{common::contradiction(lang)}</strong>" "{lang.of(&note.text).to_owned()}</li> }
    };
    let monitored = (!monitors.is_empty()).then(|| {
        view! { <p class="small"><strong>{common::monitors(lang)}</strong>" "<span lang="zh-Hans">{names}</span></p> }
    });
    any_view! {
        <details class="tasks-notes">
            <summary>{common::guidance(lang)}" · "{common::our_reading(lang)}</summary>
            {guidance}
            <ul>{readings.map(reading).collect_view()}{against.map(contradiction).collect_view()}</ul>
        </details>
        {monitored}
    }
}

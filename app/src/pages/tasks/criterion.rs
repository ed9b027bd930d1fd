//! One criterion of the sheet: its official title, its finding, its questions, and on demand why and by which clause.

use cunping_core::{id::RuleId, pack::Criterion};
use cunping_text::{
    finding,
    finding::Finality,
    lang::Lang,
    question::AskedQuestion,
    title::{self, CriterionTitle},
    ui::tasks as words,
};
use leptos::prelude::*;

use super::{details, row, sheet::QuestionSheet};
use crate::{
    components::mark::Mark,
    panels::edition,
    state::{App, PeriodStanding},
};

/// Draws the criterion at a position of the level, open if it is the one to begin `at`.
pub(super) fn draw(sheet: QuestionSheet, position: usize, at: Option<&RuleId>) -> AnyView {
    let Some((criterion, asked, first)) = sheet.criterion(position) else { return ().into_any() };
    let lang = sheet.lang;
    let begins = at == Some(&criterion.id);
    let shown = RwSignal::new(begins);
    let toggle = move |_| shown.update(|shown| *shown = !*shown);
    let (id, more) = (format!("item-{}", criterion.id), format!("item-{}-more", criterion.id));
    let labelled = id.clone();
    let controls = more.clone();
    let (rows, single) = (asked.clone(), asked.len() == 1);
    let detail = move || shown.get().then(|| details::panel(sheet, criterion, &rows, first));
    let name = format!("{} {}", words::more(lang), title::criterion(lang, criterion).name);
    let heading = view! {
        <h3 id=id tabindex="-1" data-begin=begins.then_some("")>
            <span class="tasks-number">{position + 1}</span>{title(lang, criterion)}
        </h3>
    };
    // With one question the title stands in its row.
    let (above, mut beside) = if single { (None, Some(heading)) } else { (Some(heading), None) };
    let tail = view! {
        {mark(sheet, criterion)}
        <button type="button" class="quiet small tasks-more" aria-label=name aria-controls=controls
            aria-expanded=move || shown.get().to_string() on:click=toggle>{words::more(lang)}</button>
    };
    let (above_tail, below_tail) = if single { (None, Some(tail)) } else { (Some(tail), None) };
    let mut draw = |(at, asked): (usize, AskedQuestion)| {
        row::draw(sheet, criterion, first + at, asked, beside.take().map(IntoAny::into_any))
    };
    any_view! {
        <article class="tasks-item" aria-labelledby=labelled data-rule=criterion.id.to_string()>
            {above}
            {above_tail}
            {edition::confirm(App::shared(), lang, sheet.here(), sheet.standing, criterion.id.clone())}
            {asked.into_iter().enumerate().map(&mut draw).collect_view()}
            {below_tail}
            {remark(sheet, criterion)}
            <div id=more>{detail}</div>
        </article>
    }
}

/// Draws our name of the criterion where there is one, and always its official title.
fn title(lang: Lang, criterion: &'static Criterion) -> AnyView {
    let CriterionTitle { name, official } = title::criterion(lang, criterion);
    match official {
        None => any_view! { <span lang="zh-Hans">{name}</span> },
        Some(official) => {
            any_view! { <span lang=lang.tag()>{name}</span>" "<span class="soft small" lang="zh-Hans">{official}</span> }
        }
    }
}

/// Draws the finding of the criterion; “not known” where that is all that keeps it open.
fn mark(sheet: QuestionSheet, criterion: &'static Criterion) -> AnyView {
    let lang = sheet.lang;
    let mark = Memo::new(move |_| {
        sheet.standing.with(|standing| {
            let voice = Finality::of(standing.level, standing.facts.period);
            let found = standing.evaluation.criteria.iter().find(|found| found.id == criterion.id)?;
            Some(finding::criterion(lang, voice, criterion, found))
        })
    });
    any_view! { <span class="tasks-mark">{move || mark.get().map(|mark| view! { <Mark mark /> })}</span> }
}

/// Draws the remark that is kept, so that it is seen without opening anything.
fn remark(sheet: QuestionSheet, criterion: &'static Criterion) -> AnyView {
    let kept = Memo::new(move |_| {
        let of = |standing: &PeriodStanding| standing.facts.remarks.get(&criterion.id).cloned();
        sheet.standing.with(of)
    });
    let line = move || kept.get().map(|text| view! { <p class="soft small">{words::remark(sheet.lang, &text)}</p> });
    any_view! { {line} }
}

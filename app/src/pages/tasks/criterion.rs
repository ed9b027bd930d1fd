//! One criterion of the sheet: its official title, its finding, its questions, and on demand why and by which clause.

use cunping_core::{id::RuleId, pack::Criterion};
use cunping_text::{
    finding,
    finding::Finality,
    lang::Lang,
    title::{self, CriterionTitle},
    ui::tasks as words,
};
use leptos::prelude::*;

use super::{details, row, sheet::Sheet};
use crate::{
    components::mark::Mark,
    panels::edition,
    state::{App, PeriodStanding},
};

/// Draws the criterion at a position of the level, open if it is the one to begin `at`.
pub(super) fn draw(sheet: Sheet, position: usize, at: Option<&RuleId>) -> AnyView {
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
    any_view! {
        <article class="answer-item" class:answer-single=single aria-labelledby=labelled data-rule=criterion.id.to_string()>
            <div class="answer-item-head">
                <h3 id=id tabindex="-1" data-begin=begins.then_some("")>
                    <span class="answer-number">{position + 1}</span>{title(lang, criterion)}
                </h3>
                {mark(sheet, criterion)}
                <button type="button" class="quiet small answer-more" aria-label=name aria-controls=controls
                    aria-expanded=move || shown.get().to_string() on:click=toggle>{words::more(lang)}</button>
            </div>
            {edition::confirm(App::shared(), lang, sheet.here(), sheet.standing, criterion.id.clone())}
            {asked.into_iter().enumerate().map(|(at, asked)| row::draw(sheet, criterion, first + at, asked)).collect_view()}
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
fn mark(sheet: Sheet, criterion: &'static Criterion) -> AnyView {
    let lang = sheet.lang;
    let mark = Memo::new(move |_| {
        sheet.standing.with(|standing| {
            let voice = Finality::of(standing.level, standing.facts.period);
            let found = standing.evaluation.criteria.iter().find(|found| found.id == criterion.id)?;
            Some(finding::criterion(lang, voice, criterion, found))
        })
    });
    any_view! { <span class="answer-mark">{move || mark.get().map(|mark| view! { <Mark mark /> })}</span> }
}

/// Draws the remark that is kept, so that it is seen without opening anything.
fn remark(sheet: Sheet, criterion: &'static Criterion) -> AnyView {
    let kept = Memo::new(move |_| {
        let of = |standing: &PeriodStanding| standing.facts.remarks.get(&criterion.id).cloned();
        sheet.standing.with(of)
    });
    let line = move || kept.get().map(|text| view! { <p class="soft small">{words::remark(sheet.lang, &text)}</p> });
    any_view! { {line} }
}

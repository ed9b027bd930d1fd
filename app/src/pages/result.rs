//! The result of a period: verdict, every finding with its reasons, what is missing, and what to do next.

use cunping_core::{
    evaluate::distance,
    id::RuleId,
    pack::{Criterion, FormKind},
    period::Period,
    truth::Finding,
};
use cunping_text::{
    finding::{self, Finality},
    form::OWN,
    headline,
    lang::Lang,
    late, overlay, term,
    ui::{common, print, result as words, tasks},
};
use leptos::prelude::*;

use crate::{
    components::{mark::Mark, reasons::Reasons},
    panels::{distance, edition, periods::periods, reported, standing},
    routes::Route,
    state::{App, Here, PeriodStanding},
};

/// Draws the result of a period.
pub(super) fn screen(lang: Lang, here: Here, period: Period) -> AnyView {
    let app = App::shared();
    let now = app.standing(&here, period);
    let (level, said, own) = (here.level, reported::read(app, &here), here.clone());
    any_view! {
        <div class="page result">
            {standing::bar(lang, now)}
            <div class="columns two">
                <div class="stack">
                    {move || now.with(|now| verdict(lang, now))}
                    {periods(lang, &here, level, period, Route::Result)}
                    {move || now.with(|now| reported::since(app, lang, &own, now, said))}
                    {move || now.with(|now| late(lang, now))}
                    {edition::offer(app, lang, &here)}
                    {move || now.with(|now| edition::list(lang, now))}
                    {level.criteria.iter().map(|it| criterion(lang, now, it)).collect_view()}
                </div>
                <aside class="stack">
                    <div class="card stack">{move || now.with(|now| missing(lang, now))}{distance::year(app, lang, &here, period)}</div>
                    {ways_on(lang, &here, period)}
                </aside>
            </div>
        </div>
    }
}

/// Draws the overall verdict as a heading and a sentence.
fn verdict(lang: Lang, standing: &PeriodStanding) -> AnyView {
    let headline = headline::headline(lang, standing.case());
    any_view! {
        <h1 tabindex="-1">{headline.title}</h1>
        <p class="result-verdict"><Mark mark=headline.mark /></p>
        <p>{headline.sentence}</p>
        {headline.score.map(|text| view! { <p><strong>{text}</strong></p> })}
        {headline.prerequisite.map(|text| view! { <p>{text}</p> })}
        {headline.provisional.map(|text| view! { <p class="soft">{text}</p> })}
        {overlays(lang, standing)}
        {headline.who_decides.map(|text| view! { <p class="soft">{text}</p> })}
    }
}

/// Draws the supplements that the result rests on, so that nobody takes them for part of the document; `None` if there
/// are none.
fn overlays(lang: Lang, standing: &PeriodStanding) -> Option<AnyView> {
    let all = App::shared()
        .register
        .with(|register| register.overlays_of(&standing.pack.id).into_iter().cloned().collect::<Vec<_>>());
    let used: Vec<_> = all.into_iter().filter(|overlay| overlay.level == standing.level.id).collect();
    let line = |overlay: cunping_core::overlay::Overlay| {
        view! { <li>{overlay::line(lang, &overlay)}</li> }
    };
    (!used.is_empty()).then(|| any_view! { <ul class="plain soft">{used.into_iter().map(line).collect_view()}</ul> })
}

/// Draws one criterion with its reasons.
fn criterion(lang: Lang, now: Memo<PeriodStanding>, criterion: &'static Criterion) -> AnyView {
    let found = move || {
        now.with(|now| {
            let found = now.case().criterion(&criterion.id);
            found
                .map(|(_, found)| finding::criterion(lang, Finality::of(now.level, now.facts.period), criterion, found))
        })
    };
    let checks = Signal::derive(move || now.with(|now| standing::reasons(lang, now, &criterion.id)));
    let to = move || now.with(|now| Route::Question(now.facts.period, criterion.id.clone()).to_string());
    let single = criterion.checks.len() + criterion.measures.len() == 1;
    any_view! {
        <section class="result-item">
            <h2 lang="zh-Hans">{criterion.title.as_str()}</h2>
            {(!single).then(|| view! { <p>{move || found().map(|mark| view! { <Mark mark /> })}</p> })}
            <Reasons lang checks />
            {move || now.with(|now| edition::line(lang, now, &criterion.id))}
            <p class="no-print"><a href=to>{common::change(lang)}<span class="hidden-text">" "{criterion.title.as_str()}</span></a></p>
        </section>
    }
}

/// Draws what is still missing for the award.
fn missing(lang: Lang, standing: &PeriodStanding) -> AnyView {
    let distance = distance(standing.level, &standing.evaluation);
    let open = open_criteria(standing);
    let part = |heading: &'static str, rules: &[RuleId]| {
        let heading = (!rules.is_empty()).then(|| view! { <h2>{heading}</h2> });
        view! { {heading}<ul>{links(standing, rules)}</ul> }
    };
    any_view! {
        {open.is_empty().then(|| view! { <p>{words::nothing_missing(lang)}</p> })}
        {part(words::missing(lang), &open)}
        {part(words::blocking(lang), &distance.blocking)}
        {part(words::costing(lang), &distance.costing)}
        {distance::period(lang, standing)}
    }
}

/// Draws what was entered after the period was over. It counts, and it is disclosed. `None` if there is nothing.
fn late(lang: Lang, standing: &PeriodStanding) -> Option<AnyView> {
    let lines = late::lines(lang, standing.pack, &standing.facts);
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    (!lines.is_empty()).then(|| any_view! { <ul class="late">{lines}</ul> })
}

fn open_criteria(standing: &PeriodStanding) -> Vec<RuleId> {
    let open = standing.evaluation.criteria.iter().filter(|found| found.finding == Finding::Undetermined);
    open.map(|found| found.id.clone()).collect()
}

fn links(standing: &PeriodStanding, rules: &[RuleId]) -> AnyView {
    let period = standing.facts.period;
    let link = |rule: &RuleId| {
        let title = term::criterion(standing.level, rule).map(|criterion| criterion.title.clone());
        let to = Route::Question(period, rule.clone()).to_string();
        view! { <li lang="zh-Hans"><a href=to>{title}</a></li> }
    };
    rules.iter().map(link).collect_view().into_any()
}

/// Draws the button that signs, and the document's forms.
fn ways_on(lang: Lang, here: &Here, period: Period) -> AnyView {
    let forms = here.pack.forms.iter().filter(|form| form.level == here.level.id);
    let award = cunping_text::when::kind(period) == here.level.awarded_for;
    let fits = forms.filter(|form| form.kind == FormKind::Report || award);
    let form = |form: &cunping_core::pack::Form| {
        let (filled, blank) = (Route::Form(form.id.clone(), period), Route::BlankForm(form.id.clone()));
        match form.kind {
            FormKind::Report => any_view! {
                <li>
                    <a href=filled.to_string()>{words::print_form(lang)}" "{form.annex.clone()}</a>
                    " · "<a href=blank.to_string()>{words::print_blank(lang)}</a>
                </li>
            },
            // The offices fill it: here it can only be blank.
            FormKind::Recognition => any_view! {
                <li><a href=blank.to_string()>{words::print_recognition(lang)}" "{form.annex.clone()}</a></li>
            },
        }
    };
    any_view! {
        <div class="card stack no-print">
            <h2>{words::what_next(lang)}</h2>
            <p><a class="button primary" href=Route::Check(period).to_string()>{tasks::check_answers(lang)}</a></p>
            <ul>{fits.map(form).collect_view()}<li><a href=Route::Form(OWN.to_owned(), period).to_string()>{print::own(lang)}</a></li></ul>
        </div>
    }
}

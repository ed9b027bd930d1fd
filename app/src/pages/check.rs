//! The screen “check your answers”: every answer with a link back to it, everything the file will say, and the button
//! that signs it.

mod registered;

use std::sync::Arc;

use cunping_core::{
    bundle::Assessment, evaluate::CriterionFinding, moment::Moment, pack::Criterion, period::Period, truth::Finding,
};
use cunping_text::{
    answer::LabeledValue,
    finding::{self, Finality},
    lang::Lang,
    preview::{self, LineGroup},
    ui::{check_answers as words, common, export, print, subordinates as below_words},
    when,
};
use leptos::prelude::*;

use crate::{
    browser, clock,
    components::mark::Mark,
    panels::{alerts, edition, files, import, passphrase as asking, signed::problem_now, standing},
    routes::Route,
    state::{
        App, Here, PeriodStanding, assessing, inbox::SubordinateFiles, signing, signing::SignError,
        subordinates::topics,
    },
};

/// Draws the answers of a period before they are signed.
pub(super) fn screen(lang: Lang, here: Here, period: Period) -> AnyView {
    let (now, subordinates) = resting_on_below(App::shared(), &here, period);
    let begun = now.with_untracked(|now| now.statable().is_some());
    let rows =
        now.with_untracked(in_order).into_iter().map(|(place, it)| answer(lang, now, (place, it))).collect_view();
    let hidden = here.clone();
    let before = last_said(here.clone(), period);
    any_view! {
        <div class="page check">
            {standing::bar_with(lang, now, begun.then(|| to_sign(lang)).into_any())}
            <div class="stack">
                <h1 tabindex="-1">{words::heading(lang)}" "<span class="soft">{when::period(lang, period)}</span></h1>
                <p>{words::lead(lang)}</p>
                {move || now.with(|now| left(lang, now))}
                {move || now.with(|now| edition::list(lang, now))}
                <dl class="check-answers">{rows}</dl>
                {registered::list(App::shared(), lang, now)}
                <h2>{words::everything_in_file(lang)}</h2>
                <p>{words::preview_hint(lang)}</p>
                {move || now.with(|now| everything(lang, &hidden, now, before.get().as_ref()))}
                {move || reading_below(lang, subordinates)}
                {begun.then(|| sign(lang, here, now, subordinates))}
            </div>
        </div>
    }
}

/// Returns the standing combined with what the units below stated, and the signal that reads their files. The signal
/// is `None` where the level takes over nothing from units below.
fn resting_on_below(app: App, here: &Here, period: Period) -> (Memo<PeriodStanding>, Option<Signal<SubordinateFiles>>) {
    let (own, topics) = (app.standing(here, period), topics(here));
    if topics.is_empty() {
        return (own, None);
    }
    let files = import::subordinates(app, here, period);
    let bound = Memo::new(move |_| {
        let standing = own.get();
        let days = standing.statable();
        let subordinates =
            files.get().and_then(Result::ok).zip(days).and_then(|(files, days)| files.subordinates(&topics, days));
        standing.resting_on(subordinates)
    });
    (bound, Some(files))
}

/// Returns true once the files of the units below have been read without error, or where there are none to read.
/// Signing waits for it.
fn is_ready(subordinates: Option<Signal<SubordinateFiles>>) -> bool {
    subordinates.is_none_or(|files| matches!(files.get(), Some(Ok(_))))
}

fn reading_below(lang: Lang, subordinates: Option<Signal<SubordinateFiles>>) -> Option<AnyView> {
    Some(match subordinates?.get() {
        Some(Ok(files)) if files.counted.is_empty() => return None,
        Some(Ok(_)) => any_view! { <p class="notice">{below_words::bound(lang)}</p> },
        Some(Err(error)) => alerts::store_problem(lang, &error),
        None => any_view! { <p role="status">{below_words::reading(lang)}</p> },
    })
}

/// Returns the criteria with their places: those that are open, those that are not met, then the others.
fn in_order(now: &PeriodStanding) -> Vec<(usize, &'static Criterion)> {
    let mut all: Vec<_> = now.level.criteria.iter().enumerate().map(|(place, it)| (place + 1, it)).collect();
    all.sort_by_key(|(place, criterion)| {
        let found = now.case().criterion(&criterion.id).map(|(_, found)| found.finding);
        let turn = match found {
            Some(Finding::Undetermined) => 0,
            Some(Finding::NotMet) => 1,
            Some(Finding::Met | Finding::NotApplicable) | None => 2,
        };
        (turn, *place)
    });
    all
}

/// Names each criterion that is still open, with a link to it; `None` where none is.
fn left(lang: Lang, now: &PeriodStanding) -> Option<AnyView> {
    let voice = Finality::of(now.level, now.facts.period);
    let open = now.case().criteria().enumerate().filter(|(_, (_, found))| found.finding == Finding::Undetermined);
    let line = |(place, (criterion, found)): (usize, (&Criterion, &CriterionFinding))| {
        let told = match finding::is_asked(found) {
            true => words::not_known(lang, place + 1, finding::criterion(lang, voice, criterion, found).word),
            false => words::not_answered(lang, place + 1),
        };
        let to = Route::Question(now.facts.period, criterion.id.clone()).to_string();
        view! { <li><a href=to>{told}</a>" "<span lang="zh-Hans">{criterion.title.clone()}</span></li> }
    };
    let lines: Vec<_> = open.map(line).collect();
    (!lines.is_empty()).then(|| {
        any_view! { <div class="notice open"><ul class="plain">{lines}</ul><p>{words::open_items(lang)}</p></div> }
    })
}

/// Draws one criterion: its place, finding, reasons, remark, and the link back to the question.
fn answer(lang: Lang, now: Memo<PeriodStanding>, (place, criterion): (usize, &'static Criterion)) -> AnyView {
    let told = move || {
        now.with(|now| {
            let checks = standing::reasons(lang, now, &criterion.id);
            let lines = checks.into_iter().flat_map(|check| check.reasons).map(|reason| view! { <p>{reason.text}</p> });
            let voice = Finality::of(now.level, now.facts.period);
            let found = now.case().criterion(&criterion.id);
            let mark = found.map(|(_, found)| finding::criterion(lang, voice, criterion, found));
            let remark = now.facts.remarks.get(&criterion.id).cloned();
            let remark = remark.map(|text| view! { <p><b>{common::remark(lang)}</b>" "{text}</p> });
            let edition = edition::line(lang, now, &criterion.id);
            view! { {mark.map(|mark| view! { <p><Mark mark /></p> })}{lines.collect_view()}{edition}{remark} }
        })
    };
    let to = now.with_untracked(|now| Route::Question(now.facts.period, criterion.id.clone()).to_string());
    any_view! {
        <div class="check-answer">
            <dt lang="zh-Hans">{place}". "{criterion.title.as_str()}</dt>
            <dd>{told}</dd>
            <dd class="check-answer-change no-print">
                <a href=to>{common::change(lang)}<span class="hidden-text">" "{criterion.title.as_str()}</span></a>
            </dd>
        </div>
    }
}

/// Returns the last signed assessment about a period, once it has been read; `None` until then and where there is
/// none.
fn last_said(here: Here, period: Period) -> Signal<Option<Arc<Assessment>>> {
    let app = App::shared();
    let last = Memo::new(move |_| app.files.with(|all| assessing::last(&here, all, period).map(|file| file.digest)));
    let verified = files::keep_open(app, move || last.get().into_iter().collect());
    Signal::derive(move || verified.get()?.ok()?.remove(&last.get()?))
}

/// Draws everything that the file will say. Only the second of signing is not known yet.
fn everything(lang: Lang, here: &Here, standing: &PeriodStanding, before: Option<&Arc<Assessment>>) -> AnyView {
    let app = App::shared();
    let Some(at) = Moment::from_unix(clock::now().div_euclid(1000)) else { return ().into_any() };
    let made = app
        .files
        .with(|files| assessing::assessment(here, standing, assessing::last(here, files, standing.facts.period), at));
    let unchanged = before.is_some_and(|it| it.says_the_same(&made));
    let preview =
        app.register.with(|register| preview::assessment(lang, here.pack, &register.overlays_of(&here.pack.id), &made));
    let readings = readings(lang, preview.readings);
    let warnings = preview.warnings.into_iter().map(|text| view! { <p class="notice open">{text}</p> });
    let unchanged = unchanged.then(|| view! { <p class="notice">{export::nothing_changed(lang)}</p> });
    any_view! {
        <details class="check-everything">
            <summary>{export::sequence_of(lang, u64::from(made.sequence))}" · "{words::everything_in_file(lang)}</summary>
            {preview.groups.into_iter().map(group).collect_view()}
        </details>
        {readings}
        {warnings.collect_view()}
        {unchanged}
    }
}

/// Draws the readings that the findings rest on, marked as this program's own interpretation.
fn readings(lang: Lang, all: Vec<String>) -> Option<AnyView> {
    (!all.is_empty()).then(|| {
        let all = all.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
        any_view! {
            <details class="check-everything">
                <summary>{print::readings(lang)}</summary>
                <p>{print::readings_hint(lang)}</p>
                <ol>{all}</ol>
            </details>
        }
    })
}

fn group(group: LineGroup) -> AnyView {
    let line = |line: LabeledValue| view! { <tr><th scope="row">{line.label}</th><td>{line.value}</td></tr> };
    any_view! {
        <section>
            <h3>{group.heading}</h3>
            <table class="check-lines"><tbody>{group.lines.into_iter().map(line).collect_view()}</tbody></table>
        </section>
    }
}

/// Draws the button that signs, and the error if signing failed.
/// Draws the step to signing, in view above the answers however long they are.
fn to_sign(lang: Lang) -> AnyView {
    let go = |_| browser::focus_id("sign");
    any_view! { <button type="button" on:click=go>{words::to_sign(lang)}</button> }
}

fn sign(
    lang: Lang,
    here: Here,
    standing: Memo<PeriodStanding>,
    subordinates: Option<Signal<SubordinateFiles>>,
) -> AnyView {
    let app = App::shared();
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<SignError>));
    let workplace = here.workplace.clone();
    let passphrase = asking::asked_before_signing(app, lang, &workplace);
    let sign = move |_| {
        let here = here.clone();
        busy.set(true);
        failed.set(None);
        app.undertake(async move {
            match signing::sign_and_keep(app, &here, &standing.get_untracked()).await {
                Ok(digest) => browser::go(&Route::Sent(digest).to_string()),
                Err(problem) => drop(failed.try_set(Some(problem))),
            }
            let _gone = busy.try_set(false);
        });
    };
    any_view! {
        <p class="notice">{words::responsible_hint(lang)}</p>
        {passphrase}
        {move || failed.with(|failed| failed.as_ref().and_then(|error| problem_now(app, lang, error)))}
        <p class="row">
            <button type="button" id="sign" class="primary" disabled=move || busy.get() || !is_ready(subordinates) on:click=sign>{export::heading(lang)}</button>
            <span role="status">{move || busy.get().then(|| export::signing(lang))}</span>
        </p>
    }
}

//! The questions of a period as a sheet: every section with its criteria and answers on one page, the verdict and the next
//! step in view above them.

mod again;
mod answers;
mod criterion;
mod details;
mod figure;
mod incidents;
mod keys;
mod next;
mod not_applicable;
mod offered;
mod open_kind;
mod rest;
mod row;
mod section;
mod sheet;
mod undo;

use cunping_core::{id::RuleId, pack::HandsIn, period::Period};
use cunping_text::{
    lang::Lang,
    term,
    ui::{question, shell, tasks as words},
    when,
};
use leptos::prelude::*;

use crate::{
    panels::{distance, due, edition, not_found, periods::periods, standing, subordinates::SubordinatesPanel},
    routes::Route,
    state::{App, Here, PeriodStanding},
};
use sheet::QuestionSheet;

/// Draws the questions of a period. `at` is the criterion to begin at; `subordinates` are the files of the units below that an
/// office’s answers rest on, if it collects any.
pub(super) fn screen(
    lang: Lang,
    here: Here,
    (period, at): (Period, Option<RuleId>),
    subordinates: Option<SubordinatesPanel>,
) -> AnyView {
    if at.as_ref().is_some_and(|rule| here.level.criteria.iter().all(|criterion| criterion.id != *rule)) {
        return not_found::missing(lang, shell::no_such_item(lang), Route::Tasks(period));
    }
    let app = App::shared();
    let now = app.standing(&here, period);
    let award_hint = (when::kind(period) != here.level.awarded_for).then(|| words::quarter_hint(lang));
    let sheet = QuestionSheet::new(lang, &here, now, subordinates);
    keys::listen();
    any_view! {
        <div class="page">
            {standing::bar_with(lang, now, next::step(sheet))}
            <div class="stack tasks-top">
                <div class="row">
                    <h1 tabindex="-1">{words::heading(lang)}" "<span class="soft">{when::period(lang, period)}</span></h1>
                    {periods(lang, &here, here.level, period, Route::Tasks)}
                </div>
                {due::due_now(app, lang, &here, (here.level, HandsIn::Assessment), period, Route::Tasks)}
                {award_hint.map(|hint| view! { <p class="soft">{hint}</p> })}
                {edition::offer(app, lang, &here)}
                {move || now.with(|now| edition::list(lang, now))}
                {move || now.with(|now| distance::period(lang, now))}
                {distance::year(app, lang, &here, period)}
                {move || now.with(|now| asked_of(lang, now))}
            </div>
            {sheet.sections(at.as_ref()).into_iter().map(|part| section::draw(sheet, part)).collect_view()}
            <p class="soft small tasks-keys">{question::keys_hint(lang)}</p>
            {again::again(sheet)}
        </div>
    }
}

/// Says what all questions have in common: the unit and the days; or that the period has not begun.
fn asked_of(lang: Lang, now: &PeriodStanding) -> AnyView {
    let Some(days) = now.statable() else {
        return any_view! { <p class="notice open">{question::not_begun(lang)}</p> };
    };
    let unit = term::this_unit(lang, now.pack, now.level);
    any_view! { <p class="soft small">{words::asked_of(lang, &unit, &when::days(lang, days))}</p> }
}

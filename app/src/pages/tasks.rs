//! The task list of a period: its criteria, what is open, where to go on, and repeating earlier answers up to today.

mod again;

use cunping_core::{pack::HandsIn, period::Period};
use cunping_text::{lang::Lang, ui::tasks as words, when};
use leptos::prelude::*;

use crate::{
    components::task_list::task_list,
    panels::{distance, due, edition, periods::periods, standing},
    routes::Route,
    state::{App, Here, PeriodStanding},
};

/// Draws the task list of a period.
pub(super) fn screen(lang: Lang, here: Here, period: Period) -> AnyView {
    let app = App::shared();
    let now = app.standing(&here, period);
    let award_hint = (when::kind(period) != here.level.awarded_for).then(|| words::quarter_hint(lang));
    any_view! {
        <div class="page">
            {standing::bar(lang, now)}
            <div class="stack">
                <h1 tabindex="-1">{words::heading(lang)}" "<span class="soft">{when::period(lang, period)}</span></h1>
                {periods(lang, &here, here.level, period, Route::Tasks)}
                {due::due_now(app, lang, &here, (here.level, HandsIn::Assessment), period, Route::Tasks)}
                {award_hint.map(|hint| view! { <p class="soft">{hint}</p> })}
                {edition::offer(app, lang, &here)}
                {move || now.with(|now| edition::list(lang, now))}
                {move || now.with(|now| distance::period(lang, now))}
                {distance::year(app, lang, &here, period)}
                {move || now.with(|now| next_step(lang, now))}
                {task_list(lang, standing::tasks(lang, now, None))}
                {again::again(lang, now)}
            </div>
        </div>
    }
}

/// Draws where to go on: the first open criterion, or what comes after the last.
fn next_step(lang: Lang, standing: &PeriodStanding) -> AnyView {
    let period = standing.facts.period;
    let link = |to: Route, text, primary| {
        view! { <a class=if primary { "button primary" } else { "button" } href=to.to_string()>{text}</a> }
    };
    match standing::next_open(standing) {
        Some(rule) => any_view! {
            <p class="row">
                {link(Route::Question(period, rule), cunping_text::ui::common::go_on(lang), true)}
                {link(Route::Result(period), words::see_result(lang), false)}
            </p>
        },
        None => any_view! {
            <p>{words::all_answered(lang)}" "{words::all_answered_next(lang)}</p>
            <p class="row">
                {link(Route::Check(period), words::check_answers(lang), true)}
                {link(Route::Result(period), words::see_result(lang), false)}
            </p>
        },
    }
}

//! What is shown where there is nothing to show: an address without a screen, a screen without a workplace.

use cunping_core::period::Period;
use cunping_text::{
    lang::Lang,
    ui::{boot, common, setup, shell, workplace as words},
    when,
};
use leptos::prelude::*;

use crate::{
    routes::Route,
    state::{App, Here},
};

/// Draws the notice for an address that no screen has.
pub(crate) fn address(lang: Lang) -> AnyView {
    nothing(boot::not_found(lang), None, vec![(Route::Home, boot::not_found_next(lang))])
}

/// Draws the notice for a screen that needs a workplace: there is none, or the page does not know its document.
pub(crate) fn workplace(app: App, lang: Lang) -> AnyView {
    let home = (Route::Home, boot::not_found_next(lang));
    if app.workplace().is_some() {
        let ways = vec![(Route::Workplaces, words::heading(lang)), (Route::Data, shell::nav_data(lang))];
        return nothing(shell::unknown_document(lang), Some(shell::unknown_document_do(lang)), ways);
    }
    let ways = vec![(Route::Setup, setup::heading(lang)), home];
    nothing(shell::nothing_here(lang), Some(shell::nothing_here_do(lang)), ways)
}

/// Draws the notice for a period that nobody can answer: one that has not begun yet, or one before the document's first.
/// `None` for every other period.
pub(crate) fn period(app: App, lang: Lang, here: &Here, period: Period) -> Option<AnyView> {
    let name = when::period(lang, period);
    let what = if app.today.get_untracked() < period.days().first() {
        shell::not_begun(lang, &name, &when::day(lang, period.days().first()))
    } else {
        let first = here.level.first_period.filter(|_| !here.level.has_begun(period))?;
        shell::before_first(lang, &name, &when::period(lang, first))
    };
    Some(nothing(what, None, vec![(Route::Home, boot::not_found_next(lang))]))
}

/// Draws the notice for something that the document or the workplace does not have.
pub(crate) fn missing(lang: Lang, what: &'static str, back: Route) -> AnyView {
    nothing(what, None, vec![(back, common::back(lang)), (Route::Home, boot::not_found_next(lang))])
}

fn nothing(what: impl Into<String>, todo: Option<&'static str>, ways: Vec<(Route, &'static str)>) -> AnyView {
    let what = what.into();
    let way = |(to, text): (Route, &'static str)| view! { <a class="button" href=to.to_string()>{text}</a> };
    any_view! {
        <div class="page stack">
            <h1 tabindex="-1">{what}</h1>
            {todo.map(|todo| view! { <p>{todo}</p> })}
            <p class="row">{ways.into_iter().map(way).collect_view()}</p>
        </div>
    }
}

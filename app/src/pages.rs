//! The screens, and which one an address shows.

mod answers;
mod check;
mod data;
mod desk;
mod directory;
mod document;
mod form;
mod history;
mod home;
mod incidents;
mod keys;
mod library;
mod opinions;
mod result;
mod sent;
mod setup;
mod tasks;
mod township;
mod unit;
mod workplaces;

use cunping_core::{id::RuleId, pack::Pack, period::Period};
use cunping_text::{lang::Lang, ui::shell as shell_words};
use leptos::prelude::*;

use crate::{
    chunk,
    panels::{import, not_found, subordinates, subordinates::SubordinatesPanel},
    routes::Route,
    shell::title,
    state::{App, Here, documents},
    store::Role,
};

/// The parts that show the answers of the units below, for offices that collect files. Named by the chunk only, or the
/// first load would carry them.
const SUBORDINATES: SubordinatesPanel = SubordinatesPanel { read: import::subordinates, draw: subordinates::panel };

/// Draws the screen of an address: one of the first load, or one of the chunk.
pub fn screen(app: App, lang: Lang, route: Option<Route>) -> AnyView {
    first(app, lang, route.as_ref()).unwrap_or_else(|| {
        let heading = title::screen(app, lang, route.as_ref());
        chunk::draw(lang, heading, route)
    })
}

/// Draws the screens from a village's first visit to its first answer; `None` for the screens of the chunk. What is
/// drawn here is in every first load: the budget of `cargo xtask bench` is spent on it.
fn first(app: App, lang: Lang, route: Option<&Route>) -> Option<AnyView> {
    Some(match route {
        None => not_found::address(lang),
        // Untracked: what a screen reads while it is drawn does not have it drawn again.
        Some(Route::Setup) => untrack(|| setup::screen(lang)),
        Some(Route::Home) => match app.here() {
            // Beside an office's answers stand those of the units below, and its home is their table.
            Some(here) if here.collects() => return None,
            here => home(app, lang, here),
        },
        Some(Route::Tasks(..) | Route::Question(..)) => match (asked(route), app.here()) {
            (Some((period, at)), Some(here)) => match not_found::period(app, lang, &here, period) {
                Some(notice) => notice,
                None if here.collects() => return None,
                None => untrack(|| tasks::screen(lang, here, (period, at), None)),
            },
            (None, Some(_)) => return None,
            (_, None) => not_found::workplace(app, lang),
        },
        // Reading the workplace here would have every other screen redrawn whenever it changes.
        _ => return None,
    })
}

/// Draws the home screen, except for offices that collect files: the welcome at the first visit, later the tasks of the
/// current workplace.
fn home(app: App, lang: Lang, here: Option<Here>) -> AnyView {
    match (app.workplace(), here) {
        (None, _) => untrack(|| home::welcome(lang)),
        (Some(_), None) => not_found::workplace(app, lang),
        (Some(_), Some(here)) => match app.opening_period(&here) {
            Some(period) => untrack(|| tasks::screen(lang, here, (period, None), None)),
            None => not_found::address(lang),
        },
    }
}

/// Returns the period whose questions an address shows, and the criterion to begin at; `None` for another address.
fn asked(route: Option<&Route>) -> Option<(Period, Option<RuleId>)> {
    match route? {
        Route::Tasks(period) => Some((*period, None)),
        Route::Question(period, rule) => Some((*period, Some(rule.clone()))),
        _ => None,
    }
}

/// Draws a screen of the chunk: any address that is not among the first.
pub fn rest(app: App, lang: Lang, route: Option<Route>) -> AnyView {
    match route {
        Some(Route::Workplaces) => untrack(|| workplaces::screen(lang)),
        Some(Route::Data) => untrack(|| data::screen(lang)),
        Some(Route::Document) => reading(app, lang, |pack| untrack(|| document::screen(lang, pack, true))),
        Some(Route::Read(id)) => match documents::released(&id) {
            Some(pack) => {
                let forms = app.here().is_some_and(|here| here.pack.id == id);
                untrack(|| document::screen(lang, pack, forms))
            }
            None => not_found::missing(lang, shell_words::unknown_document(lang), Route::Library),
        },
        Some(Route::Library) => untrack(|| library::screen(lang)),
        Some(Route::Compare(left, right)) => untrack(|| library::compare::screen(lang, left, right)),
        Some(Route::BlankForm(id)) => {
            let here = app.here();
            reading(app, lang, |pack| untrack(|| form::blank(lang, pack, here, id)))
        }
        Some(route) => match app.here() {
            None => not_found::workplace(app, lang),
            Some(here) => at_work(app, lang, here, route),
        },
        None => not_found::address(lang),
    }
}

/// Draws a screen that needs a document only: the workplace's, or else the first that the page has.
fn reading(app: App, lang: Lang, draw: impl FnOnce(&'static Pack) -> AnyView) -> AnyView {
    match app.here().map(|here| here.pack).or_else(|| documents::all().first()) {
        Some(pack) => draw(pack),
        None => not_found::workplace(app, lang),
    }
}

/// Draws the screens that need a workplace and its document.
fn at_work(app: App, lang: Lang, here: Here, route: Route) -> AnyView {
    if let Route::Result(period) | Route::Check(period) | Route::Form(_, period) = &route
        && let Some(notice) = not_found::period(app, lang, &here, *period)
    {
        return notice;
    }
    match route {
        Route::Home => match app.opening_period(&here) {
            Some(period) if here.workplace.role == Role::Monitor => opinions::screen(app, lang, here, period),
            Some(period) => township::screen(app, lang, here, period),
            None => not_found::address(lang),
        },
        Route::Township(period) => township::screen(app, lang, here, period),
        Route::Opinions(period) => opinions::screen(app, lang, here, period),
        Route::Desk(period) => desk::screen(app, lang, here, period),
        Route::Answers => answers::screen(app, lang, here),
        Route::Unit(unit, period) => unit::screen(app, lang, here, (unit, period)),
        Route::Directory => directory::screen(app, lang, here),
        Route::Keys => keys::screen(app, lang, here),
        Route::Form(id, period) => untrack(|| form::filled(lang, here, id, period)),
        Route::Tasks(_) | Route::Question(..) => match asked(Some(&route)) {
            Some(at) => untrack(|| tasks::screen(lang, here, at, Some(SUBORDINATES))),
            None => not_found::address(lang),
        },
        Route::Result(period) => untrack(|| result::screen(lang, here, period)),
        Route::Check(period) => untrack(|| check::screen(lang, here, period)),
        Route::Incidents(period) => untrack(|| incidents::screen(lang, here, period)),
        Route::Sent(digest) => untrack(|| sent::screen(app, lang, here, digest)),
        Route::History => untrack(|| history::screen(lang, here)),
        _ => not_found::address(lang),
    }
}

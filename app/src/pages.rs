//! The screens: which one an address shows, and what stands around all of them. Judges nothing.

pub mod alerts;
mod answers;
pub mod check;
pub mod data;
mod desk;
mod directory;
pub mod document;
mod edition;
mod files;
pub mod form;
pub mod history;
mod home;
pub mod keys;
mod letter;
pub mod library;
mod nowhere;
mod opinions;
mod parcel;
pub mod passphrase;
pub mod question;
mod reach;
mod received;
mod registering;
mod reported;
pub mod result;
mod sealing;
pub mod sent;
pub mod setup;
pub mod shell;
mod signed;
mod standing;
pub mod tasks;
mod title;
pub mod township;
pub mod unit;
pub mod workplaces;

use cunping_core::{
    bundle::Kind,
    id::{Digest, RuleId},
    pack::Pack,
    period::Period,
};
use cunping_office::{lang::Lang, ui::shell as shell_words};
use leptos::prelude::*;

use crate::{
    chunk, clock,
    routes::Route,
    state::{App, Here, documents},
    store::Role,
};
use question::Below;

pub use shell::start;

/// What stands beside an office's answers. Named by the chunk only, or the first load would carry it.
const BELOW: Below = Below { read: township::below, panel: question::panel };

/// The screen of an address: one of the first load, or one of the chunk.
pub fn screen(app: App, lang: Lang, route: Option<Route>) -> AnyView {
    first(app, lang, route.as_ref()).unwrap_or_else(|| {
        let heading = title::screen(app, lang, route.as_ref());
        chunk::draw(lang, heading, route)
    })
}

/// The screens from a village's first visit to its first answer. What is drawn here is in every first load: the
/// budget of `cargo xtask bench` is spent on it.
fn first(app: App, lang: Lang, route: Option<&Route>) -> Option<AnyView> {
    let here = app.here();
    Some(match (route, here) {
        (None, _) => nowhere::address(lang),
        (Some(Route::Setup), _) => view! { <setup::Setup lang /> }.into_any(),
        (Some(Route::Home), here) if !here.as_ref().is_some_and(Here::collects) => home::screen(app, lang),
        (Some(Route::Tasks(_) | Route::Question(..)), None) => nowhere::workplace(app, lang),
        (Some(Route::Tasks(period)), Some(here)) => view! { <tasks::Tasks lang here period=*period /> }.into_any(),
        // What stands beside an office's answers comes from the units below.
        (Some(Route::Question(period, rule)), Some(here)) if !here.collects() => {
            question(lang, here, (*period, rule.clone()), None)
        }
        // Whoever looks at the workplace here has every other screen drawn again whenever it changes.
        _ => return None,
    })
}

fn question(lang: Lang, here: Here, (period, rule): (Period, RuleId), below: Option<Below>) -> AnyView {
    view! { <question::Question lang here period rule below /> }.into_any()
}

/// Whether a file is of another kind than an assessment.
fn is_letter(app: App, digest: Digest) -> bool {
    app.files.with_untracked(|files| files.iter().any(|it| it.digest == digest && !it.is(Kind::Assessment)))
}

/// The screen of an address that is not among the first: all of them lie in the chunk.
pub fn rest(app: App, lang: Lang, route: Option<Route>) -> AnyView {
    match route {
        Some(Route::Workplaces) => view! { <workplaces::Workplaces lang /> }.into_any(),
        Some(Route::Data) => view! { <data::Data lang /> }.into_any(),
        Some(Route::Document) => {
            reading(app, lang, |pack| view! { <document::Document lang pack forms=true /> }.into_any())
        }
        Some(Route::Read(id)) => match documents::released(&id) {
            Some(pack) => {
                let forms = app.here().is_some_and(|here| here.pack.id == id);
                view! { <document::Document lang pack forms /> }.into_any()
            }
            None => nowhere::missing(lang, shell_words::unknown_document(lang), Route::Library),
        },
        Some(Route::Library) => view! { <library::Library lang /> }.into_any(),
        Some(Route::Compare(left, right)) => view! { <library::compare::Compare lang left right /> }.into_any(),
        Some(Route::BlankForm(id)) => {
            let here = app.here();
            reading(app, lang, |pack| view! { <form::Form lang pack here id /> }.into_any())
        }
        Some(route) => match app.here() {
            None => nowhere::workplace(app, lang),
            Some(here) => at_work(lang, here, route),
        },
        None => nowhere::address(lang),
    }
}

/// A screen that needs a document only: the workplace's, else the one that the page knows.
fn reading(app: App, lang: Lang, draw: impl FnOnce(&'static Pack) -> AnyView) -> AnyView {
    match app.here().map(|here| here.pack).or_else(|| documents::all().first()) {
        Some(pack) => draw(pack),
        None => nowhere::workplace(app, lang),
    }
}

/// The screens that need a workplace and its document.
fn at_work(lang: Lang, here: Here, route: Route) -> AnyView {
    match route {
        Route::Home => match here.first_period(clock::today()) {
            Some(period) if here.workplace.role == Role::Monitor => opinions::screen(App::shared(), lang, here, period),
            Some(period) => township::screen(App::shared(), lang, here, period),
            None => nowhere::address(lang),
        },
        Route::Township(period) => township::screen(App::shared(), lang, here, period),
        Route::Opinions(period) => opinions::screen(App::shared(), lang, here, period),
        Route::Desk(period) => desk::screen(App::shared(), lang, here, period),
        Route::Answers => answers::screen(App::shared(), lang, here),
        Route::Unit(unit, period) => unit::screen(App::shared(), lang, here, (unit, period)),
        Route::Directory => directory::screen(App::shared(), lang, here),
        Route::Keys => keys::screen(App::shared(), lang, here),
        Route::Form(id, period) => view! { <form::Filled lang here id period /> }.into_any(),
        Route::Question(period, rule) => question(lang, here, (period, rule), Some(BELOW)),
        Route::Result(period) => view! { <result::Result lang here period /> }.into_any(),
        Route::Check(period) => view! { <check::Check lang here period /> }.into_any(),
        Route::Sent(digest) if is_letter(App::shared(), digest) => letter::screen(App::shared(), lang, &here, digest),
        Route::Sent(digest) => view! { <sent::Sent lang here digest /> }.into_any(),
        Route::History => view! { <history::History lang here /> }.into_any(),
        _ => nowhere::address(lang),
    }
}

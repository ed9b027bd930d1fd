//! The screens: which one an address shows, and what stands around all of them. Judges nothing.

pub mod alerts;
pub mod check;
pub mod data;
pub mod document;
mod edition;
pub mod form;
pub mod history;
mod home;
pub mod library;
mod nowhere;
pub mod question;
mod reach;
mod reported;
pub mod result;
pub mod sent;
pub mod setup;
pub mod shell;
mod standing;
pub mod tasks;
mod title;
pub mod township;
pub mod unit;
pub mod workplaces;

use cunping_core::pack::Pack;
use cunping_office::{lang::Lang, ui::shell as shell_words};
use leptos::prelude::*;

use crate::{
    routes::Route,
    state::{App, Here, documents},
};

pub use shell::Page;

/// The screen of an address.
fn screen(app: App, lang: Lang, route: Option<Route>) -> AnyView {
    match route {
        None => nowhere::address(lang),
        Some(Route::Home) => home::screen(app, lang),
        Some(Route::Setup) => view! { <setup::Setup lang /> }.into_any(),
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
        Some(Route::Library) => {
            let here = app.here();
            view! { <library::Library lang here /> }.into_any()
        }
        Some(Route::Compare(left, right)) => view! { <library::compare::Compare lang left right /> }.into_any(),
        Some(Route::BlankForm(id)) => {
            let here = app.here();
            reading(app, lang, |pack| view! { <form::Form lang pack here id /> }.into_any())
        }
        Some(route) => match app.here() {
            None => nowhere::workplace(app, lang),
            Some(here) => at_work(lang, here, route),
        },
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
        Route::Tasks(period) => view! { <tasks::Tasks lang here period /> }.into_any(),
        Route::Question(period, rule) => view! { <question::Question lang here period rule /> }.into_any(),
        Route::Township(period) => township::screen(App::shared(), lang, here, period),
        Route::Unit(unit, period) => unit::screen(App::shared(), lang, here, (unit, period)),
        Route::Form(id, period) => view! { <form::Filled lang here id period /> }.into_any(),
        Route::Result(period) => view! { <result::Result lang here period /> }.into_any(),
        Route::Check(period) => view! { <check::Check lang here period /> }.into_any(),
        Route::Sent(digest) => view! { <sent::Sent lang here digest /> }.into_any(),
        Route::History => view! { <history::History lang here /> }.into_any(),
        _ => nowhere::address(lang),
    }
}

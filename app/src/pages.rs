//! The screens: which one an address shows, and what stands around all of them. Judges nothing.

pub mod alerts;
mod home;
mod nowhere;
pub mod question;
pub mod setup;
pub mod shell;
mod standing;
pub mod tasks;
mod title;

use cunping_office::lang::Lang;
use leptos::prelude::*;

use crate::{
    routes::Route,
    state::{App, Here},
};

pub use shell::Page;

/// The screen of an address.
fn screen(app: App, lang: Lang, route: Option<Route>) -> AnyView {
    match route {
        None => nowhere::address(lang),
        Some(Route::Home) => home::screen(app, lang),
        Some(Route::Setup) => view! { <setup::Setup lang /> }.into_any(),
        Some(route) => match app.here() {
            None => nowhere::workplace(app, lang),
            Some(here) => at_work(lang, here, route),
        },
    }
}

/// The screens that need a workplace and its document.
fn at_work(lang: Lang, here: Here, route: Route) -> AnyView {
    match route {
        Route::Tasks(period) => view! { <tasks::Tasks lang here period /> }.into_any(),
        Route::Question(period, rule) => view! { <question::Question lang here period rule /> }.into_any(),
        _ => nowhere::address(lang),
    }
}

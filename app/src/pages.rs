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
mod handover;
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

use cunping_core::{bundle::Kind, pack::Pack, period::Period};
use cunping_office::{lang::Lang, ui::shell as shell_words};
use leptos::prelude::*;

use crate::{
    clock,
    routes::Route,
    state::{
        App, Here, documents,
        inbox::{Inbox, Reading},
        keys::has_passphrase_to_ask,
        locking,
        mail::Mail,
    },
    store::{Role, Workplace},
    typed,
};

pub use shell::start;

/// Finds the screen of an address: a module carries those that its function leads to, and no others.
type Screens = fn(App, Lang, Option<Route>) -> AnyView;

/// The screen of an address, in the module that has them all.
pub fn screen(app: App, lang: Lang, route: Option<Route>) -> AnyView {
    first(app, lang, route.as_ref(), Some(Beside::UNITS)).unwrap_or_else(|| other(app, lang, route))
}

/// The screen of an address, in the module of the first load: one that it does not have hands over.
pub fn first_screen(app: App, lang: Lang, route: Option<Route>) -> AnyView {
    first(app, lang, route.as_ref(), None).unwrap_or_else(|| handover::screen(app, lang, route.as_ref()))
}

/// What every screen shares beside what those of the first load do.
pub fn provide(inbox: Inbox) {
    let mail = Mail::new();
    provide_context(mail);
    inbox.take_mail(mail);
    locking::watch(App::shared(), inbox);
    typed::put_back();
}

/// What only the module with every screen can do: what stands beside the answers of an office that collects files, asking
/// for a passphrase, and sealing.
#[derive(Clone, Copy)]
pub struct Beside {
    /// Reads what the units below stated in a period.
    read: fn(App, &Here, Period) -> Signal<Reading>,
    /// Draws it beside a question.
    panel: question::Panel,
    /// Asks for a passphrase where signing waits for one.
    before_signing: fn(App, Lang, &Workplace) -> Option<AnyView>,
    /// Offers to seal a file.
    seal: sealing::Offer,
}

impl Beside {
    const UNITS: Self = Self {
        read: township::below,
        panel: question::panel,
        before_signing: passphrase::before_signing,
        seal: sealing::offer,
    };
}

/// The screens from a village's first visit to its signed file. What is drawn here is in every first load: the
/// budget of `cargo xtask bench` is spent on it.
fn first(app: App, lang: Lang, route: Option<&Route>, beside: Option<Beside>) -> Option<AnyView> {
    Some(match route {
        None => nowhere::address(lang),
        Some(Route::Setup) => view! { <setup::Setup lang /> }.into_any(),
        Some(Route::Home) if !app.here().is_some_and(|here| here.collects()) => home::screen(app, lang),
        Some(route @ (Route::Tasks(_) | Route::Question(..) | Route::Result(_) | Route::Check(_) | Route::Sent(_))) => {
            match app.here() {
                None => nowhere::workplace(app, lang),
                Some(here) if here.collects() && beside.is_none() => return None,
                Some(_) if is_letter(app, route) => return None,
                Some(here) if beside.is_none() && asks_for_passphrase(route, &here) => return None,
                Some(here) => answering(lang, here, route, beside)?,
            }
        }
        // Whoever looks at the workplace here has every other screen drawn again whenever it changes.
        _ => return None,
    })
}

/// Whether the screen is about a file of another kind than an assessment.
fn is_letter(app: App, route: &Route) -> bool {
    let Route::Sent(digest) = route else { return false };
    app.files.with_untracked(|files| files.iter().any(|it| it.digest == *digest && !it.is(Kind::Assessment)))
}

/// Whether a screen signs, and waits for a passphrase first.
fn asks_for_passphrase(route: &Route, here: &Here) -> bool {
    matches!(route, Route::Check(_)) && has_passphrase_to_ask(&here.workplace)
}

/// The screens of a unit's own report.
fn answering(lang: Lang, here: Here, route: &Route, beside: Option<Beside>) -> Option<AnyView> {
    Some(match route {
        Route::Tasks(period) => view! { <tasks::Tasks lang here period=*period /> }.into_any(),
        Route::Question(period, rule) => {
            view! { <question::Question lang here period=*period rule=rule.clone() beside /> }.into_any()
        }
        Route::Result(period) => view! { <result::Result lang here period=*period /> }.into_any(),
        Route::Check(period) => view! { <check::Check lang here period=*period beside /> }.into_any(),
        Route::Sent(digest) => view! { <sent::Sent lang here digest=*digest beside /> }.into_any(),
        _ => return None,
    })
}

/// Every screen that is not among the first.
fn other(app: App, lang: Lang, route: Option<Route>) -> AnyView {
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
        Route::Seal(digest) if !is_letter(App::shared(), &Route::Sent(digest)) => {
            view! { <sent::Sent lang here digest beside=Some(Beside::UNITS) /> }.into_any()
        }
        Route::Sent(digest) | Route::Seal(digest) => letter::screen(App::shared(), lang, &here, digest),
        Route::History => view! { <history::History lang here /> }.into_any(),
        _ => nowhere::address(lang),
    }
}

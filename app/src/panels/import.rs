//! Importing files, on every screen of whoever receives them.

mod came;
pub(crate) mod drop;
mod folders;
pub(crate) mod intake;
pub(crate) mod outcome;
pub(crate) mod troubles;

use cunping_core::period::Period;
use cunping_text::lang::Lang;
use leptos::prelude::*;

use crate::state::{
    App, Here,
    inbox::{Inbox, SubordinateFiles},
};

/// Draws the errors and the report of the last import.
pub(crate) fn report_of(app: App, inbox: Inbox, lang: Lang, period: Period) -> AnyView {
    any_view! { {troubles::notice(app, inbox, lang)}{outcome::of(app, inbox, lang, Some(period))} }
}

/// Returns what the units below stated in a period, once it has been reviewed.
pub(crate) fn subordinates(app: App, here: &Here, period: Period) -> Signal<SubordinateFiles> {
    let inbox = Inbox::shared();
    keep_up(app, inbox);
    inbox.subordinates(app, here, period)
}

/// Reviews every file that appears, here or in another tab.
pub(crate) fn keep_up(app: App, inbox: Inbox) {
    Effect::new(move |_| {
        app.files.track();
        app.current.track();
        inbox.catch_up(app);
    });
}

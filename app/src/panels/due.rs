//! What is due now, with the document's last day and a way to it.

use cunping_core::{due::Due, period::Period};
use cunping_text::{due as words, lang::Lang, when};
use leptos::prelude::*;

use crate::{
    routes::Route,
    state::{
        App, Here,
        due::{self, Owed},
    },
};

/// Draws a line for each period of which something is owed, with a link to those that are not on the screen; nothing if
/// nothing is.
pub(crate) fn due_now(
    app: App,
    lang: Lang,
    here: &Here,
    owed: Owed,
    shown: Period,
    to: fn(Period) -> Route,
) -> AnyView {
    let here = here.clone();
    let list = move || {
        let today = app.today.get();
        let line = |due: Due<'static>| {
            let said = words::owed(lang, owed.1, &due, today);
            let open = words::open(lang, &when::period(lang, due.period));
            let link = (due.period != shown).then(|| view! { " "<a href=to(due.period).to_string()>{open}</a> });
            view! { <li>{said}{link}</li> }
        };
        let lines: Vec<_> = app.files.with(|files| due::at(&here, owed, files, today)).into_iter().map(line).collect();
        (!lines.is_empty()).then(|| view! { <ul class="plain no-print" aria-label=words::heading(lang)>{lines}</ul> })
    };
    any_view! { {list} }
}

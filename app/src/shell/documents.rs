//! The switch between the documents of the workplace, with how much of each is answered.

use std::time::Duration;

use cunping_core::period::Period;
use cunping_text::{headline, lang::Lang, ui::shell};
use leptos::prelude::*;

use crate::{
    browser,
    components::document_switch::{SwitchEntry, document_switch},
    routes::Route,
    state::{App, Here, PeriodStanding},
};

/// How long after the last answer the documents are counted again: the answer itself does not wait for that.
const MOMENT: Duration = Duration::from_millis(200);

/// Draws the switch; nothing for a workplace with one document. Another document may rate other periods, so switching
/// leads to the home screen.
pub(super) fn switch(app: App, lang: Lang, here: &Here, route: Option<&Route>) -> AnyView {
    let all = here.all();
    if all.len() < 2 {
        return ().into_any();
    }
    let answered = answered(app, &all, route);
    let entry = |(place, document): (usize, &Here)| SwitchEntry {
        name: document.name().to_owned(),
        answered: Signal::derive(move || answered.with(|all| all.get(place).cloned().unwrap_or_default())),
        current: document.is(here),
    };
    let entries = all.iter().enumerate().map(entry).collect();
    let awards = all.iter().all(|document| document.pack.id == here.pack.id);
    let label = if awards { shell::switch_award(lang) } else { shell::switch_document(lang) };
    let choose = move |place: usize| {
        if let Some(document) = all.get(place) {
            app.work_with(document);
            browser::go(&Route::Home.to_string());
        }
    };
    document_switch(label, entries, Callback::new(choose))
}

/// Returns how much of each document is answered, in the period of the screen where the document rates it; empty for an
/// office, which looks at the answers of others.
fn answered(app: App, documents: &[Here], route: Option<&Route>) -> RwSignal<Vec<String>> {
    let period = |document: &Here| {
        let shown = route.and_then(Route::period).filter(|period| document.level.rates(*period));
        shown.or_else(|| app.opening_period(document))
    };
    let asks = |document: &Here| document.assesses() && !document.collects();
    let asked = |document: &Here| Some((document.clone(), period(document).filter(|_| asks(document))?));
    let asked: Vec<Option<(Here, Period)>> = documents.iter().map(asked).collect();
    let count = move || {
        let today = app.today.get_untracked();
        let figures = |(document, period): &(Here, Period)| {
            let of = |register: &_| headline::figures(PeriodStanding::new(document, register, *period, today).case());
            app.register.with_untracked(of)
        };
        asked.iter().map(|it| it.as_ref().map(figures).unwrap_or_default()).collect::<Vec<String>>()
    };
    let counted = RwSignal::new(count());
    let mut count_again = debounce(MOMENT, move |()| {
        let _left = counted.try_set(count());
    });
    Effect::new(move |drawn: Option<()>| {
        app.register.track();
        app.today.track();
        if drawn.is_some() {
            count_again(());
        }
    });
    counted
}

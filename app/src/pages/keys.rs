//! The workplace's key, the call that makes sure of it, and whose keys it has enrolled. Enrols nothing by itself.

mod answer;
mod arrived;
mod call;
mod change;
mod choosing;
mod enrol;
mod enrolled;
mod identity;
mod own;
mod stops;

use cunping_core::{bundle::Party, id::UnitCode};
use cunping_office::{
    lang::Lang,
    ui::{directory, keys as words},
};
use leptos::prelude::*;

use super::township::{import_outcome, keep_up, ways_in};
use crate::{
    routes::Route,
    state::{App, Here, documents, inbox::Inbox, mail::Mail, parts},
};

/// What the parts of this screen, and of the directory's, look at.
#[derive(Clone)]
pub(super) struct View {
    pub(super) app: App,
    pub(super) inbox: Inbox,
    pub(super) mail: Mail,
    pub(super) lang: Lang,
    pub(super) here: Here,
}

/// The screen.
pub(super) fn screen(app: App, lang: Lang, here: Here) -> AnyView {
    let (inbox, mail) = (Inbox::shared(), Mail::shared());
    keep_up(app, inbox);
    let view = View { app, inbox, mail, lang, here };
    view! {
        <div class="page keys stack">
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            <p>{words::lead(lang)}</p>
            {view.here.collects().then(|| view! { <p><a href=Route::Directory.to_string()>{directory::heading(lang)}</a></p> })}
            {own::section(&view)}
            {answer::section(&view)}
            <section class="card stack" aria-labelledby="arrived">
                <h2 id="arrived">{words::arrived(lang)}</h2>
                <h3>{words::take_in(lang)}</h3>
                {ways_in(app, inbox, lang)}
                {import_outcome(app, inbox, lang, None)}
                {arrived::list(&view)}
            </section>
            {enrolled::section(&view)}
            {change::section(&view)}
        </div>
    }
    .into_any()
}

impl View {
    /// What a party is called: by the directory, by the page's own list, else its code.
    pub(super) fn name_of(&self, party: &Party) -> String {
        let office =
            self.mail.roster.with(|it| it.offices.iter().find(|it| it.party() == *party).map(|it| it.name.clone()));
        let unit = self.unit_name(party.unit);
        match (&party.office, office) {
            (_, Some(name)) => format!("{unit} · {name}"),
            (Some(office), None) => {
                format!("{unit} · {}", parts::printed(office).unwrap_or_else(|| office.to_string()))
            }
            (None, None) => unit,
        }
    }

    fn unit_name(&self, unit: UnitCode) -> String {
        let workplace = &self.here.workplace;
        let listed = self.inbox.expected(self.app).into_iter().find(|it| it.code == unit).map(|it| it.name);
        let own = (workplace.unit == unit).then(|| workplace.unit_name.clone());
        let known = || documents::units().iter().find(|it| it.code == unit).map(|it| it.name.to_owned());
        own.or(listed).or_else(known).unwrap_or_else(|| unit.to_string())
    }
}

/// Digits in groups of so many, so that they can be read out.
fn grouped(digits: &str, by: usize) -> String {
    let all: Vec<char> = digits.chars().collect();
    all.chunks(by).map(|it| it.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Digits that somebody typed, in whatever form: full-width ones and what stands between them do not matter.
fn typed_digits(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
            _ => None,
        })
        .collect()
}

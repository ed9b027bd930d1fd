//! Sets up a workplace: role, unit, documents, and its key.

mod documents;
mod office;

use cunping_core::{
    id::{OfficeId, UnitCode},
    pack::Pack,
};
use cunping_text::{lang::Lang, problem, ui::setup};
use leptos::prelude::*;

use crate::{
    browser, clock,
    components::{
        choice_row::{Radios, RowOption},
        problem::Problem,
        unit_picker::UnitPicker,
    },
    panels::units,
    routes::Route,
    state::{App, new_workplace, new_workplace::UnitError},
    store::{ClockTime, Role},
};
use documents::Picked;

/// Draws the form that sets up a workplace.
pub(super) fn screen(lang: Lang) -> AnyView {
    let app = App::shared();
    let role = RwSignal::new(Role::Village);
    let (code, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let picked = Picked::new(role, code);
    let own = office::MonitorOffice::new();
    let wrong = RwSignal::new(None);
    let listed = Signal::derive(move || units::known(new_workplace::levels_of(role.get())));
    let choose = move |key: String| {
        role.set(ROLES.iter().find(|(_, code)| *code == key).map_or(Role::Village, |(role, _)| *role));
        code.set(String::new());
        name.set(String::new());
    };
    let finish = move |_| {
        // The field itself shows what is wrong with it.
        if problem::in_text(lang, &name.get_untracked()).is_some() {
            return browser::focus_id("unit-name");
        }
        if own.is_refused(lang) {
            return browser::focus_id("office-name");
        }
        let unit = new_workplace::typed_unit(role.get_untracked(), &code.get_untracked(), &name.get_untracked());
        let packs = picked.packs();
        match unit {
            Err(problem) => wrong.set(Some(units::words(lang, problem))),
            Ok(_) if packs.is_empty() => wrong.set(Some(setup::no_document(lang))),
            Ok(unit) => match own.who(role.get_untracked(), &packs) {
                None => wrong.set(Some(units::words(lang, UnitError::NoOffice))),
                Some(who) => app.undertake(make(app, packs, who, unit, wrong, lang)),
            },
        }
    };
    any_view! {
        <div class="page stack">
            <h1 tabindex="-1">{setup::heading(lang)}</h1>
            <Radios legend=setup::who_are_you(lang) name="role" choices=roles(lang)
                chosen=Signal::derive(move || Some(key(role.get()).to_owned())) on_choose=choose />
            <h2>{setup::which_unit(lang)}</h2>
            <UnitPicker lang units=listed code name />
            {documents::choose(lang, picked)}
            {move || (role.get() == Role::Monitor).then(|| office::choose(lang, picked, own))}
            <p class="notice">{setup::key_hint(lang)}</p>
            {move || wrong.get().map(|what| view! { <Problem what todo=setup::mend_and_retry(lang) /> })}
            <p class="row">
                <button type="button" class="primary" on:click=finish>{setup::make_key_and_start(lang)}</button>
                <span role="status">{move || chosen(lang, &name.get(), &code.get())}</span>
            </p>
        </div>
    }
}

const ROLES: [(Role, &str); 4] =
    [(Role::Village, "village"), (Role::Township, "township"), (Role::Monitor, "monitor"), (Role::County, "county")];

fn key(role: Role) -> &'static str {
    ROLES.iter().find(|(known, _)| *known == role).map_or("village", |(_, key)| key)
}

fn roles(lang: Lang) -> Vec<RowOption> {
    let choice = |role: Role| {
        let (text, hint) = match role {
            Role::Monitor => (setup::role_monitor(lang), setup::role_monitor_hint(lang)),
            Role::Township => (setup::role_township(lang), setup::role_township_hint(lang)),
            Role::County => (setup::role_county(lang), setup::role_county_hint(lang)),
            Role::Village => (setup::role_village(lang), setup::role_village_hint(lang)),
        };
        RowOption::new(key(role), text, hint)
    };
    ROLES.iter().map(|(role, _)| choice(*role)).collect()
}

fn chosen(lang: Lang, name: &str, code: &str) -> Option<String> {
    (!name.is_empty()).then(|| setup::chosen(lang, name, code))
}

async fn make(
    app: App,
    packs: Vec<&'static Pack>,
    who: (Role, OfficeId, Option<String>),
    unit: (UnitCode, String),
    wrong: RwSignal<Option<&'static str>>,
    lang: Lang,
) {
    let now = clock::now();
    let made = browser::random().zip(browser::random()).and_then(|random| {
        new_workplace::make_as(&packs, who, unit, random, ClockTime { ms: now, day: clock::day(now) })
    });
    let Some(workplace) = made else { return wrong.set(Some(setup::no_randomness(lang))) };
    if app.add_workplace(workplace).await.is_ok() {
        browser::go(&Route::Home.to_string());
    }
}

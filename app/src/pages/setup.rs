//! Sets up a workplace: role, unit and documents. Its key is made on the way, without a word.

mod documents;
mod missing;
mod office;

use cunping_core::{
    id::{OfficeId, UnitCode},
    pack::Pack,
};
use cunping_text::{lang::Lang, ui::setup};
use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};

use crate::{
    browser, clock,
    components::{
        choice_row::{Radios, RowOption},
        unit_picker::UnitPicker,
    },
    keyboard,
    panels::units,
    routes::Route,
    state::{App, findable, new_workplace, new_workplace::UnitError},
    store::{ClockTime, Role},
};
use documents::Picked;
use missing::Missing;

/// Draws the form that sets up a workplace.
pub(super) fn screen(lang: Lang) -> AnyView {
    let app = App::shared();
    let role = RwSignal::new(Role::Village);
    let (code, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let picked = Picked::new(role, code);
    let own = office::MonitorOffice::new();
    // What is missing is said once the button was pressed, and for as long as it is missing.
    let (asked, broken) = (RwSignal::new(false), RwSignal::new(false));
    let missing = Memo::new(move |_| {
        let packs = picked.packs();
        code.with(|code| name.with(|name| Missing::first(lang, role.get(), (code, name), &packs, own)))
    });
    let listed = Memo::new(move |_| findable::units(new_workplace::levels_of(role.get())));
    let wrong = Signal::derive(move || match missing.get() {
        Some(Missing::Code(error @ UnitError::OtherLevel)) => Some(units::words(lang, error)),
        _ => None,
    });
    let says = move |what: Missing, words: &'static str| {
        let told = move || (asked.get() && missing.get() == Some(what)).then_some(words);
        view! { <p class="problem-text" role="alert">{told}</p> }
    };
    let choose = move |key: String| {
        role.set(ROLES.iter().find(|(_, code)| *code == key).map_or(Role::Village, |(role, _)| *role));
        code.set(String::new());
        name.set(String::new());
        asked.set(false);
    };
    let go_on = move |()| {
        asked.set(false);
        spawn_local(async move {
            // The list has to be folded up by then, or the screen would be scrolled too far.
            tick().await;
            match missing.try_get_untracked() {
                Some(Some(missing)) => missing.focus(own),
                Some(None) => browser::focus_id("setup-start"),
                None => {}
            }
        });
    };
    let finish = move |_| {
        if let Some(missing) = missing.get_untracked() {
            asked.set(true);
            return missing.focus(own);
        }
        let (packs, role) = untrack(|| (picked.packs(), role.get()));
        let unit = new_workplace::typed_unit(role, &code.get_untracked(), &name.get_untracked());
        if let (Ok(unit), Some(who)) = (unit, untrack(|| own.who(role, &packs))) {
            app.undertake(make(app, packs, who, unit, broken));
        }
    };
    // A key that is held down after it chose a unit must not press the button that has the focus then.
    keyboard::listen(|_| ());
    any_view! {
        <div class="page stack">
            <h1 tabindex="-1">{setup::heading(lang)}</h1>
            <Radios legend=setup::who_are_you(lang) name="role" choices=roles(lang) beside=true
                chosen=Signal::derive(move || Some(key(role.get()).to_owned())) on_choose=choose />
            <h2>{setup::which_unit(lang)}</h2>
            <UnitPicker lang units=listed code name wrong asked on_pick=go_on />
            {documents::choose(lang, picked)}
            {says(Missing::Document, setup::no_document(lang))}
            {move || (role.get() == Role::Monitor).then(|| office::choose(lang, picked, own))}
            {says(Missing::Office, setup::office_not_chosen(lang))}
            <p><button id="setup-start" type="button" class="primary" on:click=finish>{move || start(lang, role.get())}</button></p>
            <p class="problem-text" role="alert">{move || broken.get().then(|| setup::no_randomness(lang))}</p>
            <p class="soft small">{setup::stays_here(lang)}</p>
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

fn start(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Village => setup::start_assessing(lang),
        Role::Monitor => setup::start_reviewing(lang),
        Role::Township | Role::County => setup::start_collecting(lang),
    }
}

async fn make(
    app: App,
    packs: Vec<&'static Pack>,
    who: (Role, OfficeId, Option<String>),
    unit: (UnitCode, String),
    broken: RwSignal<bool>,
) {
    let now = clock::now();
    let made = browser::random().zip(browser::random()).and_then(|random| {
        new_workplace::make_as(&packs, who, unit, random, ClockTime { ms: now, day: clock::day(now) })
    });
    let Some(workplace) = made else { return broken.set(true) };
    if app.add_workplace(workplace).await.is_ok() {
        browser::go(&Route::Home.to_string());
    }
}

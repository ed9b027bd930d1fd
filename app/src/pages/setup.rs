//! Who this workplace is: document, role, unit; and its key. Judges no village.

use cunping_core::pack::Pack;
use cunping_office::{
    lang::Lang,
    term,
    ui::{setup, shell},
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser, clock,
    components::{
        problem::Problem,
        radio::{Choice, Radios},
        unit_picker::{Unit, UnitPicker},
    },
    routes::Route,
    state::{App, documents, new_workplace, new_workplace::UnitProblem},
    store::{Moment, Role},
};

/// Sets up a workplace.
#[component]
pub fn Setup(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    match documents::all().first() {
        Some(pack) => view! { <SetupFor lang pack /> }.into_any(),
        None => super::nowhere::missing(lang, shell::unknown_document(lang), Route::Home),
    }
}

/// Sets up a workplace for a document.
#[component]
fn SetupFor(lang: Lang, pack: &'static Pack) -> impl IntoView {
    let app = App::shared();
    let role = RwSignal::new(Role::Village);
    let (code, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(None);
    let units = Signal::derive(move || known_units(role.get()));
    let choose = move |key: String| {
        role.set(if key == TOWNSHIP { Role::Township } else { Role::Village });
        code.set(String::new());
        name.set(String::new());
    };
    let finish = move |_| {
        let unit = new_workplace::typed_unit(role.get_untracked(), &code.get_untracked(), &name.get_untracked());
        match unit {
            Ok(unit) => spawn_local(make(app, pack, role.get_untracked(), unit, problem, lang)),
            Err(wrong) => problem.set(Some(words(lang, wrong))),
        }
    };
    view! {
        <div class="page stack">
            <h1 tabindex="-1">{setup::heading(lang)}</h1>
            <h2>{setup::which_document(lang)}</h2>
            <DocumentCard lang pack />
            <Radios legend=setup::who_are_you(lang) name="role" choices=roles(lang, pack)
                chosen=Signal::derive(move || Some(key(role.get()).to_owned())) on_choose=choose />
            <h2>{setup::which_unit(lang)}</h2>
            <UnitPicker lang units code name />
            {move || outside(lang, pack, &code.get())}
            <p class="notice">{setup::key_hint(lang)}</p>
            {move || problem.get().map(|what| view! { <Problem what todo=setup::mend_and_retry(lang) /> })}
            <p class="row">
                <button type="button" class="primary" on:click=finish>{setup::make_key_and_start(lang)}</button>
                <span role="status">{move || chosen(lang, &name.get(), &code.get())}</span>
            </p>
        </div>
    }
    .into_any()
}

/// The one document there is so far.
#[component]
fn DocumentCard(lang: Lang, pack: &'static Pack) -> impl IntoView {
    let source = &pack.source;
    let area = documents::unit(source.area).map_or_else(|| source.area.to_string(), |it| it.name.to_owned());
    view! {
        <div class="card">
            <p><strong lang="zh-Hans">{source.title.as_str()}</strong></p>
            <p class="soft">{source.number.as_deref()}" · "{setup::document_area(lang, &area)}</p>
        </div>
    }
    .into_any()
}

const VILLAGE: &str = "village";
const TOWNSHIP: &str = "township";

fn key(role: Role) -> &'static str {
    if role == Role::Village { VILLAGE } else { TOWNSHIP }
}

fn roles(lang: Lang, pack: &Pack) -> Vec<Choice> {
    let village = term::unit(lang, pack, cunping_core::id::UnitLevel::Village);
    vec![
        Choice::new(VILLAGE, &setup::role_village(lang, village), setup::role_village_hint(lang)),
        Choice::new(TOWNSHIP, &setup::role_township(lang, &pack.terms.office), setup::role_township_hint(lang)),
    ]
}

fn known_units(role: Role) -> Vec<Unit> {
    let level = new_workplace::level_of(role);
    let known = documents::units().iter().filter(|it| it.code.level() == level);
    known.map(|it| Unit { code: it.code.to_string(), name: it.name.to_owned(), within: it.within.to_owned() }).collect()
}

fn chosen(lang: Lang, name: &str, code: &str) -> Option<String> {
    (!name.is_empty()).then(|| setup::chosen(lang, name, code))
}

fn outside(lang: Lang, pack: &Pack, code: &str) -> Option<AnyView> {
    let outside = code.parse().is_ok_and(|code| !new_workplace::in_area(pack, code));
    outside.then(|| view! { <p class="notice open">{setup::unit_outside(lang)}</p> }.into_any())
}

fn words(lang: Lang, problem: UnitProblem) -> &'static str {
    match problem {
        UnitProblem::NotACode => setup::unit_not_chosen(lang),
        UnitProblem::OtherLevel => setup::unit_code_level(lang),
        UnitProblem::NoName => setup::unit_name_missing(lang),
    }
}

async fn make(
    app: App,
    pack: &'static Pack,
    role: Role,
    unit: (cunping_core::id::UnitCode, String),
    problem: RwSignal<Option<&'static str>>,
    lang: Lang,
) {
    let now = clock::now();
    let made = browser::random()
        .zip(browser::random())
        .and_then(|random| new_workplace::make(&[pack], role, unit, random, Moment { ms: now, day: clock::day(now) }));
    let Some(workplace) = made else { return problem.set(Some(setup::no_randomness(lang))) };
    if app.add_workplace(workplace).await.is_ok() {
        browser::go(&Route::Home.to_string());
    }
}

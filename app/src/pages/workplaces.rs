//! The workplaces of this browser: which one is current, switching, adding, another code or name, removing.

mod renaming;

use cunping_text::{
    lang::Lang,
    ui::{common, example, keys, setup, shell, workplace as words},
    when,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    panels::alerts::go_to,
    routes::Route,
    state::{App, here},
    store::{EarlierUnit, Workplace, WorkplaceId},
};

/// Draws the list of workplaces.
pub(super) fn screen(lang: Lang) -> AnyView {
    let app = App::shared();
    let none = move || app.workplaces.with(Vec::is_empty).then(|| view! { <p>{shell::nothing_here(lang)}</p> });
    let forms = Forms { open: RwSignal::new(None), said: RwSignal::new("") };
    any_view! {
        <div class="page stack">
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            <p>{words::shared_hint(lang)}</p>
            <p role="status">{forms.said}</p>
            {none}
            <ul class="workplaces">
                <For each=move || app.workplaces.get() key=as_shown let:workplace>
                    <Item lang workplace forms />
                </For>
            </ul>
            <p><a class="button primary" href=Route::Setup.to_string()>{words::add(lang)}</a></p>
        </div>
    }
}

/// The forms of the screen. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Forms {
    /// The workplace whose unit is being renamed: one at a time.
    open: RwSignal<Option<WorkplaceId>>,
    /// What was done last.
    said: RwSignal<&'static str>,
}

/// Returns what an item shows of its workplace: it is drawn anew when that changes.
fn as_shown(workplace: &Workplace) -> ([u8; 16], String, String) {
    (workplace.id.0, format!("{} {}", workplace.unit, workplace.unit_name), workplace.own.thumbprint.clone())
}

/// Draws one workplace.
#[component]
fn Item(lang: Lang, workplace: Workplace, forms: Forms) -> impl IntoView {
    let app = App::shared();
    let id = workplace.id;
    let sure = RwSignal::new(false);
    let switch = move |_| spawn_local(go_to(app, id));
    let current = move || app.current.get() == Some(id);
    let state = move || {
        if current() {
            any_view! { <strong>{words::current(lang)}</strong> }
        } else {
            any_view! { <button type="button" on:click=switch>{words::switch_to(lang)}</button> }
        }
    };
    let made = when::day(lang, workplace.created.day);
    let earlier = workplace.earlier.iter().map(|before| earlier(lang, before)).collect_view();
    let rename = (!workplace.example).then(|| {
        let open = move |_| {
            forms.said.set("");
            forms.open.set(Some(id));
        };
        view! { <button type="button" class="quiet" on:click=open>{words::rename(lang)}</button> }
    });
    let renamed = workplace.clone();
    let form = move || {
        let open = forms.open.get() == Some(id);
        let workplace = &renamed;
        open.then(|| untrack(|| renaming::form(app, lang, workplace, forms)))
    };
    let unknown = workplace.clone();
    let unknown = move || current().then(|| renaming::unknown(app, lang, &unknown)).flatten();
    any_view! {
        <li class="card stack">
            <h2>{here::called(lang, &workplace)}</h2>
            <p class="soft small">
                {workplace.unit.to_string()}" · "{made}" · "{setup::key_fingerprint(lang)}" "
                <span class="digest">{workplace.own.thumbprint.clone()}</span>
                {workplace.example.then(|| view! { " · "{example::badge(lang)} })}
            </p>
            {earlier}
            {unknown}
            <p class="row">
                {state}
                {move || current().then(|| view! { <a href=Route::Keys.to_string()>{keys::heading(lang)}</a> })}
                {rename}
                <button type="button" class="quiet" on:click=move |_| sure.set(true)>{words::remove(lang)}</button>
            </p>
            {form}
            {move || sure.get().then(|| are_you_sure(app, lang, id, sure))}
        </li>
    }
}

/// Draws a code and name that the unit had before.
fn earlier(lang: Lang, before: &EarlierUnit) -> AnyView {
    let until = when::day(lang, before.until.day);
    any_view! { <p class="soft small">{words::earlier(lang, &before.name, &before.unit.to_string(), &until)}</p> }
}

fn are_you_sure(app: App, lang: Lang, id: WorkplaceId, sure: RwSignal<bool>) -> AnyView {
    any_view! {
        <div class="notice breach stack" role="alert">
            <p>{words::remove_warning(lang)}" "{words::remove_backup_first(lang)}</p>
            <p class="row">
                <a class="button" href=Route::Data.to_string()>{shell::nav_data(lang)}</a>
                <button type="button" class="danger" on:click=move |_| spawn_local(remove(app, id))>{words::remove(lang)}</button>
                <button type="button" on:click=move |_| sure.set(false)>{common::cancel(lang)}</button>
            </p>
        </div>
    }
}

async fn remove(app: App, id: WorkplaceId) {
    // A failure is shown by the alert above the screen.
    let _told = app.remove_workplace(id).await;
}

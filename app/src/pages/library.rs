//! The documents that the page holds: to read one, follow one, or compare two.

pub(super) mod compare;

use cunping_core::{id::PackId, pack::Pack};
use cunping_text::{lang::Lang, ui::compare as words, ui::setup};
use leptos::prelude::*;

use crate::{
    browser,
    components::choice_row::RowOption,
    panels::{import::keep_up, published},
    routes::Route,
    state::{App, Here, documents, inbox::Inbox, new_workplace},
};

/// Draws the list of documents.
pub(super) fn screen(lang: Lang) -> AnyView {
    let app = App::shared();
    keep_up(app, Inbox::shared());
    let packs = move || {
        app.held.track();
        documents::latest()
    };
    let earlier = move || {
        let newest = packs();
        let older = |pack: &&Pack| newest.iter().all(|other| !std::ptr::eq(*other, *pack));
        let loaded = documents::loaded().into_iter().map(|document| &document.pack);
        loaded.filter(older).map(|pack| older_card(lang, pack)).collect_view()
    };
    // Only the lists are redrawn when they change; the message about a chosen file stays.
    let cards = move || {
        let here = app.here();
        packs().into_iter().map(|pack| card(lang, pack, here.as_ref())).collect_view()
    };
    any_view! {
        <div class="page stack">
            <h1 tabindex="-1">{words::library(lang)}</h1>
            <p class="soft">{words::library_hint(lang)}</p>
            {move || view! { <ul class="library">{cards()}{earlier()}</ul> }}
            {published::section(lang)}
            {move || beside(lang, &packs())}
        </div>
    }
}

fn card(lang: Lang, pack: &'static Pack, here: Option<&Here>) -> AnyView {
    let source = &pack.source;
    let area = documents::area(lang, source.area);
    let about = [source.number.clone(), Some(setup::document_area(lang, &area))];
    let levels = pack.levels.iter().map(|level| {
        let count = words::criteria(lang, level.criteria.len());
        view! { <li><span lang="zh-Hans">{level.title.as_str()}</span>" · "{count}</li> }
    });
    any_view! {
        <li class="card stack">
            <h2 lang="zh-Hans">{source.short.as_str()}</h2>
            <p lang="zh-Hans">{source.title.as_str()}</p>
            {published::mark(lang, pack)}
            <p class="soft small">{about.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            <ul>{levels.collect_view()}</ul>
            <p class="row">
                <a class="button" href=Route::Read(pack.id.clone()).to_string()>{words::read(lang)}</a>
                {here.map(|here| follow(lang, pack, here))}
                {published::actions(lang, pack)}
            </p>
        </li>
    }
}

/// Draws the card of an earlier version of a document, which somebody loaded.
fn older_card(lang: Lang, pack: &'static Pack) -> AnyView {
    any_view! {
        <li class="card stack">
            <h2 lang="zh-Hans">{pack.source.short.as_str()}</h2>
            {published::mark(lang, pack)}
            <p class="row">{published::actions(lang, pack)}</p>
        </li>
    }
}

/// Says whether the workplace follows the document, with a button that changes it; `None` if it cannot.
fn follow(lang: Lang, pack: &'static Pack, here: &Here) -> Option<AnyView> {
    let app = App::shared();
    let documents = &here.workplace.documents;
    if documents.iter().any(|document| document.pack == pack.id) {
        let alone = documents.iter().all(|document| document.pack == pack.id);
        let stop = if alone {
            any_view! { <span class="soft">{words::last_one(lang)}</span> }
        } else {
            let stop = move |_| app.unfollow(&pack.id);
            any_view! { <button type="button" class="quiet" title=words::kept(lang) on:click=stop>{words::unfollow(lang)}</button> }
        };
        return Some(any_view! { <strong>"✓ "{words::followed(lang)}</strong>{stop} });
    }
    let serves = !new_workplace::levels(pack, here.workplace.role).is_empty();
    let begin = move |_| app.follow(pack);
    serves.then(|| any_view! { <button type="button" on:click=begin>{words::follow(lang)}</button> })
}

/// Draws the choice of two levels, and a button to their comparison.
fn beside(lang: Lang, packs: &[&'static Pack]) -> AnyView {
    let levels = packs.iter().flat_map(|pack| pack.levels.iter().map(move |level| (*pack, level)));
    let options: Vec<RowOption> = levels
        .map(|(pack, level)| {
            let key = format!("{}/{}", pack.id, level.id);
            RowOption::new(&key, &format!("{} · {}", pack.source.short, level.title), "")
        })
        .collect();
    let first = |place: usize| options.get(place).map(|option| option.key.clone()).unwrap_or_default();
    let (left, right) = (RwSignal::new(first(0)), RwSignal::new(first(options.len().saturating_sub(1))));
    let go = move |_| {
        if let Some(to) = route(&left.get_untracked(), &right.get_untracked()) {
            browser::go(&to.to_string());
        }
    };
    any_view! {
        <section class="stack">
            <h2>{words::heading(lang)}</h2>
            <p class="row">
                {select("compare-left", words::choose_left(lang), &options, left)}
                {select("compare-right", words::choose_right(lang), &options, right)}
                <button type="button" on:click=go>{words::put_beside(lang)}</button>
            </p>
        </section>
    }
}

fn select(id: &'static str, label: &'static str, options: &[RowOption], chosen: RwSignal<String>) -> AnyView {
    let option = |option: &RowOption| {
        let selected = chosen.with_untracked(|chosen| *chosen == option.key);
        view! { <option value=option.key.clone() selected=selected>{option.text.clone()}</option> }
    };
    any_view! {
        <span class="stack library-pick">
            <label for=id>{label}</label>
            <select id=id lang="zh-Hans" on:change=move |event| chosen.set(event_target_value(&event))>
                {options.iter().map(option).collect_view()}
            </select>
        </span>
    }
}

/// Returns the address of a comparison of two levels, each written `pack/level`; `None` if one cannot be parsed.
fn route(left: &str, right: &str) -> Option<Route> {
    let part = |text: &str| {
        let (pack, level) = text.split_once('/')?;
        Some((pack.parse::<PackId>().ok()?, level.parse().ok()?))
    };
    Some(Route::Compare(part(left)?, part(right)?))
}

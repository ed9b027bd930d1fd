//! The screen of the stored data: where it lives, backup, restore, removal. Rows are read and written by the store
//! only.

mod make;
mod passphrase;
mod place;
mod remove;
mod restore;

use cunping_text::{
    lang::Lang,
    ui::{backup as words, keys},
};
use leptos::prelude::*;

use crate::{browser, routes::Route, state::App};

/// Draws the screen, one card for each thing that can be done with the data.
pub(super) fn screen(lang: Lang) -> AnyView {
    any_view! {
        <div class="page data-page">
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            {make::card(lang)}
            {restore::card(lang)}
            {passphrase::section(lang)}
            {keys_way(lang)}
            {place::card(lang)}
            {(!browser::from_disk()).then(|| one_file(lang))}
            {remove::card(lang)}
        </div>
    }
}

/// Draws the way to the keys of the workplace; nothing without one.
fn keys_way(lang: Lang) -> AnyView {
    let app = App::shared();
    let way = move || {
        app.here().map(|here| {
            let hint = (!here.collects()).then(|| view! { " "<span class="soft">{keys::when_called(lang)}</span> });
            view! { <p><a class="button" href=Route::Keys.to_string()>{keys::heading(lang)}</a>{hint}</p> }
        })
    };
    way.into_any()
}

/// Address of the file, which lies beside the page; see `xtask/src/finish/single.rs`.
const ADDRESS: &str = "./cunping.html";

/// Draws a card that explains the file and links to it.
fn one_file(lang: Lang) -> AnyView {
    any_view! {
        <section class="card stack">
            <h2>{words::file_heading(lang)}</h2>
            <p>{words::file_hint(lang)}</p>
            <p>{words::file_no_data(lang)}</p>
            <p><a class="button" href=ADDRESS download=words::file_called(lang)>{words::file_get(lang)}</a></p>
        </section>
    }
}

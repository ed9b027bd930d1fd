//! Tells where the data lives, who can see it, and whether the browser has promised to keep it.

use cunping_text::{lang::Lang, ui::backup as words};
use leptos::{prelude::*, task::spawn_local};

use crate::{browser, state::App, store::Setting};

/// State of the last request to the browser for persistent storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PersistRequest {
    Nothing,
    Waiting,
    NoAnswer,
}

/// Draws the card.
pub(super) fn card(lang: Lang) -> AnyView {
    let app = App::shared();
    let asked = RwSignal::new(PersistRequest::Nothing);
    let ask = move |_| {
        asked.set(PersistRequest::Waiting);
        spawn_local(async move {
            let answer = browser::persist().await;
            let _gone =
                asked.try_set(if answer.is_some() { PersistRequest::Nothing } else { PersistRequest::NoAnswer });
            answer.into_iter().for_each(|answer| app.set(Setting::Persisted(answer)));
        });
    };
    let promised = move || app.settings.with(|settings| settings.persisted);
    let said = move || match (asked.get(), promised()) {
        (PersistRequest::Waiting, _) => words::asking_persist(lang),
        (PersistRequest::NoAnswer, _) => words::cannot_ask(lang),
        (PersistRequest::Nothing, Some(true)) => words::persistent(lang),
        (PersistRequest::Nothing, Some(false)) => words::not_persistent(lang),
        (PersistRequest::Nothing, None) => words::not_asked(lang),
    };
    let button = move || {
        (promised() != Some(true)).then(|| {
            let waits = move || asked.get() == PersistRequest::Waiting;
            view! { <button type="button" disabled=waits on:click=ask>{words::ask_persist(lang)}</button> }
        })
    };
    let disk = browser::from_disk();
    any_view! {
        <section class="card stack">
            <h2>{words::where_heading(lang)}</h2>
            <p>{if disk { words::where_disk(lang) } else { words::where_browser(lang) }}</p>
            <p class="data-address"><strong>{words::address(lang)}</strong>" "<bdi>{browser::address()}</bdi></p>
            {disk.then(|| view! { <p>{words::disk_shared(lang)}</p> })}
            <ul>
                <li>{words::nobody_else(lang)}</li>
                <li>{words::cleaners(lang)}</li>
                <li>{words::private(lang)}</li>
            </ul>
            <p role="status">{said}</p>
            {button}
        </section>
    }
}

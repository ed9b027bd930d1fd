//! The directory of the workplace's area: units, offices and keys are edited, exported, and taken over from
//! subordinate offices.

mod list_in;
mod offices;
mod received;
mod units;

use cunping_core::bundle::{Kind, Payload};
use cunping_text::{kind, lang::Lang, ui::directory as words, ui::township as township_words};
use leptos::prelude::*;

use crate::{
    clock,
    panels::{
        import::{intake::ways_in, keep_up, outcome::of as import_outcome},
        not_found,
        parties::PartyView,
        passphrase, signed,
        signed::SigningState,
    },
    routes::Route,
    state::{App, Here, bundles::Bundles, inbox::Inbox},
};

/// Draws the screen.
pub(super) fn screen(app: App, lang: Lang, here: Here) -> AnyView {
    if !here.collects() {
        return not_found::missing(lang, township_words::not_a_collector(lang), Route::Home);
    }
    let (inbox, bundles) = (Inbox::shared(), Bundles::shared());
    keep_up(app, inbox);
    let view = PartyView { app, inbox, bundles, lang, here };
    any_view! {
        <div class="page directory stack">
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            <p>{words::lead(lang)}</p>
            {units::section(&view)}
            {offices::section(&view)}
            <p><a href=Route::Keys.to_string()>{words::to_keys(lang)}</a></p>
            {export(&view)}
            <section class="card stack" aria-labelledby="received">
                <h2 id="received">{words::received(lang)}</h2>
                {ways_in(app, inbox, lang)}
                {import_outcome(app, inbox, lang, None)}
                {received::list(&view)}
            </section>
        </div>
    }
}

fn export(view: &PartyView) -> AnyView {
    let (app, inbox, bundles, lang) = (view.app, view.inbox, view.bundles, view.lang);
    let here = view.here.clone();
    let outcome = RwSignal::new(SigningState::Idle);
    let export = move |_| {
        let workplace = here.workplace.clone();
        let Some(directory) = untrack(|| bundles.directory(app, inbox, &workplace)) else { return };
        let name = kind::file_name(Lang::Zh, Kind::Directory, &workplace.unit_name, &clock::today().to_string());
        signed::sign_and_show((app, bundles), workplace, (Payload::from(directory), name), outcome);
    };
    any_view! {
        <section class="card stack" aria-labelledby="export">
            <h2 id="export">{words::export(lang)}</h2>
            <p>{words::export_hint(lang)}</p>
            {passphrase::asked_before_signing(app, lang, &view.here.workplace)}
            {move || signed::waiting(lang, &outcome.get())}
            <p><button type="button" class="primary" on:click=export>{words::export(lang)}</button></p>
        </section>
    }
}

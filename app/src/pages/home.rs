//! The first visit, explained in one screen.

use std::time::Duration;

use cunping_core::pack::Pack;
use cunping_text::{lang::Lang, ui::common, ui::shell, ui::welcome};
use leptos::prelude::*;

use crate::{
    browser,
    routes::Route,
    state::{App, documents, example_setup},
};

/// Draws what the page does and where to begin, then how it goes, by which documents, and what it keeps to itself.
pub(super) fn welcome(lang: Lang) -> AnyView {
    let app = App::shared();
    let preparing = RwSignal::new(false);
    let show_example = move |_| {
        preparing.set(true);
        app.undertake(async move {
            let _shown_as_not_saved = example_setup::set_up(app).await;
            let _gone = preparing.try_set(false);
        });
    };
    let offline = if browser::from_disk() { welcome::needs_no_network(lang) } else { welcome::works_offline(lang) };
    let promises = [welcome::stays_here(lang), welcome::no_names(lang), offline];
    any_view! {
        <div class="page home">
            <div class="home-start stack">
                <h1 tabindex="-1">{welcome::heading(lang)}</h1>
                <p class="home-lead">{welcome::lead(lang)}</p>
                <p class="row">
                    <a class="button primary" href=Route::Setup.to_string()>{common::start_using(lang)}</a>
                    <button type="button" disabled=preparing on:click=show_example>{welcome::try_example(lang)}</button>
                    <a class="button" href=Route::Data.to_string()>{welcome::restore_backup(lang)}</a>
                </p>
                <p class="soft small">{welcome::try_example_hint(lang)}" "{welcome::restore_backup_hint(lang)}</p>
                <p role="status">{move || preparing.get().then(|| shell::preparing_example(lang))}</p>
            </div>
            {steps(lang)}
            {by_documents(app, lang)}
            <ul class="home-promises">{promises.map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
        </div>
    }
}

/// Draws the three steps, each with what one does.
fn steps(lang: Lang) -> AnyView {
    let steps = [
        (welcome::setup(lang), welcome::setup_how(lang)),
        (welcome::answer(lang), welcome::answer_how(lang)),
        (welcome::send(lang), welcome::send_how(lang)),
    ];
    let step = |(what, how)| view! { <li class="card"><strong>{what}</strong><p>{how}</p></li> };
    any_view! {
        <section class="home-steps stack">
            <h2>{welcome::how_it_works(lang)}</h2>
            <ol>{steps.map(step).collect_view()}</ol>
        </section>
    }
}

/// Names the documents that the page holds. They are read after the first frame, for which nobody needs them.
fn by_documents(app: App, lang: Lang) -> AnyView {
    let drawn = RwSignal::new(false);
    let draw = move || {
        let _left = drawn.try_set(true);
    };
    request_animation_frame(move || set_timeout(draw, Duration::ZERO));
    let names = move || {
        app.held.track();
        let document = |pack: &Pack| {
            let (to, source) = (Route::Read(pack.id.clone()).to_string(), &pack.source);
            view! { <li lang="zh-Hans"><a href=to>{source.short.clone()}</a>" "<span class="soft small">{source.title.clone()}</span></li> }
        };
        drawn.get().then(|| documents::latest().into_iter().map(document).collect_view())
    };
    any_view! {
        <section class="home-documents card stack">
            <h2>{welcome::documents(lang)}</h2>
            <ul class="plain">{names}</ul>
            <p class="soft small">{welcome::documents_others(lang)}</p>
        </section>
    }
}

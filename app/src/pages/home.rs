//! The first visit, explained in one screen.

use cunping_text::{lang::Lang, ui::common, ui::shell, ui::welcome};
use leptos::prelude::*;

use crate::{
    browser,
    routes::Route,
    state::{App, example_setup},
};

/// Draws what the page does, what it keeps to itself, and where to begin.
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
    let steps = [welcome::step_setup(lang), welcome::step_answer(lang), welcome::step_send(lang)];
    let offline = if browser::from_disk() { welcome::needs_no_network(lang) } else { welcome::works_offline(lang) };
    let promises = [welcome::stays_here(lang), welcome::no_names(lang), offline];
    any_view! {
        <div class="page home">
            <h1 tabindex="-1">{welcome::heading(lang)}</h1>
            <p class="home-lead">{welcome::lead(lang)}</p>
            <h2>{welcome::how_it_works(lang)}</h2>
            <ol class="home-steps">{steps.map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
            <ul class="home-promises">{promises.map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
            <p class="home-ways">
                <a class="button primary" href=Route::Setup.to_string()>{common::start_using(lang)}</a>
                <button type="button" disabled=preparing on:click=show_example>{welcome::try_example(lang)}</button>
                <a class="button" href=Route::Data.to_string()>{welcome::restore_backup(lang)}</a>
            </p>
            <p class="soft small">{welcome::try_example_hint(lang)}" · "{welcome::restore_backup_hint(lang)}</p>
            <p role="status">{move || preparing.get().then(|| shell::preparing_example(lang))}</p>
        </div>
    }
}

//! Stands in for a screen that the first load does not bring: fetches the module with every screen and hands over.

use cunping_office::{
    lang::Lang,
    ui::{boot, common},
};
use leptos::{prelude::*, task::spawn_local};

use super::{shell, title};
use crate::{browser, components::problem::Problem, routes::Route, state::App};

/// Fetches, and says so; a person who goes elsewhere meanwhile stays in this module.
pub(super) fn screen(app: App, lang: Lang, route: Option<&Route>) -> AnyView {
    let heading = title::screen(app, lang, route);
    let failed = RwSignal::new(false);
    spawn_local(hand_over(app, failed));
    let retry = move |_| {
        failed.set(false);
        spawn_local(hand_over(app, failed));
    };
    let shown = move || {
        if !failed.get() {
            return view! { <p role="status">{common::loading(lang)}</p> }.into_any();
        }
        view! {
            <Problem what=boot::screen_not_loaded(lang) todo=boot::screen_not_loaded_next(lang)>
                <button type="button" on:click=retry>{boot::screen_retry(lang)}</button>
            </Problem>
        }
        .into_any()
    };
    let busy = move || (!failed.get()).to_string();
    view! { <div class="page stack" aria-busy=busy><h1>{heading}</h1>{shown}</div> }.into_any()
}

/// Leaves only when the other module is there, everything is saved and nothing is under way.
async fn hand_over(app: App, failed: RwSignal<bool>) {
    let start = browser::whole().await;
    if failed.is_disposed() {
        return;
    }
    let Some(start) = start else { return failed.set(true) };
    if app.at_rest().await.is_err() {
        failed.try_set(true);
        return;
    }
    if !failed.is_disposed() {
        shell::make_room();
        browser::call(&start);
    }
}

//! The frame around every screen (header, navigation, alerts), and the listener that follows the address.

mod documents;
mod links;
pub mod title;

use std::time::Duration;

use cunping_text::{
    lang::Lang,
    ui::{common, label},
};
use gloo::events::{EventListener, EventListenerOptions};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;

use crate::{
    browser,
    chunk::Chunk,
    clock,
    components::{header::Header, nav::nav},
    panels::alerts,
    routes::Route,
    state::{App, Here, Phase, Saving, bundles::Bundles, here, inbox::Inbox, locking, opening, saving, today},
    store::Setting,
    typed,
};

/// Mounts the page in the document's body.
pub fn start(chunk: Chunk) {
    leptos::mount::mount_to_body(move || view! { <Page chunk /> });
}

/// The page.
#[component]
fn Page(
    /// The part of the page that is fetched later.
    chunk: Chunk,
) -> impl IntoView {
    provide_context(chunk);
    let app = App::new(Lang::default(), Route::from_hash(&browser::hash()));
    provide_context(app);
    let bundles = Bundles::default();
    provide_context(bundles);
    let inbox = Inbox::new(bundles);
    provide_context(inbox);
    Effect::new(move |_| {
        app.current.track();
        inbox.forget_last();
    });
    follow_address(app);
    warn_before_leaving(app);
    today::watch(app);
    locking::watch(app, inbox);
    typed::clean();
    typed::put_back();
    spawn_local(opening::open(app));
    fetch_ahead(app, chunk);
    Effect::new(move |_| {
        let (lang, large) = (app.lang.get(), app.settings.with(|settings| settings.large_type));
        browser::dress(&app.route.with(|route| title::of(app, lang, route.as_ref())), lang.tag(), large);
    });
    view! {
        <button type="button" class="skip" on:click=|_| browser::focus_heading()>
            {move || label::skip_to_content(app.lang.get())}
        </button>
        {move || top(app, app.lang.get())}
        <main id="main" aria-busy=move || (app.phase.get() == Phase::Opening).to_string()>{move || main(app)}</main>
    }
}

/// Fetches the chunk a moment after the page is ready, so that a network that goes away later takes no screen with it.
/// A failure stays silent: the first screen of the chunk fetches it again.
fn fetch_ahead(app: App, chunk: Chunk) {
    const MOMENT: Duration = Duration::from_secs(3);
    Effect::new(move |_| {
        if app.phase.get() == Phase::Ready {
            let fetch = async move {
                let _fetched_again_when_needed = (chunk.fetch)().await;
            };
            set_timeout(move || spawn_local(fetch), MOMENT);
        }
    });
}

/// Draws the current screen, or that the data is being opened or could not be.
fn main(app: App) -> AnyView {
    let lang = app.lang.get();
    match app.phase.get() {
        Phase::Opening => any_view! { <p class="page">{common::loading(lang)}</p> },
        Phase::Stopped(error) => alerts::stopped(lang, &error),
        Phase::Ready => {
            let screen = crate::pages::screen(app, lang, app.route.get());
            if app.moved.get_value() {
                browser::begin_at_heading();
            }
            screen
        }
    }
}

fn top(app: App, lang: Lang) -> AnyView {
    let here = app.here();
    let name = app.workplace().map(|workplace| here::called(lang, &workplace));
    let large = Signal::derive(move || app.settings.with(|settings| settings.large_type));
    let save = (move || save_line(app, lang)).into_any();
    let nav = move || here.as_ref().map(|here| app.route.with(|route| ways(app, lang, here, route.as_ref())));
    any_view! {
        <Header lang workplace=name large save nav=nav.into_any()
            on_lang=move |lang: Lang| { app.lang.set(lang); app.set(Setting::Lang(lang.tag().to_owned())); }
            on_large=move |large| app.set(Setting::LargeType(large)) />
        {alerts::alerts(lang)}
    }
}

/// Draws the links to the screens of the workplace, and the switch between its documents.
fn ways(app: App, lang: Lang, here: &Here, route: Option<&Route>) -> AnyView {
    let (row, rest) = links::links(lang, here, route);
    nav(lang, row, rest, documents::switch(app, lang, here, route))
}

/// Returns the text about saving. Says that nothing is saved where the data would be gone with the window.
fn save_line(app: App, lang: Lang) -> String {
    match app.saving.get() {
        _ if !app.lasting.get() => common::not_saved(lang).to_owned(),
        Saving::Idle => String::new(),
        Saving::Saving => common::saving(lang).to_owned(),
        Saving::Saved(at) => common::saved_at(lang, &clock::time(at)),
        Saving::Failed(_) => common::not_saved(lang).to_owned(),
    }
}

/// Shows the screen of the address whenever it changes.
fn follow_address(app: App) {
    let listener = EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
        app.moved.set_value(true);
        locking::forget_note();
        app.route.set(Route::from_hash(&browser::hash()));
    });
    StoredValue::new_local(listener);
}

/// Has the browser ask before it closes the page while something is unsaved.
fn warn_before_leaving(app: App) {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&gloo::utils::window(), "beforeunload", options, move |event| {
        if saving::unsaved(app) {
            event.prevent_default();
            // Browsers before 2023 look at this property instead.
            if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
                event.set_return_value("-");
            }
        }
    });
    StoredValue::new_local(listener);
}

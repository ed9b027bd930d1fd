//! Imports files that are dropped anywhere on the screen.

use cunping_text::{lang::Lang, ui::import};
use gloo::events::{EventListener, EventListenerOptions};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, FileList};

use crate::{
    browser,
    panels::import::folders,
    state::{
        App,
        inbox::{ImportSource, Inbox},
    },
};

/// Listens for dropped files for as long as the screen is shown.
pub(crate) fn listen(app: App, inbox: Inbox) {
    let over = |event: &Event| {
        event.prevent_default();
        browser::mark_root("data-dropping", carries_files(event));
    };
    let away = |_: &Event| browser::mark_root("data-dropping", false);
    let dropped = move |event: &Event| {
        event.prevent_default();
        away(event);
        let Some(carried) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return };
        let entries = folders::entries(&carried);
        let files = carried.files().map(|files| offered(&files)).unwrap_or_default();
        spawn_local(async move {
            let offered = folders::files(entries).await.unwrap_or(files);
            if !offered.is_empty() {
                inbox.import(app, offered);
            }
        });
    };
    let on = |name: &'static str, act: Box<dyn Fn(&Event)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&gloo::utils::window(), name, options, move |event| act(event))
    };
    let listeners = [on("dragover", Box::new(over)), on("dragleave", Box::new(away)), on("drop", Box::new(dropped))];
    // Dropped with the screen, which ends the listening.
    StoredValue::new_local(listeners);
}

/// Draws the veil that covers the screen while files are held over it.
pub(crate) fn veil(lang: Lang) -> AnyView {
    any_view! { <div class="import-veil" aria-hidden="true"><p>{import::drop_now(lang)}</p></div> }
}

/// Turns chosen or dropped files into offers for import.
pub(crate) fn offered(files: &FileList) -> Vec<ImportSource> {
    (0..files.length()).filter_map(|at| files.get(at)).map(ImportSource::File).collect()
}

fn carries_files(event: &Event) -> bool {
    let types = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).map(|it| it.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

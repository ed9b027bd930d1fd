//! The keys of a question: numbers choose, Enter takes the first answer or goes on, j and k turn the page.

use gloo::{
    events::EventListener,
    utils::{document, window},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::Ways;
use crate::browser;

/// Listens for as long as the screen is shown.
pub(super) fn listen(ways: Ways) {
    let listener = EventListener::new(&window(), "keydown", move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            pressed(event, &ways);
        }
    });
    let listener = StoredValue::new_local(Some(listener));
    on_cleanup(move || drop(listener.try_update_value(Option::take)));
}

fn pressed(event: &KeyboardEvent, ways: &Ways) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() || event.is_composing() {
        return;
    }
    let focus = document().active_element();
    let typing = focus.as_ref().is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
    if typing {
        return;
    }
    match event.key().as_str() {
        key @ ("1" | "2" | "3" | "4" | "5") => drop(click(&format!("{} [data-key=\"{key}\"]", block(focus.as_ref())))),
        "j" | "ArrowRight" => browser::go(&ways.after.to_string()),
        "k" | "ArrowLeft" => ways.before.iter().for_each(|to| browser::go(&to.to_string())),
        "Enter" if focus.as_ref().is_none_or(|it| matches!(it.tag_name().as_str(), "BODY" | "H1")) => {
            enter(ways);
        }
        _ => {}
    }
}

/// Takes the first answer of the first question without one; where all have one, goes on.
fn enter(ways: &Ways) {
    if click("[data-open=\"true\"] [data-key=\"1\"]").is_none() {
        browser::go(&ways.after.to_string());
    }
}

/// The block that number keys speak to: the one with the focus, else the first without an answer, else the first.
fn block(focus: Option<&Element>) -> String {
    let own = focus.and_then(|it| it.closest("[data-block]").ok().flatten());
    let open = || document().query_selector("[data-open=\"true\"]").ok().flatten();
    let place = own.or_else(open).and_then(|it| it.get_attribute("data-block")).unwrap_or_else(|| "0".to_owned());
    format!("[data-block=\"{place}\"]")
}

fn click(selector: &str) -> Option<()> {
    let element = document().query_selector(selector).ok().flatten()?;
    element.dyn_ref::<HtmlElement>()?.click();
    Some(())
}

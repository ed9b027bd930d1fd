//! The key of the opinions: `a` agrees with all that nothing was said of. Does nothing while somebody types.

use gloo::{
    events::EventListener,
    utils::{document, window},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

/// Listens for as long as the screen is shown.
pub(super) fn listen(agree_rest: impl Fn() + 'static) {
    let listener = EventListener::new(&window(), "keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|it| is_plain(it) && it.key().eq_ignore_ascii_case("a")) {
            agree_rest();
        }
    });
    let listener = StoredValue::new_local(Some(listener));
    on_cleanup(move || drop(listener.try_update_value(Option::take)));
}

/// Whether a key was pressed by itself, and not to type a text.
fn is_plain(event: &KeyboardEvent) -> bool {
    let with = event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() || event.is_composing();
    let typing = document().active_element().is_some_and(|it| match it.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(input.type_().as_str(), "radio" | "checkbox" | "button"),
        None => matches!(it.tag_name().as_str(), "TEXTAREA" | "SELECT"),
    });
    !with && !typing
}

//! Keys that act without a button of their own: when they may, and what has the focus. Knows no screen.

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::{document, window},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Calls `act` with every key that is pressed by itself, for as long as the screen is shown: none that is held down, comes with
/// another, is part of what an input method composes, or was taken already. Held down, a key presses no button a second time.
pub fn listen(act: impl Fn(&KeyboardEvent) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let presses = matches!(event.key().as_str(), "Enter" | " ");
        if event.repeat() && presses && focus().is_some_and(|it| it.tag_name() == "BUTTON") {
            event.prevent_default();
        }
        if is_plain(event) {
            act(event);
        }
    });
    let listener = StoredValue::new_local(Some(listener));
    on_cleanup(move || drop(listener.try_update_value(Option::take)));
}

fn is_plain(event: &KeyboardEvent) -> bool {
    let with = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    // What input methods take has this code where the event does not say that it is composing.
    let composing = event.is_composing() || event.key_code() == 229;
    !with && !composing && !event.repeat() && !event.default_prevented()
}

/// The element that has the focus.
#[must_use]
pub fn focus() -> Option<Element> {
    document().active_element()
}

/// Whether the focus is nowhere that a key could be meant for: on the page as a whole, or on its heading.
#[must_use]
pub fn is_at_rest() -> bool {
    focus().is_none_or(|it| matches!(it.tag_name().as_str(), "BODY" | "HTML" | "MAIN" | "H1"))
}

/// Whether an element takes what is typed.
#[must_use]
pub fn is_field(element: &Element) -> bool {
    let is = matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
    is || element.closest("[contenteditable]").is_ok_and(|it| it.is_some())
}

/// Whether something is being filled in or answered beside the screen's own questions.
#[must_use]
pub fn form_is_open() -> bool {
    let open = document().query_selector("[data-form], dialog[open], [role=\"dialog\"], [role=\"alertdialog\"]");
    open.is_ok_and(|it| it.is_some())
}

//! Keyboard shortcuts: listens for keys, and says which element has the focus and whether a shortcut may act.

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::{document, window},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Calls `act` for every plain key press until the screen is left. Not called for a key that is held down (repeats), is
/// pressed with Ctrl, Alt, Meta or Shift, belongs to an input method's composition, or was handled already. Also keeps
/// a held-down Enter or space from pressing a button again.
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
    // An input method's keys have this code if the event does not say that it is composing.
    let composing = event.is_composing() || event.key_code() == 229;
    !with && !composing && !event.repeat() && !event.default_prevented()
}

/// Returns the element that has the focus.
#[must_use]
pub fn focus() -> Option<Element> {
    document().active_element()
}

/// Returns whether no element has the focus that a key could be meant for: it is on the page as a whole, or on a
/// heading.
#[must_use]
pub fn is_at_rest() -> bool {
    focus().is_none_or(|it| matches!(it.tag_name().as_str(), "BODY" | "HTML" | "MAIN" | "H1"))
}

/// Returns whether an element takes typed input: a field, a selection, or something inside editable content.
#[must_use]
pub fn is_field(element: &Element) -> bool {
    let is = matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
    is || element.closest("[contenteditable]").is_ok_and(|it| it.is_some())
}

/// Returns whether a form or a dialog is open beside the screen's own questions.
#[must_use]
pub fn form_is_open() -> bool {
    let open = document().query_selector("[data-form], dialog[open], [role=\"dialog\"], [role=\"alertdialog\"]");
    open.is_ok_and(|it| it.is_some())
}

//! Cleans what is typed in fields, and carries it, where it is stored nowhere else, over a reload that the page makes
//! itself. Secrets are left out.

use cunping_core::{printable, privacy::scan};
use gloo::{
    events::{EventListener, EventListenerOptions, EventListenerPhase},
    utils::document,
};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

use crate::browser;

/// The name of the note in which the text is kept for the page that is loaded next.
const PLACE: &str = "cunping-typed";

/// The fields of a screen whose text is kept; passwords, files, check boxes and radio buttons are left out.
const FIELDS: &str = "main textarea[id], main select[id], \
    main input[id]:not([type=password]):not([type=file]):not([type=checkbox]):not([type=radio])";

/// The interval at which a field is looked for that is not there yet, in milliseconds.
const LOOK_EVERY: i32 = 200;

/// The separators in the note, after the address: one before each field's id, one before its text. Nobody types them.
const FIELD: char = '\u{1e}';
const TEXT: char = '\u{1f}';

/// Takes out of every field, for as long as the page is open, what no text of a file may hold and nobody sees: controls and
/// marks of the direction of writing, which come along when something is pasted. No handler of a field sees them.
pub fn clean() {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let cleaned = |event: &Event| {
        let Some(target) = event.target() else { return };
        if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
            let text = area.value();
            if !printable::is_lines(&text) {
                area.set_value(&printable::lines(&text));
            }
        } else if let Some(input) = target.dyn_ref::<HtmlInputElement>().filter(|input| input.type_() == "text") {
            let text = input.value();
            if !printable::is_line(&text) {
                input.set_value(&printable::line(&text));
            }
        }
    };
    EventListener::new_with_options(&gloo::utils::window(), "input", options, cleaned).forget();
}

/// Keeps what is typed on the current screen, except texts with a number that points to a person.
pub fn keep() {
    let Ok(found) = document().query_selector_all(FIELDS) else { return };
    let elements = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok());
    let typed = elements.filter_map(|element| Some((element.id(), value(&element)?)));
    let fields: Vec<_> = typed
        .filter(|(_, text)| !text.is_empty() && scan(text).is_empty())
        .filter(|(_, text)| !text.contains([FIELD, TEXT]))
        .collect();
    let pairs = fields.iter().map(|(id, text)| format!("{FIELD}{id}{TEXT}{text}"));
    browser::note(PLACE, &format!("{}{}", browser::hash(), pairs.collect::<String>()));
}

/// Puts the kept texts back into their fields: each once its field is there and if that is empty, for as long as the
/// address is the same.
pub fn put_back() {
    let kept = browser::noted(PLACE).unwrap_or_default();
    browser::forget_note(PLACE);
    let mut parts = kept.split(FIELD).map(ToOwned::to_owned);
    let address = parts.next().unwrap_or_default();
    let pair = |part: String| part.split_once(TEXT).map(|(id, text)| (id.to_owned(), text.to_owned()));
    let mut fields: Vec<_> = parts.filter_map(pair).collect();
    spawn_local(async move {
        while !fields.is_empty() && browser::hash() == address {
            fields.retain(|(id, text)| document().get_element_by_id(id).is_none_or(|element| !put(&element, text)));
            browser::pause(LOOK_EVERY).await;
        }
    });
}

fn value(element: &Element) -> Option<String> {
    js_sys::Reflect::get(element, &JsValue::from_str("value")).ok()?.as_string()
}

/// Puts a text into a field if that is empty, as if it was typed, and opens every `<details>` around it. Returns false
/// if that has to be tried again.
fn put(field: &Element, text: &str) -> bool {
    if value(field).is_some_and(|it| it.is_empty()) {
        let set = js_sys::Reflect::set(field, &JsValue::from_str("value"), &JsValue::from_str(text));
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        for name in ["input", "change"] {
            if let Ok(event) = web_sys::Event::new_with_event_init_dict(name, &options) {
                let _cancelled = field.dispatch_event(&event);
            }
        }
        if set.is_err() {
            return false;
        }
    }
    let mut inside = field.parent_element();
    while let Some(element) = inside {
        if element.tag_name() == "DETAILS" {
            let _refused = element.set_attribute("open", "");
        }
        inside = element.parent_element();
    }
    true
}

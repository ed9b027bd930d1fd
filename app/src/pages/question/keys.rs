//! Keyboard shortcuts of a question: numbers choose, Enter goes on without stating anything, j, k and the arrows turn
//! the page.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::{browser, keyboard, pages::question::Ways};

/// Listens for as long as the screen is shown.
pub(super) fn listen(ways: Ways) {
    keyboard::listen(move |event| pressed(event, &ways));
}

fn pressed(event: &KeyboardEvent, ways: &Ways) {
    let (key, focus) = (event.key(), keyboard::focus());
    if focus.as_ref().is_some_and(keyboard::is_field) {
        return;
    }
    let number = matches!(key.as_str(), "1" | "2" | "3" | "4" | "5");
    if keyboard::form_is_open() {
        // Digits go to a figure that is being filled in, wherever the focus is.
        if key.len() == 1 && key.bytes().all(|byte| byte.is_ascii_digit()) {
            browser::focus_at("[data-form=\"figure\"] input");
        }
        return;
    }
    match key.as_str() {
        _ if number => answer(event, speaks_to(focus.as_ref())),
        "j" | "ArrowRight" => browser::go(&ways.after.to_string()),
        "k" | "ArrowLeft" => ways.before.iter().for_each(|to| browser::go(&to.to_string())),
        "Enter" if keyboard::is_at_rest() => go_on(ways, None),
        "Enter" => {
            if let Some(at) = focus.as_ref().filter(|focus| goes_on_from(focus)).and_then(place) {
                // Pressing the chosen answer again would state the same once more.
                event.prevent_default();
                go_on(ways, Some(at));
            }
        }
        _ => {}
    }
}

/// Returns true if Enter should go on: on a question's heading, and on the chosen answer.
fn goes_on_from(focus: &Element) -> bool {
    let holds = focus.has_attribute("data-key") && focus.get_attribute("aria-pressed").is_some_and(|it| it == "true");
    holds || (focus.tag_name() == "H2" && focus.has_attribute("tabindex"))
}

/// Goes to the first question after `from` that has no answer, else to the next screen. Without `from` it starts at the
/// top, or goes straight to the next screen if nothing on this one is answered yet.
fn go_on(ways: &Ways, from: Option<u32>) {
    let all = blocks();
    let begun = all.iter().any(|(_, open)| !open);
    let after = |at: u32| from.map_or(begun, |from| at > from);
    match all.into_iter().find(|(at, open)| *open && after(*at)) {
        Some((at, _)) => browser::focus_at(&format!("[data-block=\"{at}\"] h2")),
        None => browser::go(&ways.after.to_string()),
    }
}

/// Lists the questions of the screen by position, each with true if it has no answer.
fn blocks() -> Vec<(u32, bool)> {
    let Ok(all) = document().query_selector_all("[data-block]") else { return Vec::new() };
    let each = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<Element>().ok());
    each.filter_map(|element| Some((place(&element)?, element.get_attribute("data-open")? == "true"))).collect()
}

/// Returns the position of the question that contains an element; `None` outside any question.
fn place(element: &Element) -> Option<u32> {
    element.closest("[data-block]").ok()??.get_attribute("data-block")?.parse().ok()
}

/// Returns the question that number keys answer: the focused one, else the first without an answer, else the only one.
fn speaks_to(focus: Option<&Element>) -> Option<u32> {
    let all = blocks();
    let open = || all.iter().find(|(_, open)| *open).or(all.first().filter(|_| all.len() == 1)).map(|it| it.0);
    focus.and_then(place).or_else(open)
}

/// Chooses the answer with the typed number for the question at a position.
fn answer(event: &KeyboardEvent, at: Option<u32>) {
    if at.is_some_and(|at| click(at, &event.key())) {
        event.prevent_default();
    }
}

fn click(place: u32, key: &str) -> bool {
    let found = document().query_selector(&format!("[data-block=\"{place}\"] [data-key=\"{key}\"]"));
    let Some(answer) = found.ok().flatten().and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return false };
    answer.click();
    true
}

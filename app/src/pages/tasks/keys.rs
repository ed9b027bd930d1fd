//! Keys on the sheet: arrows move between rows and answers and never answer; a number answers the row that has the focus; Enter
//! goes on to the next question without an answer and answers nothing.

use gloo::utils::document;
use leptos::prelude::request_animation_frame;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, KeyboardEvent, NodeList};

use crate::{browser, keyboard};

/// Listens for as long as the sheet is shown.
pub(super) fn listen() {
    keyboard::listen(pressed);
}

fn pressed(event: &KeyboardEvent) {
    let (key, focus) = (event.key(), keyboard::focus());
    if key == "Escape" {
        return close(focus.as_ref());
    }
    let Some(focus) = focus.filter(|focus| !keyboard::is_field(focus)) else { return };
    // While a form is open, keys belong to it, wherever the focus is.
    if keyboard::form_is_open() {
        // Enter would press the answer that has the focus.
        if key == "Enter" && states(&focus) {
            event.prevent_default();
        }
        return;
    }
    let done = match key.as_str() {
        "ArrowUp" => to_row(&focus, -1),
        "ArrowDown" => to_row(&focus, 1),
        "ArrowLeft" => beside(&focus, -1),
        "ArrowRight" => beside(&focus, 1),
        "Enter" => enter(&focus),
        number if number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()) => answer(&focus, number),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

/// Goes to the next question without an answer after a place, or from the top; where there is none, to checking and signing.
pub(super) fn go_on(from: Option<usize>) {
    // In the next frame, when the answer that was just given is drawn.
    request_animation_frame(move || go_on_now(from));
}

fn go_on_now(from: Option<usize>) {
    let rows = all("[data-block][data-open=\"true\"]");
    let place = |row: &Element| row.get_attribute("data-block").and_then(|at| at.parse::<usize>().ok());
    let after = rows.iter().find(|row| from.is_none_or(|from| place(row).is_some_and(|at| at > from)));
    match after.or(rows.first()) {
        Some(row) => focus_row(row),
        // The open ones are folded away.
        None => match first(
            "[data-left]:not([data-left=\"0\"]) h2 [aria-expanded=\"false\"], [data-left]:not([data-left=\"0\"]) .tasks-aside button",
        ) {
            Some(section) => click(&section),
            None => browser::focus_id("go-check"),
        },
    }
}

/// Moves the focus to the answers of a row, or to its first field.
fn focus_row(row: &Element) {
    if let Some(to) = inside(row, "input, .choices [tabindex=\"0\"]") {
        focus(&to);
    }
}

/// Presses the button that closes the open form, if the focus is in it or nowhere.
fn close(at: Option<&Element>) {
    let form = at.and_then(|at| at.closest("[data-form]").ok().flatten()).or_else(|| first("[data-form]"));
    if let Some(button) = form.and_then(|form| inside(&form, "[data-escape]")) {
        click(&button);
    }
}

/// Enter on an answer or a criterion's heading goes on to the next open question and answers nothing, except that it opens a
/// form like a click.
fn enter(at: &Element) -> bool {
    match row(at) {
        // The first of the criterion's own questions is the next one.
        _ if at.tag_name() == "H3" => go_on(of_criterion(at).first().and_then(row).and_then(|at| at.checked_sub(1))),
        Some(place) if states(at) => go_on(Some(place)),
        None if keyboard::is_at_rest() => go_on(None),
        _ => return false,
    }
    true
}

/// A number answers the question that has the focus; on a criterion's heading the first open one of it, or its only one.
fn answer(at: &Element, number: &str) -> bool {
    let of_heading = || {
        let rows = if at.tag_name() == "H3" { of_criterion(at) } else { Vec::new() };
        let open = rows.iter().find(|row| row.get_attribute("data-open").is_some_and(|open| open == "true"));
        open.or(rows.first().filter(|_| rows.len() == 1)).cloned()
    };
    let Some(row) = at.closest("[data-block]").ok().flatten().or_else(of_heading) else { return false };
    // Digits of a figure go into its field.
    if let Some(field) = inside(&row, "[data-figure] input") {
        focus(&field);
        return false;
    }
    let Some(button) = inside(&row, &format!("[data-key=\"{number}\"]")) else { return false };
    click(&button);
    focus(&button);
    true
}

/// Returns the questions of the criterion that contains an element.
fn of_criterion(at: &Element) -> Vec<Element> {
    let Some(item) = at.closest("[data-rule]").ok().flatten() else { return Vec::new() };
    found(item.query_selector_all("[data-block]"))
}

/// Moves to the row above or below, to the same answer of it.
fn to_row(at: &Element, by: isize) -> bool {
    let rows = all("[data-block]");
    let place = |of: &Element| rows.iter().position(|it| it == of);
    let beside = || at.closest("[data-block]").ok().flatten().and_then(|here| place(&here)?.checked_add_signed(by));
    let first = || of_criterion(at).first().and_then(place).filter(|_| by > 0);
    // Below the heading of a criterion stand its own answers.
    let Some(row) = (if at.tag_name() == "H3" { first() } else { beside() }).and_then(|place| rows.get(place)) else {
        return false;
    };
    let same = at.get_attribute("data-key").and_then(|key| inside(row, &format!("[data-key=\"{key}\"]")));
    // A figure is answered in its field.
    match inside(row, "[data-figure] input").or(same).or_else(|| inside(row, "[data-key]")) {
        Some(to) => {
            focus(&to);
            true
        }
        None => false,
    }
}

/// Moves to the answer before or after this one.
fn beside(at: &Element, by: isize) -> bool {
    if !at.has_attribute("data-key") {
        return false;
    }
    let next = if by < 0 { at.previous_element_sibling() } else { at.next_element_sibling() };
    match next.filter(|next| next.has_attribute("data-key")) {
        Some(next) => {
            focus(&next);
            true
        }
        None => false,
    }
}

/// Returns whether pressing an element states something.
fn states(at: &Element) -> bool {
    at.get_attribute("data-states").is_some_and(|states| states == "true")
}

/// Returns the place of the question that contains an element.
fn row(at: &Element) -> Option<usize> {
    at.closest("[data-block]").ok()??.get_attribute("data-block")?.parse().ok()
}

fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn inside(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}

fn all(selector: &str) -> Vec<Element> {
    found(document().query_selector_all(selector))
}

fn found(found: Result<NodeList, JsValue>) -> Vec<Element> {
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok()).collect()
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _refused = element.focus();
    }
}

fn click(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.click();
    }
}

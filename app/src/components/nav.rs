//! Links to the screens of the current workplace: a row on a desk, folded up behind one button on a phone.

use cunping_text::{
    lang::Lang,
    ui::{label, shell},
};
use leptos::{
    ev::{FocusEvent, KeyboardEvent, MouseEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use crate::{browser, routes::Route};

/// One link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The text of the link.
    pub text: &'static str,
    /// The screen that it leads to.
    pub to: Route,
    /// True for the part of the page that is shown.
    pub current: bool,
}

/// The buttons that fold the links out: only one of them is shown, by the width of the window.
const BUTTONS: [&str; 2] = ["nav-menu", "nav-more"];

/// Draws the links: those of `row`, `rest` behind a button, and `documents` beside them. What is folded out is folded up
/// when a link is chosen, on Esc, and when the focus goes elsewhere.
pub fn nav(lang: Lang, row: Vec<Link>, rest: Vec<Link>, documents: AnyView) -> AnyView {
    let open = RwSignal::new(false);
    let expanded = move || open.get().to_string();
    let shown = |links: &[Link]| links.iter().find(|link| link.current).map(|link| link.text);
    let named =
        |what: &str, current: Option<&str>| [Some(what), current].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let menu = named(shell::menu(lang), shown(&row).or_else(|| shown(&rest)));
    let more = named(shell::more(lang), shown(&rest));
    let current = shown(&rest).is_some().to_string();
    let turn = move |_| {
        open.update(|open| *open = !*open);
        focus_button();
    };
    let chosen = move |event: MouseEvent| {
        if within(event.target(), "a") {
            open.set(false);
        }
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            open.set(false);
            focus_button();
        }
    };
    let left = move |event: FocusEvent| {
        if !within(event.related_target(), ".nav") {
            open.set(false);
        }
    };
    // A press inside does not move the focus, so that nothing is folded up before the press has become a click.
    let press = move |event: MouseEvent| {
        if open.get_untracked() {
            event.prevent_default();
        }
    };
    let link = |link: Link| {
        let current = link.current.then_some("page");
        view! { <a href=link.to.to_string() aria-current=current>{link.text}</a> }
    };
    let folded = (!rest.is_empty()).then(|| {
        any_view! {
            <div class="nav-folded">
                <button type="button" class="nav-more" id="nav-more" data-current=current aria-expanded=expanded
                    aria-controls="nav-rest" on:click=turn>{more}</button>
                <div class="nav-rest" id="nav-rest">{rest.into_iter().map(link).collect_view()}</div>
            </div>
        }
    });
    any_view! {
        <nav class="nav" aria-label=label::navigation(lang) data-open=expanded
            on:click=chosen on:keydown=escape on:focusout=left on:mousedown=press>
            <button type="button" class="nav-menu" id="nav-menu" aria-expanded=expanded aria-controls="nav-links"
                on:click=turn><span>{menu}</span></button>
            <div class="nav-links" id="nav-links">{row.into_iter().map(link).collect_view()}{folded}{documents}</div>
        </nav>
    }
}

/// Moves the focus to the button that is shown. Some browsers give a pressed button none, and then no key reaches it.
fn focus_button() {
    BUTTONS.into_iter().for_each(browser::focus_id);
}

fn within(target: Option<EventTarget>, selector: &str) -> bool {
    let element = target.and_then(|it| it.dyn_into::<Element>().ok());
    element.is_some_and(|it| it.closest(selector).is_ok_and(|found| found.is_some()))
}

//! Links to the screens of the current workplace.

use cunping_text::{lang::Lang, ui::label};
use leptos::prelude::*;

use crate::routes::Route;

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

/// Draws a row of links.
pub fn nav(lang: Lang, links: Vec<Link>) -> AnyView {
    let link = |link: Link| {
        let current = link.current.then_some("page");
        view! { <a href=link.to.to_string() aria-current=current>{link.text}</a> }
    };
    any_view! { <nav class="nav no-print" aria-label=label::navigation(lang)>{links.into_iter().map(link).collect_view()}</nav> }
}

//! The periods of a year to choose from.

use cunping_text::{lang::Lang, ui::common};
use leptos::prelude::*;

use crate::routes::Route;

/// One period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodOption {
    /// Its name.
    pub text: String,
    /// The screen that shows it.
    pub to: Route,
    /// True for the period on the screen.
    pub current: bool,
}

/// Draws a row of periods.
pub fn period_picker(lang: Lang, choices: Vec<PeriodOption>) -> AnyView {
    let link = |option: PeriodOption| {
        view! { <li><a href=option.to.to_string() aria-current=option.current.then_some("true")>{option.text}</a></li> }
    };
    any_view! {
        <nav class="period-picker no-print" aria-label=common::period(lang)>
            <ul>{choices.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

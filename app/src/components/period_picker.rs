//! The periods of a year to choose from, each with where one stands in it.

use cunping_text::{lang::Lang, ui::common};
use leptos::prelude::*;

use crate::routes::Route;

/// One period.
#[derive(Clone)]
pub struct PeriodOption {
    /// Its name.
    pub text: String,
    /// Where one stands in it; empty where nothing is to be said.
    pub told: Signal<String>,
    /// Until when it is due; empty while it is not.
    pub due: Signal<String>,
    /// The screen that shows it.
    pub to: Route,
    /// True for the period on the screen.
    pub current: bool,
}

/// Draws a row of periods.
pub fn period_picker(lang: Lang, choices: Vec<PeriodOption>) -> AnyView {
    let link = |PeriodOption { text, told, due, to, current }: PeriodOption| {
        let line = move |class: &'static str, said: Signal<String>| {
            let drawn = move || {
                said.with(|said| (!said.is_empty()).then(|| view! { " "<span class=class>{said.clone()}</span> }))
            };
            any_view! { {drawn} }
        };
        view! {
            <li>
                <a href=to.to_string() aria-current=current.then_some("true")>
                    <span class="period-picker-name">{text}</span>
                    {line("period-picker-told", told)}
                    {line("period-picker-due", due)}
                </a>
            </li>
        }
    };
    any_view! {
        <nav class="period-picker no-print" aria-label=common::period(lang)>
            <ul>{choices.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

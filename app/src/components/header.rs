//! The top of every screen: name, workplace, state of saving, language and type size, and the links below them. The
//! callbacks make the changes.

use cunping_text::{lang::Lang, ui::common, ui::label, ui::shell};
use leptos::prelude::*;

use crate::routes::Route;

/// Draws the top of every screen.
#[component]
pub fn Header(
    /// The language of the page.
    lang: Lang,
    /// The current workplace's name and role; `None` without a workplace.
    workplace: Option<String>,
    /// True while larger type is on.
    #[prop(into)]
    large: Signal<bool>,
    /// The state of saving.
    save: AnyView,
    /// The links of the workplace.
    nav: AnyView,
    /// Called with the language to change to.
    #[prop(into)]
    on_lang: Callback<Lang>,
    /// Called with true to turn larger type on, with false to turn it off.
    #[prop(into)]
    on_large: Callback<bool>,
) -> impl IntoView {
    let pressed = move || if large.get() { "true" } else { "false" };
    let other = lang.other();
    let class = if workplace.is_some() { "header header-working no-print" } else { "header no-print" };
    any_view! {
        <header class=class>
            <a class="header-name" href=Route::Home.to_string()>{common::app_name(lang)}</a>
            {workplace.map(|name| view! {
                <span class="header-place">
                    <a class="header-workplace" href=Route::Workplaces.to_string() title=shell::switch_workplace(lang)>
                        {name}
                    </a>
                </span>
            })}
            <span class="header-save" role="status">{save}</span>
            <span class="header-switches">
                <button type="button" class="quiet" lang=other.tag() title=label::language_switch(lang)
                    on:click=move |_| on_lang.run(other)>{other.name()}</button>
                <button type="button" class="quiet" aria-pressed=pressed
                    on:click=move |_| on_large.run(!large.get_untracked())>{shell::large_type(lang)}</button>
            </span>
            {nav}
        </header>
    }
}

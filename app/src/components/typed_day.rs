//! A field for a day that is typed as people write it, with the day that was read below it.

use cunping_core::days::Day;
use cunping_text::{lang::Lang, ui::day as words, when};
use leptos::prelude::*;

/// Draws the field. Says below it which day was read, or why it is none.
#[component]
pub fn TypedDay(
    /// The language of the page.
    lang: Lang,
    /// The id of the field, unique on the screen.
    id: &'static str,
    /// What day it is.
    label: &'static str,
    /// What else there is to know; how to write it is said always.
    #[prop(optional)]
    hint: &'static str,
    /// What is typed.
    #[prop(into)]
    text: Signal<String>,
    /// The latest day that may be typed; `None` if any may.
    #[prop(into)]
    latest: Option<Day>,
    /// Called with what is typed, at every key.
    #[prop(into)]
    on_type: Callback<String>,
) -> impl IntoView {
    let problem =
        Memo::new(move |_| match (text.with(|text| text.trim().is_empty()), text.with(|text| when::typed_day(text))) {
            (true, _) => None,
            (false, None) => Some(words::unreadable(lang)),
            (false, Some(day)) => latest.filter(|latest| day > *latest).map(|_| words::after_today(lang)),
        });
    let read = move || text.with(|text| when::typed_day(text)).map(|day| words::read_as(lang, &when::day(lang, day)));
    let below = format!("{id}-read");
    let described = below.clone();
    any_view! {
        <div>
            <label for=id>{label}</label>
            <input id=id type="text" autocomplete="off" placeholder="2027-1-10" aria-describedby=described
                aria-invalid=move || problem.get().map(|_| "true") prop:value=move || text.get()
                on:input=move |event| on_type.run(event_target_value(&event)) />
            <br /><span class="soft small no-print">{hint}{lang.pick("", " ")}{words::hint(lang)}</span>
            <p id=below role="status">
                {move || match problem.get() {
                    Some(problem) => any_view! { <span class="problem-text">{problem}</span> },
                    None => any_view! { <span class="soft small">{read()}</span> },
                }}
            </p>
        </div>
    }
}

//! The overall verdict and the number of answered criteria, in one line that stays in view.

use cunping_text::{headline::Headline, lang::Lang, ui::label};
use leptos::prelude::*;

use super::mark::Mark;

/// Draws the line.
#[component]
pub fn Standing(
    /// The language of the page.
    lang: Lang,
    /// The headline of the result.
    #[prop(into)]
    headline: Signal<Headline>,
    /// The number of answered criteria, in words.
    #[prop(into)]
    answered: Signal<String>,
) -> impl IntoView {
    let line = move || {
        let Headline { mark, title, provisional, .. } = headline.get();
        view! {
            <span class="standing-title">{title}</span>
            <Mark mark />
            <span>{answered.get()}</span>
            {provisional.map(|text| view! { <span class="soft">{text}</span> })}
        }
    };
    any_view! { <div class="standing" role="status" aria-label=label::verdict(lang)>{line}</div> }
}

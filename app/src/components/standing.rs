//! The verdict of the whole and how much is answered, in one line that stays in sight. Judges nothing.

use cunping_office::{headline::Headline, lang::Lang, ui::label};
use leptos::prelude::*;

use super::mark::Mark;

/// How the whole stands.
#[component]
pub fn Standing(
    /// The language of the page.
    lang: Lang,
    /// What stands at the top of a result.
    #[prop(into)]
    headline: Signal<Headline>,
    /// How many criteria are answered, in words.
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
    view! { <div class="standing" role="status" aria-label=label::verdict(lang)>{line}</div> }.into_any()
}

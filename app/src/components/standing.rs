//! The overall verdict and the number of answered criteria, in one line that stays in view.

use cunping_text::{headline::Headline, lang::Lang, ui::label};
use leptos::prelude::*;

use super::mark::Mark;

/// Draws the line: the headline of the result, the number of answered criteria in words, and the next step.
pub fn line(lang: Lang, headline: Signal<Headline>, answered: Signal<String>, next: AnyView) -> AnyView {
    let line = move || {
        let Headline { mark, title, provisional, .. } = headline.get();
        view! {
            <span class="standing-title">{title}</span>
            <Mark mark />
            <span>{answered.get()}</span>
            {provisional.map(|text| view! { <span class="soft">{text}</span> })}
        }
    };
    any_view! {
        <div class="standing">
            <div class="standing-said" role="status" aria-label=label::verdict(lang)>{line}</div>
            {next}
        </div>
    }
}

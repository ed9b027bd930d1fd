//! Answers a verification call: six digits in, eight digits to read back.

use cunping_core::bundle::{Challenge, Thumbprint};
use cunping_text::ui::keys as words;
use leptos::prelude::*;

use crate::{
    pages::keys::{grouped, typed_digits},
    panels::parties::PartyView,
};

/// Draws the card.
pub(super) fn section(view: &PartyView) -> AnyView {
    let lang = view.lang;
    let Ok(kid) = view.here.workplace.own.thumbprint.parse::<Thumbprint>() else { return ().into_any() };
    let heard = RwSignal::new(String::new());
    let digits = move || heard.with(|it| typed_digits(it));
    let said = move || {
        let digits = digits();
        let challenge: Challenge = digits.parse().ok()?;
        Some(grouped(&challenge.answer(kid), 4))
    };
    let wrong = move || digits().len() > 6;
    any_view! {
        <section class="card stack" aria-labelledby="answer">
            <h2 id="answer">{words::answer(lang)}</h2>
            <p>{words::answer_hint(lang)}</p>
            <p class="row">
                <label for="heard">{words::heard(lang)}</label>
                <input id="heard" type="text" inputmode="numeric" autocomplete="off" maxlength="20" prop:value=heard
                    on:input=move |event| heard.set(event_target_value(&event)) />
            </p>
            <p role="status">
                {move || said().map(|said| view! { {words::say_back(lang)}" "<strong class="digest keys-spoken">{said}</strong> })}
                {move || wrong().then(|| words::six_digits(lang))}
            </p>
        </section>
    }
}

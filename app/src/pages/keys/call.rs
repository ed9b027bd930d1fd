//! Two ways to verify whose key it is: a call with digits, or the key's number compared in person.

use std::rc::Rc;

use cunping_core::bundle::{Challenge, Thumbprint};
use cunping_text::ui::keys as words;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser,
    pages::keys::{choosing::MissingChoice, grouped, typed_digits},
    panels::parties::PartyView,
    state::{App, applicants::call_place},
};

/// The action that follows once a key has been verified.
#[derive(Clone)]
pub(super) struct Purpose {
    /// Returns what still has to be chosen; asked before the digits are checked.
    pub(super) missing: Rc<dyn Fn() -> Option<MissingChoice>>,
    /// Called once the key has been verified.
    pub(super) done: Rc<dyn Fn()>,
    /// True if this enrols the key; false if it is enrolled already.
    pub(super) enrols: bool,
}

/// Draws both ways to verify a key.
pub(super) fn ways(view: &PartyView, kid: Thumbprint, purpose: &Purpose) -> AnyView {
    any_view! { {call(view, kid, purpose.clone())}{in_person(view, kid, purpose.clone())} }
}

/// Draws the call. Its six random digits are drawn once after the file has come and are kept, so that a reload during
/// the call does not change them.
fn call(view: &PartyView, kid: Thumbprint, purpose: Purpose) -> AnyView {
    let (app, lang) = (view.app, view.lang);
    let challenge = RwSignal::new(None::<Challenge>);
    let (heard, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<MissingChoice>));
    spawn_local(async move {
        let kept = app.draft(&call_place(kid)).await.and_then(|text| text.parse().ok());
        let drawn = kept.or_else(|| draw(app, kid));
        let _gone = challenge.try_set(drawn);
    });
    let enrols = purpose.enrols;
    let check = move |_| {
        let Some(asked) = challenge.get_untracked() else { return };
        if let Some(missing) = (purpose.missing)() {
            return wrong.set(Some(missing));
        }
        let said = typed_digits(&heard.get_untracked());
        if said.len() != 8 {
            return wrong.set(Some((words::eight_digits(lang), "")));
        }
        if asked.is_answered(kid, &said) {
            app.keep_draft(&call_place(kid), String::new());
            return (purpose.done)();
        }
        // A wrong answer gets new digits: nobody may guess twice at the same ones.
        challenge.set(draw(app, kid));
        heard.set(String::new());
        let what = if enrols { words::wrong(lang) } else { words::wrong_sure(lang) };
        wrong.set(Some((what, words::wrong_do(lang))));
    };
    let asked = move || challenge.get().map(|it| grouped(&it.to_string(), 3));
    let press = if enrols { words::check_answer(lang) } else { words::check_sure(lang) };
    any_view! {
        <div class="stack call">
            <h4>{words::call(lang)}</h4>
            <p>{words::call_number(lang)}</p>
            <p>{words::call_read(lang)}" "<strong class="digest keys-spoken challenge">{asked}</strong></p>
            <p class="row">
                <label for=format!("said-{kid}")>{words::call_answer(lang)}</label>
                <input id=format!("said-{kid}") type="text" inputmode="numeric" autocomplete="off" maxlength="24" prop:value=heard
                    on:input=move |event| heard.set(event_target_value(&event)) />
                <button type="button" class="primary" on:click=check>{press}</button>
            </p>
            {told(wrong)}
        </div>
    }
}

/// Draws new digits and keeps them; `None` where the browser gives no random numbers.
fn draw(app: App, kid: Thumbprint) -> Option<Challenge> {
    let bits: [u8; 8] = browser::random()?;
    let challenge = Challenge::from_random(u64::from_be_bytes(bits));
    app.keep_draft(&call_place(kid), challenge.to_string());
    Some(challenge)
}

fn in_person(view: &PartyView, kid: Thumbprint, purpose: Purpose) -> AnyView {
    let (app, lang, number) = (view.app, view.lang, kid.groups());
    let wrong = RwSignal::new(None::<MissingChoice>);
    let press = if purpose.enrols { words::same_number(lang) } else { words::same_number_sure(lang) };
    let same = move |_| match (purpose.missing)() {
        Some(missing) => wrong.set(Some(missing)),
        None => {
            app.keep_draft(&call_place(kid), String::new());
            (purpose.done)();
        }
    };
    any_view! {
        <details>
            <summary>{words::in_person(lang)}</summary>
            <div class="stack">
                <p>{words::in_person_hint(lang)}</p>
                <p><strong class="digest">{number}</strong></p>
                <p><button type="button" on:click=same>{press}</button></p>
                {told(wrong)}
            </div>
        </details>
    }
}

/// Draws what is missing or wrong, beside the button that was pressed.
pub(super) fn told(wrong: RwSignal<Option<MissingChoice>>) -> AnyView {
    any_view! { <p role="alert">{move || wrong.get().map(|(what, todo)| view! { <strong>{what}</strong>" "{todo} })}</p> }
}

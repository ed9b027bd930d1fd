//! Choosing a passphrase for a key, with what must be known before.

use cunping_office::{lang::Lang, ui::passphrase as words};
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::problem;
use crate::{
    components::secret_field::SecretField,
    state::{App, passphrase, passphrase::Trouble},
    store::{Key, Workplace},
};

/// The fewest characters of a passphrase.
pub const LEAST: usize = 8;

/// What is wrong with a passphrase that is typed twice.
#[must_use]
pub fn wrong_with(lang: Lang, typed: &str, again: &str) -> Option<&'static str> {
    if typed.chars().count() < LEAST {
        Some(words::too_short(lang))
    } else {
        (typed != again).then(|| words::differ(lang))
    }
}

/// Two fields and a button.
#[component]
pub fn Choose(
    /// The language of the page.
    lang: Lang,
    /// Whose key it is; where it has a passphrase, it is open.
    workplace: Workplace,
    /// Where it is said that it is done: the workplace changes then, and this may be drawn no more.
    said: RwSignal<&'static str>,
) -> impl IntoView {
    let app = App::shared();
    let (typed, again, busy) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(false));
    let (failed, wrong) = (RwSignal::new(None::<Trouble>), RwSignal::new(None::<&'static str>));
    let has_one = matches!(workplace.key, Key::Wrapped(_));
    let set = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        failed.set(None);
        wrong.set(typed.with_untracked(|typed| again.with_untracked(|again| wrong_with(lang, typed, again))));
        if wrong.get_untracked().is_some() {
            return;
        }
        let (workplace, given) = (workplace.clone(), Zeroizing::new(typed.get_untracked()));
        busy.set(true);
        app.undertake(async move {
            let outcome = passphrase::set(app, workplace, given).await;
            if outcome.is_ok() {
                let _gone = said.try_set(words::done_set(lang));
            }
            let _gone = (typed.try_set(String::new()), again.try_set(String::new()));
            let _gone = (failed.try_set(outcome.err()), busy.try_set(false));
        });
    };
    view! {
        <form class="stack" on:submit=set>
            <p>{words::hint(lang)}</p>
            <p class="notice"><strong>{words::forgotten_heading(lang)}</strong>" "{words::forgotten(lang)}</p>
            {(!has_one).then(|| view! { <p class="soft">{words::old_backups(lang)}</p> })}
            <SecretField id="new-passphrase" label=words::new_field(lang) value=typed new=true />
            <SecretField id="new-passphrase-again" label=words::again(lang) value=again new=true />
            <p class="problem-text" role="alert">{wrong}</p>
            {move || failed.with(|it| it.as_ref().map(|it| problem(lang, it)))}
            <p class="row">
                <button type="submit" disabled=busy>{words::save(lang)}</button>
                <span role="status">{move || busy.get().then(|| words::working(lang))}</span>
            </p>
        </form>
    }
    .into_any()
}

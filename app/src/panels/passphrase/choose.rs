//! Choosing a passphrase for a key, with what one must know beforehand.

use cunping_text::{lang::Lang, ui::passphrase as words};
use leptos::prelude::*;

use crate::{
    panels::passphrase::{Pair, problem},
    state::{App, passphrase, passphrase::PassphraseError},
    store::{Key, Workplace},
};

/// Draws two fields and a button for the key of a workplace; a key that has a passphrase is unlocked. `said` receives the
/// message of success: the workplace changes then, and this form may no longer be drawn.
pub(crate) fn choose(lang: Lang, workplace: Workplace, said: RwSignal<&'static str>) -> AnyView {
    let app = App::shared();
    let (pair, busy) = (Pair::new(), RwSignal::new(false));
    let (failed, wrong) = (RwSignal::new(None::<PassphraseError>), RwSignal::new(None::<&'static str>));
    let has_one = matches!(workplace.own.key, Key::Wrapped(_));
    let set = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        failed.set(None);
        wrong.set(None);
        let given = match pair.given(lang) {
            Ok(given) => given,
            Err(what) => return wrong.set(Some(what)),
        };
        let workplace = workplace.clone();
        busy.set(true);
        app.undertake(async move {
            let outcome = passphrase::set(app, workplace, given).await;
            if outcome.is_ok() {
                let _gone = said.try_set(words::done_set(lang));
            }
            pair.clear();
            let _gone = (failed.try_set(outcome.err()), busy.try_set(false));
        });
    };
    any_view! {
        <form class="stack" on:submit=set>
            <p>{words::hint(lang)}</p>
            <p class="notice"><strong>{words::forgotten_heading(lang)}</strong>" "{words::forgotten(lang)}</p>
            {(!has_one).then(|| view! { <p class="soft">{words::old_backups(lang)}</p> <p class="soft">{words::then_anew(lang)}</p> })}
            {pair.fields(lang, words::new_field(lang), "new-passphrase", "new-passphrase-again")}
            <p class="problem-text" role="alert">{wrong}</p>
            {move || failed.with(|failed| failed.as_ref().map(|error| problem(lang, error)))}
            <p class="row">
                <button type="submit" disabled=busy>{words::save(lang)}</button>
                <span role="status">{move || busy.get().then(|| words::working(lang))}</span>
            </p>
        </form>
    }
}

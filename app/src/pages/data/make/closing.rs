//! The form for the passphrase of an encrypted backup, which is typed twice.

use cunping_text::{lang::Lang, ui::passphrase as words};
use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::panels::passphrase::Pair;

/// Draws two fields and a button, which is disabled while `waits` is true and calls `start` with the passphrase.
pub(super) fn form(lang: Lang, waits: Signal<bool>, start: Callback<Zeroizing<String>>) -> AnyView {
    let pair = Pair::new();
    let wrong = RwSignal::new(None::<&'static str>);
    let close = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match pair.given(lang) {
            Ok(given) => {
                wrong.set(None);
                start.run(given);
                pair.clear();
            }
            Err(what) => wrong.set(Some(what)),
        }
    };
    any_view! {
        <section class="stack">
            <h3>{words::backup_closed(lang)}</h3>
            <form class="stack" on:submit=close>
                <p>{words::backup_closed_hint(lang)}" "{words::backup_age(lang)}</p>
                <p class="soft">{words::hint(lang)}</p>
                {pair.fields(lang, words::backup_field(lang), "backup-passphrase", "backup-passphrase-again")}
                <p class="problem-text" role="alert">{wrong}</p>
                <p><button type="submit" class="primary" disabled=waits>{words::backup_close(lang)}</button></p>
            </form>
        </section>
    }
}

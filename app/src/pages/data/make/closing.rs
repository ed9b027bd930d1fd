//! The passphrase for an encrypted backup, typed twice. Encrypts nothing by itself.

use cunping_office::{lang::Lang, ui::passphrase as words};
use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::{components::secret_field::SecretField, pages::passphrase::wrong_with};

/// Two fields and a button.
#[component]
pub fn Closing(
    /// The language of the page.
    lang: Lang,
    /// Whether a backup is being made.
    waits: Signal<bool>,
    /// Makes the backup under the passphrase.
    start: Callback<Zeroizing<String>>,
) -> impl IntoView {
    let (typed, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<&'static str>);
    let close = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        wrong.set(typed.with_untracked(|typed| again.with_untracked(|again| wrong_with(lang, typed, again))));
        if wrong.get_untracked().is_none() {
            start.run(Zeroizing::new(typed.get_untracked()));
            typed.set(String::new());
            again.set(String::new());
        }
    };
    view! {
        <details>
            <summary>{words::backup_closed(lang)}</summary>
            <form class="stack" on:submit=close>
                <p>{words::backup_closed_hint(lang)}" "{words::backup_age(lang)}</p>
                <p class="soft">{words::hint(lang)}</p>
                <SecretField id="backup-passphrase" label=words::backup_field(lang) value=typed new=true />
                <SecretField id="backup-passphrase-again" label=words::again(lang) value=again new=true />
                <p class="problem-text" role="alert">{wrong}</p>
                <p><button type="submit" disabled=waits>{words::backup_close(lang)}</button></p>
            </form>
        </details>
    }
    .into_any()
}

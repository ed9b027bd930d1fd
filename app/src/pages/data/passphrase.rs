//! The passphrase of the current workplace's key: locked, unlocked or absent; setting, changing and removing it.

use cunping_text::{lang::Lang, ui::passphrase as words};
use leptos::prelude::*;

use crate::{
    panels::passphrase::{Pair, Unlock, choose, problem},
    state::{App, idle::IDLE_MINUTES, keys, locking, locking::LockReason, passphrase, passphrase::PassphraseError},
    store::{Key, Workplace},
};

/// Draws the section; nothing without a workplace, and nothing for the example.
pub(super) fn section(lang: Lang) -> AnyView {
    let app = App::shared();
    let said = RwSignal::new("");
    let panel = move || {
        let workplace = app.workplace().filter(|workplace| !workplace.example)?;
        let body = match &workplace.own.key {
            Key::Wrapped(_) if keys::closed_now(app, &workplace).is_some() => locked(app, lang, workplace, said),
            Key::Wrapped(_) => open(app, lang, workplace, said),
            _ => none(lang, workplace, said),
        };
        Some(view! {
            <section class="card stack" aria-label=words::heading(lang)>
                <h2>{words::heading(lang)}</h2>
                <p>{words::lead(lang)}</p>
                <div role="status">{move || Some(said.get()).filter(|text| !text.is_empty()).map(|text| view! { <p><strong>{text}</strong></p> })}</div>
                {body}
            </section>
        })
    };
    any_view! { {panel} }
}

fn none(lang: Lang, workplace: Workplace, said: RwSignal<&'static str>) -> AnyView {
    any_view! {
        <p class="notice open">{words::none(lang)}</p>
        <details class="passphrase-choose" open=keys::exposed().is_some()>
            <summary>{words::set(lang)}</summary>
            {choose(lang, workplace, said)}
        </details>
    }
}

fn locked(app: App, lang: Lang, workplace: Workplace, said: RwSignal<&'static str>) -> AnyView {
    let (sure, failed) = (RwSignal::new(false), RwSignal::new(None::<PassphraseError>));
    let (pair, busy, wrong) = (Pair::new(), RwSignal::new(false), RwSignal::new(None::<&'static str>));
    let old = workplace.clone();
    let new_key = move |_| {
        wrong.set(None);
        let given = match pair.given(lang) {
            Ok(given) => given,
            Err(what) => return wrong.set(Some(what)),
        };
        let old = old.clone();
        busy.set(true);
        app.undertake(async move {
            match passphrase::new_key(app, old, given).await {
                Ok(()) => said.set(words::new_key_made(lang)),
                Err(trouble) => drop((failed.try_set(Some(trouble)), busy.try_set(false))),
            }
        });
    };
    any_view! {
        <p class="notice">{words::is_locked(lang)}</p>
        <Unlock lang workplace />
        <details>
            <summary>{words::forgotten_heading(lang)}</summary>
            <div class="stack">
                <p>{words::forgotten(lang)}</p>
                <p>
                    <label>
                        <input type="checkbox" prop:checked=sure on:change=move |event| sure.set(event_target_checked(&event)) />
                        " "{words::new_key_confirm(lang)}
                    </label>
                </p>
                <p class="soft">{words::hint(lang)}</p>
                {pair.fields(lang, words::new_field(lang), "next-passphrase", "next-passphrase-again")}
                <p class="problem-text" role="alert">{wrong}</p>
                {move || failed.with(|failed| failed.as_ref().map(|error| problem(lang, error)))}
                <p class="row">
                    <button type="button" class="danger" disabled=move || !sure.get() || busy.get() on:click=new_key>{words::new_key(lang)}</button>
                    <span role="status">{move || busy.get().then(|| words::working(lang))}</span>
                </p>
            </div>
        </details>
    }
}

fn open(app: App, lang: Lang, workplace: Workplace, said: RwSignal<&'static str>) -> AnyView {
    let failed = RwSignal::new(None::<PassphraseError>);
    let removes = workplace.clone();
    let lock = move |_| locking::lock(app, LockReason::Asked);
    let remove = move |_| {
        let removes = removes.clone();
        app.undertake(async move {
            match passphrase::remove(app, removes).await {
                Ok(()) => said.set(words::done_removed(lang)),
                Err(trouble) => drop(failed.try_set(Some(trouble))),
            }
        });
    };
    // Where only a key with a passphrase may sign, the passphrase cannot be removed.
    let removal = keys::exposed().is_none().then(|| {
        view! {
            <details>
                <summary>{words::remove(lang)}</summary>
                <div class="stack">
                    <p>{words::remove_hint(lang)}</p>
                    <p><button type="button" class="danger" on:click=remove>{words::remove_now(lang)}</button></p>
                </div>
            </details>
        }
    });
    any_view! {
        <p class="notice">{words::is_open(lang, IDLE_MINUTES)}</p>
        <p><button type="button" on:click=lock>{words::lock_now(lang)}</button></p>
        {move || failed.with(|failed| failed.as_ref().map(|error| problem(lang, error)))}
        <details>
            <summary>{words::change(lang)}</summary>
            {choose(lang, workplace, said)}
        </details>
        {removal}
    }
}

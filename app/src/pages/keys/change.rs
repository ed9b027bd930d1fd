//! Changing the workplace's key: vouched for by the old one, or in place of one that is lost.

use cunping_core::{
    bundle::{KeyRole, Thumbprint},
    days::Day,
};
use cunping_office::{
    lang::Lang,
    ui::{backup, keys as words},
};
use leptos::prelude::*;

use super::{View, not_signed, own::roles};
use crate::{
    clock,
    components::problem::Problem,
    routes::Route,
    state::{mail::keys::TakesOver, signing::SignProblem},
    store::Key,
};

/// Why nothing was made.
#[derive(Clone, Debug)]
enum Wrong {
    Typed(&'static str),
    Sign(SignProblem),
}

/// The card.
pub(super) fn section(view: &View) -> AnyView {
    let lang = view.lang;
    view! {
        <section class="card stack" aria-labelledby="change">
            <h2 id="change">{words::change(lang)}</h2>
            {matches!(view.here.workplace.key, Key::Wrapped(_)).then(|| view! {
                <p class="notice open">{words::change_passphrase(lang)}" "
                    <a href=Route::Data.to_string()>{backup::heading(lang)}</a></p>
            })}
            <details><summary>{words::change_regular(lang)}</summary><div class="stack">{vouched(view)}</div></details>
            <details><summary>{words::lost(lang)}</summary><div class="stack">{lost(view)}</div></details>
        </section>
    }
    .into_any()
}

fn vouched(view: &View) -> AnyView {
    let (lang, role, problem) = (view.lang, RwSignal::new(KeyRole::Shared), RwSignal::new(None));
    let view = view.clone();
    let change = move |_| take_over(&view, role, TakesOver::Vouched, problem);
    view! {
        <p>{words::change_hint(lang)}</p>
        <p class="notice open">{words::change_sure(lang)}</p>
        {roles(lang, "new-role", role)}
        {told(lang, problem)}
        <p><button type="button" on:click=change>{words::change_now(lang)}</button></p>
    }
    .into_any()
}

fn lost(view: &View) -> AnyView {
    let (lang, role, problem) = (view.lang, RwSignal::new(KeyRole::Shared), RwSignal::new(None));
    let since = RwSignal::new(clock::today().to_string());
    let fingerprint = RwSignal::new(String::new());
    let (this, other) = (view.clone(), view.clone());
    let here = move |_| match day(since) {
        Some(day) => take_over(&this, role, TakesOver::Lost(day), problem),
        None => problem.set(Some(Wrong::Typed(words::not_a_day(lang)))),
    };
    let elsewhere = move |_| match old(&other, fingerprint, since) {
        Ok(lost) => introduce(&other, role, lost, problem),
        Err(wrong) => problem.set(Some(Wrong::Typed(wrong))),
    };
    view! {
        <p>{words::lost_hint(lang)}</p>
        <p class="row">
            <label for="lost-since">{words::lost_since(lang)}</label>
            <input id="lost-since" type="date" prop:value=since on:input=move |event| since.set(event_target_value(&event)) />
        </p>
        {roles(lang, "lost-role", role)}
        {told(lang, problem)}
        <h3>{words::lost_this(lang)}</h3>
        <p class="notice open">{words::change_sure(lang)}</p>
        <p><button type="button" class="danger" on:click=here>{words::lost_this(lang)}</button></p>
        <h3>{words::lost_other(lang)}</h3>
        <label for="lost-fingerprint">{words::lost_fingerprint(lang)}</label>
        <input id="lost-fingerprint" type="text" autocomplete="off" spellcheck="false" maxlength="60" prop:value=fingerprint
            on:input=move |event| fingerprint.set(event_target_value(&event)) />
        <p><button type="button" on:click=elsewhere>{words::lost_make(lang)}</button></p>
    }
    .into_any()
}

fn day(typed: RwSignal<String>) -> Option<Day> {
    typed.get_untracked().parse().ok()
}

fn old(view: &View, typed: RwSignal<String>, since: RwSignal<String>) -> Result<(Thumbprint, Day), &'static str> {
    let lang = view.lang;
    let kid: Thumbprint = typed.get_untracked().trim().parse().map_err(|_| words::not_a_fingerprint(lang))?;
    if kid.to_string() == view.here.workplace.thumbprint {
        return Err(words::same_key(lang));
    }
    Ok((kid, day(since).ok_or(words::not_a_day(lang))?))
}

fn take_over(view: &View, role: RwSignal<KeyRole>, how: TakesOver, problem: RwSignal<Option<Wrong>>) {
    let (app, mail, here) = (view.app, view.mail, view.here.clone());
    app.undertake(async move {
        if let Err(error) = mail.take_over(app, &here, role.get_untracked(), how).await {
            let _gone = problem.try_set(Some(Wrong::Sign(error)));
        }
    });
}

fn introduce(view: &View, role: RwSignal<KeyRole>, lost: (Thumbprint, Day), problem: RwSignal<Option<Wrong>>) {
    let (app, mail, here) = (view.app, view.mail, view.here.clone());
    app.undertake(async move {
        match mail.introduce(app, &here, role.get_untracked(), Some(lost)).await {
            Ok(()) => crate::browser::focus_heading(),
            Err(error) => drop(problem.try_set(Some(Wrong::Sign(error)))),
        }
    });
}

fn told(lang: Lang, problem: RwSignal<Option<Wrong>>) -> AnyView {
    (move || {
        problem.get().map(|it| match it {
            Wrong::Typed(what) => view! { <Problem what todo=words::mend(lang) /> }.into_any(),
            Wrong::Sign(error) => not_signed(lang, &error),
        })
    })
    .into_any()
}

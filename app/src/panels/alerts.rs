//! What must be known about the data, above every screen: not kept, not saved, another version, example data.

use cunping_text::{
    lang::Lang,
    preview,
    ui::{boot, common, day, example, export, import, label, passphrase, shell, store as words},
    when,
};
use leptos::prelude::*;

use crate::{
    browser, clock,
    components::problem::Problem,
    routes::Route,
    state::{App, Saving, idle::IDLE_MINUTES, keys, locking, locking::LockReason, saving, today},
    store::{Notice, Role, StoreError, Workplace, WorkplaceId},
    worker::client::WorkerError,
};

/// Draws everything that needs attention, the worst first.
pub(crate) fn alerts(lang: Lang) -> AnyView {
    let app = App::shared();
    let failed = move || match app.saving.get() {
        Saving::Failed(error) => Some(not_saved(app, lang, &error)),
        _ => None,
    };
    let notice = move || app.notice.get().map(|notice| noticed(lang, notice));
    let not_lasting = move || {
        (!app.lasting.get()).then(|| {
            view! { <Problem what=shell::not_lasting(lang) todo=shell::not_lasting_do(lang) /> }
        })
    };
    let private = move || {
        (app.lasting.get() && app.private.get()).then(|| {
            view! { <Problem what=shell::private(lang) todo=shell::not_lasting_do(lang) /> }
        })
    };
    let unread = move || {
        let count = app.register.with(|register| register.bad.len());
        (count > 0).then(|| view! { <Problem what=shell::unread(lang, count) todo=words::corrupt_do(lang) /> })
    };
    let clock_back = move || {
        today::recorded_after(app).map(|last| {
            let (today, last) = (when::day(lang, app.today.get()), when::day(lang, last));
            view! { <Problem what=day::clock_back(lang, &today, &last) todo=day::clock_back_do(lang) /> }
        })
    };
    let locked = move || {
        app.route.track();
        let why =
            locking::noted().filter(|_| app.workplace().is_some_and(|workplace| keys::is_locked(app, &workplace)))?;
        Some(view! { <p class="notice" role="status"><strong>{locked_words(lang, why)}</strong></p> })
    };
    any_view! {
        <section class="alerts no-print" aria-label=label::notices(lang)>{failed}{notice}{not_lasting}{private}{unread}{clock_back}{locked}</section>
        {move || app.workplace().filter(|workplace| workplace.example).map(|_| play_data(app, lang))}
    }
}

/// Draws the screen for data that cannot be used at all.
pub(crate) fn stopped(lang: Lang, error: &StoreError) -> AnyView {
    let (what, todo) = store_words(lang, error);
    any_view! {
        <div class="page stack">
            <h1 tabindex="-1">{shell::data_unreadable(lang)}</h1>
            <Problem what todo>
                <button type="button" class="primary" on:click=|_| browser::reload()>{boot::reload(lang)}</button>
            </Problem>
            {said(lang, error)}
        </div>
    }
}

fn not_saved(app: App, lang: Lang, error: &StoreError) -> AnyView {
    let (what, todo) = store_words(lang, error);
    let copied = RwSignal::new("");
    let copy = move |_| {
        let done = browser::copy(&answers(app, lang));
        copied.set(if done { export::copied_text(lang) } else { export::copy_failed(lang) });
    };
    any_view! {
        <Problem what todo>
            <button type="button" class="primary" on:click=move |_| saving::retry(app)>{common::retry(lang)}</button>
            <button type="button" on:click=copy>{shell::copy_answers(lang)}</button>
            <a class="button" href=Route::Data.to_string()>{shell::nav_data(lang)}</a>
            <span role="status">{copied}</span>
        </Problem>
        {said(lang, error)}
    }
}

/// Returns all answers in words: the last resort when nothing can be saved. Empty without a workplace or a period.
fn answers(app: App, lang: Lang) -> String {
    let Some(here) = app.here() else { return String::new() };
    let Some(period) = here.first_period(clock::today()) else { return String::new() };
    let facts = app.register.with_untracked(|register| register.facts(here.workplace.unit, period));
    let mut lines = vec![here.workplace.unit_name.clone()];
    for group in preview::stated(lang, here.pack, &facts) {
        lines.push(group.heading);
        lines.extend(
            group.lines.into_iter().map(|line| format!("{}{}{}", line.label, lang.pick("\u{ff1a}", ": "), line.value)),
        );
    }
    lines.join("\n")
}

fn noticed(lang: Lang, notice: Notice) -> AnyView {
    let (what, todo) = match notice {
        Notice::Blocked => (shell::waiting_for_tabs(lang), shell::waiting_for_tabs_do(lang)),
        Notice::Superseded => (shell::superseded(lang), shell::superseded_do(lang)),
        Notice::Lost => (shell::lost(lang), shell::lost_do(lang)),
    };
    any_view! {
        <Problem what todo>
            <button type="button" class="primary" on:click=|_| browser::reload()>{boot::reload(lang)}</button>
        </Problem>
    }
}

/// Draws the mark of example data, on every screen and on paper.
fn play_data(app: App, lang: Lang) -> AnyView {
    let (all, current) = (app.workplaces.get(), app.current.get());
    let other = all.into_iter().filter(|workplace| workplace.example && Some(workplace.id) != current);
    let switch = |workplace: Workplace| {
        let text = if workplace.role == Role::Village { example::as_village(lang) } else { example::as_township(lang) };
        view! { <button type="button" class="no-print" on:click=move |_| app.undertake(go_to(app, workplace.id))>{text}</button> }
    };
    any_view! {
        <aside class="alerts-example" aria-label=example::badge(lang)>
            <span>{example::banner(lang)}</span>
            {other.map(switch).collect_view()}
            <button type="button" class="no-print" on:click=move |_| remove_play_data(app)>{example::remove(lang)}</button>
        </aside>
    }
}

/// Makes a workplace the current one, and goes to its start screen. Stays if switching fails.
pub(crate) async fn go_to(app: App, id: WorkplaceId) {
    if app.switch_to(Some(id)).await.is_ok() {
        browser::go(&Route::Home.to_string());
    }
}

/// Removes every example and returns to real work.
pub(crate) fn remove_play_data(app: App) {
    let (gone, real) = app.workplaces.with_untracked(|all| {
        let ids = |example: bool| all.iter().filter(move |it| it.example == example).map(|it| it.id);
        (ids(true).collect(), ids(false).next())
    });
    app.undertake(async move {
        if app.remove_workplaces(gone, real).await.is_ok() {
            browser::go(&Route::Home.to_string());
        }
    });
}

/// Draws what went wrong with the store, and what to do about it.
pub(crate) fn store_problem(lang: Lang, error: &StoreError) -> AnyView {
    let (what, todo) = store_words(lang, error);
    any_view! { <Problem what todo /> }
}

/// Says what went wrong with the store, and what to do about it.
pub(crate) fn store_words(lang: Lang, error: &StoreError) -> (&'static str, &'static str) {
    match error {
        StoreError::Unavailable => (words::unavailable(lang), words::unavailable_do(lang)),
        StoreError::Newer => (words::newer(lang), words::newer_do(lang)),
        StoreError::Closed => (shell::superseded(lang), shell::superseded_do(lang)),
        StoreError::Quota => (words::quota(lang), words::quota_do(lang)),
        StoreError::Corrupt(_) => (words::corrupt(lang), words::corrupt_do(lang)),
        StoreError::Missing(_) => (shell::workplace_gone(lang), shell::workplace_gone_do(lang)),
        StoreError::Exists(_) => (shell::taken(lang), shell::taken_do(lang)),
        StoreError::Changed(_) => (words::changed_elsewhere(lang), words::changed_elsewhere_do(lang)),
        StoreError::Personal(_) => (words::personal(lang), words::personal_do(lang)),
        StoreError::Failed { .. } => (words::aborted(lang), words::aborted_do(lang)),
    }
}

/// Says what went wrong with the worker, and what to do about it.
pub(crate) fn worker_words(lang: Lang, error: WorkerError) -> (&'static str, &'static str) {
    match error {
        WorkerError::NotStarted => (import::worker_not_started(lang), import::worker_not_started_do(lang)),
        WorkerError::Stopped => (import::worker_stopped(lang), import::worker_stopped_do(lang)),
        WorkerError::OtherVersion => (import::worker_other_version(lang), import::worker_other_version_do(lang)),
    }
}

/// Says why the key was locked and the page reloaded.
fn locked_words(lang: Lang, why: LockReason) -> String {
    match why {
        LockReason::Asked => passphrase::was_locked(lang).to_owned(),
        LockReason::Idle => passphrase::was_idle(lang, IDLE_MINUTES),
        LockReason::Protected => passphrase::was_protected(lang).to_owned(),
    }
}

fn said(lang: Lang, error: &StoreError) -> Option<AnyView> {
    let StoreError::Failed { said } = error else { return None };
    Some(any_view! { <p class="soft small">{shell::failed_said(lang)}" "{said.clone()}</p> })
}

//! Shows what a backup holds and what restoring it would change here, with the button that restores it.

use cunping_text::{lang::Lang, ui::backup as words, ui::common, when};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    clock,
    components::{choice_row::Radios, choice_row::RowOption},
    pages::data::restore::{RestoreStage, brings},
    routes::Route,
    state::{App, here},
    store::{Restorable, Restore, RestoreMode, StoreError},
};

const REPLACE: &str = "replace";
const SKIP: &str = "skip";

/// Draws the contents of the backup, and the ways to restore it.
pub(super) fn preview(app: App, lang: Lang, stage: RwSignal<RestoreStage>, restore: &Restore) -> AnyView {
    let made = words::of(lang, &when::day(lang, restore.made.day), &clock::time(restore.made.ms));
    let unreadable = restore.unreadable.len();
    let unreadable =
        (unreadable > 0).then(|| view! { <p class="notice open">{words::unreadable(lang, unreadable)}</p> });
    let personal = restore.personal;
    let personal = (personal > 0).then(|| view! { <p class="notice open">{words::personal(lang, personal)}</p> });
    if restore.workplaces.is_empty() {
        return any_view! { <div class="stack"><p>{made}</p>{unreadable}<p>{words::empty(lang)}</p></div> };
    }
    let clash = restore.workplaces.iter().any(|restorable| restorable.is_here);
    let all_here = restore.workplaces.iter().all(|restorable| restorable.is_here);
    let key = RwSignal::new(SKIP.to_owned());
    let nothing = move || all_here && key.with(|key| key == SKIP);
    let replaces = move || key.with(|key| key == REPLACE);
    let parts: Vec<(bool, bool)> =
        restore.workplaces.iter().map(|restorable| (restorable.is_here, restorable.brings.wants_a_look())).collect();
    let looks = Memo::new(move |_| parts.iter().any(|(is_here, looks)| (replaces() || !is_here) && *looks));
    let seen = RwSignal::new(false);
    let idle = move || nothing() || (looks.get() && !seen.get());
    let changes = {
        let named = restore.workplaces.clone();
        move || {
            let comes = named.iter().filter(|restorable| replaces() || !restorable.is_here);
            comes.map(|restorable| brings::section(lang, restorable)).collect_view()
        }
    };
    let confirm = move || {
        looks.get().then(|| {
            view! {
                <p><label>
                    <input type="checkbox" prop:checked=seen on:change=move |event| seen.set(event_target_checked(&event)) />
                    " "{words::seen_it(lang)}
                </label></p>
            }
        })
    };
    let whole = StoredValue::new(restore.clone());
    let go = move |_| {
        let mode = if key.with_untracked(|key| key == REPLACE) { RestoreMode::Replace } else { RestoreMode::Merge };
        let whole = whole.get_value();
        stage.set(RestoreStage::Writing);
        spawn_local(async move {
            let outcome = restore_now(app, whole, mode).await;
            let _gone =
                stage.try_set(outcome.map_or_else(|error| RestoreStage::Refused(error.into()), RestoreStage::Done));
        });
    };
    any_view! {
        <div class="stack">
            <p>{made}</p>
            {unreadable}
            {personal}
            <h3>{words::inside(lang)}</h3>
            <ul>{restore.workplaces.iter().map(|restorable| workplace(lang, restorable)).collect_view()}</ul>
            {clash.then(|| choice(lang, key))}
            <p class="soft">{words::others_stay(lang)}</p>
            {move || nothing().then(|| view! { <p class="notice open">{words::nothing_to_add(lang)}</p> })}
            {changes}
            {confirm}
            <p class="row">
                <button type="button" class="primary" disabled=idle on:click=go>{words::restore_now(lang)}</button>
                <button type="button" on:click=move |_| stage.set(RestoreStage::Nothing)>{common::cancel(lang)}</button>
            </p>
        </div>
    }
}

/// Draws how many workplaces were restored, and the link to go on.
pub(super) fn done(lang: Lang, count: usize) -> AnyView {
    any_view! {
        <div class="notice stack">
            <p><strong>{words::restored(lang)}</strong>" "{words::came(lang, count)}</p>
            <p><a class="button primary" href=Route::Home.to_string()>{words::go_to_work(lang)}</a></p>
        </div>
    }
}

fn workplace(lang: Lang, restorable: &Restorable) -> AnyView {
    let here = if restorable.is_here { words::is_here(lang) } else { words::is_new(lang) };
    let class = if restorable.is_here { "data-here" } else { "soft" };
    any_view! {
        <li>
            <strong>{here::called(lang, &restorable.workplace)}</strong>" "
            <span class="soft">{restorable.workplace.unit.to_string()}</span>" "<span class=class>{here}</span>
        </li>
    }
}

fn choice(lang: Lang, key: RwSignal<String>) -> AnyView {
    let choices = vec![
        RowOption::new(SKIP, words::skip(lang), words::skip_hint(lang)),
        RowOption::new(REPLACE, words::replace(lang), words::replace_hint(lang)),
    ];
    let chosen = Signal::derive(move || Some(key.get()));
    any_view! { <Radios legend=words::when_here(lang) name="restore-mode" choices chosen on_choose=move |it| key.set(it) /> }
}

/// Restores, and reloads what has changed into memory. Returns how many workplaces were restored.
async fn restore_now(app: App, restore: Restore, mode: RestoreMode) -> Result<usize, StoreError> {
    let comes = |restorable: &&Restorable| mode == RestoreMode::Replace || !restorable.is_here;
    let count = restore.workplaces.iter().filter(comes).count();
    let first = restore.workplaces.iter().find(comes).map(|restorable| restorable.workplace.id);
    app.restore(restore, mode).await?;
    if app.current.get_untracked().is_none() {
        app.switch_to(first).await?;
    }
    Ok(count)
}

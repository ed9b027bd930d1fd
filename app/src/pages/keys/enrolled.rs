//! The keys that people made sure of: whose, since when, until when; retiring one. Brings none back.

use cunping_core::{
    bundle::{KeyRecord, Thumbprint},
    days::Day,
};
use cunping_office::{
    problem::key_role,
    ui::{common, keys as words},
    when,
};
use leptos::prelude::*;

use super::View;
use crate::clock;

/// The card.
pub(super) fn section(view: &View) -> AnyView {
    let (lang, mail) = (view.lang, view.mail);
    let keys = Memo::new(move |_| mail.roster.with(by_key));
    let none = move || keys.with(Vec::is_empty).then(|| view! { <p>{words::enrolled_none(lang)}</p> });
    let view = view.clone();
    view! {
        <section class="card stack" aria-labelledby="enrolled">
            <h2 id="enrolled">{words::enrolled(lang)}</h2>
            {none}
            <ul class="plain stack enrolled-keys">
                <For each=move || keys.get() key=|it| which(it) let:it>
                    {item(&view, &it)}
                </For>
            </ul>
        </section>
    }
    .into_any()
}

/// What tells one line from another, and from itself before it changed.
fn which(records: &[KeyRecord]) -> String {
    records.iter().map(|it| format!("{:?} {:?} {:?}", it.key, it.party, it.retired_on)).collect()
}

/// The records of each key, those that are not retired first.
fn by_key(roster: &crate::state::roster::Roster) -> Vec<Vec<KeyRecord>> {
    let mut keys = roster.keys.clone();
    keys.sort_by_key(|it| (it.retired_on.is_some(), it.party.unit, it.key.thumbprint(), it.party.clone()));
    keys.chunk_by(|a, b| a.key == b.key && a.retired_on.is_some() == b.retired_on.is_some())
        .map(<[_]>::to_vec)
        .collect()
}

fn item(view: &View, records: &[KeyRecord]) -> AnyView {
    let lang = view.lang;
    let Some(first) = records.first().cloned() else { return ().into_any() };
    let kid = first.key.thumbprint();
    let names: Vec<String> = records.iter().map(|it| view.name_of(&it.party)).collect();
    let since = words::enrolled_on(lang, &when::day(lang, first.enrolled_on));
    let until =
        first.retired_on.map(|day| view! { " · "<strong>{words::retired_on(lang, &when::day(lang, day))}</strong> });
    let acts = first.retired_on.is_none().then(|| acts(view, kid, first.enrolled_on));
    view! {
        <li class="stack enrolled-key">
            <p><strong>{names.join(lang.pick("、", ", "))}</strong>" · "{key_role(lang, first.role)}" · "{since}{until}</p>
            <p class="soft small">{words::number(lang)}" "<span class="digest">{kid.groups()}</span><br />{words::fingerprint(lang)}" "<span class="digest">{kid.to_string()}</span></p>
            {acts}
        </li>
    }
    .into_any()
}

fn acts(view: &View, kid: Thumbprint, enrolled_on: Day) -> AnyView {
    let (app, inbox, mail, lang) = (view.app, view.inbox, view.mail, view.lang);
    let open = RwSignal::new(false);
    let from = RwSignal::new(clock::today().to_string());
    let workplace = view.here.workplace.clone();
    let retire = move |_| {
        let day = from.get_untracked().parse::<Day>();
        let directory = untrack(|| mail.directory(app, inbox, &workplace));
        if let (Ok(day), Some(directory)) = (day, directory) {
            mail.take_keys(app, inbox, &directory.with_retired(kid, day).keys);
        }
    };
    let retire = StoredValue::new_local(retire);
    let id = format!("retire-{kid}");
    let undo = (enrolled_on == clock::today()).then(|| {
        let take_out = move |_| mail.take_out(app, inbox, kid);
        view! { <button type="button" class="quiet" on:click=take_out>{words::take_out(lang)}</button> }
    });
    let form = move || {
        let id = id.clone();
        open.get().then(|| view! {
            <div class="notice open stack">
                <p>{words::retire_hint(lang)}</p>
                <p class="row">
                    <label for=id.clone()>{words::retire_from(lang)}</label>
                    <input id=id type="date" prop:value=from on:input=move |event| from.set(event_target_value(&event)) />
                    <button type="button" class="danger" on:click=move |event| retire.with_value(|it| it(event))>{words::retire(lang)}</button>
                    <button type="button" on:click=move |_| open.set(false)>{common::cancel(lang)}</button>
                </p>
            </div>
        })
    };
    view! {
        <p class="row">
            <button type="button" class="quiet" on:click=move |_| open.set(true)>{words::retire(lang)}</button>
            {undo}
        </p>
        {form}
    }
    .into_any()
}

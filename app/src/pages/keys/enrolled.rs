//! The enrolled keys: whose they are, since when, until when; and retiring one. A retired key cannot be brought back.

use std::rc::Rc;

use cunping_core::{
    bundle::{KeyRecord, Thumbprint},
    days::Day,
};
use cunping_text::{problem::key_role, ui::common, ui::keys as words, when};
use leptos::prelude::*;

use crate::{
    clock,
    pages::keys::{
        call,
        call::Purpose,
        choosing::{MissingChoice, day_field, day_of},
        stops,
    },
    panels::parties::PartyView,
};

/// Draws the card.
pub(super) fn section(view: &PartyView) -> AnyView {
    let (lang, bundles) = (view.lang, view.bundles);
    let keys = Memo::new(move |_| bundles.roster.with(by_key));
    let none = move || keys.with(Vec::is_empty).then(|| view! { <p>{words::enrolled_none(lang)}</p> });
    let view = view.clone();
    any_view! {
        <section class="card stack" aria-labelledby="enrolled">
            <h2 id="enrolled">{words::enrolled(lang)}</h2>
            {none}
            <ul class="plain stack enrolled-keys">
                <For each=move || keys.get() key=|records| which(records) let:records>
                    {item(&view, &records)}
                </For>
            </ul>
        </section>
    }
}

/// Returns a text that identifies a line and changes whenever its content does.
fn which(records: &[KeyRecord]) -> String {
    let one = |it: &KeyRecord| format!("{:?} {:?} {:?} {:?}", it.key, it.party, it.retired_on, it.made_sure_on);
    records.iter().map(one).collect()
}

/// Groups the records by key, those that are not retired first.
fn by_key(roster: &crate::state::roster::Roster) -> Vec<Vec<KeyRecord>> {
    let mut keys = roster.keys.clone();
    keys.sort_by_key(|record| {
        (record.retired_on.is_some(), record.party.unit, record.key.thumbprint(), record.party.clone())
    });
    keys.chunk_by(|a, b| a.key == b.key && a.retired_on.is_some() == b.retired_on.is_some())
        .map(<[_]>::to_vec)
        .collect()
}

fn item(view: &PartyView, records: &[KeyRecord]) -> AnyView {
    let lang = view.lang;
    let Some(first) = records.first().cloned() else { return ().into_any() };
    let kid = first.key.thumbprint();
    let names: Vec<String> = records.iter().map(|record| view.name_of(&record.party)).collect();
    let since = words::enrolled_on(lang, &when::day(lang, first.enrolled_on));
    let until =
        first.retired_on.map(|day| view! { " · "<strong>{words::retired_on(lang, &when::day(lang, day))}</strong> });
    let by =
        records.iter().find(|record| record.vouched_by.is_some()).map(|_| format!(" · {}", words::by_a_word(lang)));
    let sure = sure(view, records);
    let acts = first.retired_on.is_none().then(|| acts(view, kid, first.enrolled_on));
    any_view! {
        <li class="stack keys-enrolled">
            <p><strong>{names.join(lang.pick("、", ", "))}</strong>" · "{key_role(lang, first.role)}" · "{since}{by}{sure}{until}</p>
            <p class="soft small">{words::number(lang)}" "<span class="digest">{kid.groups()}</span><br />{words::fingerprint(lang)}" "<span class="digest">{kid.to_string()}</span></p>
            {first.retired_on.is_none().then(|| call_now(view, kid, records))}
            {acts}
        </li>
    }
}

/// Says whether a key that another key vouched for has been verified by people; `None` for other keys.
fn sure(view: &PartyView, records: &[KeyRecord]) -> Option<AnyView> {
    let lang = view.lang;
    if records.iter().any(KeyRecord::rests_on_a_word) {
        return Some(any_view! { " · "<strong class="not-called">{words::not_called(lang)}</strong> });
    }
    let day = records.iter().find_map(|record| record.made_sure_on)?;
    Some(any_view! { " · "{words::made_sure_on(lang, &when::day(lang, day))} })
}

/// Draws the call for a key that was enrolled without one; `None` for other keys.
fn call_now(view: &PartyView, kid: Thumbprint, records: &[KeyRecord]) -> Option<AnyView> {
    if !records.iter().any(KeyRecord::rests_on_a_word) {
        return None;
    }
    let of = view.clone();
    let done = move || {
        if let Some(directory) = untrack(|| of.bundles.directory(of.app, of.inbox, &of.here.workplace)) {
            of.bundles.take_keys(of.app, of.inbox, &directory.with_made_sure(kid, clock::today()).keys);
        }
    };
    let purpose = Purpose { missing: Rc::new(|| None), done: Rc::new(done), enrols: false };
    let ways = call::ways(view, kid, &purpose);
    Some(
        any_view! { <details><summary>{words::call_now(view.lang)}</summary><div class="stack">{ways}</div></details> },
    )
}

fn acts(view: &PartyView, kid: Thumbprint, enrolled_on: Day) -> AnyView {
    let (app, inbox, bundles, lang) = (view.app, view.inbox, view.bundles, view.lang);
    let open = RwSignal::new(false);
    let from = RwSignal::new(clock::today().to_string());
    let workplace = view.here.workplace.clone();
    let wrong = RwSignal::new(None::<MissingChoice>);
    let retire = move |_| {
        let Some(day) = day_of(&from.get_untracked()) else { return wrong.set(Some((words::bad_day(lang), ""))) };
        if let Some(directory) = untrack(|| bundles.directory(app, inbox, &workplace)) {
            bundles.take_keys(app, inbox, &directory.with_retired(kid, day).keys);
        }
    };
    let retire = StoredValue::new_local(retire);
    let id = format!("retire-{kid}");
    let undo = (enrolled_on == clock::today()).then(|| {
        let take_out = move |_| bundles.take_out(app, inbox, kid);
        view! { <button type="button" class="quiet" on:click=take_out>{words::take_out(lang)}</button> }
    });
    let of = view.clone();
    let form = move || {
        let (id, preview) = (id.clone(), of.clone());
        let after = move || {
            let day = from.with(|from| day_of(from))?;
            let before = bundles.directory(app, inbox, &preview.here.workplace)?;
            let after = before.with_retired(kid, day);
            Some((day, before, after))
        };
        open.get().then(|| view! {
            <div class="notice open stack">
                <p>{words::retire_hint(lang)}</p>
                <p class="row">
                    <label for=id.clone()>{words::retire_from(lang)}</label>
                    {day_field(id, from)}
                </p>
                {stops::list(&of, after)}
                <p class="row">
                    <button type="button" class="danger" on:click=move |event| retire.with_value(|retire| retire(event))>{words::retire(lang)}</button>
                    <button type="button" on:click=move |_| open.set(false)>{common::cancel(lang)}</button>
                </p>
                {call::told(wrong)}
            </div>
        })
    };
    any_view! {
        <p class="row">
            <button type="button" class="quiet" on:click=move |_| open.set(true)>{words::retire(lang)}</button>
            {undo}
        </p>
        {form}
    }
}

//! Directories received from subordinate offices, each with what it would change here before anybody takes it over.

use cunping_core::bundle::{DirectoryDifference, KeyState, Kind, Payload, PrivacyState, Supersession};
use cunping_text::{lang::Lang, ui::directory as words, when};
use leptos::prelude::*;

use crate::{
    components::state_note::StateNote,
    pages::directory::PartyView,
    panels::notes::notes,
    state::examined::Examined,
    store::{Direction, ListedUnit},
};

/// At most this many names of one kind are written out.
const NAMED: usize = 12;

/// Draws the received directories; a superseded one is left out.
pub(super) fn list(view: &PartyView) -> AnyView {
    let (app, lang) = (view.app, view.lang);
    let examined = view.bundles.of_kind(app, Kind::Directory);
    let newest = move || {
        let replaced = |it: &Examined| matches!(it.states.supersession, Some(Supersession::Superseded(_)));
        examined.with(|all| {
            all.iter()
                .filter(|it| it.record.direction == Direction::Received && !replaced(it))
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let view = view.clone();
    let list = move || {
        let found = newest();
        if found.is_empty() {
            return any_view! { <p class="soft">{words::received_none(lang)}</p> };
        }
        any_view! { <ul class="plain stack">{found.into_iter().map(|it| item(&view, &it)).collect_view()}</ul> }
    };
    list.into_any()
}

fn item(view: &PartyView, bundle: &Examined) -> AnyView {
    let (app, inbox, bundles, lang) = (view.app, view.inbox, view.bundles, view.lang);
    let Payload::Directory(theirs) = &bundle.verified.payload else { return ().into_any() };
    let units = inbox.listed.with(|it| if it.is_empty() { inbox.expected(app) } else { it.clone() });
    let it = bundles.roster.with(|it| DirectoryDifference::of(theirs, &units, &it.offices, &it.keys));
    let states = notes(lang, view.here.level, &bundle.states).into_iter();
    let worst = states.map(|(_, _, note)| note).find(|note| !note.todo.is_empty());
    let named = |units: &[ListedUnit]| names(lang, units.iter().map(|it| it.name.clone()).collect());
    let keys = |keys: &[cunping_core::bundle::KeyRecord]| {
        let name = |code: cunping_core::id::UnitCode| {
            let found = theirs.units.iter().find(|it| it.code == code).map(|it| it.name.clone());
            found.unwrap_or_else(|| code.to_string())
        };
        names(lang, keys.iter().map(|it| name(it.party.unit)).collect())
    };
    let lines = [
        (words::new_units(lang), named(&it.new_units)),
        (words::renamed(lang), named(&it.renamed)),
        (words::gone_units(lang), named(&it.gone_units)),
        (words::new_offices(lang), names(lang, it.offices.iter().map(|it| it.name.clone()).collect())),
        (words::new_keys(lang), keys(&it.new_keys)),
        (words::retired_keys(lang), keys(&it.retired)),
        (words::foreign_keys(lang), keys(&it.foreign)),
    ];
    let lines = lines.into_iter().filter_map(|(name, what)| what.map(|what| view! { <dt>{name}</dt><dd>{what}</dd> }));
    let lines = lines.collect_view();
    let title = words::from(lang, &theirs.area_name, &when::day(lang, bundle.record.first_seen.day));
    let file = bundle.record.clone();
    let act = if it.is_empty() {
        any_view! { <p>{words::nothing_new(lang)}</p> }
    } else if bundle.states.privacy == Some(PrivacyState::Flagged) {
        any_view! { <p><strong>{words::personal(lang)}</strong></p> }
    } else if bundle.states.key == Some(KeyState::Enrolled) && bundle.states.counts() {
        let take = move |_| {
            let units: Vec<ListedUnit> = it.new_units.iter().chain(&it.renamed).cloned().collect();
            if !units.is_empty() {
                inbox.list_units(app, &units, None);
            }
            bundles.put_offices(app, it.offices.clone());
            let keys: Vec<_> = it.new_keys.iter().chain(&it.retired).cloned().collect();
            bundles.take_keys(app, inbox, &keys);
        };
        any_view! { <p><button type="button" class="primary" on:click=take>{words::take_over(lang)}</button></p> }
    } else if bundle.states.key == Some(KeyState::Enrolled) {
        // The note above already says why it does not count.
        ().into_any()
    } else {
        any_view! { <p><strong>{words::not_enrolled(lang)}</strong></p> }
    };
    any_view! {
        <li class="notice stack received-directory">
            <h3>{title}</h3>
            {worst.map(|note| view! { <StateNote note /> })}
            <dl class="pairs">{lines}</dl>
            {act}
            <p><button type="button" class="quiet" on:click=move |_| inbox.remove(app, file.clone())>{words::remove(lang)}</button></p>
        </li>
    }
}

/// Joins names, with the total after them where there are more than [`NAMED`]; `None` if there are none.
fn names(lang: Lang, mut all: Vec<String>) -> Option<String> {
    let count = all.len();
    all.truncate(NAMED);
    let named = all.join(lang.pick("、", ", "));
    match count {
        0 => None,
        _ if count > NAMED => Some(format!("{named} {}", words::and_more(lang, count))),
        _ => Some(named),
    }
}

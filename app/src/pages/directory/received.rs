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
        let replaced = |bundle: &Examined| matches!(bundle.states.supersession, Some(Supersession::Superseded(_)));
        let shown = |bundle: &Examined| bundle.record.direction == Direction::Received && !replaced(bundle);
        let mut all = examined.get();
        all.retain(shown);
        all
    };
    let view = view.clone();
    let list = move || {
        let found = newest();
        if found.is_empty() {
            return any_view! { <p class="soft">{words::received_none(lang)}</p> };
        }
        any_view! { <ul class="plain stack">{found.into_iter().map(|bundle| item(&view, &bundle)).collect_view()}</ul> }
    };
    list.into_any()
}

fn item(view: &PartyView, bundle: &Examined) -> AnyView {
    let (app, inbox, bundles, lang) = (view.app, view.inbox, view.bundles, view.lang);
    let Payload::Directory(theirs) = &bundle.verified.payload else { return ().into_any() };
    let units = inbox.listed.with(|listed| if listed.is_empty() { inbox.expected(app) } else { listed.clone() });
    let difference =
        bundles.roster.with(|roster| DirectoryDifference::of(theirs, &units, &roster.offices, &roster.keys));
    let states = notes(lang, view.here.level, &bundle.states).into_iter();
    let worst = states.map(|(_, _, note)| note).find(|note| !note.todo.is_empty());
    let named = |units: &[ListedUnit]| names(lang, units.iter().map(|unit| unit.name.clone()).collect());
    let keys = |keys: &[cunping_core::bundle::KeyRecord]| {
        let name = |code: cunping_core::id::UnitCode| {
            let found = theirs.units.iter().find(|unit| unit.code == code).map(|unit| unit.name.clone());
            found.unwrap_or_else(|| code.to_string())
        };
        names(lang, keys.iter().map(|record| name(record.party.unit)).collect())
    };
    let lines = [
        (words::new_units(lang), named(&difference.new_units)),
        (words::renamed(lang), named(&difference.renamed)),
        (words::gone_units(lang), named(&difference.gone_units)),
        (words::new_offices(lang), names(lang, difference.offices.iter().map(|office| office.name.clone()).collect())),
        (words::new_keys(lang), keys(&difference.new_keys)),
        (words::retired_keys(lang), keys(&difference.retired)),
        (words::foreign_keys(lang), keys(&difference.foreign)),
    ];
    let lines = lines.into_iter().filter_map(|(name, what)| what.map(|what| view! { <dt>{name}</dt><dd>{what}</dd> }));
    let lines = lines.collect_view();
    let title = words::from(lang, &theirs.area_name, &when::day(lang, bundle.record.first_seen.day));
    let file = bundle.record.clone();
    let act = if difference.is_empty() {
        any_view! { <p>{words::nothing_new(lang)}</p> }
    } else if bundle.states.privacy == Some(PrivacyState::Flagged) {
        any_view! { <p><strong>{words::personal(lang)}</strong></p> }
    } else if bundle.states.key == Some(KeyState::Enrolled) && bundle.states.counts() {
        let take = move |_| {
            let units: Vec<ListedUnit> = difference.new_units.iter().chain(&difference.renamed).cloned().collect();
            if !units.is_empty() {
                inbox.list_units(app, &units, None);
            }
            bundles.put_offices(app, difference.offices.clone());
            let keys: Vec<_> = difference.new_keys.iter().chain(&difference.retired).cloned().collect();
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

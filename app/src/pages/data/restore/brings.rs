//! Shows which keys a workplace of a backup would bring into force, and which files here would be lost. The store
//! finds both.

use cunping_core::bundle::Party;
use cunping_text::{lang::Lang, ui::backup as words, ui::keys, when};
use leptos::prelude::*;

use crate::{
    state::{documents, here},
    store::{ClockTime, FileRecord, Restorable, Returning},
};

/// At most this many files are listed by name.
const NAMED: usize = 20;

/// Draws the section of one workplace; `None` if restoring it changes neither keys nor files.
pub(super) fn section(lang: Lang, restorable: &Restorable) -> Option<AnyView> {
    let brings = &restorable.brings;
    if !brings.wants_a_look() {
        return None;
    }
    let day = |time: Option<ClockTime>| {
        time.map_or_else(|| words::no_files(lang).to_owned(), |time| when::day(lang, time.day))
    };
    let keys = (!brings.keys.is_empty()).then(|| {
        view! {
            <p><strong>{words::keys_heading(lang)}</strong></p>
            <ul>{brings.keys.iter().map(|returning| key(lang, returning)).collect_view()}</ul>
            <p>{words::foreign(lang)}</p>
        }
    });
    let lost = (!brings.lost.is_empty()).then(|| {
        let rest = brings.lost.len().saturating_sub(NAMED);
        view! {
            <p><strong>{words::lost_heading(lang)}</strong></p>
            <ul>
                {brings.lost.iter().rev().take(NAMED).map(|record| file(lang, record)).collect_view()}
                {(rest > 0).then(|| view! { <li>{words::more_files(lang, rest)}</li> })}
            </ul>
        }
    });
    Some(any_view! {
        <section class="notice open stack restore-brings">
            <h4>{words::brings_heading(lang)}" · "{here::called(lang, &restorable.workplace)}</h4>
            {brings.other_key.then(|| view! { <p>{words::other_key(lang)}</p> })}
            {keys}
            {lost}
            {(brings.back > 0).then(|| view! { <p>{words::back(lang, brings.back)}</p> })}
            <p>{words::newest(lang, &day(brings.newest_there), &day(brings.newest_here))}</p>
        </section>
    })
}

fn key(lang: Lang, returning: &Returning) -> AnyView {
    let record = &returning.record;
    let here = returning.retired_here.map_or_else(
        || words::not_enrolled_here(lang).to_owned(),
        |day| words::retired_here(lang, &when::day(lang, day)),
    );
    let there = record.retired_on.map(|day| words::retired_there(lang, &when::day(lang, day)));
    let since = words::enrolled_from(lang, &when::day(lang, record.enrolled_on));
    let told: Vec<String> = [Some(since), Some(here), there].into_iter().flatten().collect();
    any_view! {
        <li>
            <strong>{party(&record.party)}</strong>" · "{told.join(" · ")}<br />
            <span class="soft small">{keys::number(lang)}" "<span class="digest">{record.key.thumbprint().groups()}</span></span>
        </li>
    }
}

fn party(party: &Party) -> String {
    let name = documents::unit(party.unit)
        .map_or_else(|| party.unit.to_string(), |known| format!("{} {}", known.name, party.unit));
    party.office.as_ref().map_or_else(|| name.clone(), |office| format!("{name} · {office}"))
}

fn file(lang: Lang, record: &FileRecord) -> AnyView {
    any_view! { <li>{words::lost_file(lang, &record.file_name, &when::day(lang, record.first_seen.day))}</li> }
}

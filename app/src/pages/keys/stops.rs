//! Lists the files here that would stop counting if keys retire, before anybody decides it.

use cunping_core::{bundle::Directory, bundle::Kind, days::Day};
use cunping_text::{kind, ui::keys as words, when};
use leptos::prelude::*;

use crate::{panels::parties::PartyView, store::FileRecord};

/// At most this many files are listed.
const NAMED: usize = 20;

/// Draws the list for a decision: the day, and the directory before and after it. Empty while `decided` returns
/// `None`.
pub(super) fn list(
    view: &PartyView,
    decided: impl Fn() -> Option<(Day, Directory, Directory)> + Send + Sync + 'static,
) -> AnyView {
    let view = view.clone();
    let drawn = move || {
        let (day, before, after) = decided()?;
        let files = view.bundles.would_stop(view.app, &before, &after);
        Some(named(&view, day, &files))
    };
    any_view! { <div class="stops stack" role="status">{drawn}</div> }
}

fn named(view: &PartyView, day: Day, files: &[FileRecord]) -> AnyView {
    let lang = view.lang;
    if files.is_empty() {
        return any_view! { <p class="soft">{words::stops_none(lang)}</p> };
    }
    let lines = files.iter().take(NAMED).map(|file| view! { <li>{line(view, file)}</li> }).collect_view();
    let rest = files.len().saturating_sub(NAMED);
    let more = (rest > 0).then(|| view! { <li>{words::stops_more(lang, rest)}</li> });
    any_view! {
        <p><strong>{words::stops(lang, &when::day(lang, day), files.len())}</strong></p>
        <ul>{lines}{more}</ul>
    }
}

/// Describes a file: kind, unit, period, and the day on which it was first seen.
fn line(view: &PartyView, file: &FileRecord) -> String {
    let lang = view.lang;
    let kind = Kind::ALL.into_iter().find(|kind| file.is(*kind)).map_or("", |kind| kind::name(lang, kind));
    let period = file.about.as_ref().map(|about| when::period(lang, about.period));
    let seen = words::seen_on(lang, &when::day(lang, file.first_seen.day));
    let all = [Some(kind.to_owned()), Some(view.unit_name(file.unit)), period, Some(seen)];
    all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

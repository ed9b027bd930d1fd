//! The screen of a signed file of any kind but an assessment: when it was signed, and how to send it to whoever waits
//! for it.

use cunping_core::{bundle::Kind, id::Digest};
use cunping_text::{
    kind,
    lang::Lang,
    ui::{export, shell},
    when,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    clock,
    panels::{not_found, send},
    routes::Route,
    state::{App, Here},
    store::{Direction, FileRecord},
};

/// Draws the screen of a signed file.
pub(super) fn screen(app: App, lang: Lang, here: &Here, digest: Digest) -> AnyView {
    let ours = |it: &&FileRecord| it.digest == digest && it.direction == Direction::Sent;
    let record = app.files.with_untracked(|files| files.iter().find(ours).cloned());
    let found = record.and_then(|it| Some((Kind::ALL.into_iter().find(|kind| it.is(*kind))?, it)));
    let Some((of, record)) = found else {
        return not_found::missing(lang, shell::no_such_file(lang), Route::Home);
    };
    let text = RwSignal::new(None::<String>);
    spawn_local(send::read(app, here.clone(), record.clone(), text));
    let (signed, time) = (when::day(lang, record.first_seen.day), clock::time(record.first_seen.ms));
    let number = (record.sequence > 0).then(|| export::sequence_of(lang, u64::from(record.sequence)));
    let period = record.period().map(|it| when::period(lang, it));
    any_view! {
        <div class="page stack">
            <h1 tabindex="-1">{export::verified(lang)}</h1>
            <p>
                <strong>{kind::name(lang, of)}" "{period}" "{number}</strong>
                " · "{signed}" "{export::signed_at(lang, &time)}
            </p>
            {send::file(lang, &record, text)}
        </div>
    }
}

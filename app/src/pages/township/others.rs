//! Files that are here but belong in no table of this workplace: those of another document or another level.

use std::sync::Arc;

use cunping_core::{bundle::Severity, id::LevelId, pack::Level};
use cunping_text::{lang::Lang, problem, ui::township, ui::unit, when};
use leptos::prelude::*;

use crate::{
    pages::township::TownshipView,
    state::{inbox::is_here, responses::decides_as},
    store::FileRecord,
    worker::ReviewedSheet,
};

/// Draws the section; empty where every file belongs in a table.
pub(super) fn section(view: &TownshipView) -> AnyView {
    let TownshipView { app, inbox, lang, here, level, .. } = view.clone();
    // A county that decides about villages lists them elsewhere.
    let decides = |other: &&Level| !decides_as(here.pack, other, &here.workplace).is_empty();
    let at_home: Vec<LevelId> =
        here.pack.levels.iter().filter(decides).map(|other| other.id.clone()).chain([level.id.clone()]).collect();
    let pack = here.pack;
    let strange =
        move |sheet: &ReviewedSheet| sheet.seen.slot.pack != pack.id || !at_home.contains(&sheet.seen.slot.level);
    let found = Memo::new(move |_| {
        app.files.with(|files| {
            inbox.sheets.with(|sheets| {
                let here = files.iter().filter(|file| is_here(file));
                let found = here.filter_map(|file| Some((file.clone(), sheets.get(&file.digest)?.clone())));
                found.filter(|(_, sheet)| strange(sheet)).collect::<Vec<_>>()
            })
        })
    });
    let line = move |(file, sheet): (FileRecord, Arc<ReviewedSheet>)| {
        let text = said(lang, &sheet);
        view! {
            <li>
                <strong>{sheet.unit_name.clone()}</strong>" "{file.period().map(|period| when::period(lang, period))}" "{text}" "
                <button type="button" class="quiet" on:click=move |_| inbox.remove(app, file.clone())>{unit::remove_file(lang)}</button>
            </li>
        }
    };
    any_view! {
        {move || {
            let found = found.get();
            (!found.is_empty()).then(|| view! {
                <section class="stack" aria-labelledby="others">
                    <h2 id="others">{township::other_files(lang)}</h2>
                    <p>{township::other_files_hint(lang)}</p>
                    <ul>{found.into_iter().map(line).collect_view()}</ul>
                </section>
            })
        }}
    }
}

fn said(lang: Lang, sheet: &ReviewedSheet) -> String {
    let worst = sheet.states.worst().filter(|(severity, _)| *severity >= Severity::Attention);
    worst.map_or_else(
        || sheet.seen.slot.pack.to_string(),
        |(_, axis)| {
            let said = problem::state(lang, &sheet.states, axis);
            [said.what, said.advice].concat()
        },
    )
}

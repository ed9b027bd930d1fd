//! Exports the table as a file or as text, and the list of units that have not reported.

use std::collections::BTreeMap;

use cunping_core::id::UnitCode;
use cunping_text::{csv::csv, ui::export, ui::township};
use leptos::prelude::*;

use crate::{
    browser,
    components::unit_table::UnitRow,
    pages::township::{TownshipView, rows::row},
    state::township::{Show, UnitFile, UnitsTable},
    store::Register,
};

/// Draws the buttons, and whether the last one worked.
pub(super) fn buttons(view: &TownshipView) -> AnyView {
    let (lang, table) = (view.lang, view.table);
    let said = RwSignal::new("");
    let copied = move |text: &str| {
        said.set(if browser::copy(text) { export::copied_text(lang) } else { export::copy_failed(lang) });
    };
    let saved = move |done: bool| said.set(if done { export::saved_where(lang) } else { export::copy_failed(lang) });
    let (whole, tabbed) = (view.clone(), view.clone());
    let save = move |_| {
        let name = export::named(
            &[township::heading(lang), &whole.here.workplace.unit_name, &whole.period.to_string()],
            "csv",
        );
        let text = csv(whole.table.with_untracked(|table| cells(&whole, table)));
        saved(browser::download(&name, "text/csv", &text));
    };
    let copy = move |_| {
        let lines = tabbed.table.with_untracked(|table| cells(&tabbed, table));
        copied(&lines.iter().map(|line| line.join("\t")).collect::<Vec<_>>().join("\n"));
    };
    let missing = move || {
        table.with_untracked(|table| {
            let lines = table.lines.iter().filter(|line| Show::Missing.shows(line));
            lines.map(|line| line.name.clone()).collect::<Vec<_>>().join("\n")
        })
    };
    let reviewed = view.clone();
    let save_reviews = move |_| {
        let name = export::named(
            &[township::reviews(lang), &reviewed.here.workplace.unit_name, &reviewed.period.year().to_string()],
            "csv",
        );
        saved(browser::download(&name, "text/csv", &reviews(&reviewed)));
    };
    let of = view.clone();
    let any_reviews = move || !of.app.register.with(|register| reviews_of(&of, register)).is_empty();
    let any_missing = move || table.with(|table| table.lines.iter().any(|line| Show::Missing.shows(line)));
    any_view! {
        <span class="row">
            <button type="button" on:click=save>{township::download_csv(lang)}</button>
            <button type="button" on:click=copy>{township::copy_table(lang)}</button>
            {move || any_missing().then(|| view! {
                <button type="button" on:click=move |_| copied(&missing())>{township::copy_missing(lang)}</button>
            })}
            {move || any_reviews().then(|| view! {
                <button type="button" on:click=save_reviews.clone()>{township::download_reviews(lang)}</button>
            })}
            <span role="status">{said}</span>
        </span>
    }
}

/// Returns the results of the office's reviews in the year as CSV, in the form that `cunping rollup --reviews` reads.
fn reviews(view: &TownshipView) -> String {
    let line = |(unit, passed): (UnitCode, bool)| {
        let (pack, level, year) = (&view.here.pack.id, &view.level.id, view.period.whole_year());
        format!("{unit},{pack},{level},{year},{}\n", if passed { "passed" } else { "failed" })
    };
    let lines = view.app.register.with_untracked(|register| reviews_of(view, register)).into_iter().map(line);
    std::iter::once("unit,pack,level,year,outcome\n".to_owned()).chain(lines).collect()
}

fn reviews_of(view: &TownshipView, register: &Register) -> BTreeMap<UnitCode, bool> {
    register.reviews_of(&view.here.pack.id, &view.level.id, view.period.whole_year())
}

/// Returns the cells of the table with what is known about each file, the header row first.
fn cells(view: &TownshipView, table: &UnitsTable) -> Vec<Vec<String>> {
    let TownshipView { app, lang, level, period, .. } = view;
    let (lang, period) = (*lang, *period);
    let told = |line: &crate::state::township::UnitLine| {
        cunping_text::township::row(lang, level, period, (line.unit, &line.name), line.counted())
    };
    let told: Vec<_> = table.lines.iter().map(told).collect();
    let mut out = cunping_text::township::table(lang, level, &told);
    // The office's table knows no files, so a file that does not count is told here from a missing one.
    for (cells, line) in out.iter_mut().skip(1).zip(&table.lines) {
        if let (Some(cell), None, Some(_)) = (cells.get_mut(2), line.counted(), line.head()) {
            *cell = township::out(lang).to_owned();
        }
    }
    let extra = [township::state(lang), township::first_seen(lang), township::late(lang)].map(str::to_owned);
    let responses = view.responses.get_untracked();
    let of_files = app.files.with_untracked(|files| {
        let row = |line: &crate::state::township::UnitLine| {
            let digest = line.head().map(UnitFile::digest);
            let settled = super::settled(level, period, &responses, line);
            row(lang, (level, period), line, files.iter().find(|file| Some(file.digest) == digest), settled.as_ref())
        };
        table.lines.iter().map(row).map(said).collect::<Vec<_>>()
    });
    for (line, more) in out.iter_mut().zip(std::iter::once(extra).chain(of_files)) {
        line.extend(more);
    }
    out
}

fn said(row: UnitRow) -> [String; 3] {
    let notes = row.notes.into_iter().map(|note| [note.what, note.todo].concat()).collect::<Vec<_>>().join(" ");
    [notes, row.arrival.unwrap_or_default(), row.late.unwrap_or_default()]
}

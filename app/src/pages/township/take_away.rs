//! Exports the table as a file or as text, and the list of units that have not reported.

use std::collections::BTreeMap;

use cunping_core::id::UnitCode;
use cunping_text::{
    table::TableSheet,
    township as told,
    ui::{encrypt, export, township},
};
use leptos::prelude::*;

use crate::{
    browser,
    components::{table_buttons::table_buttons, unit_table::UnitRow},
    pages::township::{TownshipView, rows::row},
    state::township::{Show, UnitLine, UnitsTable},
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
    let whole = StoredValue::new(view.clone());
    let sheets = move || whole.with_value(|whole| table.with_untracked(|table| sheets(whole, table)));
    let name =
        export::named(&[township::heading(lang), &view.here.workplace.unit_name, &view.period.to_string()], "xlsx");
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
            {table_buttons(lang, name, sheets)}
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

/// Returns the table with what is known about each file, and the counts as a sheet of their own.
fn sheets(view: &TownshipView, table: &UnitsTable) -> Vec<TableSheet> {
    let TownshipView { app, lang, level, period, .. } = view;
    let (lang, period) = (*lang, *period);
    let responses = view.responses.get_untracked();
    let rows = app.files.with_untracked(|files| {
        let line = |line: &UnitLine| {
            let head = line.head();
            let file = head.and_then(|head| files.iter().find(|file| file.digest == head.digest()));
            let settled = super::settled(level, period, &responses, line);
            let shown = row(lang, (level, period), line, file, settled.as_ref());
            let notes = said(&shown, file.is_some_and(|file| file.encrypted).then(|| encrypt::mark(lang)));
            let known = told::TableFile {
                sequence: head.map(|head| head.sheet.seen.sequence),
                first_seen: file.map(|file| file.first_seen.day),
                notes,
                late: shown.late.unwrap_or_default(),
            };
            (told::row(lang, level, period, (line.unit, &line.name), line.counted()), head.map(|_| known))
        };
        table.lines.iter().map(line).collect::<Vec<_>>()
    });
    vec![told::table(lang, level, &rows), told::tally_sheet(lang, level, period, &table.tally)]
}

fn said(row: &UnitRow, more: Option<&str>) -> String {
    let notes = row.notes.iter().map(|note| [note.what.as_str(), &note.todo].concat());
    notes.chain(more.map(str::to_owned)).collect::<Vec<_>>().join(" ")
}

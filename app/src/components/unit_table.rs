//! Units and criteria: a table where there is room, one card for each unit where there is not.

use cunping_core::id::UnitCode;
use cunping_text::{finding, lang::Lang, ui::label, ui::township};
use leptos::prelude::*;

use super::{
    mark::Mark,
    state_note::{FileNote, StateNote},
};
use crate::routes::Route;

/// One unit.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// Its division code.
    pub unit: UnitCode,
    /// Its name.
    pub name: String,
    /// The unit's own screen.
    pub to: Route,
    /// The result that counts; `None` if none does.
    pub verdict: Option<finding::Mark>,
    /// The day as of which the result is provisional, in words; `None` once it can no longer change.
    pub provisional: Option<String>,
    /// The finding of each criterion; empty if no result counts.
    pub cells: Vec<finding::Mark>,
    /// The states of its file, the worst first; empty for a unit without one.
    pub notes: Vec<FileNote>,
    /// Which report of the unit it is, and when it was first seen.
    pub arrival: Option<String>,
    /// What was entered late, and when.
    pub late: Option<String>,
}

/// The head of a criterion's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnHead {
    /// Its number in the document.
    pub number: String,
    /// Its official title.
    pub title: String,
}

/// Draws the table: a column for each criterion, a row for each unit.
pub fn unit_table(lang: Lang, heads: Vec<ColumnHead>, rows: Signal<Vec<UnitRow>>) -> AnyView {
    let columns = StoredValue::new(heads.clone());
    let head = |column: ColumnHead| {
        let title = column.title.clone();
        view! {
            <th role="columnheader" scope="col" class="unit-table-number" title=title>
                <span aria-hidden="true">{column.number}</span>
                <span class="hidden-text">{column.title}</span>
            </th>
        }
    };
    any_view! {
        <table class="unit-table" role="table" aria-label=label::table_of_units(lang)>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{township::unit(lang)}</th>
                    <th role="columnheader" scope="col">{township::verdict(lang)}</th>
                    {heads.into_iter().map(head).collect_view()}
                    <th role="columnheader" scope="col">{township::state(lang)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <For each=move || rows.get() key=identity let:row>{columns.with_value(|heads| line(lang, heads, row))}</For>
            </tbody>
        </table>
    }
}

fn line(lang: Lang, heads: &[ColumnHead], row: UnitRow) -> AnyView {
    let missing = row.verdict.is_none();
    let reported = row.arrival.is_some();
    let verdict = row.verdict.map(|mark| view! { <Mark mark /> });
    let word = if reported { township::out(lang) } else { township::not_reported(lang) };
    let silent = missing.then(|| view! { <span class="unit-table-missing">{word}</span> });
    let cell = |(head, mark): (&ColumnHead, finding::Mark)| {
        view! { <td role="cell" class="unit-table-cell"><span class="unit-table-cell-number" aria-hidden="true">{head.number.clone()}</span><Mark mark /></td> }
    };
    let cells = heads.iter().zip(row.cells).map(cell).collect_view();
    let none = missing.then(|| {
        heads.iter().map(|_| view! { <td role="cell" class="unit-table-cell unit-table-none"></td> }).collect_view()
    });
    any_view! {
        <tr role="row" class=if reported { "" } else { "unit-table-silent" }>
            <th role="rowheader" scope="row"><a href=row.to.to_string()>{row.name}</a></th>
            <td role="cell" class="unit-table-verdict">{verdict}{silent}{row.provisional.map(|text| view! { <span class="soft small">{text}</span> })}</td>
            {cells}
            {none}
            <td role="cell" class="unit-table-state">
                {row.notes.into_iter().map(|note| view! { <StateNote note /> }).collect_view()}
                {row.arrival.map(|text| view! { <span class="soft small">{text}</span> })}
                {row.late.map(|text| view! { <span class="unit-table-late small">{township::late(lang)}{lang.pick("：", ": ")}{text}</span> })}
            </td>
        </tr>
    }
}

/// Returns the key of a row: the row is redrawn exactly when something that it shows has changed.
fn identity(row: &UnitRow) -> (String, String) {
    let mut shown = format!("{} {:?} {:?} {:?}", row.name, row.provisional, row.arrival, row.late);
    for mark in row.verdict.iter().chain(&row.cells) {
        shown.push_str(mark.word);
    }
    for note in &row.notes {
        shown.push_str(&note.what);
        shown.push_str(&note.todo);
    }
    (row.unit.to_string(), shown)
}

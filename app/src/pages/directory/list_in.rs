//! A list of units that comes out of a spreadsheet.

use std::{collections::BTreeMap, sync::Arc};

use cunping_core::unit_table;
use cunping_text::{problem, problem::Problem, ui::directory as words};
use leptos::prelude::*;

use crate::{
    pages::directory::PartyView,
    panels::table_in::{TableChange, TableIn, table_in},
    state::inbox::next_level,
    store::ListedUnit,
};

/// A change of the list of units.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ListChange {
    /// The units that are added or renamed.
    put: Vec<ListedUnit>,
    /// The whole list before, as a person made it; empty if nobody had.
    before: Vec<ListedUnit>,
}

/// Draws the panel.
pub(super) fn panel(view: &PartyView) -> AnyView {
    let (app, inbox, lang, of) = (view.app, view.inbox, view.lang, view.here.workplace.unit);
    let read = move |text: &str| {
        let place = |line, column| problem::cell(lang, line, column);
        let rows = unit_table::read(text, of, next_level(of)).map_err(|faults| {
            faults.iter().map(|it| (place(it.line, it.column), problem::unit_table(lang, it))).collect::<Vec<_>>()
        })?;
        let personal: Vec<(String, Problem)> = rows
            .iter()
            .filter_map(|row| Some((format!("{} ", row.code), problem::in_text(lang, &row.name)?)))
            .collect();
        if !personal.is_empty() {
            return Err(personal);
        }
        let known: BTreeMap<_, _> =
            untrack(|| inbox.expected(app)).into_iter().map(|unit| (unit.code, unit.name)).collect();
        let (mut lines, mut put, mut renamed) = (Vec::new(), Vec::new(), 0);
        let all = rows.len();
        for row in rows {
            let code = row.code.to_string();
            match known.get(&row.code) {
                Some(name) if *name == row.name => continue,
                Some(name) => {
                    renamed += 1;
                    lines.push(words::list_in_renames(lang, &code, name, &row.name));
                }
                None => lines.push(format!("{code} {}", row.name)),
            }
            put.push(ListedUnit { code: row.code, name: row.name });
        }
        let new = put.len() - renamed;
        let would = match put.len() {
            0 => words::list_in_nothing(lang).to_owned(),
            changed => words::list_in_would(lang, new, renamed, all - changed),
        };
        let change = ListChange { put, before: inbox.listed.get_untracked() };
        Ok(TableChange { would, lines, done: words::list_in_done(lang, new, renamed), change })
    };
    let apply = move |change: &ListChange, done: bool| {
        if done { inbox.list_units(app, &change.put, None) } else { inbox.list_exactly(app, &change.before) }
    };
    table_in(
        lang,
        TableIn {
            id: "list-in",
            summary: words::list_in(lang),
            hint: words::list_in_hint(lang),
            take: words::list_in_take(lang),
            read: Arc::new(read),
            apply: Arc::new(apply),
        },
    )
}

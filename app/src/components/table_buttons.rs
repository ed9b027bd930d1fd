//! Buttons that take a table away: as a workbook, and onto the clipboard. What is in it is made when one is pressed.

use cunping_text::{
    lang::Lang,
    table::{self, TableSheet},
    ui::{export, township},
};
use leptos::prelude::*;

use crate::browser;

const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Draws the buttons, and whether the last one worked. `sheets` makes the workbook; its first sheet is what is
/// copied.
pub fn table_buttons(
    lang: Lang,
    name: String,
    sheets: impl Fn() -> Vec<TableSheet> + Copy + Send + Sync + 'static,
) -> AnyView {
    let said = RwSignal::new("");
    let save = move |_| {
        let asked = table::workbook(&untrack(sheets)).is_some_and(|bytes| browser::download_bytes(&name, KIND, &bytes));
        said.set(if asked { export::saved_where(lang) } else { export::table_not_saved(lang) });
    };
    let copy = move |_| {
        let copied = untrack(sheets).first().is_some_and(|it| browser::copy_table(&table::plain(it), &table::html(it)));
        said.set(if copied { export::copied_text(lang) } else { export::table_not_copied(lang) });
    };
    any_view! {
        <button type="button" title=township::table_hint(lang) on:click=save>{township::download_table(lang)}</button>
        <button type="button" on:click=copy>{township::copy_table(lang)}</button>
        <span role="status">{said}</span>
    }
}

//! The screen of the stored data: where it lives, backup, restore, removal. Rows are read and written by the store
//! only.

mod make;
mod one_file;
mod passphrase;
mod place;
mod remove;
mod restore;

use cunping_text::{lang::Lang, ui::backup as words};
use leptos::prelude::*;

use crate::browser;

/// Draws the screen, one card for each thing that can be done with the data.
pub(super) fn screen(lang: Lang) -> AnyView {
    any_view! {
        <div class="page data-page">
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            {make::card(lang)}
            {restore::card(lang)}
            {passphrase::section(lang)}
            {place::card(lang)}
            {(!browser::from_disk()).then(|| one_file::card(lang))}
            {remove::card(lang)}
        </div>
    }
}

//! The screen of the stored data: where it lives, backup, restore, removal. Rows are read and written by the store
//! only.

pub mod make;
pub mod one_file;
pub mod passphrase;
pub mod place;
pub mod remove;
pub mod restore;

use cunping_text::{lang::Lang, ui::backup as words};
use leptos::prelude::*;

use crate::browser;

/// Draws the screen, one card for each thing that can be done with the data.
#[component]
pub fn Data(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    any_view! {
        <div class="page data-page">
            <h1 tabindex="-1">{words::heading(lang)}</h1>
            <make::Make lang />
            <restore::Restoring lang />
            <passphrase::Passphrase lang />
            <place::Place lang />
            {(!browser::from_disk()).then(|| view! { <one_file::OneFile lang /> })}
            <remove::Removing lang />
        </div>
    }
}

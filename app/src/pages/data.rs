//! Where the data lives, backup, restore, removal. Reads and writes no rows itself: the store does.

pub mod make;
pub mod one_file;
pub mod passphrase;
pub mod place;
pub mod remove;
pub mod restore;

use cunping_office::{lang::Lang, ui::backup as words};
use leptos::prelude::*;

use crate::browser;

/// The data and what can be done with it.
#[component]
pub fn Data(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    view! {
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
    .into_any()
}

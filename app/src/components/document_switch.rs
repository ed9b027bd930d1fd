//! Shows which of several documents is current, and switches to another.

use cunping_text::{lang::Lang, ui::shell};
use leptos::prelude::*;

/// One document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwitchEntry {
    /// Its name.
    pub name: String,
    /// True for the current document.
    pub current: bool,
}

/// Draws a row of documents, nothing if there is only one; `on_choose` is called with the index of the chosen document.
pub fn document_switch(lang: Lang, options: Vec<SwitchEntry>, on_choose: Callback<usize>) -> AnyView {
    if options.len() < 2 {
        return ().into_any();
    }
    let button = |(place, entry): (usize, SwitchEntry)| {
        let pressed = if entry.current { "true" } else { "false" };
        view! {
            <button type="button" class="quiet" lang="zh-Hans" aria-pressed=pressed on:click=move |_| on_choose.run(place)>
                {entry.name}
            </button>
        }
    };
    any_view! {
        <nav class="document-switch no-print" aria-label=shell::switch_document(lang)>
            <span class="soft small">{shell::switch_document(lang)}</span>
            {options.into_iter().enumerate().map(button).collect_view()}
        </nav>
    }
}

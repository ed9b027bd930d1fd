//! Shows which of several documents is current and how much of each is answered, and switches to another.

use leptos::prelude::*;

/// One document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwitchEntry {
    /// Its name.
    pub name: String,
    /// How much of it is answered; empty where nothing is asked.
    pub answered: Signal<String>,
    /// True for the current document.
    pub current: bool,
}

/// Draws the documents, nothing if there is only one; `label` says what they are, and `on_choose` is called with the
/// index of the chosen one.
pub fn document_switch(label: &'static str, options: Vec<SwitchEntry>, on_choose: Callback<usize>) -> AnyView {
    if options.len() < 2 {
        return ().into_any();
    }
    let button = |(place, entry): (usize, SwitchEntry)| {
        let pressed = if entry.current { "true" } else { "false" };
        view! {
            <button type="button" class="quiet" lang="zh-Hans" aria-pressed=pressed on:click=move |_| on_choose.run(place)>
                {entry.name}" "<span class="document-switch-answered">{entry.answered}</span>
            </button>
        }
    };
    any_view! {
        <div class="document-switch" role="group" aria-label=label>
            <span class="soft small">{label}</span>
            {options.into_iter().enumerate().map(button).collect_view()}
        </div>
    }
}

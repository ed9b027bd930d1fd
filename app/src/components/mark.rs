//! A finding or verdict as icon, word and colour, never by colour alone.

use cunping_text::finding;
use leptos::prelude::*;

/// Draws the mark of a finding, verdict or target.
#[component]
pub fn Mark(
    /// The mark to show.
    mark: finding::Mark,
) -> impl IntoView {
    any_view! {
        <span class="mark" data-finding=mark.key>
            <span class="mark-icon" aria-hidden="true">{mark.icon}</span>
            <span>{mark.word}</span>
        </span>
    }
}

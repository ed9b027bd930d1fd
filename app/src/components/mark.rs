//! A finding or verdict: icon, word and colour, never colour alone. Judges nothing.

use cunping_office::finding;
use leptos::prelude::*;

/// The mark of a finding, verdict or target.
#[component]
pub fn Mark(
    /// What to show.
    mark: finding::Mark,
) -> impl IntoView {
    view! {
        <span class="mark" data-finding=mark.key>
            <span class="mark-icon" aria-hidden="true">{mark.icon}</span>
            <span>{mark.word}</span>
        </span>
    }
    .into_any()
}

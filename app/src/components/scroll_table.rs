//! A plain table that scrolls in itself where it is wider than the screen.

use leptos::prelude::*;

/// Draws a table with a row of heads.
pub fn scroll_table(label: &'static str, heads: &[&'static str], rows: AnyView) -> AnyView {
    any_view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table>
                <thead><tr>{heads.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

//! What went wrong and what to do about it.

use leptos::prelude::*;

/// Draws a problem that a person can do something about.
#[component]
pub fn Problem(
    /// What happened.
    #[prop(into)]
    what: String,
    /// What to do.
    #[prop(into)]
    todo: String,
    /// Ways out, such as buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    any_view! {
        <div class="notice breach stack" role="alert">
            <p><strong>{what}</strong></p>
            <p>{todo}</p>
            {children.map(|children| view! { <div class="row">{children()}</div> })}
        </div>
    }
}

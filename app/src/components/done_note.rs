//! Tells what one press did to many things at once: how many, which, and the undo. The caller does and undoes it.

use cunping_text::{lang::Lang, ui::common};
use leptos::prelude::*;

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneAction {
    /// One sentence that says it.
    pub text: String,
    /// The things that it was done to, one line each.
    pub lines: Vec<String>,
}

/// Draws the note; it stays in view until there is nothing left to undo.
#[component]
pub fn DoneNote(
    /// The language of the page.
    lang: Lang,
    /// The last action; `None` for none.
    #[prop(into)]
    done: Signal<Option<DoneAction>>,
    /// Called to undo it.
    #[prop(into)]
    on_undo: Callback<()>,
) -> impl IntoView {
    let note = move || {
        done.get().map(|action| {
            let lines = action.lines.into_iter().map(|line| view! { <li lang="zh-Hans">{line}</li> }).collect_view();
            view! {
                <div class="notice">
                    <p class="row">
                        <span>{action.text}</span>
                        <button type="button" on:click=move |_| on_undo.run(())>{common::undo(lang)}</button>
                    </p>
                    <details><summary>{common::details(lang)}</summary><ul>{lines}</ul></details>
                </div>
            }
        })
    };
    any_view! { <div class="done-note no-print" role="status">{note}</div> }
}

//! What one press did to many things at once: how many, which, and the way back. Does and undoes nothing itself.

use cunping_office::{lang::Lang, ui::common};
use leptos::prelude::*;

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// In one sentence.
    pub text: String,
    /// To which things, a line each.
    pub lines: Vec<String>,
}

/// The note; it stays in view until there is nothing to undo any more.
#[component]
pub fn DoneNote(
    /// The language of the page.
    lang: Lang,
    /// What was done last; `None` for nothing.
    #[prop(into)]
    done: Signal<Option<Done>>,
    /// Called when it is to be taken back.
    #[prop(into)]
    on_undo: Callback<()>,
) -> impl IntoView {
    let note = move || {
        done.get().map(|it| {
            let lines = it.lines.into_iter().map(|line| view! { <li lang="zh-Hans">{line}</li> }).collect_view();
            view! {
                <div class="notice">
                    <p class="row">
                        <span>{it.text}</span>
                        <button type="button" on:click=move |_| on_undo.run(())>{common::undo(lang)}</button>
                    </p>
                    <details><summary>{common::details(lang)}</summary><ul>{lines}</ul></details>
                </div>
            }
        })
    };
    view! { <div class="done-note no-print" role="status">{note}</div> }.into_any()
}

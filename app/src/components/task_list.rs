//! The criteria of a level in order, each with its finding and a link to it.

use cunping_text::{finding, lang::Lang, ui::common, ui::label, ui::question};
use leptos::prelude::*;

use super::mark::Mark;
use crate::routes::Route;

/// One criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// The criterion's id.
    pub id: String,
    /// The heading above it; `None` unless it is the first of a section.
    pub section: Option<String>,
    /// Its position, from 1.
    pub place: usize,
    /// Its official title.
    pub title: String,
    /// Its finding.
    pub mark: finding::Mark,
    /// A note on its answers after a change of edition; true if somebody must check them again.
    pub note: Option<(bool, String)>,
    /// The screen where it is answered.
    pub to: Route,
    /// True for the criterion on the screen.
    pub current: bool,
}

/// Draws the criteria as a list of links.
pub fn task_list(lang: Lang, tasks: Signal<Vec<Task>>) -> AnyView {
    any_view! {
        <nav class="task-list" aria-label=label::task_list(lang)>
            <ol>
                <For each=move || tasks.get() key=|task| (task.id.clone(), task.mark.key, task.note.clone(), task.current) let:task>
                    <TaskRow lang task />
                </For>
            </ol>
        </nav>
    }
}

/// Draws one criterion as a link.
#[component]
fn TaskRow(lang: Lang, task: Task) -> impl IntoView {
    let act = if task.mark.key == "open" { question::answer(lang) } else { common::change(lang) };
    let heading = task.section.map(|it| view! { <p class="task-list-section" lang="zh-Hans">{it}</p> });
    let note = task.note.map(|(again, text)| {
        view! { <span class=if again { "task-list-note attention" } else { "task-list-note soft small" }>{text}</span> }
    });
    any_view! {
        <li>
            {heading}
            <a href=task.to.to_string() aria-current=task.current.then_some("step")>
                <span class="task-list-place">{task.place}</span>
                <span class="task-list-title" lang="zh-Hans">{task.title}{note}</span>
                <Mark mark=task.mark />
                <span class="task-list-act">{act}</span>
            </a>
        </li>
    }
}

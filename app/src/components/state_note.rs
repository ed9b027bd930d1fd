//! Where a file stands, in a few words, with what to do. Icon, word and colour; judges nothing.

use cunping_core::bundle::Severity;
use leptos::prelude::*;

/// What is said of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// How bad it is.
    pub weight: Weight,
    /// What is the case.
    pub what: String,
    /// What to do; empty where nothing is to be done.
    pub todo: String,
}

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// As it should be.
    Fine,
    /// Worth knowing.
    Aside,
    /// Somebody should look at it.
    LookAt,
    /// It does not count.
    Out,
}

impl Weight {
    /// The weight of a file's state.
    #[must_use]
    pub fn of(severity: Severity) -> Self {
        match severity {
            Severity::Fine => Self::Fine,
            Severity::Note => Self::Aside,
            Severity::Attention => Self::LookAt,
            Severity::NotCounted => Self::Out,
        }
    }

    fn icon(self) -> &'static str {
        match self {
            Self::Fine => "✓",
            Self::Aside => "·",
            Self::LookAt => "！",
            Self::Out => "✕",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Aside => "aside",
            Self::LookAt => "look-at",
            Self::Out => "out",
        }
    }
}

/// One note.
#[component]
pub fn StateNote(
    /// What to say.
    note: Note,
) -> impl IntoView {
    let todo = (!note.todo.is_empty()).then_some(note.todo);
    view! {
        <div class="state-note" data-weight=note.weight.key()>
            <span class="state-icon" aria-hidden="true">{note.weight.icon()}</span>
            <span>
                <span class="state-what">{note.what}</span>
                {todo.map(|todo| view! { " "<span class="state-todo">{todo}</span> })}
            </span>
        </div>
    }
    .into_any()
}

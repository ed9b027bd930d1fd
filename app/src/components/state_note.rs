//! The state of a file in a few words, with what to do: icon, word and colour.

use cunping_core::bundle::Severity;
use leptos::prelude::*;

/// A note on a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNote {
    /// Its weight.
    pub weight: Weight,
    /// A description of the state.
    pub what: String,
    /// What to do; empty if nothing needs to be done.
    pub todo: String,
}

/// Weight of a note, from harmless to serious.
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
    /// Returns the weight for a severity.
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

/// Draws one note.
#[component]
pub fn StateNote(
    /// The note to draw.
    note: FileNote,
) -> impl IntoView {
    let todo = (!note.todo.is_empty()).then_some(note.todo);
    any_view! {
        <div class="state-note" data-weight=note.weight.key()>
            <span class="state-note-icon" aria-hidden="true">{note.weight.icon()}</span>
            <span>
                <span class="state-note-what">{note.what}</span>
                {todo.map(|todo| view! { " "<span class="state-note-todo">{todo}</span> })}
            </span>
        </div>
    }
}

//! Looks up values by their names in a message. Core defines the names.

use cunping_core::{bundle::Kind, evaluate::Verdict, truth::Finding};

/// Returns the finding with this code; `None` if there is none.
pub(super) fn finding(name: &str) -> Option<Finding> {
    Finding::ALL.into_iter().find(|it| it.code() == name)
}

/// Returns the verdict with this code; `None` if there is none.
pub(super) fn verdict(name: &str) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|it| it.code() == name)
}

/// Returns the kind of bundle with this name; `None` if there is none.
pub(super) fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|it| it.name() == name)
}

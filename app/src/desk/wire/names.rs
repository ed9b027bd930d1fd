//! What a name in a message stands for. Holds no names: core does.

use cunping_core::{bundle::Kind, evaluate::Verdict, truth::Finding};

/// The finding of a name.
pub(super) fn finding(name: &str) -> Option<Finding> {
    Finding::ALL.into_iter().find(|it| it.code() == name)
}

/// The verdict of a name.
pub(super) fn verdict(name: &str) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|it| it.code() == name)
}

/// The kind of a name.
pub(super) fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|it| it.name() == name)
}

//! The error of spelling out or printing cases: the place and the fault.

use std::fmt;

/// An error in cases, for the person who writes them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {what}")]
pub struct CaseError {
    /// A path, or a case as `<file>: <name>`.
    pub at: String,
    /// The fault, maybe on several lines.
    pub what: String,
}

impl CaseError {
    pub(crate) fn new(at: impl fmt::Display, what: impl fmt::Display) -> Self {
        Self { at: at.to_string(), what: what.to_string() }
    }
}

//! The error of spelling out or printing cases: the place and the fault.

use std::fmt;

/// An error in cases, for the person who writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A path, or a case as `<file>: <name>`.
    pub at: String,
    /// The fault, maybe on several lines.
    pub what: String,
}

impl Problem {
    pub(crate) fn new(at: impl fmt::Display, what: impl fmt::Display) -> Self {
        Self { at: at.to_string(), what: what.to_string() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, what } = self;
        write!(f, "{at}: {what}")
    }
}

impl std::error::Error for Problem {}

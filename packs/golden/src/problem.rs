//! Why cases cannot be spelled out or printed: where, and what is wrong there. Mends nothing.

use std::fmt;

/// Says why cases cannot be spelled out or printed, for whoever writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A path, or a case as `<file>: <name>`.
    pub at: String,
    /// What is wrong there, maybe on several lines.
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

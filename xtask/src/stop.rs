//! Why a chore stopped, in words for the terminal, and the exit code for it.

use std::fmt;
use std::path::Path;

/// The result of a chore.
pub(crate) type Done<T = ()> = Result<T, Stop>;

/// Why a chore stopped.
#[derive(Debug)]
pub(crate) struct Stop {
    words: String,
    code: u8,
}

impl Stop {
    /// A step failed.
    pub(crate) fn failed(words: impl Into<String>) -> Self {
        Self { words: words.into(), code: 1 }
    }

    /// The command line was not understood.
    pub(crate) fn usage(words: impl Into<String>) -> Self {
        Self { words: words.into(), code: 2 }
    }

    /// A system package is missing and cannot be installed from here.
    pub(crate) fn missing(words: impl Into<String>) -> Self {
        Self { words: words.into(), code: 3 }
    }

    /// The file system reported an error.
    pub(crate) fn io(path: &Path, error: &std::io::Error) -> Self {
        Self::failed(format!("`{}`: {error}", path.display()))
    }

    /// Returns other words under the same exit code.
    pub(crate) fn instead(&self, words: impl Into<String>) -> Self {
        Self { words: words.into(), code: self.code }
    }

    /// Returns the exit code.
    pub(crate) fn code(&self) -> u8 {
        self.code
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.words)
    }
}

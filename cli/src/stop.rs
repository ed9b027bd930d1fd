//! Why a command stopped: the message for standard error, and the exit code.

use std::{fmt::Display, process::ExitCode};

use crate::output;

/// The result of a command.
pub(crate) type Done<T = ()> = Result<T, Stop>;

/// Why a command stopped.
#[derive(Debug)]
pub(crate) struct Stop {
    words: String,
    code: u8,
}

impl Stop {
    /// The command could not run at all: exit code 1.
    pub(crate) fn could_not_run(words: impl Display) -> Self {
        Self { words: words.to_string(), code: 1 }
    }

    /// The input is not valid, or does not exist: exit code 3.
    pub(crate) fn invalid(words: impl Display) -> Self {
        Self { words: words.to_string(), code: 3 }
    }

    /// Everything has been printed already; only the exit code is left.
    pub(crate) fn silent(code: u8) -> Self {
        Self { words: String::new(), code }
    }

    /// Prints the message and returns the exit code.
    pub(crate) fn report(self) -> ExitCode {
        if !self.words.is_empty() {
            let _closed = output::lines_aside(self.words.lines().map(str::to_owned));
        }
        ExitCode::from(self.code)
    }
}

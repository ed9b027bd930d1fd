//! Prints a line. A closed pipe is not an error: the reader has seen enough.

use std::fmt::Display;
use std::io::Write;

/// Prints one line on standard output.
pub(crate) fn say(line: impl Display) {
    let _closed = writeln!(std::io::stdout(), "{line}");
}

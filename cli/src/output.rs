//! Writes lines to standard output and standard error.

use std::io::Write;

use cunping_text::problem::Problem;

use crate::stop::{Done, Stop};

/// Prints one line.
///
/// # Errors
///
/// When standard output is closed: nobody reads the result any more, so the command stops.
pub(crate) fn line(text: &str) -> Done {
    writeln!(std::io::stdout().lock(), "{text}")
        .map_err(|error| Stop::could_not_run(format!("无法输出 / cannot write the output: {error}")))
}

/// Prints several lines.
pub(crate) fn lines<T: AsRef<str>>(lines: &[T]) -> Done {
    lines.iter().try_for_each(|text| line(text.as_ref()))
}

/// Prints a remark on standard error. A closed standard error is ignored.
pub(crate) fn aside(text: &str) -> Done {
    let _closed = writeln!(std::io::stderr().lock(), "{text}");
    Ok(())
}

/// Prints several lines on standard error. A closed standard error is ignored.
pub(crate) fn lines_aside(lines: impl IntoIterator<Item = String>) -> Done {
    lines.into_iter().try_for_each(|line| aside(&line))
}

/// Prints what is wrong with a text and what to do about it, on standard error.
pub(crate) fn problem(name: &str, words: &Problem) -> Done {
    aside(&format!("✕ {name}\n   {}\n   {}", words.what, words.advice))
}

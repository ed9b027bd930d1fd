//! Standard output: lines, until nobody listens any more. Formats nothing.

use std::io::Write;

use cunping_office::problem::Problem;

use crate::stop::{Done, Stop};

/// Prints one line.
///
/// Fails when the reader has gone: then there is nobody to work for.
pub(crate) fn line(text: &str) -> Done {
    writeln!(std::io::stdout().lock(), "{text}")
        .map_err(|error| Stop::could_not_run(format!("无法输出 / cannot write the output: {error}")))
}

/// Prints several lines.
pub(crate) fn lines<T: AsRef<str>>(lines: &[T]) -> Done {
    lines.iter().try_for_each(|text| line(text.as_ref()))
}

/// Says something beside the result, on standard error.
pub(crate) fn aside(text: &str) -> Done {
    let _closed = writeln!(std::io::stderr().lock(), "{text}");
    Ok(())
}

/// Says several lines beside the result, on standard error.
pub(crate) fn lines_aside(lines: impl IntoIterator<Item = String>) -> Done {
    lines.into_iter().try_for_each(|it| aside(&it))
}

/// Says what is wrong with a text and what to do, on standard error.
pub(crate) fn problem(name: &str, words: &Problem) -> Done {
    aside(&format!("✕ {name}\n   {}\n   {}", words.what, words.advice))
}

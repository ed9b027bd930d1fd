//! Writes lines to standard output and standard error, the one place where the program prints. A text of a file is
//! never sent as it is: what would be a command to the terminal is written out.

use std::io::{ErrorKind, Write};

use cunping_core::printable;
use cunping_text::problem::Problem;

use crate::stop::{Done, Stop};

/// The exit code of a program whose reader went away, as a shell gives it: 128 and the number of SIGPIPE.
const READER_GONE: u8 = 141;

/// Prints one line of words. A line end or any other command inside it is written out, such as `\u{a}`.
///
/// # Errors
///
/// When the output cannot be written; without a word where its reader went away, as `head -1` does.
pub(crate) fn line(text: &str) -> Done {
    write(&printable::shown(text))
}

/// Prints one line of JSON. Only strings can hold what is a command to a terminal, so it is escaped as JSON does.
///
/// # Errors
///
/// As [`line`].
pub(crate) fn json(text: &str) -> Done {
    write(&escaped(text))
}

/// Prints one line of JSON on standard error, as [`json`] does. A closed standard error is ignored.
pub(crate) fn json_aside(text: &str) -> Done {
    let _closed = writeln!(std::io::stderr().lock(), "{}", escaped(text));
    Ok(())
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if printable::is_command(c) { escaped += &format!("\\u{:04x}", u32::from(c)) } else { escaped.push(c) }
    }
    escaped
}

fn write(text: &str) -> Done {
    writeln!(std::io::stdout().lock(), "{text}").map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Stop::silent(READER_GONE),
        _ => Stop::could_not_run(format!("无法输出 / cannot write the output: {error}")),
    })
}

/// Prints several lines of words.
pub(crate) fn lines<T: AsRef<str>>(lines: &[T]) -> Done {
    lines.iter().try_for_each(|text| line(text.as_ref()))
}

/// Prints a line of words on standard error, as [`line`] does. A closed standard error is ignored.
pub(crate) fn aside(text: &str) -> Done {
    let _closed = writeln!(std::io::stderr().lock(), "{}", printable::shown(text));
    Ok(())
}

/// Prints several lines on standard error. A closed standard error is ignored.
pub(crate) fn lines_aside(lines: impl IntoIterator<Item = String>) -> Done {
    lines.into_iter().try_for_each(|line| aside(&line))
}

/// Prints what is wrong with a text and what to do about it, on standard error.
pub(crate) fn problem(name: &str, words: &Problem) -> Done {
    aside(&format!("✕ {name}"))?;
    [&words.what, &words.advice].into_iter().filter(|it| !it.is_empty()).try_for_each(|it| aside(&format!("   {it}")))
}

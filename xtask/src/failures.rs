//! Finds the lines of a test runner's output that name a failure.

use std::io::{BufRead, BufReader, Read, Write};

/// At most this many lines of one run are kept.
const MOST: usize = 40;

/// Copies everything from `pipe` to `out` and returns the lines that name a failed test or where it failed.
pub(crate) fn passed_on(pipe: impl Read, out: &mut impl Write) -> Vec<String> {
    let mut kept = Vec::new();
    let mut line = Vec::new();
    let mut pipe = BufReader::new(pipe);
    while pipe.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        let _closed = out.write_all(&line);
        let text = String::from_utf8_lossy(&line);
        if kept.len() < MOST && names_failure(text.trim_end()) {
            kept.push(text.trim().to_owned());
        }
        line.clear();
    }
    kept
}

/// Returns true for lines that report failures: Cargo's test harness, panics, rustc's errors and Node's two reporters.
fn names_failure(line: &str) -> bool {
    let line = line.trim_start();
    line.ends_with("... FAILED")
        || line.contains("' panicked at ")
        || line.contains("' (") && line.contains(") panicked at ")
        || ["error[", "error: ", "\u{2716} ", "not ok "].iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_is_kept_and_everything_is_passed_on() {
        let text = "test a::b ... ok\ntest a::c ... FAILED\nthread 'a::c' (7) panicked at a.rs:3:1:\n\
                    \u{2714} fine (1ms)\n  \u{2716} broken (2ms)\nnot ok 3 - other\nerror[E0308]: mismatched\nlast";
        let mut out = Vec::new();
        let kept = passed_on(text.as_bytes(), &mut out);
        assert_eq!(out, text.as_bytes());
        assert_eq!(kept.len(), 5, "{kept:?}");
    }

    #[test]
    fn of_a_thousand_failures_the_first_are_kept() {
        let text = "test x ... FAILED\n".repeat(1000);
        assert_eq!(passed_on(text.as_bytes(), &mut Vec::new()).len(), MOST);
    }
}

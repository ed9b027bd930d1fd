//! A named step: prints what it does and how long that usually takes, then how long it took.

use std::time::Instant;

use crate::say::say;
use crate::stop::Done;

/// Runs `work` between two lines that name it.
pub(crate) fn step(name: &str, what: &str, takes: &str, work: impl FnOnce() -> Done) -> Done {
    say(format!("── {name}: {what} (usually {takes})"));
    let start = Instant::now();
    let result = work();
    let took = start.elapsed();
    let verdict = if result.is_ok() { "done" } else { "FAILED" };
    say(format!("── {name} {verdict} in {}.{} s", took.as_secs(), took.subsec_millis() / 100));
    result
}

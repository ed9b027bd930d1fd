//! Runs checks beside others, one after the other, each in a process of its own whose output is shown when it ends.

use std::io::Write;
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};

use crate::stop::{Done, Stop};
use crate::{failures, paths};

/// The name of a check, and how it ended.
type Ended = (&'static str, Done);

/// A lane of checks that has started.
pub(crate) struct Beside(JoinHandle<Vec<Ended>>);

impl Beside {
    /// Starts the lane: the checks by name, each with the one that must succeed first. What that one is in another
    /// lane is left to the caller.
    ///
    /// # Errors
    ///
    /// When the system does not say where this program is.
    pub(crate) fn start(checks: Vec<(&'static str, Option<&'static str>)>) -> Done<Self> {
        let me = paths::me().ok_or_else(|| Stop::failed("the system does not say where this program lies"))?;
        Ok(Self(thread::spawn(move || {
            let mut ended: Vec<Ended> = Vec::new();
            for (name, needs) in checks {
                let lacks = ended.iter().any(|(other, result)| Some(*other) == needs && result.is_err());
                let result = match needs.filter(|_| lacks) {
                    Some(needed) => Err(Stop::failed(format!("not run: it needs {needed}"))),
                    None => check(Command::new(me).args(["test", "--only", name])),
                };
                ended.push((name, result));
            }
            ended
        })))
    }

    /// Waits for the lane's end.
    pub(crate) fn wait(self) -> Vec<Ended> {
        self.0.join().unwrap_or_else(|_| vec![("beside", Err(Stop::failed("the lane panicked")))])
    }
}

/// Runs a check to its end and passes on what it printed. The failure lists the failed tests.
fn check(command: &mut Command) -> Done {
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|error| Stop::failed(format!("could not start this program again: {error}")))?;
    let mut shown = Vec::new();
    let mut failed = failures::passed_on(&*output.stdout, &mut shown);
    failed.extend(failures::passed_on(&*output.stderr, &mut shown));
    let _closed = std::io::stdout().lock().write_all(&shown);
    match output.status.success() {
        true => Ok(()),
        false => Err(Stop::failed(failed.join("\n  "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_lists_what_failed_and_success_says_nothing() {
        let script = "echo 'test a::b ... FAILED'; echo fine; exit 1";
        let failed = check(Command::new("sh").args(["-c", script])).unwrap_err().to_string();
        assert_eq!(failed, "error: test a::b ... FAILED");
        assert!(check(&mut Command::new("true")).is_ok());
    }
}

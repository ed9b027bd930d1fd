//! Runs checks beside others, one after the other, each in a process of its own whose output is shown when it ends.

use std::io::{self, Write};
use std::thread::{self, JoinHandle};

use crate::paths;
use crate::run::Run;
use crate::stop::{Done, Stop};

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
                    None => {
                        let mut shown = Vec::new();
                        let result = Run::new(me).args(["test", "--only", name]).beside(&mut shown);
                        let _closed = io::stdout().write_all(&shown);
                        result
                    }
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

//! Runs checks beside others, one after the other, each in a process of its own whose output is shown when it ends.

use std::io::{self, Write};
use std::thread::{self, JoinHandle};

use crate::paths;
use crate::run::Run;
use crate::stop::{Done, Stop};

/// A lane of checks that has started.
pub(crate) struct Beside(JoinHandle<Vec<(&'static str, Done)>>);

impl Beside {
    /// Starts the lane: the named checks, each of which needs the one before it.
    ///
    /// # Errors
    ///
    /// When the system does not say where this program is.
    pub(crate) fn start(names: Vec<&'static str>) -> Done<Self> {
        let me = paths::me().ok_or_else(|| Stop::failed("the system does not say where this program lies"))?;
        Ok(Self(thread::spawn(move || {
            let mut failed = None;
            let run = |name| {
                if let Some(needed) = failed {
                    return (name, Err(Stop::failed(format!("not run: it needs {needed}"))));
                }
                let mut shown = Vec::new();
                let result = Run::new(me).args(["test", "--only", name]).beside(&mut shown);
                let _closed = io::stdout().write_all(&shown);
                failed = result.is_err().then_some(name);
                (name, result)
            };
            names.into_iter().map(run).collect()
        })))
    }

    /// Waits for the lane's end; returns how each check ended.
    pub(crate) fn wait(self) -> Vec<(&'static str, Done)> {
        self.0.join().unwrap_or_else(|_| vec![("beside", Err(Stop::failed("the lane panicked")))])
    }
}

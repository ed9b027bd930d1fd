//! Runs another program, and turns a failure into words. It refuses an installer that is not held to a lock file.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{io, thread};

use crate::stop::{Done, Stop};
use crate::{failures, locked, paths};

/// A program to run in the repository's root.
pub(crate) struct Run(Command);

impl Run {
    /// Starts with the program's name or path.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.current_dir(paths::root());
        Self(command)
    }

    /// Adds an argument.
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.0.arg(arg);
        self
    }

    /// Adds arguments.
    pub(crate) fn args<Arg: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = Arg>) -> Self {
        self.0.args(args);
        self
    }

    /// Runs in another folder.
    pub(crate) fn within(mut self, folder: impl AsRef<Path>) -> Self {
        self.0.current_dir(folder);
        self
    }

    /// Sets an environment variable.
    pub(crate) fn with(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    /// Unsets an environment variable.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.env_remove(name);
        self
    }

    /// Runs it; any exit code but 0 is a failure.
    pub(crate) fn ok(mut self) -> Done {
        self.held()?;
        match self.0.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Stop::failed(format!("`{}` ended with {status}", self.line()))),
            Err(error) => Err(Stop::failed(format!("could not start `{}`: {error}", self.line()))),
        }
    }

    /// Runs a test runner, as [`Run::ok`] does. The failure lists the failed tests, because the runner's own output
    /// may have scrolled away or been cut off.
    pub(crate) fn tests(mut self) -> Done {
        self.held()?;
        self.0.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = match self.0.spawn() {
            Ok(child) => child,
            Err(error) => return Err(Stop::failed(format!("could not start `{}`: {error}", self.line()))),
        };
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let failures = thread::scope(|scope| {
            let err = scope.spawn(|| err.map(|pipe| failures::passed_on(pipe, &mut io::stderr())).unwrap_or_default());
            let mut failures = out.map(|pipe| failures::passed_on(pipe, &mut io::stdout())).unwrap_or_default();
            failures.extend(err.join().unwrap_or_default());
            failures
        });
        match child.wait() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => {
                let ended = format!("`{}` ended with {status}", self.line());
                Err(Stop::failed(std::iter::once(ended).chain(failures).collect::<Vec<_>>().join("\n  ")))
            }
            Err(error) => Err(Stop::failed(format!("lost `{}`: {error}", self.line()))),
        }
    }

    /// Runs a program beside others: copies what it printed to `out` when it has ended. The failure lists the lines that
    /// name one.
    pub(crate) fn beside(mut self, out: &mut impl io::Write) -> Done {
        self.held()?;
        let output = self.0.stdin(Stdio::null()).output();
        let output = output.map_err(|error| Stop::failed(format!("could not start `{}`: {error}", self.line())))?;
        let mut failures = failures::passed_on(&*output.stdout, out);
        failures.extend(failures::passed_on(&*output.stderr, out));
        match output.status.success() {
            true => Ok(()),
            false => Err(Stop::failed(failures.join("\n  "))),
        }
    }

    /// Returns what it prints on standard output; `None` if it cannot be started or fails. Its errors are not shown.
    pub(crate) fn output(mut self) -> Option<String> {
        self.held().ok()?;
        let output = self.0.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Replaces this process with the program, where the system can; returns only if that failed, or once the program
    /// has ended.
    #[cfg(unix)]
    pub(crate) fn become_it(mut self) -> Done {
        use std::os::unix::process::CommandExt;

        self.held()?;
        let error = self.0.exec();
        Err(Stop::failed(format!("could not start `{}`: {error}", self.line())))
    }

    /// Replaces this process with the program, where the system can; returns only if that failed, or once the program
    /// has ended.
    #[cfg(not(unix))]
    pub(crate) fn become_it(self) -> Done {
        self.ok()
    }

    /// Fails before the start for an installer that is not held to a lock file.
    fn held(&self) -> Done {
        let program = self.0.get_program().to_string_lossy();
        let args: Vec<String> = self.0.get_args().map(|arg| arg.to_string_lossy().into_owned()).collect();
        match locked::lacks(&program, &args) {
            None => Ok(()),
            Some(lacking) => Err(Stop::failed(format!("not run: `{}` lacks {lacking}", self.line()))),
        }
    }

    fn line(&self) -> String {
        let words = std::iter::once(self.0.get_program()).chain(self.0.get_args());
        words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_beside_others_lists_what_failed_and_shows_everything() {
        let mut out = Vec::new();
        let run = Run::new("sh").args(["-c", "echo fine; echo 'not ok 1 - other'; exit 1"]).beside(&mut out);
        assert_eq!(run.unwrap_err().to_string(), "error: not ok 1 - other");
        assert_eq!(out, b"fine\nnot ok 1 - other\n");
        assert!(Run::new("true").beside(&mut Vec::new()).is_ok());
    }

    #[test]
    fn an_installer_that_no_lock_file_holds_is_not_started() {
        let refused = Run::new("npm").args(["install", "binaryen"]).ok().unwrap_err().to_string();
        assert!(refused.contains("not run: `npm install binaryen` lacks"), "{refused}");
        assert!(Run::new("cargo").args(["install", "trunk"]).output().is_none());
    }
}

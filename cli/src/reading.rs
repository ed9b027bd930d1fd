//! Passes the texts that a command was given to it, one after another. A name that cannot be read ends no run.

use std::slice;

use cunping_text::problem;

use crate::{
    fault::FileFault,
    input::{self, NamedText, Texts},
    stop::{Done, Stop},
};

/// A name that cannot be read.
pub(crate) struct UnreadName {
    name: String,
    fault: FileFault,
}

impl UnreadName {
    /// Prints that it cannot be read, and why.
    pub(crate) fn refuse(&self, texts: &Texts) -> Done {
        FileFault::refuse(slice::from_ref(&self.fault), texts, &self.name)
    }

    /// Returns the name and why it cannot be read.
    pub(crate) fn parts(&self) -> (&str, &FileFault) {
        (&self.name, &self.fault)
    }
}

/// Passes every text to `take`, in order, one at a time; and in place of one that cannot be read, its name. `limit` is
/// the largest number of bytes that `take` accepts.
///
/// # Errors
///
/// Whatever `take` returns. When nothing at all was read, the command could not run.
pub(crate) fn each(texts: &Texts, limit: usize, mut take: impl FnMut(Result<NamedText, UnreadName>) -> Done) -> Done {
    let (mut taken, mut unread) = (false, false);
    for name in &texts.files {
        let mut stopped = None;
        let read = input::each(slice::from_ref(name), limit, |text| {
            taken = true;
            take(Ok(text)).map_err(|stop| {
                stopped = Some(stop);
                Stop::silent(1)
            })
        });
        if let Some(stop) = stopped {
            return Err(stop);
        }
        if read.is_err() {
            unread = true;
            let name = name.display().to_string();
            let fault = FileFault::whole("unreadable-file", problem::unreadable_file(texts.lang, &name));
            take(Err(UnreadName { name, fault }))?;
        }
    }
    match (taken, unread) {
        (true, _) => Ok(()),
        (false, true) => Err(Stop::silent(1)),
        (false, false) => Err(Stop::could_not_run(problem::nothing_given(texts.lang).line(texts.lang))),
    }
}

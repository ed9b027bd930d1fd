//! Passes the texts that a command was given to it, one after another. A name that cannot be read ends no run.

use std::{borrow::Cow, slice};

use cunping_core::received::{LIMITS, bundle_texts, is_archive, unpack};
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

/// What a file that is given to a command can hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// One text: facts, or an overlay.
    One,
    /// Any number of bundles, with anything between them.
    Bundles,
}

/// Passes every text to `take`, in order, one at a time, those in archives included; and in place of one that cannot be
/// read, its name. `limit` is the largest number of bytes that `take` accepts.
///
/// # Errors
///
/// Whatever `take` returns. When nothing at all was read, the command could not run.
pub(crate) fn each(
    texts: &Texts,
    holds: Holds,
    limit: usize,
    mut take: impl FnMut(Result<NamedText, UnreadName>) -> Done,
) -> Done {
    let (mut taken, mut unread) = (false, false);
    for name in &texts.files {
        let mut stopped = None;
        let read = input::each(slice::from_ref(name), limit, |text| {
            taken = true;
            apart(texts, holds, text).into_iter().try_for_each(&mut take).map_err(|stop| {
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

/// Takes what was read apart: an archive into its files, and a file into its bundles.
fn apart(texts: &Texts, holds: Holds, read: NamedText) -> Vec<Result<NamedText, UnreadName>> {
    if !is_archive(&read.bytes) {
        return bundles(holds, read).into_iter().map(Ok).collect();
    }
    let mut found = Vec::new();
    for entry in unpack(&read.bytes, LIMITS) {
        let inside = entry.path.into_iter().map(|name| String::from_utf8_lossy(&input::decoded(name)).into_owned());
        let name: Vec<String> = std::iter::once(read.name.clone()).chain(inside).collect();
        let name = name.join(" › ");
        match entry.content {
            Ok(bytes) => {
                found.extend(bundles(holds, NamedText { name, bytes: input::decoded(bytes) }).into_iter().map(Ok));
            }
            Err(error) => {
                let fault = FileFault::whole(error.code(), problem::archive(texts.lang, error));
                found.push(Err(UnreadName { name, fault }));
            }
        }
    }
    if found.is_empty() {
        let fault = FileFault::whole("archive-empty", problem::empty_archive(texts.lang));
        found.push(Err(UnreadName { name: read.name, fault }));
    }
    found
}

/// Takes a file apart into its bundles; each of several has its number behind the name.
fn bundles(holds: Holds, read: NamedText) -> Vec<NamedText> {
    if holds == Holds::One {
        return vec![read];
    }
    let found = bundle_texts(&read.bytes);
    let several = found.len() > 1;
    let numbered = |(number, bytes): (usize, Cow<'_, [u8]>)| NamedText {
        name: if several { format!("{}:{number}", read.name) } else { read.name.clone() },
        bytes: bytes.into_owned(),
    };
    (1..).zip(found).map(numbered).collect()
}

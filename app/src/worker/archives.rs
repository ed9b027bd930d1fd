//! Unpacks the archives that people send, and names what is in them.

use cunping_core::received::{ArchiveEntry, LIMITS, unpack};
use cunping_text::problem;

use super::Refusal;
use crate::code_page;

/// Between the names of an archive and of a file in it.
const IN: &str = " › ";

/// Returns the files in an archive: the name of each, empty for the archive as a whole, and its content or why it is
/// refused. At least one.
pub(super) fn files(bytes: &[u8]) -> Vec<(String, Result<Vec<u8>, Refusal>)> {
    let found = unpack(bytes, LIMITS);
    if found.is_empty() {
        return vec![(String::new(), Err(Refusal::told(problem::empty_archive)))];
    }
    found
        .into_iter()
        .map(|entry| (name(&entry), entry.content.map_err(|error| Refusal::told(|lang| problem::archive(lang, error)))))
        .collect()
}

/// Returns the name of a file in an archive, with those of the archives inside the one that was sent.
fn name(entry: &ArchiveEntry) -> String {
    let names: Vec<String> = entry.path.iter().map(|name| code_page::marked(name)).collect();
    names.join(IN)
}

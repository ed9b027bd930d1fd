//! Reads the source texts beside the packs: clause by clause, and every official word. Stores no text of a source.

mod asked;
mod cases;
mod clause;
mod compared;
mod condition;
mod entry;
mod found;
mod left;
mod official;
mod ours;
mod print;
mod record;
mod source;
mod split;
#[cfg(test)]
mod tests;
mod words;

use std::{
    fs,
    path::{Path, PathBuf},
};

use cunping_core::days::Day;

use crate::{
    CaseError,
    document::{self, Document},
};
use cases::NamedCases;
use compared::Compared;
use ours::OurWord;

/// What reading the sources came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcesRead {
    /// What is printed, in order, safe for a terminal.
    pub lines: Vec<String>,
    /// What is wrong: official words that are in no source and not on the list of ours, and entries of that list that
    /// nothing needs.
    pub wrong: Vec<String>,
}

/// Reads the sources in `seeds` beside the packs, or beside the one pack `only`. `record` is the day for which the
/// digests are written down, if nothing is wrong.
///
/// Fails when a pack, the list of ours or a source cannot be read, or a pack's source is not there or there twice.
pub fn read(seeds: &Path, only: Option<&str>, record: Option<Day>) -> Result<SourcesRead, CaseError> {
    let texts = source::texts(seeds)?;
    let listed = ours::read(&document::text(&ours_file())?)?;
    let recorded = record::read(&document::text(&record_file())?)?;
    let (mut read, mut lines, mut wrong) = (Vec::new(), Vec::new(), unknown_packs(&listed)?);
    for folder in chosen(only)? {
        let document = Document::read(&folder)?;
        let text = source::of(&document.pack, &texts)?;
        let compared = Compared::new(&document.pack, text, &listed);
        lines.extend(print::document(&document.pack, &NamedCases::of(&document)?, text, &compared));
        lines.extend(record::another_source(&recorded, &document.pack, text.text.as_bytes()));
        if record.is_none() {
            lines.extend(record::changed(&recorded, &document.pack));
        }
        wrong.extend(compared.wrong());
        read.push(record::entry(&document.pack, text.text.as_bytes(), record.unwrap_or_default()));
    }
    if record.is_some() && wrong.is_empty() {
        fs::write(record_file(), record::write(&read)).map_err(|error| CaseError::new("packs/read.toml", error))?;
    }
    let plain = |lines: Vec<String>| lines.iter().map(|line| print::plain(line)).collect();
    Ok(SourcesRead { lines: plain(lines), wrong: plain(wrong) })
}

fn chosen(only: Option<&str>) -> Result<Vec<PathBuf>, CaseError> {
    only.map_or_else(document::folders, |id| Ok(vec![document::named(id)?]))
}

/// Lists the entries of the list of ours whose pack does not exist.
fn unknown_packs(listed: &[OurWord]) -> Result<Vec<String>, CaseError> {
    let folders = document::folders()?;
    let is_there = |pack: &str| folders.iter().any(|folder| folder.file_name().is_some_and(|name| name == pack));
    let unknown = listed.iter().filter(|entry| !is_there(&entry.pack));
    Ok(unknown.map(|it| format!("packs/ours.toml: “{}”: there is no pack {}", it.word, it.pack)).collect())
}

/// The list of official words that are ours.
fn ours_file() -> PathBuf {
    document::packs().join("ours.toml")
}

/// What the last reading found, by digest.
fn record_file() -> PathBuf {
    document::packs().join("read.toml")
}

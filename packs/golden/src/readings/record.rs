//! Writes down what a reading found, by digest, so that tests hold the packs to it without the sources.

use std::collections::BTreeMap;

use cunping_core::{days::Day, id::Digest, pack::Pack};
use serde::Deserialize;

use super::official;
use crate::CaseError;

/// What the last reading found of one pack.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordedReading {
    #[serde(skip)]
    pack: String,
    /// The day of the reading.
    on: String,
    /// SHA-256 of the source text.
    source: String,
    /// SHA-256 of the official words with their places.
    words: String,
}

/// Makes the entry of a pack whose source has been read.
pub(super) fn entry(pack: &Pack, source: &[u8], on: Day) -> RecordedReading {
    RecordedReading {
        pack: pack.id.to_string(),
        on: on.to_string(),
        source: Digest::of(source).to_string(),
        words: words_digest(pack),
    }
}

/// Computes the SHA-256 of the sorted official words: a line of place, tab and word for each.
fn words_digest(pack: &Pack) -> String {
    let lines = official::words(pack).into_iter().map(|it| format!("{}\t{}\n", it.place, it.word));
    Digest::of(lines.collect::<String>().as_bytes()).to_string()
}

/// Writes the file of all readings.
pub(super) fn write(entries: &[RecordedReading]) -> String {
    let head = "# 上次对照原文核对各文件用语的结果，由 `cargo xtask readings SEEDS --record` 写出，不要手改。\n\
                # What the last reading of the sources found, by SHA-256; written by that chore, not by hand.\n";
    let tables = entries.iter().map(|RecordedReading { pack, on, source, words }| {
        format!("\n[{pack}]\non = \"{on}\"\nsource = \"{source}\"\nwords = \"{words}\"\n")
    });
    std::iter::once(head.to_owned()).chain(tables).collect()
}

/// Reads that file. Fails when it is no such file.
pub(super) fn read(text: &str) -> Result<BTreeMap<String, RecordedReading>, CaseError> {
    toml::from_str(text).map_err(|error| CaseError::new("packs/read.toml", error))
}

/// Says in what a pack is not as it was read, and what to do; `None` where it is.
pub(super) fn changed(recorded: &BTreeMap<String, RecordedReading>, pack: &Pack) -> Option<String> {
    let id = pack.id.as_str();
    let todo = "hold it against the source with `cargo xtask readings SEEDS --record`, where SEEDS is the folder of the \
                source texts";
    match recorded.get(id) {
        Some(known) if known.words == words_digest(pack) => None,
        Some(known) => Some(format!("{id}: an official word is another one than on {}: {todo}", known.on)),
        None => Some(format!("{id}: never read beside its source: {todo}")),
    }
}

/// Says whether a source is another text than the one that was read; `None` where it is the same, or was never read.
pub(super) fn another_source(
    recorded: &BTreeMap<String, RecordedReading>,
    pack: &Pack,
    source: &[u8],
) -> Option<String> {
    let known = recorded.get(pack.id.as_str())?;
    let same = known.source == Digest::of(source).to_string();
    (!same).then(|| format!("{}: the source is another text than on {}", pack.id, known.on))
}

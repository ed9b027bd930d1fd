//! The files of every kind but assessments: their states, and the place of the next file in its chain. Pure.

use std::{collections::BTreeMap, sync::Arc};

use cunping_core::{
    bundle::{
        Authority, FileLine, KeyState, Known, LinePosition, Payload, SeenFile, States, Verified, examine, supersession,
    },
    days::Day,
    id::Digest,
    overlay::Overlay,
    pack::Pack,
};

use crate::store::{Direction, FileRecord};

/// Verified files by digest.
pub type VerifiedFiles = BTreeMap<Digest, Arc<Verified>>;

/// A verified file with its states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// The record of the file.
    pub record: FileRecord,
    /// Its verified content.
    pub verified: Arc<Verified>,
    /// Its states, by the enrolled keys and among the other files here.
    pub states: States,
}

/// The documents, overlays and authority by which files are examined.
#[derive(Clone, Copy, Debug)]
pub struct ExaminedBy<'a> {
    /// The documents.
    pub packs: &'a [&'a Pack],
    /// The overlays.
    pub overlays: &'a [&'a Overlay],
    /// The keys and offices that the workplace knows.
    pub authority: &'a Authority,
}

/// Examines those files that are verified and not hidden; returns them in the order of their digests. Files of one kind
/// never follow those of another, so each kind can be examined by itself.
#[must_use]
pub fn examine_all<'f>(
    files: impl Iterator<Item = &'f FileRecord> + Clone,
    verified: &VerifiedFiles,
    here: ExaminedBy<'_>,
) -> Vec<Examined> {
    let shown = || {
        files.clone().filter(|record| !record.hidden).filter_map(|record| Some((record, verified.get(&record.digest)?)))
    };
    let looked = |record: &FileRecord, file: &Verified, others: &[SeenFile<FileLine>]| {
        let ExaminedBy { packs, overlays, authority } = here;
        let known = Known { packs, overlays, authority, others, first_seen: record.first_seen.day };
        let states = examine(file, &known).states;
        if record.direction == Direction::Received {
            return states;
        }
        // A file that was signed here is this office's own, whichever key it has by now.
        let supersession = file.seen(true, record.first_seen.day).map(|seen| supersession(&seen, others));
        States { key: Some(KeyState::Enrolled), supersession, ..states }
    };
    let enrolled = |record: &FileRecord, file: &Verified| {
        let signer = (file.key.thumbprint(), file.payload.party());
        record.direction == Direction::Sent
            || here.authority.key(file.payload.kind(), signer, record.first_seen.day) == KeyState::Enrolled
    };
    let seen = |(record, file): (&FileRecord, &Arc<Verified>)| file.seen(enrolled(record, file), record.first_seen.day);
    let seen: Vec<SeenFile<FileLine>> = shown().filter_map(seen).collect();
    let mut by_line: BTreeMap<&FileLine, Vec<&SeenFile<FileLine>>> = BTreeMap::new();
    seen.iter().for_each(|other| by_line.entry(&other.slot).or_default().push(other));
    let bundle = |(record, file): (&FileRecord, &Arc<Verified>)| {
        let line = file.payload.line();
        let beside = line.and_then(|line| by_line.get(&line)).into_iter().flatten().copied();
        let others: Vec<SeenFile<FileLine>> = beside.filter(|other| other.digest != file.digest).cloned().collect();
        Examined { record: record.clone(), verified: Arc::clone(file), states: looked(record, file, &others) }
    };
    let mut examined: Vec<Examined> = shown().map(bundle).collect();
    examined.sort_by_key(|bundle| bundle.record.digest);
    examined
}

/// Returns the place of a new payload in its chain, after the last file that was signed here.
#[must_use]
pub fn next_place(payload: &Payload, files: &[FileRecord], verified: &VerifiedFiles) -> LinePosition {
    let Some(line) = payload.line() else { return LinePosition::FIRST };
    let sent = files.iter().filter(|file| file.direction == Direction::Sent);
    let of_line =
        sent.filter_map(|file| verified.get(&file.digest)?.seen(false, Day::MIN)).filter(|seen| seen.slot == line);
    of_line.max_by_key(|seen| seen.sequence).map_or(LinePosition::FIRST, |last| LinePosition {
        sequence: last.sequence.saturating_add(1),
        supersedes: Some(last.digest),
    })
}

//! The files of every kind but assessments: where each stands, and what comes after it. Pure; opens and stores nothing.

use std::{collections::BTreeMap, sync::Arc};

use cunping_core::{
    bundle::{KeyState, Known, Line, Opened, Payload, Place, Seen, States, examine, key_axis},
    id::Digest,
    overlay::Overlay,
    pack::Pack,
};

use super::roster::Roster;
use crate::store::{Direction, FileRecord};

/// Opened files by digest.
pub type OpenedFiles = BTreeMap<Digest, Arc<Opened>>;

/// A file that is here, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What is known of the file.
    pub record: FileRecord,
    /// What it says.
    pub opened: Arc<Opened>,
    /// Where it stands on every axis, with the keys that are enrolled and among the others that are here.
    pub states: States,
}

/// What is known where files are looked at.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// The documents.
    pub packs: &'a [&'a Pack],
    /// The overlays.
    pub overlays: &'a [&'a Overlay],
    /// The enrolled keys.
    pub roster: &'a Roster,
}

/// Those of some files that are opened and that nobody removed, in the order of their digests. Files of one kind never
/// follow those of another, so each kind can be looked at by itself.
#[must_use]
pub fn letters<'f>(
    files: impl Iterator<Item = &'f FileRecord> + Clone,
    opened: &OpenedFiles,
    here: Here<'_>,
) -> Vec<Letter> {
    let shown = || files.clone().filter(|it| !it.hidden).filter_map(|it| Some((it, opened.get(&it.digest)?)));
    let looked = |record: &FileRecord, it: &Opened, others: &[Seen<Line>]| {
        let (packs, overlays, keys) = (here.packs, here.overlays, here.roster.enrolled());
        examine(it, &Known { packs, overlays, keys, others, first_seen: record.first_seen.day }).states
    };
    let enrolled = |record: &FileRecord, it: &Opened| {
        let signer = (it.key.thumbprint(), it.payload.party(), it.payload.unit());
        key_axis(it.payload.kind(), signer, here.roster.enrolled(), record.first_seen.day) == KeyState::Enrolled
    };
    let seen: Vec<Seen<Line>> = shown().filter_map(|(record, it)| it.seen(enrolled(record, it))).collect();
    let mut by_line: BTreeMap<&Line, Vec<&Seen<Line>>> = BTreeMap::new();
    seen.iter().for_each(|it| by_line.entry(&it.slot).or_default().push(it));
    let letter = |(record, it): (&FileRecord, &Arc<Opened>)| {
        let line = it.payload.line();
        let beside = line.and_then(|line| by_line.get(&line));
        let others: Vec<Seen<Line>> =
            beside.into_iter().flatten().filter(|other| other.digest != it.digest).map(|it| (*it).clone()).collect();
        Letter { record: record.clone(), opened: Arc::clone(it), states: looked(record, it, &others) }
    };
    let mut letters: Vec<Letter> = shown().map(letter).collect();
    letters.sort_by_key(|it| it.record.digest);
    letters
}

/// The place of a payload after what was signed here before.
#[must_use]
pub fn next_place(payload: &Payload, files: &[FileRecord], opened: &OpenedFiles) -> Place {
    let Some(line) = payload.line() else { return Place::FIRST };
    let sent = files.iter().filter(|it| it.direction == Direction::Sent);
    let of_line = sent.filter_map(|it| opened.get(&it.digest)?.seen(false)).filter(|it| it.slot == line);
    of_line
        .max_by_key(|it| it.sequence)
        .map_or(Place::FIRST, |last| Place { sequence: last.sequence.saturating_add(1), supersedes: Some(last.digest) })
}

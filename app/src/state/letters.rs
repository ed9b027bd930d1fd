//! The files of every kind but assessments: where each stands, and what comes after it. Pure; opens and stores nothing.

use std::{collections::BTreeMap, sync::Arc};

use cunping_core::{
    bundle::{Authority, KeyState, Known, Line, Payload, Place, Seen, States, Verified, chain, examine},
    days::Day,
    id::Digest,
    overlay::Overlay,
    pack::Pack,
};

use crate::store::{Direction, FileRecord};

/// Verified files by digest.
pub type VerifiedFiles = BTreeMap<Digest, Arc<Verified>>;

/// A file that is here, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What is known of the file.
    pub record: FileRecord,
    /// What it says.
    pub opened: Arc<Verified>,
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
    /// Whom the workplace knows.
    pub authority: &'a Authority,
}

/// Those of some files that are opened and that nobody removed, in the order of their digests. Files of one kind never
/// follow those of another, so each kind can be looked at by itself.
#[must_use]
pub fn letters<'f>(
    files: impl Iterator<Item = &'f FileRecord> + Clone,
    opened: &VerifiedFiles,
    here: Here<'_>,
) -> Vec<Letter> {
    let shown = || files.clone().filter(|it| !it.hidden).filter_map(|it| Some((it, opened.get(&it.digest)?)));
    let looked = |record: &FileRecord, it: &Verified, others: &[Seen<Line>]| {
        let Here { packs, overlays, authority } = here;
        let known = Known { packs, overlays, authority, others, first_seen: record.first_seen.day };
        let states = examine(it, &known).states;
        if record.direction == Direction::Received {
            return states;
        }
        // What was signed here is this office's own, whichever of its keys it has by now.
        let chain = it.seen(true, record.first_seen.day).map(|seen| chain(&seen, others));
        States { key: Some(KeyState::Enrolled), chain, ..states }
    };
    let enrolled = |record: &FileRecord, it: &Verified| {
        let signer = (it.key.thumbprint(), it.payload.party());
        record.direction == Direction::Sent
            || here.authority.key(it.payload.kind(), signer, record.first_seen.day) == KeyState::Enrolled
    };
    let seen = |(record, it): (&FileRecord, &Arc<Verified>)| it.seen(enrolled(record, it), record.first_seen.day);
    let seen: Vec<Seen<Line>> = shown().filter_map(seen).collect();
    let mut by_line: BTreeMap<&Line, Vec<&Seen<Line>>> = BTreeMap::new();
    seen.iter().for_each(|it| by_line.entry(&it.slot).or_default().push(it));
    let letter = |(record, it): (&FileRecord, &Arc<Verified>)| {
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
pub fn next_place(payload: &Payload, files: &[FileRecord], opened: &VerifiedFiles) -> Place {
    let Some(line) = payload.line() else { return Place::FIRST };
    let sent = files.iter().filter(|it| it.direction == Direction::Sent);
    let of_line = sent.filter_map(|it| opened.get(&it.digest)?.seen(false, Day::MIN)).filter(|it| it.slot == line);
    of_line
        .max_by_key(|it| it.sequence)
        .map_or(Place::FIRST, |last| Place { sequence: last.sequence.saturating_add(1), supersedes: Some(last.digest) })
}

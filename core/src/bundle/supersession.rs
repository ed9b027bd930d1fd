//! Supersession: how files about the same unit, document and period follow one another. A pure function of the files
//! seen.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kind, Party, Thumbprint};
use crate::{
    days::Day,
    id::{Digest, LevelId, OfficeId, PackId, UnitCode},
    period::Period,
};

/// The subject of a file. Only files about the same subject can supersede one another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Slot {
    /// The kind of file.
    pub kind: Kind,
    /// The unit.
    pub unit: UnitCode,
    /// The document, whatever its version.
    pub pack: PackId,
    /// The level or award.
    pub level: LevelId,
    /// The period.
    pub period: Period,
    /// `true` for example data, which never mixes with real data.
    pub example: bool,
}

/// The line to which a file of any kind belongs: files of one line can supersede one another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileLine {
    /// A unit's files about itself, whoever signed them.
    Unit(Slot),
    /// One office's files about a unit, or about its area: opinions, roll-ups.
    Office(Party, Slot),
    /// One office's decisions about a unit, taken as one office of the document.
    Decision(Party, OfficeId, Slot),
    /// One office's answers to one file.
    Answer {
        /// The office.
        by: Party,
        /// The file.
        file: Digest,
        /// `true` for example data.
        example: bool,
    },
    /// One office's directory.
    Directory {
        /// The office.
        by: Party,
        /// `true` for example data.
        example: bool,
    },
    /// One office's overlays for a level of a document.
    Overlay {
        /// The office.
        by: Party,
        /// The document.
        pack: PackId,
        /// The level or award.
        level: LevelId,
        /// `true` for example data.
        example: bool,
    },
}

/// A file that was seen, reduced to what its place among others depends on. `S` is the type of its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct SeenFile<S = Slot> {
    /// Its subject.
    pub slot: S,
    /// Its digest.
    pub digest: Digest,
    /// Its sequence number.
    pub sequence: u32,
    /// The file that it supersedes.
    pub supersedes: Option<Digest>,
    /// The key that signed it.
    pub kid: Thumbprint,
    /// `true` where that key is enrolled for the unit.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub enrolled: bool,
    /// The day on which the importer first saw it; never taken from the file.
    #[cfg_attr(feature = "serde", serde(skip, default = "not_seen"))]
    pub first_seen: Day,
    /// `true` where an office has decided on it ([`super::Decision::settles`]): a successor then waits for the office.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub settled: bool,
}

/// The place of a file among those seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Supersession {
    /// The first file about its slot.
    New,
    /// The same file is here already, whatever its name.
    Duplicate,
    /// It supersedes this file, which is here.
    Supersedes(Digest),
    /// This file, which is here, supersedes it.
    Superseded(Digest),
    /// It would supersede this file, on which an office has decided, and waits for the office.
    Waits(Digest),
    /// A person has to settle which file counts.
    Conflict(SupersessionBreak),
}

/// The reason why files about one slot do not follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupersessionBreak {
    /// It names no predecessor, and other files are here.
    NoPredecessor,
    /// Its predecessor is not here, and other files are.
    MissingPredecessor,
    /// Its sequence number is not above its predecessor's.
    Sequence,
    /// It has another key than its predecessor, and the key is not enrolled for the unit.
    OtherKey,
    /// Another file supersedes the same predecessor.
    Fork,
}

/// The files about one slot that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heads {
    /// There are no files.
    None,
    /// This one: it supersedes all others, directly or by way of others.
    One(Digest),
    /// These stand side by side, in the order of their digests; a person has to settle which one counts.
    Conflict(Vec<Digest>),
}

impl Supersession {
    /// Returns the stable code of the state.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Duplicate => "duplicate",
            Self::Supersedes(_) => "supersedes",
            Self::Superseded(_) => "superseded",
            Self::Waits(_) => "waits",
            Self::Conflict(SupersessionBreak::NoPredecessor) => "conflict-no-predecessor",
            Self::Conflict(SupersessionBreak::MissingPredecessor) => "conflict-missing-predecessor",
            Self::Conflict(SupersessionBreak::Sequence) => "conflict-sequence",
            Self::Conflict(SupersessionBreak::OtherKey) => "conflict-other-key",
            Self::Conflict(SupersessionBreak::Fork) => "conflict-fork",
        }
    }
}

/// Returns the first-seen day of a file that came in a message: the importer sets it.
#[cfg(feature = "serde")]
fn not_seen() -> Day {
    Day::MIN
}

impl SeenFile<FileLine> {
    /// Returns the same for a unit's file about itself; `None` for any other line.
    #[must_use]
    pub fn of_unit(&self) -> Option<SeenFile> {
        let FileLine::Unit(slot) = &self.slot else { return None };
        Some(self.about(slot.clone()))
    }
}

impl<S> SeenFile<S> {
    /// Returns the same place with another subject.
    #[must_use]
    pub fn about<T>(&self, slot: T) -> SeenFile<T> {
        let Self { slot: _, digest, sequence, supersedes, kid, enrolled, first_seen, settled } = *self;
        SeenFile { slot, digest, sequence, supersedes, kid, enrolled, first_seen, settled }
    }
}

/// The keys whose files about one subject are looked at: the enrolled ones; while there are none, the key that was seen
/// first, or several that came on the same day.
enum Rightful {
    Enrolled,
    FirstSeen(Vec<Thumbprint>),
}

impl Rightful {
    fn of<'a, S: 'a>(files: impl Iterator<Item = &'a SeenFile<S>> + Clone) -> Self {
        if files.clone().any(|file| file.enrolled) {
            return Self::Enrolled;
        }
        let day = files.clone().map(|file| file.first_seen).min();
        Self::FirstSeen(files.filter(|file| Some(file.first_seen) == day).map(|file| file.kid).collect())
    }

    fn accepts<S>(&self, file: &SeenFile<S>) -> bool {
        match self {
            Self::Enrolled => file.enrolled,
            Self::FirstSeen(keys) => keys.contains(&file.kid),
        }
    }
}

impl<S: PartialEq> SeenFile<S> {
    /// Checks that it may supersede `before`: by a higher sequence number, and by the same key or an enrolled one.
    fn follows(&self, before: &Self) -> Result<(), SupersessionBreak> {
        if self.sequence <= before.sequence {
            return Err(SupersessionBreak::Sequence);
        }
        if self.kid != before.kid && !self.enrolled {
            return Err(SupersessionBreak::OtherKey);
        }
        Ok(())
    }

    /// Tells whether it names `before` as its predecessor and may supersede it; a file on which an office has decided
    /// can keep it waiting all the same.
    fn succeeds(&self, before: &Self) -> bool {
        self.slot == before.slot && self.supersedes == Some(before.digest) && self.follows(before).is_ok()
    }
}

/// Returns the place of `file` among `others`. These need not be about the same slot, and may hold the file itself only
/// where it came in before.
///
/// A file of a key that is not enrolled never stands in the way of one whose key is. While no key is enrolled, a later
/// key never stands in the way of one that was seen before: otherwise any stranger could keep a unit's report from
/// counting.
///
/// The result does not depend on the order of reading, so callers that keep files ask again for each of them when a new
/// one has come in, or when an office has decided.
#[must_use]
pub fn supersession<S: PartialEq>(file: &SeenFile<S>, others: &[SeenFile<S>]) -> Supersession {
    if others.iter().any(|other| other.digest == file.digest) {
        return Supersession::Duplicate;
    }
    let of_slot = || others.iter().filter(|other| other.slot == file.slot);
    let rightful = Rightful::of(of_slot().chain([file]));
    if !rightful.accepts(file) {
        return Supersession::Conflict(SupersessionBreak::OtherKey);
    }
    let mut beside: Vec<&SeenFile<S>> = of_slot().filter(|other| rightful.accepts(other)).collect();
    if file.settled {
        let all: Vec<&SeenFile<S>> = beside.iter().copied().chain([file]).collect();
        beside.retain(|other| decided_before(other, &all) != Some(file.digest));
    }
    // An enrolled key may take up whatever was there before it.
    let predecessor = of_slot().find(|other| Some(other.digest) == file.supersedes);
    if let Some(Err(broken)) = predecessor.map(|before| file.follows(before)) {
        return Supersession::Conflict(broken);
    }
    if predecessor.is_some_and(|before| beside.iter().any(|other| other.succeeds(before))) {
        return Supersession::Conflict(SupersessionBreak::Fork);
    }
    if let Some(decided) = decided_before(file, &beside) {
        return Supersession::Waits(decided);
    }
    if let Some(next) = beside.iter().filter(|other| other.succeeds(file)).map(|other| other.digest).min() {
        return Supersession::Superseded(next);
    }
    match (predecessor, file.supersedes) {
        (Some(before), _) => Supersession::Supersedes(before.digest),
        (None, _) if beside.is_empty() => Supersession::New,
        (None, None) => Supersession::Conflict(SupersessionBreak::NoPredecessor),
        (None, Some(_)) => Supersession::Conflict(SupersessionBreak::MissingPredecessor),
    }
}

/// Finds the nearest file before `file` in its line on which an office has decided. Sequence numbers fall, so it ends.
fn decided_before<S: PartialEq>(file: &SeenFile<S>, beside: &[&SeenFile<S>]) -> Option<Digest> {
    let mut at = file;
    while let Some(before) = beside.iter().find(|it| at.succeeds(it)) {
        if before.settled {
            return Some(before.digest);
        }
        at = before;
    }
    None
}

/// Finds the files that count among `files`, all about one slot: those that no other supersedes. A file on which an
/// office has decided stays until the office lets its successor in. Where one key is enrolled, files of keys that are
/// not do not count; while none is, those of the key that was seen first do.
#[must_use]
pub fn heads<'a, S: PartialEq + 'a>(files: impl IntoIterator<Item = &'a SeenFile<S>>) -> Heads {
    let mut files: BTreeMap<Digest, &SeenFile<S>> = files.into_iter().map(|file| (file.digest, file)).collect();
    let rightful = Rightful::of(files.values().copied());
    files.retain(|_, it| rightful.accepts(it));
    let before = |file: &SeenFile<S>| {
        let before = file.supersedes.and_then(|digest| files.get(&digest)).copied();
        before.filter(|before| file.succeeds(before))
    };
    let mut by_sequence: Vec<&SeenFile<S>> = files.values().copied().collect();
    by_sequence.sort_by_key(|file| file.sequence);
    let (mut waiting, mut replaced) = (BTreeSet::new(), BTreeSet::new());
    for file in by_sequence {
        let Some(before) = before(file) else { continue };
        if before.settled || waiting.contains(&before.digest) {
            waiting.insert(file.digest);
        } else {
            replaced.insert(before.digest);
        }
    }
    let gone = |digest: &&Digest| waiting.contains(*digest) || replaced.contains(*digest);
    let standing: Vec<Digest> = files.keys().filter(|digest| !gone(digest)).copied().collect();
    match standing.as_slice() {
        [] => Heads::None,
        [one] => Heads::One(*one),
        _ => Heads::Conflict(standing),
    }
}

//! How files about the same unit, document and period follow one another. A pure function of what has been seen.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kind, Thumbprint};
use crate::{
    id::{Digest, LevelId, PackId, UnitCode},
    period::Period,
};

/// What a file is about. Only files about the same thing can follow one another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Play data never mixes with real data.
    pub example: bool,
}

/// A file that was seen, as far as its place among others goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What it is about.
    pub slot: Slot,
    /// Its digest.
    pub digest: Digest,
    /// Its sequence number.
    pub sequence: u32,
    /// The file that it replaces.
    pub supersedes: Option<Digest>,
    /// The key that signed it.
    pub kid: Thumbprint,
    /// Whether that key is enrolled for the unit.
    pub enrolled: bool,
}

/// The place of a file among those seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chain {
    /// The first about its slot.
    New,
    /// The same file is there already, whatever its name.
    Duplicate,
    /// It replaces this file, which is there.
    Supersedes(Digest),
    /// This file, which is there, replaces it.
    Superseded(Digest),
    /// A person has to settle which file counts.
    Conflict(ChainBreak),
}

/// Why files about one slot do not follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainBreak {
    /// It names no predecessor, and there are other files.
    NoPredecessor,
    /// Its predecessor is not there, and there are other files.
    MissingPredecessor,
    /// Its sequence number is not above its predecessor's.
    Sequence,
    /// Another key than its predecessor's, and not enrolled for the unit.
    OtherKey,
    /// Another file replaces the same predecessor.
    Fork,
}

/// Which of the files about one slot count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heads {
    /// There are no files.
    None,
    /// All others lead to this one.
    One(Digest),
    /// These stand side by side, in the order of their digests; a person has to settle it.
    Conflict(Vec<Digest>),
}

impl Chain {
    /// A fixed name for the state.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Duplicate => "duplicate",
            Self::Supersedes(_) => "supersedes",
            Self::Superseded(_) => "superseded",
            Self::Conflict(ChainBreak::NoPredecessor) => "conflict-no-predecessor",
            Self::Conflict(ChainBreak::MissingPredecessor) => "conflict-missing-predecessor",
            Self::Conflict(ChainBreak::Sequence) => "conflict-sequence",
            Self::Conflict(ChainBreak::OtherKey) => "conflict-other-key",
            Self::Conflict(ChainBreak::Fork) => "conflict-fork",
        }
    }
}

impl Seen {
    /// Whether it rightly takes the place of `before`.
    fn follows(&self, before: &Self) -> Result<(), ChainBreak> {
        if self.sequence <= before.sequence {
            return Err(ChainBreak::Sequence);
        }
        if self.kid != before.kid && !self.enrolled {
            return Err(ChainBreak::OtherKey);
        }
        Ok(())
    }

    fn replaces(&self, before: &Self) -> bool {
        self.slot == before.slot && self.supersedes == Some(before.digest) && self.follows(before).is_ok()
    }
}

/// The place of `file` among `others`, which need not be about the same slot and may hold the file itself only where
/// it came in before.
///
/// It is the same whichever file came first, so whoever keeps files asks again for each when a new one has come in.
#[must_use]
pub fn chain(file: &Seen, others: &[Seen]) -> Chain {
    if others.iter().any(|it| it.digest == file.digest) {
        return Chain::Duplicate;
    }
    let beside: Vec<&Seen> = others.iter().filter(|it| it.slot == file.slot).collect();
    let predecessor = beside.iter().find(|it| Some(it.digest) == file.supersedes);
    if let Some(Err(broken)) = predecessor.map(|before| file.follows(before)) {
        return Chain::Conflict(broken);
    }
    if predecessor.is_some_and(|before| beside.iter().any(|it| it.replaces(before))) {
        return Chain::Conflict(ChainBreak::Fork);
    }
    if let Some(next) = beside.iter().filter(|it| it.replaces(file)).map(|it| it.digest).min() {
        return Chain::Superseded(next);
    }
    match (predecessor, file.supersedes) {
        (Some(before), _) => Chain::Supersedes(before.digest),
        (None, _) if beside.is_empty() => Chain::New,
        (None, None) => Chain::Conflict(ChainBreak::NoPredecessor),
        (None, Some(_)) => Chain::Conflict(ChainBreak::MissingPredecessor),
    }
}

/// Which of `files`, all about one slot, count: those that no other rightly replaces.
#[must_use]
pub fn heads<'a>(files: impl IntoIterator<Item = &'a Seen>) -> Heads {
    let files: BTreeMap<Digest, &Seen> = files.into_iter().map(|file| (file.digest, file)).collect();
    let rightly = |file: &&Seen| {
        let before = file.supersedes.and_then(|digest| files.get(&digest));
        before.filter(|before| file.replaces(before)).map(|before| before.digest)
    };
    let replaced: BTreeSet<Digest> = files.values().filter_map(rightly).collect();
    let standing: Vec<Digest> = files.keys().filter(|digest| !replaced.contains(digest)).copied().collect();
    match standing.as_slice() {
        [] => Heads::None,
        [one] => Heads::One(*one),
        _ => Heads::Conflict(standing),
    }
}

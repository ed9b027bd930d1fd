//! How a unit counts by its own file and by what roll-ups say of it, and what offices decided, added up. Judges nothing.

use crate::{
    bundle::{Counted, Settled},
    id::{Digest, UnitCode},
};

use super::{Stand, Standing};

/// What the roll-ups from below say of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// This file counts.
    One(Counted),
    /// Two files stand side by side, or two roll-ups say two things.
    Unsettled,
}

/// How a unit counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joined {
    /// It does not: nothing came, or nothing that counts.
    Missing,
    /// By a file that is here and was computed again.
    Own(Counted),
    /// By a roll-up's word: the file behind the verdict is not here.
    Told(Counted),
    /// A person has to settle it.
    Unsettled,
}

impl Joined {
    /// How it is counted; `None` where it is not.
    #[must_use]
    pub fn counted(&self) -> Option<&Counted> {
        match self {
            Self::Own(it) | Self::Told(it) => Some(it),
            Self::Missing | Self::Unsettled => None,
        }
    }
}

/// How a unit counts by its own files, of which `standing` belongs to the one that counts, and by what roll-ups say of it.
/// Where the file that a roll-up counted is here too, it counts as it was computed here; two that differ are a conflict.
#[must_use]
pub fn joined(unit: UnitCode, (own, standing): (Stand, Option<Standing>), told: Option<&Word>) -> Joined {
    let counted = |it: Standing, by: Option<&Counted>| Counted {
        unit,
        bundle: it.bundle,
        verdict: it.verdict,
        provisional: it.provisional,
        recognition: by.and_then(|it| it.recognition),
        removed: by.and_then(|it| it.removed),
    };
    match (own, standing, told) {
        (_, _, Some(Word::Unsettled)) | (Stand::Unsettled, _, _) => Joined::Unsettled,
        (Stand::Counted(_), Some(it), None) => Joined::Own(counted(it, None)),
        (Stand::Counted(_), Some(it), Some(Word::One(by))) if by.bundle == it.bundle => {
            Joined::Own(counted(it, Some(by)))
        }
        (Stand::Counted(_), Some(_), Some(Word::One(_))) => Joined::Unsettled,
        // A file that is here and does not count is not made to count by the word of another.
        (Stand::NotCounted(_), _, Some(Word::One(_))) => Joined::Unsettled,
        (_, _, Some(Word::One(by))) => Joined::Told(by.clone()),
        _ => Joined::Missing,
    }
}

/// The units that offices have decided about, counted; a unit is in one of these or waits for an office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// Every office found them qualified.
    pub qualified: usize,
    /// An office did not.
    pub not_qualified: usize,
    /// An office sent the file back.
    pub returned: usize,
    /// Two that act as one office decided differently.
    pub conflict: usize,
    /// Found qualified by every office, against what the document forbids.
    pub forbidden: usize,
    /// Whose name was taken back, in the order in which they were added.
    pub removed: Vec<UnitCode>,
}

impl Outcomes {
    /// Adds a unit: where the decisions that are here leave it, and the decision that took its name back, if one did.
    pub fn add(&mut self, unit: UnitCode, settled: &Settled, removed: Option<Digest>) {
        match settled {
            _ if removed.is_some() => self.removed.push(unit),
            Settled::Qualified => self.qualified += 1,
            Settled::NotQualified(_) => self.not_qualified += 1,
            Settled::Returned(_) => self.returned += 1,
            Settled::Conflict(_) => self.conflict += 1,
            Settled::Forbidden(_) => self.forbidden += 1,
            Settled::Removed(_) => self.removed.push(unit),
            Settled::Waits(_) => {}
        }
    }
}

//! Joins a unit's own file with its entry in roll-ups, and adds up the decisions of offices.

use crate::{
    bundle::{Counted, Settled},
    id::{Digest, UnitCode},
};

use super::{Stand, UnitStanding};

/// The entry of a unit in roll-ups from below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutcomeEntry {
    /// This file counts.
    One(Counted),
    /// Two files stand side by side, or two roll-ups differ.
    Unsettled,
}

/// The way in which a unit counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joined {
    /// It does not count: nothing came, or nothing that counts.
    Missing,
    /// By a file that is here and was recomputed.
    Own(Counted),
    /// By a roll-up only: the file behind the verdict is not here.
    Told(Counted),
    /// A person has to settle it.
    Unsettled,
}

impl Joined {
    /// Returns the entry by which it counts; `None` where it does not count.
    #[must_use]
    pub fn counted(&self) -> Option<&Counted> {
        match self {
            Self::Own(counted) | Self::Told(counted) => Some(counted),
            Self::Missing | Self::Unsettled => None,
        }
    }
}

/// Joins a unit's own files, of which `standing` belongs to the one that counts, with its entry in roll-ups. Where the
/// file that a roll-up counted is here too, it counts as recomputed here; two that differ are a conflict.
#[must_use]
pub fn joined(unit: UnitCode, (own, standing): (Stand, Option<UnitStanding>), told: Option<&OutcomeEntry>) -> Joined {
    let counted = |result: UnitStanding, by: Option<&Counted>| Counted {
        unit,
        bundle: result.bundle,
        verdict: result.verdict,
        provisional: result.provisional,
        recognition: by.and_then(|entry| entry.recognition),
        removed: by.and_then(|entry| entry.removed),
    };
    match (own, standing, told) {
        (_, _, Some(OutcomeEntry::Unsettled)) | (Stand::Unsettled, _, _) => Joined::Unsettled,
        (Stand::Counted(_), Some(standing), None) => Joined::Own(counted(standing, None)),
        (Stand::Counted(_), Some(standing), Some(OutcomeEntry::One(by))) if by.bundle == standing.bundle => {
            Joined::Own(counted(standing, Some(by)))
        }
        (Stand::Counted(_), Some(_), Some(OutcomeEntry::One(_))) => Joined::Unsettled,
        // A file that is here and does not count is not made to count by the word of another.
        (Stand::NotCounted(_), _, Some(OutcomeEntry::One(_))) => Joined::Unsettled,
        (_, _, Some(OutcomeEntry::One(by))) => Joined::Told(by.clone()),
        _ => Joined::Missing,
    }
}

/// The units that offices have decided about, counted; a unit is in one of these or waits for an office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// Every office found them qualified.
    pub qualified: usize,
    /// An office found them not qualified.
    pub not_qualified: usize,
    /// An office sent the file back.
    pub returned: usize,
    /// Two that act as one office decided differently.
    pub conflict: usize,
    /// Found qualified by every office, although the document forbids it.
    pub forbidden: usize,
    /// Units whose name was removed, in the order in which they were added.
    pub removed: Vec<UnitCode>,
}

impl Outcomes {
    /// Adds a unit: its state after the decisions that are here, and the decision that removed its name, if there is
    /// one.
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

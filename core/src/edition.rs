//! The differences between two editions of a document, criterion by criterion.

use crate::{
    id::{Digest, RuleId},
    pack::Level,
};

/// The change of a criterion from one edition to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Became {
    /// Only the new edition has it.
    Added,
    /// It is decided by something else than before.
    Changed,
    /// Only the old edition has it.
    Dropped,
    /// It is decided as before, even where its words changed.
    Same,
}

impl Became {
    /// All of them, in the order in which they need attention.
    pub const ALL: [Self; 4] = [Self::Added, Self::Changed, Self::Dropped, Self::Same];

    /// Tells whether a person who answered under the old edition has to look at the criterion again.
    #[must_use]
    pub fn asks_again(self) -> bool {
        matches!(self, Self::Added | Self::Changed)
    }
}

/// The comparison of two editions of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editions {
    /// Every criterion of either: those of the new edition in its order, then the dropped ones in theirs.
    pub criteria: Vec<(RuleId, Became)>,
    /// `true` where the verdict follows from the criteria in another way.
    pub verdict: bool,
}

impl Editions {
    /// Iterates over the criteria that a person has to look at again, in order.
    pub fn again(&self) -> impl Iterator<Item = &RuleId> {
        self.criteria.iter().filter(|(_, change)| change.asks_again()).map(|(id, _)| id)
    }

    /// Counts the criteria with this change.
    #[must_use]
    pub fn count(&self, what: Became) -> usize {
        self.criteria.iter().filter(|criterion| criterion.1 == what).count()
    }
}

/// Compares two editions of a level by the digests of their criteria. Cannot fail.
#[must_use]
pub fn editions(old: &Level, new: &Level) -> Editions {
    let digest = |level: &Level, id: &RuleId| -> Option<Digest> {
        level.criteria.iter().find(|criterion| criterion.id == *id).map(|criterion| criterion.digest)
    };
    let mut criteria: Vec<_> = new
        .criteria
        .iter()
        .map(|criterion| {
            let change = match digest(old, &criterion.id) {
                None => Became::Added,
                Some(before) if before == criterion.digest => Became::Same,
                Some(_) => Became::Changed,
            };
            (criterion.id.clone(), change)
        })
        .collect();
    let gone = old.criteria.iter().filter(|criterion| digest(new, &criterion.id).is_none());
    criteria.extend(gone.map(|criterion| (criterion.id.clone(), Became::Dropped)));
    Editions { criteria, verdict: rules(old) != rules(new) }
}

/// Returns what decides the verdict beside the criteria; where the document scores, that includes the sections.
fn rules(level: &Level) -> impl PartialEq {
    let sections: Vec<_> =
        level.sections.iter().filter(|section| section.scored).map(|section| section.id.clone()).collect();
    (level.result, level.review.clone(), level.requires.clone(), level.awarded_for, sections)
}

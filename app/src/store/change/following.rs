//! The documents that a workplace follows after a change, given those it follows when the change is applied.

use std::collections::BTreeSet;

use cunping_core::id::{LevelId, PackId, RuleId};

use crate::store::{Followed, Moved};

/// One level of a document at another edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedOver {
    /// The level at the new edition, with the criteria that ask differently there.
    pub now: Followed,
    /// All criteria of the level in the new edition: of those that still had to be confirmed before, these stay so.
    pub asks: BTreeSet<RuleId>,
}

/// Adds a document's levels; returns the list unchanged if the document is followed already.
pub(super) fn follow(mut all: Vec<Followed>, new: Vec<Followed>) -> Vec<Followed> {
    let known: Vec<PackId> = all.iter().map(|followed| followed.pack.clone()).collect();
    all.extend(new.into_iter().filter(|followed| !known.contains(&followed.pack)));
    all
}

/// Removes a document; returns the list unchanged if it is the only one, because a workplace always follows something.
pub(super) fn unfollow(all: Vec<Followed>, pack: &PackId) -> Vec<Followed> {
    if all.iter().all(|followed| followed.pack == *pack) {
        all
    } else {
        all.into_iter().filter(|followed| followed.pack != *pack).collect()
    }
}

/// Moves levels to another edition, each if it is still at the edition that it is moved from.
pub(super) fn change_over(mut all: Vec<Followed>, over: Vec<ChangedOver>) -> Vec<Followed> {
    for ChangedOver { mut now, asks } in over {
        let from = now.moved.as_ref().map(|moved| moved.from);
        let same = |followed: &&mut Followed| {
            (&followed.pack, &followed.level, Some(followed.version)) == (&now.pack, &now.level, from)
        };
        let Some(old) = all.iter_mut().find(same) else { continue };
        let before = old.moved.take().map(|moved| moved.again).unwrap_or_default();
        if let Some(Moved { again, .. }) = &mut now.moved {
            again.extend(before.into_iter().filter(|rule| asks.contains(rule)));
        }
        *old = now;
    }
    all
}

/// Marks one criterion as confirmed.
pub(super) fn confirm(mut all: Vec<Followed>, pack: &PackId, level: &LevelId, rule: &RuleId) -> Vec<Followed> {
    let this = |followed: &&mut Followed| followed.pack == *pack && followed.level == *level;
    if let Some(moved) = all.iter_mut().find(this).and_then(|followed| followed.moved.as_mut()) {
        moved.again.remove(rule);
    }
    all
}

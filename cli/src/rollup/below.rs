//! Roll-ups from the offices below: which of each office's counts, put together unit by unit. Adds nothing up.

use std::collections::BTreeMap;

use cunping_core::{
    bundle::{Heads, Line, Rollup, Seen, heads},
    id::{Digest, UnitCode},
    rollup::{About, Merged},
};

/// The roll-ups that can count, by what they are about; the same one again changes nothing.
#[derive(Default)]
pub(super) struct Below(BTreeMap<Line, BTreeMap<Digest, (Seen<Line>, Rollup)>>);

/// What the roll-ups that count come to.
#[derive(Default)]
pub(super) struct Together {
    /// The units that they counted and expect.
    pub(super) merged: Merged,
    /// Those that count, with the area of each.
    pub(super) files: Vec<(About, UnitCode, Digest)>,
    /// The areas whose roll-ups are in conflict: none of them counts.
    pub(super) in_conflict: Vec<UnitCode>,
}

impl Below {
    /// Adds a roll-up with its place in its office's line.
    pub(super) fn add(&mut self, seen: Seen<Line>, rollup: Rollup) {
        self.0.entry(seen.slot.clone()).or_default().insert(seen.digest, (seen, rollup));
    }

    /// The last of each office's, in an unbroken chain, put together.
    pub(super) fn together(&self) -> Together {
        let mut together = Together::default();
        for files in self.0.values() {
            match heads(files.values().map(|(seen, _)| seen)) {
                Heads::One(digest) => {
                    let Some((_, rollup)) = files.get(&digest) else { continue };
                    together.merged = std::mem::take(&mut together.merged).merge(Merged::of(rollup));
                    together.files.push((About::of(rollup), rollup.stated.party.unit, digest));
                }
                Heads::Conflict(_) => {
                    together.in_conflict.extend(files.values().next().map(|(_, it)| it.stated.party.unit))
                }
                Heads::None => {}
            }
        }
        together
    }
}

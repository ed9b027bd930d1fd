//! The files about one unit in one period, reduced to what decides which of them counts.

use cunping_core::{
    bundle::{Heads, Seen, heads},
    rollup::Standing,
};

/// The files about one unit.
#[derive(Default)]
pub(super) struct Slot {
    files: Vec<(Seen, Standing)>,
}

impl Slot {
    /// Adds a file; the same file twice changes nothing.
    pub(super) fn add(&mut self, seen: Seen, standing: Standing) {
        if !self.files.iter().any(|(it, _)| it.digest == seen.digest) {
            self.files.push((seen, standing));
        }
    }

    /// The standing by the file that counts; `None` while files are in conflict.
    pub(super) fn standing(&self) -> Option<Standing> {
        match heads(self.files.iter().map(|(seen, _)| seen)) {
            Heads::One(digest) => self.files.iter().find(|(seen, _)| seen.digest == digest).map(|(_, it)| *it),
            Heads::None | Heads::Conflict(_) => None,
        }
    }
}

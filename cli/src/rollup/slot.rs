//! The files about one unit in one period, reduced to what decides which of them counts: about 150 bytes each.

use cunping_core::{
    bundle::{Heads, Seen, Slot as About, Thumbprint, heads},
    evaluate::Verdict,
    id::Digest,
    rollup::Standing,
};

/// The files about one unit; a file twice is kept once.
#[derive(Default)]
pub(super) struct Slot {
    files: Vec<Filed>,
}

/// What is kept of a file. What it is about is the same for all of a slot, and kept elsewhere.
pub(super) struct Filed {
    digest: Digest,
    supersedes: Option<Digest>,
    kid: Thumbprint,
    sequence: u32,
    verdict: Verdict,
    provisional: bool,
}

impl Filed {
    /// What is kept of a file.
    pub(super) fn new(seen: &Seen, standing: Standing) -> Self {
        let Standing { verdict, provisional, bundle: digest } = standing;
        Self { digest, supersedes: seen.supersedes, kid: seen.kid, sequence: seen.sequence, verdict, provisional }
    }
}

impl Slot {
    /// Adds a file; the same file twice changes nothing.
    pub(super) fn add(&mut self, file: Filed) {
        if self.files.iter().all(|it| it.digest != file.digest) {
            self.files.reserve_exact(1);
            self.files.push(file);
        }
    }

    /// The standing by the file that counts; `None` while files are in conflict.
    pub(super) fn standing(&self, about: &About) -> Option<Standing> {
        let standing = |it: &Filed| Standing { verdict: it.verdict, provisional: it.provisional, bundle: it.digest };
        if let [only] = self.files.as_slice() {
            return Some(standing(only));
        }
        let seen = |it: &Filed| Seen {
            slot: about.clone(),
            digest: it.digest,
            sequence: it.sequence,
            supersedes: it.supersedes,
            kid: it.kid,
            enrolled: false,
            settled: false,
        };
        let seen: Vec<Seen> = self.files.iter().map(seen).collect();
        match heads(&seen) {
            Heads::One(digest) => self.files.iter().find(|it| it.digest == digest).map(standing),
            Heads::None | Heads::Conflict(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_country_fits_into_memory() {
        // 620,000 units with a file each, the vector that holds it, its place in the map, and what an allocator adds.
        let each = size_of::<Filed>() + size_of::<Slot>() + 2 * size_of::<u64>() + 32;
        assert!(620_000 * each < 150 << 20, "{each} bytes a unit");
    }
}

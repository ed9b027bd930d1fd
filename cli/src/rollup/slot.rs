//! What is known of one unit in one period, reduced to what decides how it counts: about 150 bytes a file.

use cunping_core::{
    bundle::{Counted, Heads, Seen, Slot as About, Thumbprint, heads},
    evaluate::Verdict,
    id::Digest,
    rollup::Standing,
};

/// The files about one unit; a file twice is kept once.
#[derive(Default)]
pub(super) struct Slot {
    files: Vec<Filed>,
    told: Option<Box<Told>>,
}

/// What the roll-ups from below say of a unit.
#[derive(Clone)]
pub(super) enum Told {
    /// This file counts.
    One(Counted),
    /// Two files stand side by side, or two roll-ups say two things.
    Unsettled,
}

/// What is kept of a file. What it is about is the same for all of a slot, and kept elsewhere.
pub(super) struct Filed {
    digest: Digest,
    supersedes: Option<Digest>,
    kid: Thumbprint,
    sequence: u32,
    verdict: Verdict,
    provisional: bool,
    enrolled: bool,
}

impl Filed {
    /// What is kept of a file.
    pub(super) fn new(seen: &Seen, standing: Standing) -> Self {
        let Standing { verdict, provisional, bundle: digest } = standing;
        let Seen { supersedes, kid, sequence, enrolled, .. } = *seen;
        Self { digest, supersedes, kid, sequence, verdict, provisional, enrolled }
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

    /// Takes what the roll-ups from below say.
    pub(super) fn tell(&mut self, told: Told) {
        self.told = Some(Box::new(told));
    }

    /// How the unit counts; `None` while that is in conflict. Where the file that a roll-up counted is here too, it counts
    /// as it was recomputed here.
    pub(super) fn counted(&self, about: &About) -> Option<Counted> {
        let own = self.standing(about);
        match (self.told.as_deref(), own) {
            (None, own) => own.map(|it| counted(about, it, (None, None))),
            (Some(Told::Unsettled), _) => None,
            (Some(Told::One(it)), None) => self.files.is_empty().then(|| it.clone()),
            (Some(Told::One(it)), Some(own)) => {
                (it.bundle == own.bundle).then(|| counted(about, own, (it.recognition, it.removed)))
            }
        }
    }

    /// The files of the unit that are here: the one that counts, or all where they are in conflict.
    pub(super) fn files(&self, about: &About) -> Vec<Digest> {
        match self.standing(about) {
            Some(it) => vec![it.bundle],
            None => self.files.iter().map(|it| it.digest).collect(),
        }
    }

    /// The standing by the file that counts; `None` while files are in conflict, and where there is none.
    fn standing(&self, about: &About) -> Option<Standing> {
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
            enrolled: it.enrolled,
            settled: false,
        };
        let seen: Vec<Seen> = self.files.iter().map(seen).collect();
        match heads(&seen) {
            Heads::One(digest) => self.files.iter().find(|it| it.digest == digest).map(standing),
            Heads::None | Heads::Conflict(_) => None,
        }
    }
}

fn counted(about: &About, it: Standing, (recognition, removed): (Option<Digest>, Option<Digest>)) -> Counted {
    let Standing { verdict, provisional, bundle } = it;
    Counted { unit: about.unit, bundle, verdict, provisional, recognition, removed }
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

//! Every file of a folder, reduced to what decides how its unit counts: about 150 bytes a file. Counts nothing.

use std::collections::BTreeMap;

use super::{About, Heard};
use crate::{
    bundle::{KeyState, Kind, Line, Payload, Review, Rollup, Seen, Slot, Thumbprint, Verified},
    days::Day,
    evaluate::Verdict,
    id::{Digest, LevelId, PackId, UnitCode},
    period::Period,
};

/// What is counted together: units that lie side by side, under one level of one document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// What the units lie in.
    pub area: UnitCode,
    /// The document, whatever its version: a newer file replaces one under an older version.
    pub pack: PackId,
    /// The level or award of it.
    pub level: LevelId,
    /// Play data never mixes with real data.
    pub example: bool,
}

impl Place {
    /// The place of a unit that roll-ups speak about.
    #[must_use]
    pub fn of(about: &About, unit: UnitCode) -> Self {
        let About { pack, level, example, .. } = about.clone();
        Self { area: unit.above(), pack, level, example }
    }

    /// What a unit's files in a period are about.
    #[must_use]
    pub fn slot(&self, unit: UnitCode, period: Period) -> Slot {
        let (pack, level) = (self.pack.clone(), self.level.clone());
        Slot { kind: Kind::Assessment, unit, pack, level, period, example: self.example }
    }

    /// What roll-ups of a period are about.
    #[must_use]
    pub fn about(&self, period: Period) -> About {
        let (pack, level) = (self.pack.clone(), self.level.clone());
        About { pack, level, period, example: self.example }
    }
}

/// The files of a folder that take part in counting; a file twice is kept once, and the order of the files is no matter.
#[derive(Debug, Default)]
pub struct Pile {
    pub(super) places: BTreeMap<Place, Periods>,
    pub(super) heard: Vec<Heard>,
    pub(super) sums: BTreeMap<(About, UnitCode), BTreeMap<Digest, Sum>>,
}

/// The files of a place, by period and unit.
pub(super) type Periods = BTreeMap<Period, BTreeMap<UnitCode, Vec<Filed>>>;

/// What is kept of a file.
#[derive(Debug)]
pub struct Kept(Inside);

#[derive(Debug)]
enum Inside {
    File(Place, Period, UnitCode, Filed),
    Decision(Box<Heard>),
    Sum(Box<Sum>),
}

/// What is kept of a unit's file. What it is about is the same for all beside it, and kept elsewhere.
#[derive(Debug)]
pub(super) struct Filed {
    digest: Digest,
    supersedes: Option<Digest>,
    kid: Thumbprint,
    sequence: u32,
    first_seen: Day,
    enrolled: bool,
    /// The recomputed verdict and whether it can still change; none where the file does not count by itself.
    verdict: Option<(Verdict, bool)>,
}

/// What is kept of a roll-up.
#[derive(Debug)]
pub(super) struct Sum {
    pub(super) seen: Seen<Line>,
    pub(super) holds: bool,
    pub(super) rollup: Rollup,
}

impl Kept {
    /// What matters of a reviewed file, first seen on a day; `None` where it takes no part: of a key that is not its party's
    /// or a stranger's, or of a kind that is counted nowhere.
    #[must_use]
    pub fn of(opened: Verified, review: &Review, first_seen: Day) -> Option<Self> {
        let key = review.states.key.filter(|key| key.takes_part())?;
        let (enrolled, alone) = (key == KeyState::Enrolled, review.states.alone());
        Some(Self(match &opened.payload {
            Payload::Assessment(it) => {
                let (unit, period) = (it.facts.unit, it.facts.period);
                let place = Place {
                    area: unit.above(),
                    pack: it.pack.id.clone(),
                    level: it.level.clone(),
                    example: it.example,
                };
                let counts = review.evaluation.as_ref().filter(|_| alone.counts());
                let filed = Filed {
                    digest: opened.digest,
                    supersedes: it.supersedes,
                    kid: opened.key.thumbprint(),
                    sequence: it.sequence,
                    first_seen,
                    enrolled,
                    verdict: counts.map(|it| (it.verdict, it.provisional)),
                };
                Inside::File(place, period, unit, filed)
            }
            Payload::Recognition(_) => Inside::Decision(Box::new(Heard::new(&opened, &review.states, first_seen)?)),
            Payload::Rollup(_) => {
                let seen = opened.seen(enrolled, first_seen)?;
                let Payload::Rollup(rollup) = opened.payload else { return None };
                Inside::Sum(Box::new(Sum { seen, holds: alone.counts(), rollup: *rollup }))
            }
            _ => return None,
        }))
    }
}

impl Filed {
    pub(super) fn digest(&self) -> Digest {
        self.digest
    }

    pub(super) fn verdict(&self) -> Option<(Verdict, bool)> {
        self.verdict
    }

    /// Its place among the files of its unit.
    pub(super) fn seen(&self, settled: bool) -> Seen<()> {
        let Self { digest, supersedes, kid, sequence, first_seen, enrolled, .. } = *self;
        Seen { slot: (), digest, sequence, supersedes, kid, enrolled, first_seen, settled }
    }
}

impl Pile {
    /// Adds a file. The same one again changes nothing but the day on which it was first seen, which is the earlier.
    pub fn add(&mut self, kept: Kept) {
        match kept.0 {
            Inside::File(place, period, unit, filed) => {
                let files = self.places.entry(place).or_default().entry(period).or_default().entry(unit).or_default();
                match files.iter_mut().find(|it| it.digest == filed.digest) {
                    Some(same) => same.first_seen = same.first_seen.min(filed.first_seen),
                    None => {
                        files.reserve_exact(1);
                        files.push(filed);
                    }
                }
            }
            Inside::Decision(heard) => self.heard.push(*heard),
            Inside::Sum(sum) => {
                let key = (About::of(&sum.rollup), sum.rollup.stated.party.unit);
                self.sums.entry(key).or_default().insert(sum.seen.digest, *sum);
            }
        }
    }

    /// Makes sure that a place is counted in a period, whether or not a file about it came.
    pub fn expect(&mut self, place: &Place, period: Period) {
        self.places.entry(place.clone()).or_default().entry(period).or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_country_fits_into_memory() {
        // 620,000 units with a file each, the vector that holds it, its place in the map, and what an allocator adds.
        let each = size_of::<Filed>() + size_of::<Vec<Filed>>() + 2 * size_of::<u64>() + 32;
        assert!(620_000 * each < 150 << 20, "{each} bytes a unit");
    }
}

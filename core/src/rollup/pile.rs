//! The files of a folder, reduced to what decides how its units count: about 150 bytes a file.

use std::collections::BTreeMap;

use super::{CountedSubject, SignedDecision};
use crate::{
    bundle::{FileLine, KeyState, Kind, Payload, Review, Rollup, SeenFile, Slot, Thumbprint, Verified},
    days::Day,
    evaluate::Verdict,
    id::{Digest, LevelId, PackId, UnitCode},
    period::Period,
};

/// Units that are counted together: they lie side by side, under one level of one document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountedPlace {
    /// The unit in which they lie.
    pub area: UnitCode,
    /// The document, whatever its version: a newer file replaces one under an older version.
    pub pack: PackId,
    /// The level or award of the document.
    pub level: LevelId,
    /// `true` for example data, which never mixes with real data.
    pub example: bool,
}

impl CountedPlace {
    /// Returns the place of a unit in roll-ups about `about`.
    #[must_use]
    pub fn of(about: &CountedSubject, unit: UnitCode) -> Self {
        let CountedSubject { pack, level, example, .. } = about.clone();
        Self { area: unit.above(), pack, level, example }
    }

    /// Returns the slot of a unit's files in a period.
    #[must_use]
    pub fn slot(&self, unit: UnitCode, period: Period) -> Slot {
        let (pack, level) = (self.pack.clone(), self.level.clone());
        Slot { kind: Kind::Assessment, unit, pack, level, period, example: self.example }
    }

    /// Returns the subject of roll-ups of a period.
    #[must_use]
    pub fn about(&self, period: Period) -> CountedSubject {
        let (pack, level) = (self.pack.clone(), self.level.clone());
        CountedSubject { pack, level, period, example: self.example }
    }
}

/// The files of a folder that take part in counting. A file that comes twice is kept once, and the order of the files
/// makes no difference.
#[derive(Debug, Default)]
pub struct Pile {
    pub(super) places: BTreeMap<CountedPlace, Periods>,
    pub(super) decided: Vec<SignedDecision>,
    pub(super) sums: BTreeMap<(CountedSubject, UnitCode), BTreeMap<Digest, Sum>>,
}

/// The files of a place, by period and unit.
pub(super) type Periods = BTreeMap<Period, BTreeMap<UnitCode, Vec<Filed>>>;

/// The reduced form of a file.
#[derive(Debug)]
pub struct Kept(Inside);

#[derive(Debug)]
enum Inside {
    File(CountedPlace, Period, UnitCode, Filed),
    Decision(Box<SignedDecision>),
    Sum(Box<Sum>),
}

/// The reduced form of a unit's file, without its subject, which all beside it share.
#[derive(Debug)]
pub(super) struct Filed {
    digest: Digest,
    supersedes: Option<Digest>,
    kid: Thumbprint,
    sequence: u32,
    first_seen: Day,
    enrolled: bool,
    /// The recomputed verdict, with `true` where it can still change; `None` where the file does not count by itself.
    verdict: Option<(Verdict, bool)>,
}

/// The reduced form of a roll-up.
#[derive(Debug)]
pub(super) struct Sum {
    pub(super) seen: SeenFile<FileLine>,
    pub(super) holds: bool,
    pub(super) rollup: Rollup,
}

impl Kept {
    /// Reduces a reviewed file, first seen on a day. Returns `None` where it takes no part: its key is another party's,
    /// retired or a stranger's, or its kind is not counted.
    #[must_use]
    pub fn of(verified: Verified, review: &Review, first_seen: Day) -> Option<Self> {
        let key = review.states.key.filter(|key| key.takes_part())?;
        let (enrolled, alone) = (key == KeyState::Enrolled, review.states.alone());
        Some(Self(match &verified.payload {
            Payload::Assessment(assessment) => {
                let (unit, period) = (assessment.facts.unit, assessment.facts.period);
                let place = CountedPlace {
                    area: unit.above(),
                    pack: assessment.pack.id.clone(),
                    level: assessment.level.clone(),
                    example: assessment.example,
                };
                let counts = review.evaluation.as_ref().filter(|_| alone.counts());
                let filed = Filed {
                    digest: verified.digest,
                    supersedes: assessment.supersedes,
                    kid: verified.key.thumbprint(),
                    sequence: assessment.sequence,
                    first_seen,
                    enrolled,
                    verdict: counts.map(|evaluation| (evaluation.verdict, evaluation.provisional)),
                };
                Inside::File(place, period, unit, filed)
            }
            Payload::Recognition(_) => {
                Inside::Decision(Box::new(SignedDecision::new(&verified, &review.states, first_seen)?))
            }
            Payload::Rollup(_) => {
                let seen = verified.seen(enrolled, first_seen)?;
                let Payload::Rollup(rollup) = verified.payload else { return None };
                Inside::Sum(Box::new(Sum { seen, holds: alone.counts(), rollup: *rollup }))
            }
            Payload::Opinion(_)
            | Payload::Receipt(_)
            | Payload::Enrolment(_)
            | Payload::Directory(_)
            | Payload::Overlay(_)
            | Payload::Pack(_) => return None,
        }))
    }
}

impl Kept {
    /// Returns the digest of the file.
    #[must_use]
    pub fn digest(&self) -> Digest {
        match &self.0 {
            Inside::File(.., filed) => filed.digest,
            Inside::Decision(decided) => decided.seen.digest,
            Inside::Sum(sum) => sum.seen.digest,
        }
    }
}

impl Filed {
    pub(super) fn digest(&self) -> Digest {
        self.digest
    }

    pub(super) fn verdict(&self) -> Option<(Verdict, bool)> {
        self.verdict
    }

    /// Returns its place among the files of its unit.
    pub(super) fn seen(&self, settled: bool) -> SeenFile<()> {
        let Self { digest, supersedes, kid, sequence, first_seen, enrolled, .. } = *self;
        SeenFile { slot: (), digest, sequence, supersedes, kid, enrolled, first_seen, settled }
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
            Inside::Decision(decided) => self.decided.push(*decided),
            Inside::Sum(sum) => {
                let key = (CountedSubject::of(&sum.rollup), sum.rollup.stated.party.unit);
                self.sums.entry(key).or_default().insert(sum.seen.digest, *sum);
            }
        }
    }

    /// Makes sure that a place is counted in a period, whether or not a file about it came.
    pub fn expect(&mut self, place: &CountedPlace, period: Period) {
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

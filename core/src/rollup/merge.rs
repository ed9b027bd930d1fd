//! Merges roll-ups: the counted set keyed by unit, document, level and period. A conflict is left for a person to
//! settle.

use std::collections::{BTreeMap, BTreeSet};

use super::UnitStanding;
use crate::{
    bundle::{Counted, Kind, Rollup, Slot},
    id::{LevelId, PackId, UnitCode},
    period::Period,
};

/// The subject of units that are counted together. Example data never mixes with real data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountedSubject {
    /// The document.
    pub pack: PackId,
    /// The level or award.
    pub level: LevelId,
    /// The period.
    pub period: Period,
    /// `true` for example data.
    pub example: bool,
}

/// Merged roll-ups and files that count. Its memory is bounded by units, however many files there were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergedUnits(BTreeMap<CountedSubject, CountedGroup>);

/// The units that are counted together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct CountedGroup {
    expected: BTreeSet<UnitCode>,
    units: BTreeMap<UnitCode, UnitEntry>,
}

/// The entry of one unit. A conflict stays one, whatever comes after, so that the order of merging makes no difference.
#[derive(Clone, Debug, PartialEq, Eq)]
enum UnitEntry {
    One(Counted),
    Conflict,
}

impl MergedUnits {
    /// Builds the counted set of one roll-up.
    #[must_use]
    pub fn of(rollup: &Rollup) -> Self {
        let mut merged = Self::default();
        let about = CountedSubject::of(rollup);
        merged.expect(&about, rollup.expected.iter().copied());
        for counted in &rollup.counted {
            merged.count(&about, counted.clone());
        }
        let group = merged.0.entry(about).or_default();
        group.units.extend(rollup.unsettled.iter().map(|unit| (*unit, UnitEntry::Conflict)));
        merged
    }

    /// Adds units that are to report.
    pub fn expect(&mut self, about: &CountedSubject, units: impl IntoIterator<Item = UnitCode>) {
        self.0.entry(about.clone()).or_default().expected.extend(units);
    }

    /// Adds the file of a unit that counts. The same one again changes nothing, another one is a conflict. Of two
    /// entries that differ in a removal only, the removal is kept: one office may have counted before it.
    pub fn count(&mut self, about: &CountedSubject, counted: Counted) {
        let unit = counted.unit;
        self.0.entry(about.clone()).or_default().add(unit, UnitEntry::One(counted));
    }

    /// Merges both: associative, commutative and idempotent.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        for (about, theirs) in other.0 {
            let ours = self.0.entry(about).or_default();
            ours.expected.extend(theirs.expected);
            for (unit, entry) in theirs.units {
                ours.add(unit, entry);
            }
        }
        self
    }

    /// Iterates over the subjects that were counted, in order.
    pub fn about(&self) -> impl Iterator<Item = &CountedSubject> {
        self.0.keys()
    }

    /// Returns the units that are to report.
    #[must_use]
    pub fn expected(&self, about: &CountedSubject) -> BTreeSet<UnitCode> {
        self.0.get(about).map(|group| group.expected.clone()).unwrap_or_default()
    }

    /// Returns the standings of the units that reported and are in no conflict, ordered: the base of [`super::tally`].
    #[must_use]
    pub fn standings(&self, about: &CountedSubject) -> BTreeMap<UnitCode, UnitStanding> {
        let standing = |counted: &Counted| UnitStanding {
            verdict: counted.verdict,
            provisional: counted.provisional,
            bundle: counted.bundle,
        };
        self.counted(about).iter().map(|counted| (counted.unit, standing(counted))).collect()
    }

    /// Returns the units that reported and are in no conflict, ordered, as a roll-up lists them.
    #[must_use]
    pub fn counted(&self, about: &CountedSubject) -> Vec<Counted> {
        let units = self.0.get(about).into_iter().flat_map(|group| group.units.values());
        let one = |entry: &UnitEntry| if let UnitEntry::One(counted) = entry { Some(counted.clone()) } else { None };
        units.filter_map(one).collect()
    }

    /// Returns the units of which two different files were counted, ordered; a person has to settle which one counts.
    #[must_use]
    pub fn unsettled(&self, about: &CountedSubject) -> Vec<UnitCode> {
        let units = self.0.get(about).into_iter().flat_map(|group| &group.units);
        units.filter(|(_, entry)| **entry == UnitEntry::Conflict).map(|(unit, _)| *unit).collect()
    }
}

impl CountedGroup {
    fn add(&mut self, unit: UnitCode, entry: UnitEntry) {
        let added = match (self.units.remove(&unit), entry) {
            (None, entry) => entry,
            (Some(UnitEntry::One(one)), UnitEntry::One(other)) => joined(one, other),
            (Some(_), _) => UnitEntry::Conflict,
        };
        self.units.insert(unit, added);
    }
}

/// Joins two entries of one unit: the same except for a removal, of which one office may know before another, or in
/// conflict.
fn joined(one: Counted, other: Counted) -> UnitEntry {
    let removed = one.removed.into_iter().chain(other.removed).min();
    let [one, other] = [one, other].map(|counted| Counted { removed, ..counted });
    if one == other { UnitEntry::One(one) } else { UnitEntry::Conflict }
}

impl CountedSubject {
    /// Tells whether an assessment at this place of its unit's chain is about it.
    #[must_use]
    pub fn holds(&self, slot: &Slot) -> bool {
        slot.kind == Kind::Assessment
            && (&slot.pack, &slot.level, slot.period) == (&self.pack, &self.level, self.period)
            && slot.example == self.example
    }

    /// Returns the subject of a roll-up.
    #[must_use]
    pub fn of(rollup: &Rollup) -> Self {
        let (pack, level) = (rollup.pack.id.clone(), rollup.level.clone());
        Self { pack, level, period: rollup.period, example: rollup.stated.example }
    }
}

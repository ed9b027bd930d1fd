//! Roll-ups merged: the counted set keyed by unit, document, level and period. Opens no file and settles no conflict.

use std::collections::{BTreeMap, BTreeSet};

use super::Standing;
use crate::{
    bundle::{Counted, Rollup},
    id::{LevelId, PackId, UnitCode},
    period::Period,
};

/// What is counted together. Play data never mixes with real data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct About {
    /// The document.
    pub pack: PackId,
    /// The level or award.
    pub level: LevelId,
    /// The period.
    pub period: Period,
    /// Play data.
    pub example: bool,
}

/// Roll-ups, and files that count, put together. Its memory is bounded by units, however many files there were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged(BTreeMap<About, Group>);

/// The units that are counted together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Group {
    expected: BTreeSet<UnitCode>,
    units: BTreeMap<UnitCode, Entry>,
}

/// What is known of one unit. A conflict stays one, whatever comes after: that makes the order of merging no matter.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    One(Counted),
    Conflict,
}

impl Merged {
    /// The counted set of one roll-up.
    #[must_use]
    pub fn of(rollup: &Rollup) -> Self {
        let mut merged = Self::default();
        let about = About::of(rollup);
        merged.expect(&about, rollup.expected.iter().copied());
        for it in &rollup.counted {
            merged.count(&about, it.clone());
        }
        let group = merged.0.entry(about).or_default();
        group.units.extend(rollup.unsettled.iter().map(|unit| (*unit, Entry::Conflict)));
        merged
    }

    /// Adds units that are to report.
    pub fn expect(&mut self, about: &About, units: impl IntoIterator<Item = UnitCode>) {
        self.0.entry(about.clone()).or_default().expected.extend(units);
    }

    /// Adds the file of a unit that counts. The same one again changes nothing, another one is a conflict. A name that was
    /// taken back after one of two offices counted is taken back.
    pub fn count(&mut self, about: &About, counted: Counted) {
        let unit = counted.unit;
        self.0.entry(about.clone()).or_default().add(unit, Entry::One(counted));
    }

    /// Both together: associative, commutative, and the same merged with itself changes nothing.
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

    /// What was counted, in order.
    pub fn about(&self) -> impl Iterator<Item = &About> {
        self.0.keys()
    }

    /// The units that are to report.
    #[must_use]
    pub fn expected(&self, about: &About) -> BTreeSet<UnitCode> {
        self.0.get(about).map(|group| group.expected.clone()).unwrap_or_default()
    }

    /// How the units stand that reported and are in no conflict, ordered: the base of [`super::tally`].
    #[must_use]
    pub fn standings(&self, about: &About) -> BTreeMap<UnitCode, Standing> {
        let standing = |it: &Counted| Standing { verdict: it.verdict, provisional: it.provisional, bundle: it.bundle };
        self.counted(about).iter().map(|it| (it.unit, standing(it))).collect()
    }

    /// The units that reported and are in no conflict, ordered, as a roll-up lists them.
    #[must_use]
    pub fn counted(&self, about: &About) -> Vec<Counted> {
        let units = self.0.get(about).into_iter().flat_map(|group| group.units.values());
        let one = |entry: &Entry| if let Entry::One(it) = entry { Some(it.clone()) } else { None };
        units.filter_map(one).collect()
    }

    /// The units of which two different files were counted, ordered; a person settles which.
    #[must_use]
    pub fn unsettled(&self, about: &About) -> Vec<UnitCode> {
        let units = self.0.get(about).into_iter().flat_map(|group| &group.units);
        units.filter(|(_, entry)| **entry == Entry::Conflict).map(|(unit, _)| *unit).collect()
    }
}

impl Group {
    fn add(&mut self, unit: UnitCode, entry: Entry) {
        let added = match (self.units.remove(&unit), entry) {
            (None, entry) => entry,
            (Some(Entry::One(one)), Entry::One(other)) => joined(one, other),
            (Some(_), _) => Entry::Conflict,
        };
        self.units.insert(unit, added);
    }
}

/// Two words about one unit: the same but for a removal, of which one office may know before another, or in conflict.
fn joined(one: Counted, other: Counted) -> Entry {
    let removed = one.removed.into_iter().chain(other.removed).min();
    let [one, other] = [one, other].map(|it| Counted { removed, ..it });
    if one == other { Entry::One(one) } else { Entry::Conflict }
}

impl About {
    /// What a roll-up counts.
    #[must_use]
    pub fn of(rollup: &Rollup) -> Self {
        let (pack, level) = (rollup.pack.id.clone(), rollup.level.clone());
        Self { pack, level, period: rollup.period, example: rollup.stated.example }
    }
}

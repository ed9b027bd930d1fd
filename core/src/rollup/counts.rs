//! Counts the units of a pile: by their own files, by roll-ups, and after the decisions of offices.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    CountedPlace, CountedSubject, Decisions, Joined, MergedUnits, OutcomeEntry, Outcomes, Reported, Stand,
    UnitStanding, area_stand, joined,
    pile::{Filed, Periods, Pile, Sum},
    stand, stands, taken_back,
};
use crate::{
    bundle::{Counted, Heads, SeenFile, Settled, Slot, Supersession, heads, supersession},
    id::{Digest, UnitCode},
    pack::Level,
    period::Period,
};

/// A pile, counted.
#[derive(Debug)]
pub struct Counts<'a> {
    places: &'a BTreeMap<CountedPlace, Periods>,
    reported: &'a BTreeMap<(CountedSubject, UnitCode), BTreeMap<Digest, Sum>>,
    decisions: Decisions<'a>,
    told: BTreeMap<(CountedPlace, Period), BTreeMap<UnitCode, OutcomeEntry>>,
    merged: MergedUnits,
    sums: Vec<(CountedSubject, UnitCode, Stand)>,
}

impl<'a> Counts<'a> {
    /// Counts a pile. Cannot fail.
    #[must_use]
    pub fn of(pile: &'a Pile) -> Self {
        let (mut merged, mut sums) = (MergedUnits::default(), Vec::new());
        for ((about, area), files) in &pile.sums {
            let reported = |sum: &'a Sum| Reported { seen: sum.seen.clone(), holds: sum.holds, rollup: &sum.rollup };
            let stand = area_stand(&files.values().map(reported).collect::<Vec<_>>());
            if let Stand::Counted(digest) = stand
                && let Some(sum) = files.get(&digest)
            {
                merged = merged.merge(MergedUnits::of(&sum.rollup));
            }
            sums.push((about.clone(), *area, stand));
        }
        let mut told: BTreeMap<(CountedPlace, Period), BTreeMap<UnitCode, OutcomeEntry>> = BTreeMap::new();
        for about in merged.about() {
            let at = |unit| (CountedPlace::of(about, unit), about.period);
            for unit in merged.expected(about) {
                told.entry(at(unit)).or_default();
            }
            for counted in merged.counted(about) {
                told.entry(at(counted.unit)).or_default().insert(counted.unit, OutcomeEntry::One(counted));
            }
            for unit in merged.unsettled(about) {
                told.entry(at(unit)).or_default().insert(unit, OutcomeEntry::Unsettled);
            }
        }
        Self { places: &pile.places, reported: &pile.sums, decisions: Decisions::of(&pile.decided), told, merged, sums }
    }

    /// Lists everything that is counted together, in order.
    #[must_use]
    pub fn places(&self) -> Vec<(&CountedPlace, Vec<Period>)> {
        let mut all: BTreeMap<&CountedPlace, BTreeSet<Period>> = BTreeMap::new();
        for (place, periods) in self.places {
            all.entry(place).or_default().extend(periods.keys());
        }
        for (place, period) in self.told.keys() {
            all.entry(place).or_default().insert(*period);
        }
        all.into_iter().map(|(place, periods)| (place, periods.into_iter().collect())).collect()
    }

    /// Returns the units with a file that takes part, or with an entry in a roll-up.
    #[must_use]
    pub fn sent(&self, place: &CountedPlace, period: Period) -> BTreeSet<UnitCode> {
        let own = self.places.get(place).and_then(|periods| periods.get(&period)).into_iter().flat_map(BTreeMap::keys);
        let told = self.told.get(&(place.clone(), period)).into_iter().flat_map(BTreeMap::keys);
        own.chain(told).copied().collect()
    }

    /// Returns the units of a place that roll-ups expect to report.
    #[must_use]
    pub fn expected(&self, place: &CountedPlace, period: Period) -> BTreeSet<UnitCode> {
        let told = self.merged.expected(&place.about(period));
        told.into_iter().filter(|unit| unit.above() == place.area).collect()
    }

    /// Returns how a unit counts in a period.
    #[must_use]
    pub fn unit(&self, place: &CountedPlace, unit: UnitCode, period: Period) -> Joined {
        let files = self.files_of(place, unit, period);
        let about = place.slot(unit, period);
        let own = self.own(files, &about);
        let standing = match own {
            Stand::Counted(digest) => files.iter().find(|filed| filed.digest() == digest).and_then(|filed| {
                let (verdict, provisional) = filed.verdict()?;
                Some(UnitStanding { verdict, provisional, bundle: digest })
            }),
            _ => None,
        };
        let told = self.told.get(&(place.clone(), period)).and_then(|units| units.get(&unit));
        joined(unit, (own, standing), told)
    }

    /// Returns how a unit counts, with the decision that removed its name where an office made one.
    #[must_use]
    pub fn awarded(&self, level: &Level, place: &CountedPlace, unit: UnitCode, period: Period) -> Joined {
        let about = place.slot(unit, period);
        let with = |counted: Counted| {
            let removed = taken_back(level, &self.decisions.on(counted.bundle, &about)).or(counted.removed);
            Counted { removed, ..counted }
        };
        match self.unit(place, unit, period) {
            Joined::Own(counted) => Joined::Own(with(counted)),
            Joined::Told(counted) => Joined::Told(with(counted)),
            other => other,
        }
    }

    /// Adds up the decisions of offices about some units of a place.
    #[must_use]
    pub fn outcomes(
        &self,
        level: &Level,
        place: &CountedPlace,
        period: Period,
        units: &BTreeSet<UnitCode>,
    ) -> Outcomes {
        let mut outcomes = Outcomes::default();
        for unit in units {
            if let Some(counted) = self.awarded(level, place, *unit, period).counted() {
                let settled = self.settled(level, &place.slot(*unit, period), counted.bundle).given(counted.verdict);
                outcomes.add(*unit, &settled, counted.removed);
            }
        }
        outcomes
    }

    /// Returns the state of a unit after the decisions on its file.
    #[must_use]
    pub fn settled(&self, level: &Level, about: &Slot, file: Digest) -> Settled {
        stands(level, &self.decisions.on(file, about))
    }

    /// Returns the files of a unit: the one that counts, or all where they are in conflict.
    #[must_use]
    pub fn files(&self, place: &CountedPlace, unit: UnitCode, period: Period) -> Vec<Digest> {
        let files = self.files_of(place, unit, period);
        match self.own(files, &place.slot(unit, period)) {
            Stand::Counted(digest) => vec![digest],
            Stand::Unsettled => files.iter().map(Filed::digest).collect(),
            Stand::Missing | Stand::NotCounted(_) => Vec::new(),
        }
    }

    /// Returns the files that keep a unit from counting: those that stand side by side, and those that roll-ups count
    /// in their place, each once, in order.
    #[must_use]
    pub fn in_conflict(&self, place: &CountedPlace, unit: UnitCode, period: Period) -> BTreeSet<Digest> {
        let own = match heads(&self.seen(place, unit, period)) {
            Heads::None => Vec::new(),
            Heads::One(digest) => vec![digest],
            Heads::Conflict(beside) => beside,
        };
        let about = place.about(period);
        let counting = self.sums.iter().filter(|(of, ..)| *of == about).filter_map(|(of, area, stand)| match stand {
            Stand::Counted(digest) => self.reported.get(&(of.clone(), *area))?.get(digest),
            _ => None,
        });
        let told = counting.flat_map(|sum| &sum.rollup.counted).filter(|counted| counted.unit == unit);
        own.into_iter().chain(told.map(|counted| counted.bundle)).collect()
    }

    /// Returns how the files of a unit stand to one another, in the order of their digests and no more than `most`; the
    /// time that it takes is that number times the number of files. Empty where one file is here or none.
    #[must_use]
    pub fn beside(
        &self,
        place: &CountedPlace,
        unit: UnitCode,
        period: Period,
        most: usize,
    ) -> Vec<(Digest, Supersession)> {
        let mut seen = self.seen(place, unit, period);
        if seen.len() < 2 {
            return Vec::new();
        }
        seen.sort_by_key(|file| file.digest);
        let among = |at: usize, file: &SeenFile<()>| {
            let others: Vec<_> = seen.iter().enumerate().filter(|it| it.0 != at).map(|it| it.1.clone()).collect();
            (file.digest, supersession(file, &others))
        };
        seen.iter().take(most).enumerate().map(|(at, file)| among(at, file)).collect()
    }

    /// Returns the files of an area's roll-ups, in the order of their digests.
    #[must_use]
    pub fn sum_files(&self, about: &CountedSubject, area: UnitCode) -> Vec<Digest> {
        let files = self.reported.get(&(about.clone(), area));
        files.into_iter().flat_map(|files| files.keys().copied()).collect()
    }

    /// Returns the roll-ups of every area, with the one of each that counts.
    #[must_use]
    pub fn sums(&self) -> &[(CountedSubject, UnitCode, Stand)] {
        &self.sums
    }

    fn files_of(&self, place: &CountedPlace, unit: UnitCode, period: Period) -> &'a [Filed] {
        self.places.get(place).and_then(|periods| periods.get(&period)?.get(&unit)).map_or(&[], Vec::as_slice)
    }

    fn seen(&self, place: &CountedPlace, unit: UnitCode, period: Period) -> Vec<SeenFile<()>> {
        let about = place.slot(unit, period);
        let files = self.files_of(place, unit, period);
        files.iter().map(|filed| filed.seen(self.decisions.settle(filed.digest(), &about))).collect()
    }

    fn own(&self, files: &[Filed], about: &Slot) -> Stand {
        if let [only] = files {
            let digest = only.digest();
            return if only.verdict().is_some() { Stand::Counted(digest) } else { Stand::NotCounted(digest) };
        }
        let seen: Vec<_> = files.iter().map(|filed| filed.seen(self.decisions.settle(filed.digest(), about))).collect();
        stand(&seen, |digest| files.iter().any(|filed| filed.digest() == digest && filed.verdict().is_some()))
    }
}

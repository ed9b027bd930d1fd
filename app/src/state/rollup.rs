//! An office's roll-up: made from its own table, or summed from the signed roll-ups of the areas below. Pure.

mod beside;

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::{Counted, KeyState, Kind, LinePosition, PackRef, Payload, Rollup},
    id::{Digest, UnitCode},
    moment::Moment,
    pack::{Level, Pack},
    period::Period,
    rollup::{MergedUnits, Reported, Tally, Told, UnitStanding, area_stand, tally},
};

use super::{
    examined::Examined,
    roster::stated,
    township::{CountedSubject, Stand, UnitsTable},
};
use crate::store::{Direction, ListedUnit, Workplace};

/// The sum that an office counted: from its own table, or from the roll-ups of the areas below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeSum {
    /// The digests of the files that it was made from.
    pub children: BTreeSet<Digest>,
    /// The units that are expected to report.
    pub expected: BTreeSet<UnitCode>,
    /// The result of each unit that reported.
    pub counted: Vec<Counted>,
    /// The units with two files of which neither supersedes the other.
    pub unsettled: BTreeSet<UnitCode>,
}

impl OfficeSum {
    /// Counts a table. `decisions` are the office's own decisions, by the file that they decide on; `removals` are the
    /// decisions of any office that took an award back, by the file on which it was given.
    #[must_use]
    pub fn of_table(
        table: &UnitsTable,
        decisions: &BTreeMap<Digest, Digest>,
        removals: &BTreeMap<Digest, Digest>,
    ) -> Self {
        let mut sum = Self::default();
        for line in &table.lines {
            if line.expected {
                sum.expected.insert(line.unit);
            }
            match (line.stand, line.counted()) {
                (Stand::Counted(bundle), Some(found)) => {
                    sum.children.insert(bundle);
                    sum.counted.push(Counted {
                        unit: line.unit,
                        bundle,
                        verdict: found.verdict,
                        provisional: found.provisional,
                        recognition: decisions.get(&bundle).copied(),
                        removed: removals.get(&bundle).copied(),
                    });
                }
                (Stand::Unsettled, _) => {
                    sum.children.extend(line.files.iter().map(super::township::UnitFile::digest));
                    sum.unsettled.insert(line.unit);
                }
                _ => {}
            }
        }
        sum.counted.sort_by_key(|it| it.unit);
        sum
    }

    /// Makes the roll-up that a workplace signs, at the first place of its chain.
    #[must_use]
    pub fn signed_by(
        &self,
        workplace: &Workplace,
        (pack, level): (&Pack, &Level),
        period: Period,
        overlays: &BTreeSet<Digest>,
        at: Moment,
    ) -> Rollup {
        Rollup {
            stated: stated(workplace, Kind::Rollup, at),
            place: LinePosition::FIRST,
            area_name: workplace.unit_name.clone(),
            pack: PackRef::to(pack),
            level: level.id.clone(),
            period,
            overlays: overlays.iter().copied().collect(),
            children: self.children.iter().copied().collect(),
            expected: self.expected.iter().copied().collect(),
            counted: self.counted.clone(),
            unsettled: self.unsettled.iter().copied().collect(),
        }
    }

    /// Returns whether a roll-up states the same sum, whenever it was signed and whatever file it supersedes.
    #[must_use]
    pub fn is_said_by(&self, rollup: &Rollup) -> bool {
        self.children.iter().eq(&rollup.children)
            && self.expected.iter().eq(&rollup.expected)
            && self.counted == rollup.counted
            && self.unsettled.iter().eq(&rollup.unsettled)
    }
}

/// Returns the roll-up of a scope with the highest sequence number that was signed here under the unit's present code.
#[must_use]
pub fn last<'a>(
    examined: &'a [Examined],
    scope: &'a CountedSubject,
    unit: UnitCode,
) -> Option<(&'a Examined, &'a Rollup)> {
    let own = |(bundle, rollup): &(&Examined, &Rollup)| {
        bundle.record.direction == Direction::Sent && rollup.stated.party.unit == unit
    };
    of(examined, scope).filter(own).max_by_key(|(_, rollup)| rollup.place.sequence)
}

/// Returns the decisions that were signed here, by the file that they decide on; the last if there are several about
/// one.
#[must_use]
pub fn decisions(examined: &[Examined]) -> BTreeMap<Digest, Digest> {
    let sent = examined.iter().filter(|bundle| bundle.record.direction == Direction::Sent);
    let mut decided: Vec<_> = sent
        .filter_map(|bundle| {
            let Payload::Recognition(recognition) = &bundle.verified.payload else { return None };
            Some((recognition.place.sequence, recognition.assessment, bundle.record.digest))
        })
        .collect();
    decided.sort_unstable();
    decided.into_iter().map(|(_, file, decision)| (file, decision)).collect()
}

fn of<'a>(examined: &'a [Examined], scope: &'a CountedSubject) -> impl Iterator<Item = (&'a Examined, &'a Rollup)> {
    examined.iter().filter_map(|bundle| {
        let Payload::Rollup(rollup) = &bundle.verified.payload else { return None };
        (CountedSubject::of(rollup) == *scope).then_some((bundle, &**rollup))
    })
}

/// An area below the office, with its roll-ups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolledUpArea {
    /// Its unit.
    pub unit: UnitCode,
    /// Its name: the one in the list if it is expected, else the one in its file.
    pub name: String,
    /// Which of its files counts.
    pub stand: Stand,
    /// The tally of its units by the file that counts; `None` if none does.
    pub tally: Option<Tally>,
    /// Its files, the latest sequence number first.
    pub files: Vec<Examined>,
}

/// The roll-ups of the areas below an office about one document, level and period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The expected areas in their order, then the others by code.
    pub lines: Vec<RolledUpArea>,
    /// The sum of all roll-ups that count.
    pub sum: OfficeSum,
    /// The results of the counted units.
    pub standings: BTreeMap<UnitCode, UnitStanding>,
    /// The tally of all units, including the known ones in areas without a roll-up.
    pub tally: Tally,
}

impl Areas {
    /// Sums the received roll-ups of a scope. `known` are the units that are expected in areas without a counting
    /// roll-up, as far as anybody knows: without them a rate would be too good.
    #[must_use]
    pub fn new<'l>(
        examined: &'l [Examined],
        scope: &'l CountedSubject,
        expected: &[ListedUnit],
        known: &[UnitCode],
    ) -> Self {
        let received = of(examined, scope).filter(|(bundle, _)| bundle.record.direction == Direction::Received);
        let mut by_area: BTreeMap<UnitCode, Vec<(&'l Examined, &'l Rollup)>> = BTreeMap::new();
        received.for_each(|file| by_area.entry(file.1.stated.party.unit).or_default().push(file));
        let (mut merged, mut children) = (MergedUnits::default(), BTreeSet::new());
        let mut line = |unit: UnitCode, name: Option<&str>, mut files: Vec<(&'l Examined, &'l Rollup)>| {
            files.sort_by_key(|(_, rollup)| std::cmp::Reverse(rollup.place.sequence));
            let reported = |(bundle, rollup): &(&Examined, &'l Rollup)| {
                let enrolled = bundle.states.key == Some(KeyState::Enrolled);
                let seen = bundle.verified.seen(enrolled, bundle.record.first_seen.day)?;
                Some(Reported { seen, holds: bundle.states.alone().counts(), rollup })
            };
            let stand = area_stand(&files.iter().filter_map(reported).collect::<Vec<_>>());
            let of =
                |digest| files.iter().find(|(bundle, _)| bundle.record.digest == digest).map(|(_, rollup)| *rollup);
            let counted =
                if let Stand::Counted(digest) = stand { of(digest).map(|rollup| (digest, rollup)) } else { None };
            let tally = counted.map(|(digest, rollup)| {
                let own = MergedUnits::of(rollup);
                let tally = tally(&own.expected(scope), &own.standings(scope));
                merged = std::mem::take(&mut merged).merge(own);
                children.insert(digest);
                tally
            });
            let written = || files.first().map(|(_, rollup)| rollup.area_name.clone()).unwrap_or_default();
            let name = name.map_or_else(written, str::to_owned);
            RolledUpArea {
                unit,
                name,
                stand,
                tally,
                files: files.into_iter().map(|(bundle, _)| bundle.clone()).collect(),
            }
        };
        let listed =
            |unit: &ListedUnit| line(unit.code, Some(&unit.name), by_area.remove(&unit.code).unwrap_or_default());
        let mut lines: Vec<RolledUpArea> = expected.iter().map(listed).collect();
        lines.extend(by_area.into_iter().map(|(unit, files)| line(unit, None, files)));
        let silent = |unit: &&UnitCode| {
            let counted = |area: &RolledUpArea| matches!(area.stand, Stand::Counted(_)) && unit.lies_in(area.unit);
            !lines.iter().any(counted)
        };
        let open: Vec<UnitCode> = known.iter().filter(silent).copied().collect();
        merged.expect(scope, open);
        let sum = OfficeSum {
            children,
            expected: merged.expected(scope),
            counted: merged.counted(scope),
            unsettled: merged.unsettled(scope).into_iter().collect(),
        };
        let standings = merged.standings(scope);
        let tally = tally(&sum.expected, &standings);
        Self { lines, sum, standings, tally }
    }
}

/// The roll-ups of every period, for targets that look at several.
#[derive(Clone, Copy, Debug)]
pub struct Every<'a> {
    /// The files.
    pub examined: &'a [Examined],
    /// The document, level and kind of data.
    pub scope: &'a CountedSubject,
    /// The areas that are expected to report.
    pub expected: &'a [ListedUnit],
}

impl Told for Every<'_> {
    fn standings(&self, period: Period) -> BTreeMap<UnitCode, UnitStanding> {
        let scope = CountedSubject { period, ..self.scope.clone() };
        Areas::new(self.examined, &scope, self.expected, &[]).standings
    }

    /// Empty: a review is known to the reviewing office only, and a roll-up has verdicts only.
    fn reviews(&self, _year: Period) -> BTreeMap<UnitCode, bool> {
        BTreeMap::new()
    }
}

#[cfg(test)]
mod tests;

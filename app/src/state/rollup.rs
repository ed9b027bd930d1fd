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

/// Returns the roll-up of a scope with the highest sequence number that was signed here.
#[must_use]
pub fn last<'a>(examined: &'a [Examined], scope: &'a CountedSubject) -> Option<(&'a Examined, &'a Rollup)> {
    let sent = of(examined, scope).filter(|(bundle, _)| bundle.record.direction == Direction::Sent);
    sent.max_by_key(|(_, rollup)| rollup.place.sequence)
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
mod tests {
    use std::sync::Arc;

    use cunping_core::bundle::{Authority, KeyRecord, KeyRole, SigningKey, verify};

    use super::*;
    use crate::{
        state::{documents, examined, example, filing, new_workplace, roster},
        store::{ClockTime, Role},
        worker::{CachedReviewer, FileReview},
    };

    const TODAY: &str = "2026-11-22";

    fn pack() -> &'static Pack {
        documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap()
    }

    fn level() -> &'static Level {
        pack().level(&"village".parse().unwrap()).unwrap()
    }

    fn scope() -> CountedSubject {
        let (pack, level, period) = (pack().id.clone(), level().id.clone(), "2026-Q3".parse().unwrap());
        CountedSubject { pack, level, period, example: true }
    }

    fn table() -> UnitsTable {
        let files = example::files(pack(), level(), scope().period, TODAY.parse().unwrap());
        let reviewer = CachedReviewer::new(vec![pack()]);
        let reviewed = files.iter().flat_map(|file| reviewer.review(0, file.text.as_bytes()));
        let sheets: Vec<_> = reviewed
            .filter_map(|review| match review.outcome {
                Ok(FileReview::Assessment(sheet)) => Some(sheet),
                _ => None,
            })
            .collect();
        UnitsTable::new(&scope(), &example::villages(), &sheets)
    }

    fn workplace() -> Workplace {
        let unit = example::township().unwrap();
        let made = ClockTime { ms: 0, day: TODAY.parse().unwrap() };
        let made = new_workplace::make(&[pack()], Role::Township, (unit.code, unit.name), ([1; 16], [2; 32]), made);
        Workplace { example: true, ..made.unwrap() }
    }

    fn bundle(
        rollup: &Rollup,
        place: LinePosition,
        direction: Direction,
    ) -> (crate::store::FileRecord, Arc<cunping_core::bundle::Verified>) {
        let payload = Payload::from(rollup.clone()).at(place);
        let verified = verify(payload.sign(&SigningKey::from_seed(&[2; 32])).text.as_bytes()).unwrap();
        let seen = ClockTime { ms: 0, day: TODAY.parse().unwrap() };
        (filing::record(&verified, direction, seen, String::new()), Arc::new(verified))
    }

    fn looked(files: Vec<(crate::store::FileRecord, Arc<cunping_core::bundle::Verified>)>) -> Vec<Examined> {
        let verified = files.iter().map(|(record, verified)| (record.digest, Arc::clone(verified))).collect();
        let records: Vec<_> = files.into_iter().map(|(record, _)| record).collect();
        let packs: Vec<_> = documents::all().iter().collect();
        let by = workplace();
        let keys = vec![KeyRecord {
            key: SigningKey::from_seed(&[2; 32]).public(),
            party: roster::party(&by, Kind::Rollup),
            role: KeyRole::Shared,
            enrolled_on: TODAY.parse().unwrap(),
            vouched_by: None,
            made_sure_on: None,
            retired_on: None,
            recipient: None,
        }];
        let authority = Authority::new(&[], &keys, None);
        examined::examine_all(
            records.iter(),
            &verified,
            examined::ExaminedBy { packs: &packs, overlays: &[], authority: &authority },
        )
    }

    fn signed(sum: &OfficeSum) -> Rollup {
        let at = Moment::from_unix(1_795_000_000).unwrap();
        sum.signed_by(&workplace(), (pack(), level()), scope().period, &BTreeSet::new(), at)
    }

    fn county() -> Vec<ListedUnit> {
        let own = example::township().unwrap();
        let other = ListedUnit { code: "999999002000".parse().unwrap(), name: "示例二镇".into() };
        vec![ListedUnit { code: own.code, name: own.name }, other]
    }

    #[test]
    fn what_a_township_counted_arrives_as_it_was_counted() {
        let table = table();
        let sum = OfficeSum::of_table(&table, &BTreeMap::new(), &BTreeMap::new());
        let files = looked(vec![bundle(&signed(&sum), LinePosition::FIRST, Direction::Received)]);
        let areas = Areas::new(&files, &scope(), &county(), &[]);
        let [first, second] = areas.lines.as_slice() else { panic!("two areas") };
        assert_eq!((first.tally, areas.tally), (Some(table.tally), table.tally));
        assert_eq!((second.stand, second.tally), (Stand::Missing, None));
        assert_eq!(areas.sum.counted, sum.counted);
        assert_eq!(areas.sum.children.len(), 1, "a county's roll-up is made from roll-ups");
    }

    #[test]
    fn units_of_an_area_without_a_roll_up_stay_in_the_base() {
        let sum = OfficeSum::of_table(&table(), &BTreeMap::new(), &BTreeMap::new());
        let files = looked(vec![bundle(&signed(&sum), LinePosition::FIRST, Direction::Received)]);
        let known: Vec<UnitCode> =
            ["999999001201", "999999002201", "999999002202"].map(|it| it.parse().unwrap()).to_vec();
        let areas = Areas::new(&files, &scope(), &county(), &known);
        assert_eq!((areas.tally.expected, areas.tally.missing), (15, 4));
    }

    #[test]
    fn a_later_roll_up_counts_and_two_that_contradict_do_not() {
        let sum = OfficeSum::of_table(&table(), &BTreeMap::new(), &BTreeMap::new());
        let mut less = sum.clone();
        less.counted.pop();
        let first = bundle(&signed(&sum), LinePosition::FIRST, Direction::Received);
        let next = LinePosition { sequence: 2, supersedes: Some(first.0.digest) };
        let later = bundle(&signed(&less), next, Direction::Received);
        let counted = Areas::new(&looked(vec![first.clone(), later.clone()]), &scope(), &county(), &[]);
        assert_eq!(counted.lines.first().unwrap().stand, Stand::Counted(later.0.digest));
        let fork = bundle(&signed(&less), LinePosition::FIRST, Direction::Received);
        let torn = Areas::new(&looked(vec![first, fork]), &scope(), &county(), &[]);
        assert!(!matches!(torn.lines.first().unwrap().stand, Stand::Counted(_)));
        assert_eq!(torn.tally.reported, 0);
    }

    #[test]
    fn what_was_signed_is_told_from_what_is_counted_now() {
        let sum = OfficeSum::of_table(&table(), &BTreeMap::new(), &BTreeMap::new());
        let files = looked(vec![bundle(&signed(&sum), LinePosition::FIRST, Direction::Sent)]);
        let scope = scope();
        let (_, last) = last(&files, &scope).unwrap();
        assert!(sum.is_said_by(last));
        let mut more = sum;
        more.unsettled.insert("999999001213".parse().unwrap());
        assert!(!more.is_said_by(last));
        assert!(Areas::new(&files, &scope, &county(), &[]).sum.children.is_empty(), "one's own is not from below");
    }
}

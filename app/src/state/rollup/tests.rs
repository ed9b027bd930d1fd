//! What an office counts, from its own table and from the roll-ups of the areas below it.

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
    let known: Vec<UnitCode> = ["999999001201", "999999002201", "999999002202"].map(|it| it.parse().unwrap()).to_vec();
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
    let unit = files[0].verified.payload.party().unit;
    let (_, said) = last(&files, &scope, unit).unwrap();
    assert!(sum.is_said_by(said));
    assert_eq!(last(&files, &scope, "999999002000".parse().unwrap()), None, "under another code nothing is signed yet");
    let mut more = sum;
    more.unsettled.insert("999999001213".parse().unwrap());
    assert!(!more.is_said_by(said));
    assert!(Areas::new(&files, &scope, &county(), &[]).sum.children.is_empty(), "one's own is not from below");
}

//! A roll-up of roll-ups is the roll-up of all, in whatever parts and order.

use cunping_core::{
    bundle::{Content as _, Counted, LinePosition, PackRef, Rollup, SigningKey, sign, verify_as},
    evaluate::Verdict,
    id::{Digest, UnitCode},
    rollup::{CountedSubject, MergedUnits, tally},
};
use proptest::prelude::*;

use crate::{
    sample,
    trust::{party, stated},
};

fn unit(n: u16) -> UnitCode {
    format!("1506262{:02}2{:02}", n / 10, n % 10).parse().unwrap()
}

fn about() -> CountedSubject {
    let (pack, level) = ("sulide-bawu-2022".parse().unwrap(), "village".parse().unwrap());
    CountedSubject { pack, level, period: "2026".parse().unwrap(), example: false }
}

/// Makes an entry for a unit; two of one unit differ by `version`.
fn counted(n: u16, version: u8) -> Counted {
    let verdict = if (n + u16::from(version)).is_multiple_of(3) { Verdict::NotQualified } else { Verdict::Qualified };
    let bundle = Digest::of(&[n.to_be_bytes().as_slice(), &[version]].concat());
    Counted { unit: unit(n), bundle, verdict, provisional: version == 1, recognition: None, removed: None }
}

fn merged(files: &[(u16, u8)]) -> MergedUnits {
    let mut merged = MergedUnits::default();
    merged.expect(&about(), (0..40).map(unit));
    for (n, version) in files {
        merged.count(&about(), counted(*n, *version));
    }
    merged
}

/// Writes the roll-up as an office signs it, and reads it again.
fn travelled(merged: &MergedUnits) -> MergedUnits {
    let pack = sample::pack();
    let rollup = Rollup {
        stated: stated(party("150626000000", "pingan")),
        place: LinePosition::FIRST,
        area_name: "示例旗".to_owned(),
        pack: PackRef::to(&pack),
        level: "village".parse().unwrap(),
        period: "2026".parse().unwrap(),
        overlays: Vec::new(),
        children: Vec::new(),
        expected: merged.expected(&about()).into_iter().collect(),
        counted: merged.counted(&about()),
        unsettled: merged.unsettled(&about()),
    };
    let signed = sign(&rollup, &SigningKey::from_seed(&[5; 32]));
    let verified = verify_as::<Rollup>(signed.text.as_bytes()).unwrap();
    assert_eq!(verified.payload, rollup);
    assert!(Rollup::from_json(rollup.to_json()).is_ok());
    MergedUnits::of(&verified.payload)
}

proptest! {
    #[test]
    fn a_rollup_of_rollups_is_the_rollup_of_all(files in prop::collection::vec((0_u16..40, 0_u8..2), 0..60), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..4)) {
        let all = merged(&files);
        let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(files.len() + 1)).collect();
        places.extend([0, files.len()]);
        places.sort_unstable();
        let parts: Vec<MergedUnits> = places.windows(2).map(|two| travelled(&merged(&files[two[0]..two[1]]))).collect();
        let forward = parts.iter().cloned().fold(MergedUnits::default(), MergedUnits::merge);
        let backward = parts.iter().rev().cloned().fold(MergedUnits::default(), |sum, part| part.merge(sum));
        prop_assert_eq!(&forward, &all);
        prop_assert_eq!(&backward, &all);
        prop_assert_eq!(all.clone().merge(all.clone()), all.clone());
        let count = |it: &MergedUnits| tally(&it.expected(&about()), &it.standings(&about()));
        prop_assert_eq!(count(&travelled(&forward)), count(&all));
    }
}

#[test]
fn two_files_of_one_unit_are_settled_by_a_person() {
    let both = merged(&[(1, 0)]).merge(merged(&[(1, 1)]));
    assert_eq!(both.unsettled(&about()), [unit(1)]);
    assert_eq!(both.counted(&about()), []);
    let tally = tally(&both.expected(&about()), &both.standings(&about()));
    assert_eq!((tally.reported, tally.missing), (0, 40));
    let still = both.merge(merged(&[(1, 0)]));
    assert_eq!(still.unsettled(&about()), [unit(1)], "one of them again settles nothing");
}

#[test]
fn other_periods_and_play_data_stand_apart() {
    let mut merged = merged(&[(1, 0)]);
    let example = CountedSubject { example: true, ..about() };
    merged.count(&example, counted(1, 1));
    let quarter = CountedSubject { period: "2026-Q1".parse().unwrap(), ..about() };
    merged.count(&quarter, counted(1, 1));
    assert_eq!(merged.about().count(), 3);
    assert_eq!(merged.unsettled(&about()), []);
}

#[test]
fn a_name_that_one_office_knows_to_be_taken_back_is_so_in_both_roll_ups() {
    let with = |removed: Option<u8>| {
        let mut merged = MergedUnits::default();
        let removed = removed.map(|it| Digest([it; 32]));
        merged.count(&about(), Counted { removed, ..counted(1, 0) });
        travelled(&merged)
    };
    let removed = |it: &MergedUnits| it.counted(&about()).first().map(|it| it.removed);
    for (one, other, both) in [(None, Some(1), 1), (Some(1), None, 1), (Some(2), Some(1), 1), (Some(1), Some(1), 1)] {
        let sum = with(one).merge(with(other));
        assert_eq!(removed(&sum), Some(Some(Digest([both; 32]))));
        assert_eq!(sum.clone().merge(with(None)), sum, "nobody's word gives it back");
    }
    assert_eq!(removed(&with(None).merge(with(None))), Some(None));
    let mut other = MergedUnits::default();
    other.count(&about(), Counted { removed: Some(Digest([1; 32])), ..counted(1, 1) });
    assert_eq!(with(Some(1)).merge(other).unsettled(&about()), [unit(1)], "two files stay in conflict");
}

//! Each expected unit is counted once, under its verdict.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    evaluate::Verdict,
    id::{Digest, UnitCode},
    rollup::{Tally, UnitStanding, tally},
};

fn unit(number: usize) -> UnitCode {
    format!("150626200{:03}", 200 + number).parse().unwrap()
}

/// Two units for each verdict, the second provisional; then three that did not report, and one that nobody expects.
#[test]
fn every_unit_is_in_one_place_and_strangers_in_none() {
    let verdicts: Vec<(Verdict, bool)> =
        Verdict::ALL.into_iter().flat_map(|verdict| [(verdict, false), (verdict, true)]).collect();
    let mut standings: BTreeMap<UnitCode, UnitStanding> = BTreeMap::new();
    for (number, (verdict, provisional)) in verdicts.iter().enumerate() {
        let bundle = Digest::of(&[u8::try_from(number).unwrap()]);
        standings.insert(unit(number), UnitStanding { verdict: *verdict, provisional: *provisional, bundle });
    }
    let expected: BTreeSet<UnitCode> = (0..verdicts.len() + 3).map(unit).collect();
    standings
        .insert(unit(99), UnitStanding { verdict: Verdict::Qualified, provisional: true, bundle: Digest::of(b"x") });
    let counted = Tally {
        expected: 17,
        reported: 14,
        qualified: 2,
        provisional: 1,
        not_qualified: 6,
        undetermined: 6,
        missing: 3,
    };
    assert_eq!(tally(&expected, &standings), counted);
    assert_eq!(counted.qualified + counted.not_qualified + counted.undetermined, counted.reported);
    assert_eq!(tally(&BTreeSet::new(), &standings), Tally::default());
}

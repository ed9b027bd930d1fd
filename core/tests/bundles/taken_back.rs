//! A name that was taken back: which removal is told, and that the unit counts with it.

use cunping_core::{
    bundle::{Counted, Decision, Known, LinePosition, PackRef, Rollup, examine, sign, verify},
    evaluate::Verdict,
    id::{Digest, UnitCode},
    period::Period,
    rollup::{Counts, Joined, Kept, Pile, SignedDecision, taken_back},
};

use crate::{
    decisions::{CITY, FILE, PROVINCE, after, authority, decision, heard, pack, removed, signed},
    trust::{key, party, stated},
};

const UNIT: &str = "429006104203";
const TOLD: Digest = Digest([9; 32]);

#[test]
fn the_removal_of_who_gives_the_name_is_told_and_not_that_of_another_office() {
    let city = signed(&decision(CITY, Decision::Qualified));
    let named = signed(&decision(PROVINCE, Decision::Qualified));
    let gone = after(&named, 2, decision(PROVINCE, removed()));
    let of_another = after(&city, 2, decision(CITY, removed()));
    let mut heard = heard(&[&city, &of_another, &gone]);
    let [_, of_another, gone] = heard.as_mut_slice() else { panic!("three decisions") };
    (of_another.seen.digest, gone.seen.digest) = (Digest([1; 32]), Digest([2; 32]));
    let pack = pack("wangchang-pingan-cun-2023");
    let on: Vec<&SignedDecision> = heard.iter().collect();
    assert_eq!(taken_back(pack.level(&"model".parse().unwrap()).unwrap(), &on), Some(Digest([2; 32])));
}

/// Makes the county's roll-up, which counted the unit's file and knows of a removal or of none.
fn rollup(removed: Option<Digest>) -> Rollup {
    let unit = UNIT.parse().unwrap();
    let (verdict, bundle) = (Verdict::Qualified, FILE);
    Rollup {
        stated: stated(party("429006000000", "pingan")),
        place: LinePosition::FIRST,
        area_name: "示例市".to_owned(),
        pack: PackRef::to(&pack("wangchang-pingan-cun-2023")),
        level: "model".parse().unwrap(),
        period: "2025".parse().unwrap(),
        overlays: Vec::new(),
        children: Vec::new(),
        expected: vec![unit],
        counted: vec![Counted { unit, bundle, verdict, provisional: false, recognition: None, removed }],
        unsettled: Vec::new(),
    }
}

/// Returns the removal with which the unit counts, by a roll-up and the decisions that are here.
fn removal(told: Option<Digest>, decisions: &[&cunping_core::bundle::Verified]) -> Option<Digest> {
    let (pack, authority, first_seen) = (pack("wangchang-pingan-cun-2023"), authority(), "2026-04-12".parse().unwrap());
    let known = Known { packs: &[&pack], overlays: &[], authority: &authority, others: &[], first_seen };
    let sum = verify(sign(&rollup(told), &key(5)).text.as_bytes()).unwrap();
    let mut pile = Pile::default();
    for it in [&sum].into_iter().chain(decisions.iter().copied()) {
        pile.add(Kept::of(it.clone(), &examine(it, &known), first_seen).unwrap());
    }
    let unit: UnitCode = UNIT.parse().unwrap();
    let level = pack.level(&"model".parse().unwrap()).unwrap();
    let place = cunping_core::rollup::CountedPlace {
        area: unit.above(),
        pack: pack.id.clone(),
        level: level.id.clone(),
        example: false,
    };
    let period: Period = "2025".parse().unwrap();
    match Counts::of(&pile).awarded(level, &place, unit, period) {
        Joined::Told(it) => it.removed,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_unit_counts_with_the_removal_that_is_here_or_else_with_the_one_that_is_told() {
    let city = signed(&decision(CITY, Decision::Qualified));
    let named = signed(&decision(PROVINCE, Decision::Qualified));
    let gone = after(&named, 2, decision(PROVINCE, removed()));
    assert_eq!(removal(None, &[&city, &named]), None);
    assert_eq!(removal(None, &[&city, &named, &gone]), Some(gone.digest));
    assert_eq!(removal(Some(TOLD), &[&city, &named]), Some(TOLD));
    assert_eq!(removal(Some(TOLD), &[&city, &named, &gone]), Some(gone.digest));
}

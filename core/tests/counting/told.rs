//! What a roll-up of the township tells, next to the villages' own files.

use std::collections::BTreeSet;

use cunping_core::{
    bundle::{Counted, LinePosition, PackRef, Rollup},
    evaluate::Verdict,
    id::{Digest, UnitCode},
    period::Period,
    rollup::{CountedSubject, Counts, Joined, MergedUnits, Stand},
};

use super::folder::{COUNTY, Folder, NEW, TOWNSHIP, VILLAGES, day, digest, pack, party, place, signed, stated};

const FILE: Digest = Digest([7; 32]);

fn unit(text: &str) -> UnitCode {
    text.parse().unwrap()
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn units(all: &[&str]) -> BTreeSet<UnitCode> {
    all.iter().map(|it| unit(it)).collect()
}

/// Makes a roll-up of the township that expects some units, counted one village's file, and could not settle another.
fn rollup(of: &str, expected: &[&str], counted: &str, unsettled: &[&str]) -> Rollup {
    let counted = Counted {
        unit: unit(counted),
        bundle: FILE,
        verdict: Verdict::Qualified,
        provisional: true,
        recognition: None,
        removed: None,
    };
    Rollup {
        stated: stated(party(TOWNSHIP, "pingan")),
        place: LinePosition::FIRST,
        area_name: "示例苏木".to_owned(),
        pack: PackRef::to(pack()),
        level: "village".parse().unwrap(),
        period: period(of),
        overlays: Vec::new(),
        children: Vec::new(),
        expected: units(expected).into_iter().collect(),
        counted: vec![counted],
        unsettled: units(unsettled).into_iter().collect(),
    }
}

/// Returns the honest files beside a roll-up of the township's office.
fn beside(it: &Rollup) -> (Folder, Digest) {
    let (mut folder, text) = (Folder::honest(), signed(it, 3));
    folder.add(&text, day("2026-02-01"));
    (folder, digest(&text))
}

#[test]
fn every_period_of_which_a_file_or_a_roll_up_came_is_listed() {
    let pile = beside(&rollup("2024", &[NEW], NEW, &[])).0.pile();
    assert_eq!(Counts::of(&pile).places(), [(&place(TOWNSHIP), vec![period("2024"), period("2025")])]);
}

#[test]
fn a_period_that_is_expected_is_listed_although_nothing_came() {
    let mut pile = beside(&rollup("2025", &[], NEW, &[])).0.pile();
    pile.expect(&place(TOWNSHIP), period("2023"));
    pile.expect(&place(COUNTY), period("2025"));
    let listed = [(&place(COUNTY), vec![period("2025")]), (&place(TOWNSHIP), vec![period("2023"), period("2025")])];
    assert_eq!(Counts::of(&pile).places(), listed);
}

#[test]
fn units_sent_something_by_themselves_or_by_a_roll_up() {
    let pile = beside(&rollup("2025", &[VILLAGES[3].0], NEW, &[])).0.pile();
    let sent = Counts::of(&pile).sent(&place(TOWNSHIP), period("2025"));
    assert_eq!(sent, units(&[VILLAGES[0].0, VILLAGES[1].0, VILLAGES[2].0, NEW]), "who is expected sent nothing yet");
}

#[test]
fn a_place_expects_the_units_that_lie_in_it() {
    let pile = beside(&rollup("2025", &[TOWNSHIP, VILLAGES[0].0, NEW], NEW, &[])).0.pile();
    let counts = Counts::of(&pile);
    assert_eq!(counts.expected(&place(TOWNSHIP), period("2025")), units(&[VILLAGES[0].0, NEW]));
    assert_eq!(counts.expected(&place(COUNTY), period("2025")), units(&[TOWNSHIP]));
}

#[test]
fn a_unit_counts_as_its_roll_up_tells_and_is_unsettled_where_that_says_so() {
    let it = rollup("2025", &[], NEW, &[VILLAGES[3].0]);
    let pile = beside(&it).0.pile();
    let of = |unit| Counts::of(&pile).unit(&place(TOWNSHIP), unit, period("2025"));
    assert_eq!(of(unit(NEW)), Joined::Told(it.counted[0].clone()));
    assert_eq!(of(unit(VILLAGES[3].0)), Joined::Unsettled);
}

#[test]
fn the_roll_up_of_each_area_is_listed_as_it_stands() {
    let it = rollup("2025", &[], NEW, &[]);
    let (folder, digest) = beside(&it);
    let pile = folder.pile();
    assert_eq!(Counts::of(&pile).sums(), [(CountedSubject::of(&it), unit(TOWNSHIP), Stand::Counted(digest))]);
}

#[test]
fn the_standings_of_merged_roll_ups_leave_out_who_is_unsettled() {
    let it = rollup("2025", &[VILLAGES[0].0], NEW, &[VILLAGES[3].0]);
    let standings = MergedUnits::of(&it).standings(&CountedSubject::of(&it));
    let of: Vec<_> = standings.iter().map(|(unit, it)| (*unit, it.verdict, it.provisional, it.bundle)).collect();
    assert_eq!(of, [(unit(NEW), Verdict::Qualified, true, FILE)]);
}

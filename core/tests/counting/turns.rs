//! A village's file and the one that supersedes it: whether the village counts hangs on the last of them.

use cunping_core::{
    bundle::{LinePosition, PackRef},
    id::{Digest, UnitCode},
    period::Period,
    rollup::{Counts, Joined},
};

use super::folder::{Folder, TOWNSHIP, VILLAGES, day, digest, pack, place, report, signed};

fn counted(files: &[&String]) -> (Joined, Vec<Digest>) {
    let mut folder = Folder::default();
    files.iter().for_each(|it| folder.add(it, day("2026-02-01")));
    let pile = folder.pile();
    let (counts, place, period): (_, _, Period) = (Counts::of(&pile), place(TOWNSHIP), "2025".parse().unwrap());
    let unit: UnitCode = VILLAGES[0].0.parse().unwrap();
    (counts.unit(&place, unit, period), counts.files(&place, unit, period))
}

/// Makes the first village's report, under the document or under a version of it that is not here.
fn file(here: bool, turn: LinePosition) -> String {
    let (unit, seed) = VILLAGES[0];
    let mut it = report(pack(), unit, false, turn);
    if !here {
        it.pack = PackRef { digest: Digest([9; 32]), ..it.pack };
    }
    signed(&it, seed)
}

fn after(before: &str) -> LinePosition {
    LinePosition { sequence: 2, supersedes: Some(digest(before)) }
}

#[test]
fn a_successor_that_does_not_count_keeps_its_unit_from_counting() {
    let before = file(true, LinePosition::FIRST);
    let last = file(false, after(&before));
    assert_eq!(counted(&[&before, &last]), (Joined::Missing, Vec::new()));
}

#[test]
fn a_successor_counts_although_what_it_supersedes_does_not() {
    let before = file(false, LinePosition::FIRST);
    let last = file(true, after(&before));
    let (joined, files) = counted(&[&before, &last]);
    assert!(matches!(&joined, Joined::Own(it) if it.bundle == digest(&last)), "{joined:?}");
    assert_eq!(files, [digest(&last)]);
}

#[test]
fn of_two_side_by_side_both_are_shown_to_whoever_settles_it() {
    let (one, other) = (file(true, LinePosition::FIRST), file(false, LinePosition::FIRST));
    let (joined, files) = counted(&[&one, &other]);
    assert_eq!(joined, Joined::Unsettled);
    assert_eq!(files.len(), 2);
}

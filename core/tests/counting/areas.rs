//! The roll-ups of one area: which of them counts, and when a person has to say.

use cunping_core::{
    bundle::{FileLine, LinePosition, PackRef, Rollup, SeenFile, SigningKey},
    id::Digest,
    rollup::{Reported, Stand, area_stand},
};

use super::folder::{TOWNSHIP, VILLAGES, day, pack, party, place, stated};

/// Makes a roll-up of the township that could not settle some villages.
fn rollup(unsettled: &[&str]) -> Rollup {
    Rollup {
        stated: stated(party(TOWNSHIP, "pingan")),
        place: LinePosition::FIRST,
        area_name: "示例苏木".to_owned(),
        pack: PackRef::to(pack()),
        level: "village".parse().unwrap(),
        period: "2025".parse().unwrap(),
        overlays: Vec::new(),
        children: Vec::new(),
        expected: Vec::new(),
        counted: Vec::new(),
        unsettled: unsettled.iter().map(|it| it.parse().unwrap()).collect(),
    }
}

/// Puts a roll-up into the line of an office. Its number is its digest, too, and it supersedes the one that is named.
fn at<'a>(rollup: &'a Rollup, office: &str, number: u8, supersedes: Option<u8>) -> Reported<'a> {
    let slot = place(TOWNSHIP).slot(TOWNSHIP.parse().unwrap(), rollup.period);
    let seen = SeenFile {
        slot: FileLine::Office(party(TOWNSHIP, office), slot),
        digest: Digest([number; 32]),
        sequence: u32::from(number),
        supersedes: supersedes.map(|it| Digest([it; 32])),
        kid: SigningKey::from_seed(&[3; 32]).public().thumbprint(),
        enrolled: true,
        first_seen: day("2026-02-01"),
        settled: false,
    };
    Reported { seen, holds: true, rollup }
}

fn counted(number: u8) -> Stand {
    Stand::Counted(Digest([number; 32]))
}

fn not_counted(number: u8) -> Stand {
    Stand::NotCounted(Digest([number; 32]))
}

#[test]
fn the_last_of_an_office_decides_whether_its_area_counts() {
    let it = rollup(&[]);
    let two = |first, last| {
        let (before, after) = (at(&it, "pingan", 1, None), at(&it, "pingan", 2, Some(1)));
        area_stand(&[Reported { holds: first, ..before }, Reported { holds: last, ..after }])
    };
    assert_eq!(two(true, true), counted(2));
    assert_eq!(two(false, true), counted(2));
    assert_eq!(two(true, false), not_counted(2));
    assert_eq!(area_stand(&[]), Stand::Missing);
}

#[test]
fn two_offices_have_to_say_the_same() {
    let (one, other) = (rollup(&[]), rollup(&[VILLAGES[0].0]));
    let two = |second, holds| {
        let second = Reported { holds, ..at(second, "other", 2, None) };
        area_stand(&[at(&one, "pingan", 1, None), second])
    };
    assert_eq!(two(&one, true), counted(1));
    assert_eq!(two(&other, true), Stand::Unsettled);
    assert_eq!(two(&other, false), counted(1), "what does not count says nothing");
}

#[test]
fn two_of_one_office_side_by_side_are_unsettled_whatever_another_says() {
    let it = rollup(&[]);
    let fork = [at(&it, "pingan", 1, None), at(&it, "pingan", 2, None), at(&it, "other", 3, None)];
    assert_eq!(area_stand(&fork), Stand::Unsettled);
}

#[test]
fn a_key_that_is_not_enrolled_counts_for_nothing_and_its_last_file_is_shown() {
    let it = rollup(&[]);
    let stranger = |number| {
        let mut it = at(&it, "pingan", number, None);
        it.seen.enrolled = false;
        it
    };
    assert_eq!(area_stand(&[stranger(2), stranger(3), stranger(1)]), not_counted(3));
    assert_eq!(area_stand(&[stranger(2), at(&it, "pingan", 1, None)]), counted(1));
}

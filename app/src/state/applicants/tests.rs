//! Keys that ask to be enrolled, and the parties each may be enrolled for: what a file claims, and what a call proves.

use std::sync::Arc;

use cunping_core::bundle::{Authority, KeyRole, Rotation, SigningKey, Stated, verify};

use super::*;
use crate::{
    state::{
        documents,
        examined::{ExaminedBy, VerifiedFiles, examine_all},
        filing, new_workplace,
        roster::Roster,
    },
    store::{ClockTime, Direction, Role},
};

const VILLAGE: &str = "150626200205";
const TOWNSHIP: &str = "150626200000";
const TODAY: &str = "2026-04-12";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(&[seed; 32])
}

fn kid(seed: u8) -> Thumbprint {
    key(seed).public().thumbprint()
}

fn party(unit: &str, office: &str) -> Party {
    Party { unit: unit.parse().unwrap(), office: office.parse().ok() }
}

fn signed(seed: u8, party: Party, succeeds: Option<Succeeds>) -> Arc<cunping_core::bundle::Verified> {
    let at = "2026-04-12T10:00:00+08:00".parse().unwrap();
    let stated = Stated { party, at, software: String::new(), example: false };
    let enrolment = Enrolment { stated, name: "派出所".into(), role: KeyRole::Shared, recipient: None, succeeds };
    Arc::new(verify(Payload::from(enrolment).sign(&key(seed)).text.as_bytes()).unwrap())
}

/// A township's directory with the village's key, of seed 1.
fn directory() -> Directory {
    let made = ClockTime { ms: 0, day: day("2026-01-05") };
    let pack = documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap();
    let unit = (TOWNSHIP.parse().unwrap(), "x".to_owned());
    let here = new_workplace::make(&[pack], Role::Township, unit, ([1; 16], [2; 32]), made).unwrap();
    let own = KeyRecord {
        key: key(1).public(),
        party: party(VILLAGE, ""),
        role: KeyRole::Shared,
        enrolled_on: day("2026-01-05"),
        vouched_by: None,
        made_sure_on: None,
        retired_on: None,
        recipient: None,
    };
    let at = "2026-04-12T10:00:00+08:00".parse().unwrap();
    Roster { offices: Vec::new(), keys: vec![own] }.directory(&here, &[], at)
}

fn came(all: &[Arc<cunping_core::bundle::Verified>]) -> Vec<Applicant> {
    let seen = ClockTime { ms: 0, day: day(TODAY) };
    let verified: VerifiedFiles = all.iter().map(|file| (file.digest, Arc::clone(file))).collect();
    let files: Vec<_> =
        verified.values().map(|file| filing::record(file, Direction::Received, seen, String::new())).collect();
    let authority = Authority::default();
    let examined =
        examine_all(files.iter(), &verified, ExaminedBy { packs: &[], overlays: &[], authority: &authority });
    applicants(&examined, &directory(), day(TODAY))
}

fn decided(made_sure: bool) -> EnrolmentDecision {
    EnrolmentDecision { on: day(TODAY), retires_on: day(TODAY), made_sure }
}

#[test]
fn one_call_enrols_the_parties_that_were_ticked_and_no_other() {
    let (police, pingan) = (party(TOWNSHIP, "sumu-police"), party(TOWNSHIP, "sumu-pingan"));
    let all = came(&[signed(3, police.clone(), None), signed(3, pingan.clone(), None)]);
    let [applicant] = &all[..] else { panic!("one key: {all:?}") };
    assert_eq!(
        applicant.wishes.iter().map(|wish| wish.party().clone()).collect::<Vec<_>>(),
        [pingan.clone(), police.clone()]
    );
    let before = directory();
    let with = |ticked: &[&Party], made_sure| {
        let ticked = ticked.iter().map(|party| (*party).clone()).collect();
        applicant.enrolled(&before, &ticked, decided(made_sure))
    };
    let parties = |directory: &Directory| -> Vec<Party> {
        directory
            .keys
            .iter()
            .filter(|record| record.key == key(3).public())
            .map(|record| record.party.clone())
            .collect()
    };
    assert_eq!(
        parties(&with(&[&police], true).unwrap()),
        std::slice::from_ref(&police),
        "not in the deciding office's name"
    );
    assert_eq!(parties(&with(&[&police, &pingan], true).unwrap()), [pingan, police.clone()]);
    assert_eq!(with(&[], true), None);
    assert_eq!(with(&[&police], false), None, "not without a call");
}

#[test]
fn a_rotation_and_a_loss_that_wait_stand_together() {
    let village = party(VILLAGE, "");
    let rotation = |new| Some(Succeeds::Rotation(Box::new(Rotation::sign(&key(1), kid(new), &village))));
    let lost = Some(Succeeds::Lost { kid: kid(1), since: day("2026-04-30") });
    let theirs = signed(7, village.clone(), rotation(7));
    let all = came(&[theirs.clone(), signed(4, party("150626200206", ""), None), signed(2, village.clone(), lost)]);
    let groups = grouped(all);
    assert_eq!(groups.iter().map(Vec::len).max(), Some(2));
    let pair = groups.into_iter().find(|group| group.len() == 2).unwrap();
    let of = |seed| pair.iter().find(|applicant| applicant.kid == kid(seed)).unwrap();
    assert_eq!(*of(7).state(), Enrolling::Contested { old: kid(1), rivals: vec![kid(2)] });
    assert_eq!(*of(2).state(), Enrolling::Lost(kid(1)));
    assert_eq!(of(2).lost_since(), Some((day("2026-04-30"), LostSince::Ahead)));
    let ticked = BTreeSet::from([village]);
    assert_eq!(of(7).enrolled(&directory(), &ticked, decided(false)), None, "no click takes it");
    assert!(of(7).enrolled(&directory(), &ticked, decided(true)).is_some());
    // Alone, the rotation is enrolled without a call, and is marked.
    let [alone] = &came(&[theirs])[..] else { panic!("one key") };
    let next = alone.enrolled(&directory(), &ticked, decided(false)).unwrap();
    assert!(next.keys.iter().any(|record| record.key == key(7).public() && record.rests_on_a_word()));
}

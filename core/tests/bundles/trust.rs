//! Who may sign: enrolment, rotation, retirement, and the states of keys in a directory. All keys are made from seeds.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use cunping_core::{
    bundle::{
        ActsAs, Authority, BundleError, Challenge, Content, Directory, DirectoryOffice, DirectoryUnit, Enrolling,
        Enrolment, EnrolmentDecision, FalseVouching, KeyRecord, KeyRole, KeyState, Kind, LinePosition, Party, Rotation,
        SigningKey, Stated, Succeeds, Thumbprint, Verified, sign, verify, verify_as,
    },
    days::Day,
};

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn party(unit: &str, office: &str) -> Party {
    Party { unit: unit.parse().unwrap(), office: office.parse().ok() }
}

pub(crate) fn stated(party: Party) -> Stated {
    let at = "2026-04-12T10:00:00+08:00".parse().unwrap();
    Stated { party, at, software: "cunping test".to_owned(), example: false }
}

pub(crate) fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(&[seed; 32])
}

pub(crate) fn record(seed: u8, party: Party) -> KeyRecord {
    KeyRecord {
        key: key(seed).public(),
        party,
        role: KeyRole::Shared,
        enrolled_on: day("2026-01-05"),
        vouched_by: None,
        made_sure_on: None,
        retired_on: None,
        recipient: None,
    }
}

pub(crate) const VILLAGE: &str = "150626200205";
const SECOND: &str = "150626200206";
pub(crate) const TOWNSHIP: &str = "150626200000";

/// Makes the directory of a township with two villages, a police station for both and two health centres, one for each.
pub(crate) fn directory() -> Directory {
    let office = |id: &str, acts_as: &str, serves: Option<&str>| DirectoryOffice {
        unit: TOWNSHIP.parse().unwrap(),
        office: id.parse().unwrap(),
        name: "示例".to_owned(),
        acts_as: vec![ActsAs { pack: "sulide-bawu-2022".parse().unwrap(), office: acts_as.parse().unwrap() }],
        serves: serves.map(|unit| vec![unit.parse().unwrap()]),
    };
    let unit = |code: &str| DirectoryUnit { code: code.parse().unwrap(), name: "示例嘎查".to_owned() };
    let mut keys = vec![record(1, party(VILLAGE, "")), record(3, party(TOWNSHIP, "pingan"))];
    keys.sort_by_key(|it| it.key.thumbprint());
    Directory {
        stated: stated(party(TOWNSHIP, "pingan")),
        place: LinePosition::FIRST,
        area_name: "示例苏木".to_owned(),
        units: vec![unit(VILLAGE), unit(SECOND)],
        offices: vec![
            office("health-1", "sumu-health", Some(VILLAGE)),
            office("health-2", "sumu-health", Some(SECOND)),
            office("police", "sumu-police", None),
        ],
        keys,
    }
}

/// Returns the state of a key that signed an assessment, or an office's decision, for a party.
pub(crate) fn key_state(directory: &Directory, kid: Thumbprint, party: &Party, first_seen: Day) -> KeyState {
    let kind = if party.office.is_some() { Kind::Recognition } else { Kind::Assessment };
    Authority::new(&directory.offices, &directory.keys, None).key(kind, (kid, party), first_seen)
}

pub(crate) fn enrolment(seed: u8, party: Party, succeeds: Option<Succeeds>) -> Verified<Enrolment> {
    let it = Enrolment {
        stated: stated(party),
        name: "示例嘎查".to_owned(),
        role: KeyRole::Clerk,
        recipient: None,
        succeeds,
    };
    verify_as(sign(&it, &key(seed)).text.as_bytes()).unwrap()
}

/// Makes a decision about an enrolment after a call.
pub(crate) fn after_a_call(on: &str, retires_on: &str) -> EnrolmentDecision {
    EnrolmentDecision { on: day(on), retires_on: day(retires_on), made_sure: true }
}

/// Makes a decision about an enrolment without a call.
pub(crate) fn without_a_call(on: &str) -> EnrolmentDecision {
    EnrolmentDecision { on: day(on), retires_on: day(on), made_sure: false }
}

pub(crate) fn rotation(old: u8, new: u8, of: &Party) -> Option<Succeeds> {
    let new = key(new).public().thumbprint();
    Some(Succeeds::Rotation(Box::new(Rotation::sign(&key(old), new, of))))
}

#[test]
fn a_first_key_needs_a_call_and_then_counts() {
    let (directory, second) = (directory(), party(SECOND, ""));
    let verified = enrolment(2, second.clone(), None);
    let enrolling = directory.consider(&verified, day("2026-04-12"));
    assert_eq!(enrolling, Enrolling::First);
    assert!(enrolling.needs_a_call() && enrolling.may_be_enrolled());
    let kid = verified.key.thumbprint();
    let said = Challenge::from_random(123_456).answer(kid);
    assert!(Challenge::from_random(123_456).is_answered(kid, &said));
    assert_eq!(key_state(&directory, kid, &second, day("2026-04-12")), KeyState::FirstSeen);
    let next = directory.with_enrolled(&verified, after_a_call("2026-04-12", "2026-04-12")).unwrap();
    assert_eq!(key_state(&next, kid, &second, day("2026-04-12")), KeyState::Enrolled);
    assert_eq!(key_state(&next, kid, &second, day("2026-01-01")), KeyState::Enrolled, "it was the same key before");
    assert_eq!(next.consider(&verified, day("2026-04-13")), Enrolling::Known);
    assert!(next.with_enrolled(&verified, after_a_call("2026-04-13", "2026-04-13")).is_none());
    assert!(Directory::from_json(next.to_json()).is_ok(), "it is still in order");
}

#[test]
fn a_further_key_stands_beside_the_first() {
    let (directory, village) = (directory(), party(VILLAGE, ""));
    let verified = enrolment(2, village.clone(), None);
    assert_eq!(directory.consider(&verified, day("2026-04-12")), Enrolling::Further);
    let next = directory.with_enrolled(&verified, after_a_call("2026-04-12", "2026-04-12")).unwrap();
    assert_eq!(next.keys_of(&village, day("2026-05-01")).count(), 2);
}

#[test]
fn one_key_stands_for_a_unit_and_its_office_and_for_no_other_unit() {
    let (day, called) = (day("2026-04-12"), after_a_call("2026-04-12", "2026-04-12"));
    let (unit, office) = (party(TOWNSHIP, ""), party(TOWNSHIP, "pingan"));
    let as_unit = enrolment(3, unit.clone(), None);
    assert_eq!(directory().consider(&as_unit, day), Enrolling::First);
    let both = directory().with_enrolled(&as_unit, called).unwrap();
    assert!(Directory::from_json(both.to_json()).is_ok(), "it is still in order");
    let kid = as_unit.key.thumbprint();
    for party in [&unit, &office] {
        assert_eq!(key_state(&both, kid, party, day), KeyState::Enrolled);
        assert_eq!(key_state(&both.with_retired(kid, day), kid, party, day), KeyState::Retired);
    }
    let of_another = both.consider(&enrolment(3, party(SECOND, ""), None), day);
    assert!(matches!(of_another, Enrolling::OtherParty(whose) if whose.unit == unit.unit));
    let mut two = both.clone();
    two.keys.iter_mut().find(|it| it.party == unit).unwrap().party = party(SECOND, "");
    two.keys.sort_by_key(|it| (it.key.thumbprint(), it.party.clone()));
    assert!(Directory::from_json(two.to_json()).is_err(), "one key for two units");
    // The new key takes over for each party in turn.
    let next = both.with_enrolled(&enrolment(5, office.clone(), rotation(3, 5, &office)), called).unwrap();
    assert_eq!(key_state(&next, kid, &unit, day), KeyState::Enrolled);
    let next = next.with_enrolled(&enrolment(5, unit.clone(), rotation(3, 5, &unit)), called).unwrap();
    assert_eq!(key_state(&next, kid, &unit, day), KeyState::Retired);
}

#[test]
fn the_old_key_vouches_for_the_new_one() {
    let (directory, village) = (directory(), party(VILLAGE, ""));
    let old = key(1).public().thumbprint();
    let verified = enrolment(2, village.clone(), rotation(1, 2, &village));
    let enrolling = directory.consider(&verified, day("2026-04-12"));
    assert_eq!(enrolling, Enrolling::Rotation(old));
    assert!(!enrolling.needs_a_call());
    let next = directory.with_enrolled(&verified, without_a_call("2026-04-12")).unwrap();
    for (seen, state) in [("2026-04-11", KeyState::Enrolled), ("2026-04-12", KeyState::Retired)] {
        assert_eq!(key_state(&next, old, &village, day(seen)), state, "{seen}");
    }
    let late = directory.with_enrolled(&verified, after_a_call("2026-04-12", "9999-12-31")).unwrap();
    assert_eq!(key_state(&late, old, &village, day("2026-04-12")), KeyState::Retired, "no later than it was decided");
    let again = enrolment(1, village, None);
    assert_eq!(next.consider(&again, day("2026-04-20")), Enrolling::Retired, "a retired key does not come back");
}

#[test]
fn nobody_else_vouches_for_a_key() {
    let (directory, village) = (directory(), party(VILLAGE, ""));
    let township = party(TOWNSHIP, "pingan");
    for (name, succeeds) in [
        ("a key that nobody knows", rotation(8, 2, &village)),
        ("the key of another party", rotation(3, 2, &village)),
        ("a word for another key", rotation(1, 9, &village)),
        ("a word for another party", rotation(1, 2, &township)),
    ] {
        let verified = enrolment(2, village.clone(), succeeds);
        let enrolling = directory.consider(&verified, day("2026-04-12"));
        let why = FalseVouching::NotTheirs;
        assert!(matches!(enrolling, Enrolling::FalseRotation { why: it, .. } if it == why), "{name}: {enrolling:?}");
        assert!(directory.with_enrolled(&verified, after_a_call("2026-04-12", "2026-04-12")).is_none(), "{name}");
    }
    let retired = directory.with_retired(key(1).public().thumbprint(), day("2026-04-01"));
    let verified = enrolment(2, village.clone(), rotation(1, 2, &village));
    let (old, why) = (key(1).public().thumbprint(), FalseVouching::Retired);
    assert_eq!(retired.consider(&verified, day("2026-04-01")), Enrolling::FalseRotation { old, why });
    let stolen = enrolment(3, village, None);
    assert_eq!(directory.consider(&stolen, day("2026-04-12")), Enrolling::OtherParty(township));
}

#[test]
fn a_lost_key_is_retired_when_its_successor_is_enrolled() {
    let (directory, village) = (directory(), party(VILLAGE, ""));
    let old = key(1).public().thumbprint();
    let lost = Some(Succeeds::Lost { kid: old, since: day("2026-04-01") });
    let verified = enrolment(2, village.clone(), lost.clone());
    let enrolling = directory.consider(&verified, day("2026-04-12"));
    assert_eq!(enrolling, Enrolling::Lost(old));
    assert!(enrolling.needs_a_call());
    let next = directory.with_enrolled(&verified, after_a_call("2026-04-12", "2026-04-01")).unwrap();
    assert_eq!(key_state(&next, old, &village, day("2026-03-31")), KeyState::Enrolled);
    assert_eq!(key_state(&next, old, &village, day("2026-04-01")), KeyState::Retired);
    let earlier = next.with_retired(old, day("2026-05-01"));
    assert_eq!(
        key_state(&earlier, old, &village, day("2026-04-02")),
        KeyState::Retired,
        "it does not come to life again"
    );
    let other = enrolment(4, party(SECOND, ""), lost);
    assert_eq!(directory.consider(&other, day("2026-04-12")), Enrolling::First, "nobody else's key can be lost");
}

#[test]
fn a_rotation_is_no_bundle() {
    let village = party(VILLAGE, "");
    let message = Rotation::message(key(1).public().thumbprint(), key(2).public().thumbprint(), &village);
    assert_eq!(message.lines().count(), 5);
    assert!(message.contains('\n') && message.is_ascii(), "no signing input of a JWS holds a line feed");
    let base64 = |signature: &[u8; 64]| URL_SAFE_NO_PAD.encode(signature);
    let signed = sign(&enrolment(1, village.clone(), None).payload, &key(1)).text;
    let file: serde_json::Value = serde_json::from_str(&signed).unwrap();
    let own = file["signature"].as_str().unwrap();
    let of_file: [u8; 64] = URL_SAFE_NO_PAD.decode(own).unwrap().try_into().unwrap();
    let rotation = Rotation::sign(&key(1), key(2).public().thumbprint(), &village);
    assert!(rotation.holds(key(2).public().thumbprint(), &village));
    let taken = Rotation { signature: of_file, ..rotation };
    assert!(!taken.holds(key(2).public().thumbprint(), &village), "a file's signature is no rotation");
    let forged = signed.replace(own, &base64(&rotation.signature));
    assert_eq!(verify(forged.as_bytes()), Err(BundleError::Signature), "a rotation's signature signs no file");
}

//! The received decisions that count: removals at their boundaries. Every file is signed and verified.

use cunping_core::{
    bundle::{
        ActsAs, Authority, Decision, DecisionReason, DirectoryOffice, KeyRecord, KeyRole, Known, LinePosition, PackRef,
        Party, Recognition, Settled, Subject, Verified, examine, sign, verify,
    },
    id::Digest,
    pack::Pack,
    rollup::{SignedDecision, counting, stands, taken_back},
};

use crate::trust::{key, party, stated};

pub(crate) const FILE: Digest = Digest([7; 32]);
pub(crate) const CITY: &str = "city-leading-group";
pub(crate) const PROVINCE: &str = "province-leading-group";

pub(crate) fn pack(id: &str) -> Pack {
    Pack::from_json(cunping_packs::RELEASED.iter().find(|it| it.id == id).unwrap().json).unwrap()
}

/// Makes a decision of the county about a model village, as an office of the document.
pub(crate) fn decision(office: &str, decision: Decision) -> Recognition {
    Recognition {
        stated: stated(party("429006000000", "pingan")),
        place: LinePosition::FIRST,
        subject: Subject {
            unit: "429006104203".parse().unwrap(),
            unit_name: "示例一村".to_owned(),
            pack: PackRef::to(&pack("wangchang-pingan-cun-2023")),
            level: "model".parse().unwrap(),
            period: "2025".parse().unwrap(),
            overlays: Vec::new(),
        },
        office: office.parse().unwrap(),
        assessment: FILE,
        opinions: Vec::new(),
        reasons: vec![DecisionReason { criterion: None, text: "见文件。".to_owned() }],
        decision,
    }
}

/// Returns an importer's knowledge: the county's office and another of it that takes the same part, the township's,
/// each with a key.
pub(crate) fn authority() -> Authority {
    let parties = [
        (5, party("429006000000", "pingan"), "city-leading-group"),
        (6, party("429006000000", "other"), "city-leading-group"),
        (7, party("429006104000", "pingan"), "town-pingan"),
    ];
    let office = |it: &(u8, Party, &str)| DirectoryOffice {
        unit: it.1.unit,
        office: it.1.office.clone().unwrap(),
        name: "示例".to_owned(),
        acts_as: vec![ActsAs { pack: "wangchang-pingan-cun-2023".parse().unwrap(), office: it.2.parse().unwrap() }],
        serves: None,
    };
    let record = |it: &(u8, Party, &str)| KeyRecord {
        key: key(it.0).public(),
        party: it.1.clone(),
        role: KeyRole::Shared,
        enrolled_on: "2026-01-05".parse().unwrap(),
        vouched_by: None,
        made_sure_on: None,
        retired_on: None,
        recipient: None,
    };
    Authority::new(&parties.each_ref().map(office), &parties.each_ref().map(record), None)
}

pub(crate) fn removed() -> Decision {
    Decision::Removed("step.removal".parse().unwrap())
}

fn signed_by(seed: u8, it: &Recognition) -> Verified {
    verify(sign(it, &key(seed)).text.as_bytes()).unwrap()
}

pub(crate) fn signed(it: &Recognition) -> Verified {
    signed_by(5, it)
}

/// Signs a decision of the same office that supersedes `before`.
pub(crate) fn after(before: &Verified, sequence: u32, it: Recognition) -> Verified {
    signed(&Recognition { place: LinePosition { sequence, supersedes: Some(before.digest) }, ..it })
}

pub(crate) fn heard(files: &[&Verified]) -> Vec<SignedDecision> {
    let packs = ["wangchang-pingan-cun-2023", "sulide-bawu-2022"].map(pack);
    let packs: Vec<&Pack> = packs.iter().collect();
    let first_seen = "2026-04-12".parse().unwrap();
    let authority = authority();
    let known = Known { packs: &packs, overlays: &[], authority: &authority, others: &[], first_seen };
    files.iter().filter_map(|it| SignedDecision::new(it, &examine(it, &known).states, first_seen)).collect()
}

/// Returns the digests that count, the state of the unit, and the removal, the same in whichever order the files came.
fn outcome(files: &[&Verified]) -> (Vec<Digest>, Settled, Option<Digest>) {
    let pack = pack("wangchang-pingan-cun-2023");
    let level = pack.level(&"model".parse().unwrap()).unwrap();
    let found = |files: &[&Verified]| {
        let heard = heard(files);
        let on = counting(&heard);
        let mut digests: Vec<Digest> = on.iter().map(|it| it.seen.digest).collect();
        digests.sort_unstable();
        (digests, stands(level, &on), taken_back(level, &on))
    };
    let backward: Vec<&Verified> = files.iter().rev().copied().collect();
    assert_eq!(found(files), found(&backward));
    found(files)
}

fn sorted<const N: usize>(files: [&Verified; N]) -> Vec<Digest> {
    let mut digests = files.map(|it| it.digest).to_vec();
    digests.sort_unstable();
    digests
}

#[test]
fn a_name_that_was_taken_back_stays_so() {
    let city = signed(&decision(CITY, Decision::Qualified));
    let named = signed(&decision(PROVINCE, Decision::Qualified));
    assert_eq!(outcome(&[&city, &named]), (sorted([&city, &named]), Settled::Qualified, None));
    let gone = after(&named, 2, decision(PROVINCE, removed()));
    let settled = Settled::Removed(PROVINCE.parse().unwrap());
    let taken = (sorted([&city, &gone]), settled, Some(gone.digest));
    assert_eq!(outcome(&[&city, &named, &gone]), taken);
    let again = after(&gone, 3, decision(PROVINCE, Decision::Qualified));
    assert_eq!(outcome(&[&city, &named, &gone, &again]), taken, "no decision undoes it");
    let twice = after(&gone, 3, decision(PROVINCE, removed()));
    assert_eq!(outcome(&[&city, &named, &gone, &twice, &gone]), taken, "the first of two stays, a file twice is one");
    let heard = heard(&[&named, &gone, &again]);
    let [named, gone, again] = heard.as_slice() else { panic!("three decisions") };
    assert!(again.comes_too_late(gone) && !named.comes_too_late(gone) && !gone.comes_too_late(gone));
    assert!(!again.comes_too_late(named), "only a removal ends a line");
}

#[test]
fn a_removal_needs_what_its_document_says() {
    let city = signed(&decision(CITY, Decision::Qualified));
    let named = signed(&decision(PROVINCE, Decision::Qualified));
    let other_step = Decision::Removed("step.village".parse().unwrap());
    let other_step = after(&named, 2, decision(PROVINCE, other_step));
    assert!(!heard(&[&other_step]).iter().any(|it| it.holds), "another step takes no name back");
    let mut village = decision("town-leading-group", removed());
    (village.stated, village.subject.level) = (stated(party("429006104000", "pingan")), "village".parse().unwrap());
    assert!(!heard(&[&signed(&village)])[0].holds, "the village award is never taken back");
    let first = signed(&decision(PROVINCE, removed()));
    assert_eq!(outcome(&[&city, &first]).2, None, "what was never given is not taken back");
    let not_named = signed(&decision(PROVINCE, Decision::NotQualified));
    let gone = after(&not_named, 2, decision(PROVINCE, removed()));
    assert_eq!(outcome(&[&city, &not_named, &gone]).2, None);
    let elsewhere = after(&named, 2, decision(PROVINCE, removed()));
    assert_eq!(outcome(&[&city, &elsewhere]).2, Some(elsewhere.digest), "what it replaces need not be here");
    let recommended = signed(&decision(CITY, Decision::Qualified));
    let early = after(&recommended, 2, decision(CITY, removed()));
    let (_, settled, back) = outcome(&[&recommended, &early, &named]);
    assert_eq!(back, None, "who does not give the name takes none back");
    assert!(matches!(settled, Settled::Waits(_)), "{settled:?}");
}

#[test]
fn an_office_decides_about_its_own_area_as_the_office_that_it_is() {
    let holds = |seed: u8, unit: &str, own: &str, office: &str| {
        let it = Recognition { stated: stated(party(unit, own)), ..decision(office, Decision::Qualified) };
        heard(&[&signed_by(seed, &it)])[0].holds
    };
    assert!(holds(5, "429006000000", "pingan", CITY) && holds(5, "429006000000", "pingan", PROVINCE));
    assert!(!holds(9, "429006000000", "pingan", CITY), "a key that nobody enrolled");
    assert!(!holds(9, "429006000000", "a", CITY), "an office that somebody made up");
    assert!(!holds(5, "429006000000", "other", CITY), "another office's key");
    assert!(!holds(5, "150626000000", "pingan", CITY), "a county elsewhere");
    assert!(!holds(7, "429006104000", "pingan", CITY), "a township as an office of the county");
    let unknown = PackRef { version: 99, ..PackRef::to(&pack("wangchang-pingan-cun-2023")) };
    let mut other = decision(CITY, Decision::Qualified);
    other.subject.pack = unknown;
    assert!(!heard(&[&signed(&other)])[0].holds, "a document that is not here");
}

#[test]
fn the_office_in_charge_decides_for_the_body_that_signs_no_files_and_for_no_other_level() {
    let mut village = decision("town-leading-group", Decision::Qualified);
    (village.stated, village.subject.level) = (stated(party("429006104000", "pingan")), "village".parse().unwrap());
    assert!(heard(&[&signed_by(7, &village)])[0].holds);
    village.stated = stated(party("429006000000", "pingan"));
    assert!(!heard(&[&signed_by(5, &village)])[0].holds, "a county as an office of the township");
}

#[test]
fn a_removal_in_conflict_does_not_count_and_two_that_act_as_one_office_have_to_agree() {
    let named = signed(&decision(PROVINCE, Decision::Qualified));
    let gone = after(&named, 2, decision(PROVINCE, removed()));
    let fork = after(&named, 2, decision(PROVINCE, Decision::NotQualified));
    let city = signed(&decision(CITY, Decision::Qualified));
    let (_, settled, removal) = outcome(&[&city, &named, &gone, &fork]);
    let conflict = Settled::Conflict(PROVINCE.parse().unwrap());
    assert_eq!((settled, removal), (conflict, None), "a person settles which of two successors counts");
    let by_other = |decision| {
        let mut it = self::decision(PROVINCE, decision);
        it.stated.party.office = Some("other".parse().unwrap());
        signed_by(6, &it)
    };
    let removal = by_other(removed());
    assert_eq!(outcome(&[&city, &named, &removal]).1, Settled::Qualified, "a name is taken back by who gave it");
    let same = by_other(Decision::Qualified);
    assert_eq!(outcome(&[&city, &named, &same]).1, Settled::Qualified);
    let differs = by_other(Decision::NotQualified);
    assert_eq!(outcome(&[&city, &named, &differs]).1, Settled::Conflict(PROVINCE.parse().unwrap()));
    let mut stranger = decision(PROVINCE, Decision::NotQualified);
    stranger.stated.party.office = Some("a".parse().unwrap());
    assert_eq!(outcome(&[&city, &named, &signed_by(9, &stranger)]).1, Settled::Qualified, "a stranger says nothing");
}

//! Which of the decisions that came in count: removals at their boundaries. Every file is signed and opened.

use cunping_core::{
    bundle::{
        Decision, Heard, Known, Opened, PackRef, Place, Reason, Recognition, Settled, Subject, counting, examine, open,
        sign, stands, taken_back,
    },
    id::Digest,
    pack::Pack,
};

use crate::trust::{key, party, stated};

const FILE: Digest = Digest([7; 32]);
const CITY: &str = "city-leading-group";
const PROVINCE: &str = "province-leading-group";

fn pack(id: &str) -> Pack {
    Pack::from_json(cunping_packs::RELEASED.iter().find(|it| it.id == id).unwrap().json).unwrap()
}

/// A decision of the county about a model village, as an office of the document.
fn decision(office: &str, decision: Decision) -> Recognition {
    Recognition {
        stated: stated(party("429006000000", "pingan")),
        place: Place::FIRST,
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
        reasons: vec![Reason { criterion: None, text: "见文件。".to_owned() }],
        decision,
    }
}

fn removed() -> Decision {
    Decision::Removed("step.removal".parse().unwrap())
}

fn signed(it: &Recognition) -> Opened {
    open(sign(it, &key(5)).text.as_bytes()).unwrap()
}

/// The same office again, after a file of its own.
fn after(before: &Opened, sequence: u32, it: Recognition) -> Opened {
    signed(&Recognition { place: Place { sequence, supersedes: Some(before.digest) }, ..it })
}

fn heard(files: &[&Opened]) -> Vec<Heard> {
    let packs = ["wangchang-pingan-cun-2023", "sulide-bawu-2022"].map(pack);
    let packs: Vec<&Pack> = packs.iter().collect();
    let first_seen = "2026-04-12".parse().unwrap();
    let known = Known { packs: &packs, overlays: &[], keys: None, others: &[], first_seen };
    files.iter().filter_map(|it| Heard::new(it, &examine(it, &known).states, &packs)).collect()
}

/// The digests that count, and where the unit stands, in whichever order the files came.
fn outcome(files: &[&Opened]) -> (Vec<Digest>, Settled, Option<Digest>) {
    let pack = pack("wangchang-pingan-cun-2023");
    let level = pack.level(&"model".parse().unwrap()).unwrap();
    let found = |files: &[&Opened]| {
        let heard = heard(files);
        let on = counting(&heard);
        let mut digests: Vec<Digest> = on.iter().map(|it| it.seen.digest).collect();
        digests.sort_unstable();
        (digests, stands(level, &on), taken_back(level, &on))
    };
    let backward: Vec<&Opened> = files.iter().rev().copied().collect();
    assert_eq!(found(files), found(&backward));
    found(files)
}

fn sorted<const N: usize>(files: [&Opened; N]) -> Vec<Digest> {
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
    let early = signed(&decision(CITY, removed()));
    let (digests, settled, back) = outcome(&[&early, &named]);
    assert_eq!((digests.len(), back), (2, None), "who does not give the name takes none back");
    assert!(matches!(settled, Settled::Waits(_)), "{settled:?}");
    assert_eq!(outcome(&[&city, &named]).2, None);
}

#[test]
fn an_office_decides_about_its_own_area_and_at_its_own_level() {
    let holds = |unit: &str, office: &str| {
        let it = Recognition { stated: stated(party(unit, office)), ..decision(CITY, Decision::Qualified) };
        heard(&[&signed(&it)])[0].holds
    };
    assert!(holds("429006000000", "pingan"));
    assert!(!holds("150626000000", "pingan"), "a county elsewhere");
    assert!(!holds("429006104000", "pingan"), "a township as an office of the county");
    let unknown = PackRef { version: 99, ..PackRef::to(&pack("wangchang-pingan-cun-2023")) };
    let mut other = decision(CITY, Decision::Qualified);
    other.subject.pack = unknown;
    assert!(!heard(&[&signed(&other)])[0].holds, "a document that is not here");
}

#[test]
fn a_removal_in_conflict_does_not_count_and_one_beside_a_stranger_does() {
    let named = signed(&decision(PROVINCE, Decision::Qualified));
    let gone = after(&named, 2, decision(PROVINCE, removed()));
    let fork = after(&named, 2, decision(PROVINCE, Decision::NotQualified));
    assert_eq!(outcome(&[&named, &gone, &fork]).0, Vec::new(), "a person settles which of two successors counts");
    let city = signed(&decision(CITY, Decision::Qualified));
    let mut elsewhere = decision(PROVINCE, Decision::Qualified);
    elsewhere.stated.party.office = Some("other".parse().unwrap());
    let elsewhere = signed(&elsewhere);
    let (_, settled, back) = outcome(&[&city, &elsewhere, &named, &gone]);
    assert_eq!((settled, back), (Settled::Removed(PROVINCE.parse().unwrap()), Some(gone.digest)));
}

//! The offices around a unit: those that are known here, and the document's own for parts that none of them takes.

use cunping_core::{
    bundle::{Authority, CriterionOpinion, DirectoryOffice, KeyRecord, KeyState, Kind, OwnAuthority, Party},
    id::{Digest, UnitCode},
};

use crate::{
    opinion::opinion,
    parts::{PACK, office},
    trust::{TOWNSHIP, VILLAGE, day, key, party, record},
};

const COUNTY: &str = "150626000000";

fn own(parties: Vec<Party>) -> Option<OwnAuthority> {
    Some(OwnAuthority { kid: key(1).public().thumbprint(), parties })
}

/// Lists the offices about the village that take a part, each with its unit, name and parts.
fn about(
    offices: &[DirectoryOffice],
    keys: &[KeyRecord],
    own: Option<OwnAuthority>,
) -> Vec<(UnitCode, String, String, String)> {
    let all = Authority::new(offices, keys, own).offices_about(&[&PACK], &PACK, VILLAGE.parse().unwrap());
    let parts = |it: &DirectoryOffice| it.acts_as.iter().map(|it| it.office.to_string()).collect::<Vec<_>>().join(" ");
    all.iter().map(|it| (it.unit, it.office.to_string(), it.name.clone(), parts(it))).collect()
}

fn line(unit: &str, office: &str, name: &str, parts: &str) -> (UnitCode, String, String, String) {
    (unit.parse().unwrap(), office.to_owned(), name.to_owned(), parts.to_owned())
}

#[test]
fn a_part_that_nobody_takes_is_listed_under_the_documents_own_office_at_its_seat() {
    let all = about(&[], &[], None);
    assert_eq!(all.len(), PACK.offices.len());
    assert!(all.contains(&line(TOWNSHIP, "sumu-police", "苏木镇公安派出所", "sumu-police")), "{all:?}");
    assert!(all.contains(&line(COUNTY, "flag-police", "旗公安局", "flag-police")), "{all:?}");
}

#[test]
fn an_office_of_the_directory_takes_its_parts_from_the_list() {
    let all = about(&[office("a", &["sumu-police", "sumu-women"], None)], &[], None);
    assert_eq!(all.len(), PACK.offices.len() - 1);
    assert!(all.contains(&line(TOWNSHIP, "a", "示例", "sumu-police sumu-women")), "{all:?}");
    assert!(!all.iter().any(|it| it.1 == "sumu-police"), "{all:?}");
}

#[test]
fn an_office_with_a_key_in_force_and_the_importers_own_are_listed_by_the_name_that_is_printed() {
    let office = |suffix: &str| party(TOWNSHIP, &format!("sumu-police.{suffix}"));
    let retired = KeyRecord { retired_on: Some(day("2026-02-01")), ..record(5, office("b")) };
    let keys = [record(4, office("a")), retired, record(6, party(VILLAGE, ""))];
    let all = about(&[], &keys, own(vec![office("c")]));
    let police: Vec<_> = all.into_iter().filter(|it| it.3 == "sumu-police").collect();
    let named = |suffix: &str| line(TOWNSHIP, &format!("sumu-police.{suffix}"), "苏木镇公安派出所", "sumu-police");
    assert_eq!(police, [named("a"), named("c")]);
}

#[test]
fn an_opinion_could_count_as_an_office_of_its_level_that_monitors_all_it_speaks_about() {
    let said = |id: &str| CriterionOpinion { criterion: id.parse().unwrap(), basis: Digest([0; 32]), objection: None };
    let to_give = |by: Party, says: &[&str]| {
        let mut it = opinion("police", says.iter().map(|it| said(it)).collect());
        it.stated.party = by;
        let level = PACK.level(&"village".parse().unwrap()).unwrap();
        let parts = Authority::parts_to_give(&PACK, level, &it);
        parts.into_iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>()
    };
    let township = party(TOWNSHIP, "police");
    let of_three = ["sumu-health", "sumu-justice", "sumu-police", "sumu-youth"];
    assert_eq!(to_give(township.clone(), &["village.3"]), of_three);
    assert_eq!(to_give(township.clone(), &["village.3", "village.2"]), ["sumu-police"]);
    assert!(to_give(township, &["village.1", "village.2"]).is_empty());
    assert!(to_give(party(COUNTY, "police"), &["village.3"]).is_empty(), "the county is no monitor of villages");
}

#[test]
fn the_importers_own_key_is_enrolled_for_its_own_parties_and_no_others() {
    let authority = Authority::new(&[], &[], own(vec![party(TOWNSHIP, "pingan")]));
    let state = |seed: u8, by: &Party| {
        let kid = key(seed).public().thumbprint();
        authority.key(Kind::Recognition, (kid, by), day("2026-04-12"))
    };
    assert_eq!(state(1, &party(TOWNSHIP, "pingan")), KeyState::Enrolled);
    assert_eq!(state(1, &party(TOWNSHIP, "police")), KeyState::Stranger);
    assert_eq!(state(2, &party(TOWNSHIP, "pingan")), KeyState::Stranger);
}

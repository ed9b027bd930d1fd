//! The part of a document that an office takes: by the directory, or by a name that two documents print.

use std::sync::LazyLock;

use cunping_core::{
    bundle::{ActsAs, Authority, DirectoryOffice, acts_as},
    id::{OfficeId, UnitLevel},
    pack::{Office, Pack},
};

use crate::{
    sample,
    trust::{TOWNSHIP, VILLAGE, party},
};

pub(crate) static PACK: LazyLock<Pack> = LazyLock::new(sample::pack);

/// Another document, whose offices are called otherwise and print names that the first prints, too.
static OTHER: LazyLock<Pack> = LazyLock::new(|| {
    let office = |id: &str, level, name: &str| {
        (id.parse().unwrap(), Office { name: name.to_owned(), variants: Vec::new(), level, in_charge: false })
    };
    let offices = [
        office("x-police", UnitLevel::Township, "苏力德派出所"),
        office("x-youth", UnitLevel::Township, "团委"),
        office("x-fire", UnitLevel::Township, "消防救援大队"),
    ];
    Pack { id: "another-2022".parse().unwrap(), offices: offices.into(), ..sample::pack() }
});

pub(crate) fn office(id: &str, parts: &[&str], serves: Option<&str>) -> DirectoryOffice {
    let acts_as = |part: &&str| ActsAs { pack: PACK.id.clone(), office: part.parse().unwrap() };
    DirectoryOffice {
        unit: TOWNSHIP.parse().unwrap(),
        office: id.parse().unwrap(),
        name: "示例".to_owned(),
        acts_as: parts.iter().map(acts_as).collect(),
        serves: serves.map(|it| vec![it.parse().unwrap()]),
    }
}

/// Returns the parts that an office of the township takes for a unit, given its entry in the directory.
fn parts(id: &str, entry: Option<DirectoryOffice>, unit: &str) -> Vec<String> {
    let authority = Authority::new(entry.as_slice(), &[], None);
    let parts = authority.parts(&[&PACK, &OTHER], &PACK, &party(TOWNSHIP, id), unit.parse().unwrap());
    parts.iter().map(ToString::to_string).collect()
}

#[test]
fn an_office_takes_a_part_for_the_units_that_it_serves() {
    assert_eq!(parts("sumu-police", None, VILLAGE), ["sumu-police"]);
    assert!(parts("sumu-police", None, "150626201205").is_empty(), "a village of another township");
    let of_another = office("sumu-police", &[], Some("150626200206"));
    assert!(parts("sumu-police", Some(of_another), VILLAGE).is_empty(), "it serves another village");
    assert_eq!(parts("sumu-police", Some(office("sumu-police", &[], Some(VILLAGE))), VILLAGE), ["sumu-police"]);
}

#[test]
fn a_part_is_one_that_is_given_and_of_the_offices_own_level() {
    assert_eq!(parts("a", Some(office("a", &["flag-police", "sumu-police"], None)), VILLAGE), ["sumu-police"]);
    assert!(parts("flag-police", None, VILLAGE).is_empty(), "a township as an office of the county");
}

#[test]
fn a_name_that_two_documents_print_at_one_level_is_one_office() {
    let of = |id: &str| acts_as(&[&PACK, &OTHER], &PACK, &id.parse().unwrap());
    let is = |id: &str| id.parse::<OfficeId>().ok();
    assert_eq!(of("x-police"), is("sumu-police"), "by a variant");
    assert_eq!(of("x-youth"), is("sumu-youth"), "and not the one of the county, which is called the same");
    assert_eq!(of("x-fire"), None, "the one of that name is of another level");
    assert_eq!(of("flag-youth"), is("flag-youth"), "the document's own");
    assert_eq!(of("sumu-police.2"), is("sumu-police"), "one of several");
    assert_eq!(of("unknown"), None);
}

#[test]
fn the_office_in_charge_is_the_one_that_the_document_names_or_that_calls_itself_so() {
    let in_charge = |id: &str, parts: &[&str]| {
        let entry = office(id, parts, None);
        Authority::new(&[entry], &[], None).is_in_charge(&[&PACK], &PACK, &party(TOWNSHIP, id))
    };
    assert!(in_charge("sumu-pingan", &[]) && in_charge("township", &[]) && in_charge("a", &["sumu-pingan"]));
    assert!(!in_charge("sumu-police", &[]) && !in_charge("township", &["sumu-police"]));
}

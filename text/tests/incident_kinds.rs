//! What an incident may be besides, of the released documents: the likely is asked openly, and nothing is left out.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use cunping_core::{id::IndicatorId, pack::Pack};
use cunping_text::question::{asked_kinds, incident_kinds};

fn pack(id: &str) -> Pack {
    let released = cunping_packs::RELEASED.iter().rev().find(|it| it.id == id).unwrap();
    Pack::from_json(released.json).unwrap_or_else(|problems| panic!("{id}: {problems:?}"))
}

fn told(all: &[IndicatorId]) -> Vec<&str> {
    all.iter().map(IndicatorId::as_str).collect()
}

#[test]
fn a_fraud_against_an_old_person_is_asked_about_openly() {
    let bawu = pack("sulide-bawu-2022");
    let village = bawu.levels.iter().find(|level| level.id.as_str() == "village").unwrap();
    let of = |about: &str| incident_kinds(&bawu, &[(&bawu, village)], &about.parse().unwrap());
    assert_eq!(told(&of("unlawful-act/women-children-elderly").likely), ["crime", "telecom-fraud"]);
    let fire = of("fire/other");
    assert_eq!(told(&fire.likely), ["fire/forest-grassland"]);
    assert!(fire.others.iter().any(|id| id.as_str() == "crime"));
    assert!(of("crime").others.iter().any(|id| id.as_str() == "crime/homicide"), "the document does not ask about it");
}

#[test]
fn kinds_that_a_document_tells_apart_come_first() {
    let wangchang = pack("wangchang-pingan-cun-2023");
    let village = wangchang.levels.iter().find(|level| level.id.as_str() == "village").unwrap();
    let crime = incident_kinds(&wangchang, &[(&wangchang, village)], &"crime".parse().unwrap());
    let finer = crime.likely.iter().take_while(|id| id.as_str().starts_with("crime/")).count();
    assert!(crime.likely[..finer].iter().any(|id| id.as_str() == "crime/homicide"), "{:?}", crime.likely);
    assert!(crime.likely[finer..].iter().all(|id| !id.as_str().starts_with("crime/")), "{:?}", crime.likely);
}

/// Everything that a document asks about is either offered or on the path of the category itself, and each once.
#[test]
fn nothing_is_left_out_and_nothing_asked_twice() {
    let packs: Vec<Pack> = cunping_packs::RELEASED
        .iter()
        .map(|it| Pack::from_json(it.json).unwrap_or_else(|_| panic!("{}", it.id)))
        .collect();
    for pack in &packs {
        for level in &pack.levels {
            let documents = [(pack, level)];
            let asked = asked_kinds(&documents);
            for (_, about) in &asked {
                let kinds = incident_kinds(pack, &documents, about);
                let mut offered: Vec<_> = kinds.likely.iter().chain(&kinds.others).collect();
                let count = offered.len();
                offered.sort();
                offered.dedup();
                assert_eq!(offered.len(), count, "{} {about}", pack.id);
                assert!(kinds.likely.len() <= 6 && !offered.contains(about), "{} {about}", pack.id);
                let open = |id: &IndicatorId| about.is_a(id) || offered.contains(&id);
                assert!(asked.iter().all(|(_, id)| open(id)), "{} {about}", pack.id);
            }
        }
    }
}

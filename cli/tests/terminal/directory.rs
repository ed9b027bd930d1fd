//! A signed directory for the tests of roll-ups: whose keys are whose, and which office takes which part.

use cunping_core::{
    bundle::{
        ActsAs, Directory, DirectoryOffice, DirectoryUnit, KeyRecord, KeyRole, LinePosition, Party, SigningKey, Stated,
        sign,
    },
    id::UnitCode,
};

use crate::process::file;

/// An office with its key: the seed, its unit, its id, and the document and office whose part it takes.
pub(crate) type Office<'a> = (u8, &'a str, &'a str, (&'a str, &'a str));

pub(crate) fn party(unit: &str, office: &str) -> Party {
    Party { unit: unit.parse().unwrap(), office: office.parse().ok() }
}

/// Writes the directory of the first office's unit, signed by it, and answers with the file's path. `units` are villages
/// with the seeds of their keys; those with seed 0 have none.
pub(crate) fn directory(name: &str, offices: &[Office<'_>], units: &[(&str, u8)]) -> String {
    let (seed, area, own, _) = offices[0];
    let record = |seed: u8, party: Party| KeyRecord {
        key: SigningKey::from_seed(&[seed; 32]).public(),
        party,
        role: KeyRole::Shared,
        enrolled_on: "2025-01-05".parse().unwrap(),
        vouched_by: None,
        made_sure_on: None,
        retired_on: None,
        recipient: None,
    };
    let mut keys: Vec<KeyRecord> = offices.iter().map(|it| record(it.0, party(it.1, it.2))).collect();
    keys.extend(units.iter().filter(|it| it.1 > 0).map(|it| record(it.1, party(it.0, ""))));
    keys.sort_by_key(|it| (it.key.thumbprint(), it.party.clone()));
    let mut all: Vec<DirectoryOffice> = offices
        .iter()
        .map(|(_, unit, office, (pack, part))| DirectoryOffice {
            unit: unit.parse().unwrap(),
            office: office.parse().unwrap(),
            name: "示例".to_owned(),
            acts_as: vec![ActsAs { pack: pack.parse().unwrap(), office: part.parse().unwrap() }],
            serves: None,
        })
        .collect();
    all.sort_by_key(DirectoryOffice::party);
    let mut codes: Vec<UnitCode> = units.iter().map(|it| it.0.parse().unwrap()).collect();
    codes.sort_unstable();
    let it = Directory {
        stated: Stated {
            party: party(area, own),
            at: "2026-01-05T12:00:00+08:00".parse().unwrap(),
            software: "example".to_owned(),
            example: false,
        },
        place: LinePosition::FIRST,
        area_name: "示例".to_owned(),
        units: codes.into_iter().map(|code| DirectoryUnit { code, name: "示例".to_owned() }).collect(),
        offices: all,
        keys,
    };
    file(&format!("directories/{name}.json"), sign(&it, &SigningKey::from_seed(&[seed; 32])).text.as_bytes())
}

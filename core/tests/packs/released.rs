//! Released packs never change, and authored ones compile to what is released.

use cunping_core::{
    id::{Digest, UnitCode, UnitLevel},
    pack::{Pack, authoring},
};
use cunping_packs::RELEASED;

use crate::files;

#[test]
fn every_authored_pack_compiles_to_its_release() {
    for folder in files::authored() {
        let json = files::compile(&folder);
        let pack = Pack::from_json(&json).unwrap();
        let name = format!("{}@{}.json", pack.id, pack.version);
        assert_eq!(files::name(&folder), pack.id.as_str());
        files::kept(&files::packs().join("released").join(name), std::str::from_utf8(&json).unwrap());
        let mut released = RELEASED.iter().filter(|it| it.id == pack.id.as_str() && it.version == pack.version);
        let released = released.next().unwrap_or_else(|| panic!("{} {} is not in RELEASED", pack.id, pack.version));
        assert!(released.json == json);
        assert_eq!(pack.digest, Digest::of(&json));
    }
}

#[test]
fn every_release_keeps_its_digest() {
    let digests = files::text(&files::packs().join("released/digests.txt"));
    let lines = RELEASED.iter().map(|it| format!("{}  {}@{}.json", Digest::of(it.json), it.id, it.version));
    let mut lines: Vec<String> = lines.collect();
    lines.sort_by(|a, b| a[64..].cmp(&b[64..]));
    assert_eq!(digests.lines().collect::<Vec<_>>(), lines);
    let mut files = files::walk(&files::packs().join("released"));
    files.retain(|path| path.extension().is_some_and(|it| it == "json"));
    assert_eq!(files.len(), RELEASED.len(), "a file in packs/released that RELEASED does not name");
}

#[test]
fn every_release_is_read() {
    for released in RELEASED {
        let pack = Pack::from_json(released.json).unwrap();
        assert_eq!((pack.id.as_str(), pack.version), (released.id, released.version));
    }
}

#[test]
fn every_pack_has_a_changelog_that_names_its_version() {
    for folder in files::authored() {
        let version = format!("## {} ", files::pack(&folder).version);
        let changes = files::text(&folder.join("CHANGELOG.md"));
        assert!(changes.lines().any(|line| line.starts_with(&version)), "{}", folder.display());
    }
}

#[test]
fn catalogue_ids_are_frozen() {
    let catalogue = files::packs().join("catalogue");
    let ids = authoring::catalogue_ids(&files::toml_files(&catalogue)).unwrap();
    files::kept(&catalogue.join("ids.txt"), &(ids.join("\n") + "\n"));
}

#[test]
fn units_are_villages_of_the_areas_that_packs_hold_for() {
    let areas: Vec<_> = RELEASED.iter().map(|it| Pack::from_json(it.json).unwrap().source.area).collect();
    for units in cunping_packs::UNITS {
        let lines = std::str::from_utf8(units).unwrap().lines().skip(1);
        for line in lines {
            let [code, township] = [0, 2].map(|n| line.split(',').nth(n).unwrap().parse::<UnitCode>().unwrap());
            assert_eq!((code.level(), code.township()), (UnitLevel::Village, township), "{line}");
            assert!(areas.iter().any(|area| code.lies_in(*area)), "{line}");
        }
    }
}

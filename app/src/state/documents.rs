//! The documents that ship with the page, read once. Reads nothing else.

use std::sync::OnceLock;

use cunping_core::{
    id::{PackId, UnitCode, UnitLevel},
    pack::Pack,
};
use cunping_office::{lang::Lang, ui};

/// Every released document, in every version.
#[must_use]
pub fn all() -> &'static [Pack] {
    static ALL: OnceLock<Vec<Pack>> = OnceLock::new();
    ALL.get_or_init(|| cunping_packs::RELEASED.iter().filter_map(|it| Pack::from_json(it.json).ok()).collect())
}

/// The latest version of every document, in order of their ids.
#[must_use]
pub fn latest() -> Vec<&'static Pack> {
    let ids: std::collections::BTreeSet<&PackId> = all().iter().map(|pack| &pack.id).collect();
    ids.into_iter().filter_map(released).collect()
}

/// The document with this id.
#[must_use]
pub fn released(id: &PackId) -> Option<&'static Pack> {
    all().iter().filter(|pack| pack.id == *id).max_by_key(|pack| pack.version)
}

/// The document with this id in one of its versions.
#[must_use]
pub fn edition(id: &PackId, version: u32) -> Option<&'static Pack> {
    all().iter().find(|pack| pack.id == *id && pack.version == version)
}

/// A unit that the page knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownUnit {
    /// Its division code.
    pub code: UnitCode,
    /// Its name.
    pub name: &'static str,
    /// The name of what it lies in.
    pub within: &'static str,
}

/// Every unit that the page knows, villages and their townships, by code.
#[must_use]
pub fn units() -> &'static [KnownUnit] {
    static UNITS: OnceLock<Vec<KnownUnit>> = OnceLock::new();
    UNITS.get_or_init(|| {
        let texts = cunping_packs::UNITS.iter().filter_map(|bytes| std::str::from_utf8(bytes).ok());
        let mut all: Vec<_> = texts.flat_map(|text| text.lines().skip(1).flat_map(units_of_line)).collect();
        all.sort_by_key(|it| it.code);
        all.dedup_by_key(|it| it.code);
        all
    })
}

/// The unit with this code, where the page knows it.
#[must_use]
pub fn unit(code: UnitCode) -> Option<KnownUnit> {
    units().iter().find(|it| it.code == code).copied()
}

/// The name of an area that a document holds for; of one above counties, the counties of it that the page knows.
#[must_use]
pub fn area(lang: Lang, area: UnitCode) -> String {
    if let Some(unit) = unit(area) {
        return unit.name.to_owned();
    }
    let inside = units().iter().filter(|it| it.code.level() == UnitLevel::County && it.code.lies_in(area));
    let mut names = inside.map(|it| it.name);
    match (names.next(), names.count()) {
        (Some(first), others) => ui::setup::area_of(lang, first, others + 1),
        (None, _) => area.to_string(),
    }
}

/// The village of a line, its township and its county.
fn units_of_line(line: &'static str) -> Vec<KnownUnit> {
    let fields: Vec<_> = line.split(',').collect();
    let [code, name, township_code, township, county_code, county] = fields.as_slice() else { return Vec::new() };
    let known = |code: &str, name, within| Some(KnownUnit { code: code.parse().ok()?, name, within });
    let units = [known(code, name, township), known(township_code, township, county), known(county_code, county, "")];
    units.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_released_document_reads() {
        assert_eq!(all().len(), cunping_packs::RELEASED.len());
    }

    #[test]
    fn villages_and_their_townships_are_known() {
        let village = unit("150626200205".parse().unwrap()).unwrap();
        let township = unit(village.code.township()).unwrap();
        assert_eq!(village.within, township.name);
    }
}

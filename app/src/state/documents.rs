//! The documents that the page has: those that ship with it, read once, and those that somebody loaded.

use std::{cell::RefCell, sync::OnceLock};

use cunping_core::{
    id::{Digest, PackId, UnitCode, UnitLevel},
    pack::Pack,
};
use cunping_text::{lang::Lang, ui};

use super::published::{self, Published};

thread_local! {
    /// Every loaded document that was read since the page was opened, unloaded ones included: a screen may still hold
    /// one.
    static OPENED: RefCell<Vec<&'static Published>> = const { RefCell::new(Vec::new()) };
    /// The documents that are loaded now.
    static LOADED: RefCell<Vec<&'static Published>> = const { RefCell::new(Vec::new()) };
}

/// Returns every document that ships with the page, in every version.
#[must_use]
pub fn all() -> &'static [Pack] {
    static ALL: OnceLock<Vec<Pack>> = OnceLock::new();
    ALL.get_or_init(|| cunping_packs::RELEASED.iter().filter_map(|it| Pack::from_json(it.json).ok()).collect())
}

/// Returns every document that is here, in every version: those that ship, then the loaded ones.
#[must_use]
pub fn held() -> Vec<&'static Pack> {
    all().iter().chain(loaded().into_iter().map(|it| &it.pack)).collect()
}

/// Returns the documents that did not come with the program.
#[must_use]
pub fn loaded() -> Vec<&'static Published> {
    LOADED.with_borrow(Clone::clone)
}

/// Returns the signed file that a document came in; `None` if it ships with the program.
#[must_use]
pub fn published(pack: &Pack) -> Option<&'static Published> {
    loaded().into_iter().find(|it| it.pack.digest == pack.digest)
}

/// Loads signed documents in place of those that were loaded before. A text that does not read is left out, and so is a
/// document if its version ships with the program or was loaded before it.
pub fn load<'a>(texts: impl IntoIterator<Item = &'a str>) {
    LOADED.with_borrow_mut(Vec::clear);
    texts.into_iter().for_each(add);
}

/// Loads one more document, under the same conditions.
pub fn add(text: &str) {
    let known = OPENED.with_borrow(|all| all.iter().copied().find(|published| published.text == text));
    let Some(published) = known.or_else(|| published::read(text).ok().map(opened)) else { return };
    if edition(&published.pack.id, published.pack.version).is_none() {
        LOADED.with_borrow_mut(|all| all.push(published));
    }
}

/// Unloads a document, given the digest of its file.
pub fn remove(bundle: Digest) {
    LOADED.with_borrow_mut(|all| all.retain(|it| it.bundle != bundle));
}

fn opened(published: Published) -> &'static Published {
    let published: &'static Published = Box::leak(Box::new(published));
    OPENED.with_borrow_mut(|all| all.push(published));
    published
}

/// Returns the latest version of every document, in order of their ids.
#[must_use]
pub fn latest() -> Vec<&'static Pack> {
    let ids: std::collections::BTreeSet<&PackId> = held().into_iter().map(|pack| &pack.id).collect();
    ids.into_iter().filter_map(released).collect()
}

/// Returns the latest version of the document with this id.
#[must_use]
pub fn released(id: &PackId) -> Option<&'static Pack> {
    held().into_iter().filter(|pack| pack.id == *id).max_by_key(|pack| pack.version)
}

/// Returns the document with this id and version.
#[must_use]
pub fn edition(id: &PackId, version: u32) -> Option<&'static Pack> {
    held().into_iter().find(|pack| pack.id == *id && pack.version == version)
}

/// A unit that the page knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownUnit {
    /// Its division code.
    pub code: UnitCode,
    /// Its name.
    pub name: &'static str,
}

/// Returns every unit that the page knows (villages and the units that they lie in, up to the province), by code.
#[must_use]
pub fn units() -> &'static [KnownUnit] {
    static UNITS: OnceLock<Vec<KnownUnit>> = OnceLock::new();
    UNITS.get_or_init(|| {
        let lists = cunping_packs::UNITS.iter().chain([&cunping_packs::AREAS]);
        let texts = lists.filter_map(|bytes| std::str::from_utf8(bytes).ok());
        let mut all: Vec<_> = texts.flat_map(|text| text.lines().skip(1).flat_map(units_of_line)).collect();
        all.sort_by_key(|unit| unit.code);
        all.dedup_by_key(|unit| unit.code);
        all
    })
}

/// Returns the unit with this code, if the page knows it.
#[must_use]
pub fn unit(code: UnitCode) -> Option<KnownUnit> {
    let at = units().binary_search_by_key(&code, |it| it.code).ok()?;
    units().get(at).copied()
}

/// Returns the names of the known units that contain a unit, the largest first.
pub fn above(code: UnitCode) -> impl Iterator<Item = &'static str> {
    let above = std::iter::successors(Some(code), |code| Some(code.above()).filter(|above| above != code));
    let above: Vec<UnitCode> = above.skip(1).collect();
    above.into_iter().rev().filter_map(unit).map(|unit| unit.name)
}

/// Returns the name of an area that a document holds for. For one above counties, names the counties in it that the
/// page knows; if it knows none, gives the code.
#[must_use]
pub fn area(lang: Lang, area: UnitCode) -> String {
    if let Some(unit) = unit(area) {
        return unit.name.to_owned();
    }
    let inside = units().iter().filter(|unit| unit.code.level() == UnitLevel::County && unit.code.lies_in(area));
    let mut names = inside.map(|unit| unit.name);
    match (names.next(), names.count()) {
        (Some(first), others) => ui::setup::area_of(lang, first, others + 1),
        (None, _) => area.to_string(),
    }
}

/// Reads a line of the lists of units: code and name of one or more.
fn units_of_line(line: &'static str) -> Vec<KnownUnit> {
    let fields: Vec<_> = line.split(',').collect();
    let known = |pair: &[&'static str]| match pair {
        [code, name] => Some(KnownUnit { code: code.parse().ok()?, name }),
        _ => None,
    };
    fields.chunks(2).filter_map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_released_document_reads() {
        assert_eq!(all().len(), cunping_packs::RELEASED.len());
    }

    #[test]
    fn a_loaded_document_is_here_until_it_is_removed() {
        use crate::state::{
            edition::sample::{LOSS, edition_json},
            published::sample::signed,
        };
        let json = edition_json(2, &[LOSS]);
        let second = Pack::from_json(json.as_bytes()).unwrap();
        let text = signed(&second, &json, false);
        load([text.as_str(), text.as_str(), "{}"]);
        assert_eq!(loaded().len(), 1);
        assert_eq!(released(&second.id).map(|pack| pack.version), Some(2));
        assert_eq!(edition(&second.id, 1).and_then(published).map(|published| published.bundle), None);
        assert_eq!(latest().len(), 5);
        let one = published(&second).unwrap();
        remove(one.bundle);
        assert_eq!((loaded().len(), released(&second.id).map(|pack| pack.version)), (0, Some(1)));
        add(&text);
        assert!(std::ptr::eq(published(&second).unwrap(), one), "what was opened once is not opened again");
        let first = signed(edition(&second.id, 1).unwrap(), &edition_json(1, &[]), false);
        load([first.as_str()]);
        assert_eq!(loaded().len(), 0, "a version that ships is not loaded");
    }

    #[test]
    fn villages_are_known_and_all_that_they_lie_in() {
        let names: Vec<_> = above("150626200205".parse().unwrap()).collect();
        assert_eq!(names, ["内蒙古自治区", "鄂尔多斯市", "乌审旗", "苏力德苏木"]);
        assert_eq!(above("150000000000".parse().unwrap()).count(), 0);
        for known in units() {
            // A county that is directly below its province lies in no prefecture.
            let wanted = match known.code.level() {
                UnitLevel::Village => 3,
                UnitLevel::Township => 2,
                UnitLevel::County | UnitLevel::Prefecture => 1,
                UnitLevel::Province => 0,
            };
            assert!(above(known.code).count() >= wanted, "{}", known.code);
        }
    }

    #[test]
    fn an_area_has_its_name_else_those_of_its_counties() {
        let named = |code: &str| area(Lang::Zh, code.parse().unwrap());
        assert_eq!(named("532900000000"), "大理白族自治州");
        assert_eq!(named("990000000000"), "990000000000");
    }
}

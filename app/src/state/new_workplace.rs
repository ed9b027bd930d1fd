//! Makes a workplace of a unit, a role and documents, and says which units, offices and levels a role can have. Pure.

pub mod monitoring;

use cunping_core::{
    bundle::SigningKey,
    days::Day,
    id::{OfficeId, UnitCode, UnitLevel},
    pack::{Level, Pack},
};
use cunping_text::unit_code::{TypedCodeError, typed_code};

use crate::store::{ClockTime, Followed, Key, OwnKey, Role, Seed, Workplace, WorkplaceId};

/// Why a unit cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnitError {
    /// The code cannot be read.
    #[error(transparent)]
    Code(#[from] TypedCodeError),
    /// The code belongs to a unit of another level.
    #[error("a unit of another level")]
    OtherLevel,
    /// The unit has no name.
    #[error("no name")]
    NoName,
}

/// Reads a unit that somebody typed, for a role: its code and its name without outer white space.
///
/// Fails if the text is not a code as people type them, the code is of a level that the role does not have, or the name
/// is empty.
pub fn typed_unit(role: Role, code: &str, name: &str) -> Result<(UnitCode, String), UnitError> {
    let code = typed_code(code)?;
    if !levels_of(role).contains(&code.level()) {
        return Err(UnitError::OtherLevel);
    }
    let name = name.trim();
    if name.is_empty() { Err(UnitError::NoName) } else { Ok((code, name.to_owned())) }
}

/// Returns the levels of the units that a role speaks for.
#[must_use]
pub fn levels_of(role: Role) -> &'static [UnitLevel] {
    match role {
        Role::Village => &[UnitLevel::Village],
        Role::Township => &[UnitLevel::Township],
        Role::Monitor => &[UnitLevel::Township, UnitLevel::County],
        Role::County => &[UnitLevel::County],
    }
}

/// Returns whether a document concerns a unit: the unit lies in the document's area, or the area lies in the unit.
#[must_use]
pub fn in_area(pack: &Pack, unit: UnitCode) -> bool {
    let area = pack.source.area;
    unit.lies_in(area) || area.lies_in(unit)
}

/// Returns the office that signs for a role: the unit itself for a village; at the county the first of that level that
/// decides; else the office in charge that the document names.
#[must_use]
pub fn office(pack: &Pack, role: Role) -> Option<OfficeId> {
    let in_charge = |level| pack.in_charge(level).map(|(id, _)| id);
    let of_county =
        || pack.levels.iter().find_map(|level| county_of(pack, level)).or_else(|| in_charge(UnitLevel::County));
    let own = match role {
        Role::Village => return "village".parse().ok(),
        Role::Township | Role::Monitor => in_charge(UnitLevel::Township),
        Role::County => of_county().or_else(|| in_charge(UnitLevel::Township)),
    };
    own.cloned().or_else(|| "township".parse().ok())
}

/// Returns the levels of a document that a role can follow: a village its own, an office each level whose units' files
/// it collects, a monitor each that has something to monitor. Where a document asks townships nothing, a county follows
/// the villages' levels about which one of its offices decides.
#[must_use]
pub fn levels(pack: &Pack, role: Role) -> Vec<&Level> {
    let above = pack.levels.iter().any(|level| level.unit == UnitLevel::Township);
    let follows = |level: &&Level| match role {
        Role::Village | Role::Township => level.unit == UnitLevel::Village,
        Role::County if above => level.unit == UnitLevel::Township,
        Role::County => level.unit == UnitLevel::Village && county_of(pack, level).is_some(),
        Role::Monitor => level.criteria.iter().any(|criterion| !criterion.monitors.is_empty()),
    };
    pack.levels.iter().filter(follows).collect()
}

/// Returns the first office of the county that decides about the units of a level.
fn county_of<'a>(pack: &Pack, level: &'a Level) -> Option<&'a OfficeId> {
    let own = |id: &&OfficeId| pack.offices.get(*id).is_some_and(|office| office.level == UnitLevel::County);
    level.decided_by().iter().find(own)
}

/// Returns the entries with which a role follows a document from a day on, given the office that signs; empty if the
/// document has nothing for it.
#[must_use]
pub fn followed(pack: &Pack, role: Role, office: &OfficeId, since: Day) -> Vec<Followed> {
    let named = monitoring::acts_as(pack, office);
    let concerns =
        |level: &&Level| role != Role::Monitor || named.as_ref().is_some_and(|it| monitoring::names(level, it));
    let one = |level: &Level| Followed {
        pack: pack.id.clone(),
        level: level.id.clone(),
        version: pack.version,
        since,
        moved: None,
    };
    levels(pack, role).into_iter().filter(concerns).map(one).collect()
}

/// Makes a workplace with a key of its own; the first of the documents names the office that signs. `None` if no
/// document has something for the role.
#[must_use]
pub fn make(
    packs: &[&Pack],
    role: Role,
    (unit, unit_name): (UnitCode, String),
    (id, seed): ([u8; 16], [u8; 32]),
    created: ClockTime,
) -> Option<Workplace> {
    let office = office(packs.first()?, role)?;
    make_as(packs, (role, office, None), (unit, unit_name), (id, seed), created)
}

/// Makes a workplace for an office that was chosen, with its own name. `None` if no document has something for it.
#[must_use]
pub fn make_as(
    packs: &[&Pack],
    (role, office, office_name): (Role, OfficeId, Option<String>),
    (unit, unit_name): (UnitCode, String),
    (id, seed): ([u8; 16], [u8; 32]),
    created: ClockTime,
) -> Option<Workplace> {
    let thumbprint = SigningKey::from_seed(&seed).public().thumbprint().to_string();
    let documents: Vec<_> = packs.iter().flat_map(|pack| followed(pack, role, &office, created.day)).collect();
    if documents.is_empty() {
        return None;
    }
    Some(Workplace {
        id: WorkplaceId(id),
        role,
        documents,
        unit,
        unit_name,
        earlier: Vec::new(),
        office,
        office_name,
        own: OwnKey { key: Key::Plain(Seed(seed)), thumbprint, former: Vec::new() },
        example: false,
        created,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::documents;

    #[test]
    fn a_typed_unit_is_of_the_roles_level_and_has_a_name() {
        let typed = |code, name| typed_unit(Role::Village, code, name);
        assert_eq!(typed(" 150626200205 ", " a ").unwrap().1, "a");
        assert_eq!(typed("１５０６２６ ２００２０５", "a").unwrap().0, "150626200205".parse().unwrap());
        assert_eq!(typed("15062620020", "a"), Err(UnitError::Code(TypedCodeError::Short(1))));
        assert_eq!(typed("", ""), Err(UnitError::Code(TypedCodeError::Missing)));
        assert_eq!(typed("150626200000", "a"), Err(UnitError::OtherLevel));
        assert_eq!(typed("150626200205", "  "), Err(UnitError::NoName));
    }

    #[test]
    fn every_known_unit_of_the_document_lies_in_its_area() {
        let pack = documents::all().first().unwrap();
        let inside = documents::units().iter().filter(|it| in_area(pack, it.code));
        assert!(inside.count() > 1);
        assert!(!in_area(pack, "999999001001".parse().unwrap()));
        let county = |code: &str| {
            in_area(documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap(), code.parse().unwrap())
        };
        assert!(county("150626000000") && !county("150627000000"));
    }

    #[test]
    fn a_county_follows_townships_or_else_the_villages_that_it_decides_about() {
        let follows = |pack: &str| {
            let pack = documents::released(&pack.parse().unwrap()).unwrap();
            let levels = levels(pack, Role::County).into_iter().map(|it| it.id.to_string()).collect::<Vec<_>>();
            (levels.join(" "), office(pack, Role::County).unwrap().to_string())
        };
        assert_eq!(follows("sulide-bawu-2022"), ("township".into(), "flag-pingan".into()));
        assert_eq!(follows("wangchang-pingan-cun-2023"), ("model".into(), "city-leading-group".into()));
        assert_eq!(follows("changgang-pingan-fazhi-xing-2023"), ("village".into(), "county-committee".into()));
        assert_eq!(follows("sangcun-liuhao-jiuwu-2021").0, "", "its township decides, and nobody after it");
    }

    #[test]
    fn the_office_in_charge_is_one_that_the_document_names() {
        let pack = documents::all().first().unwrap();
        assert!(pack.offices.contains_key(&office(pack, Role::Township).unwrap()));
    }
}

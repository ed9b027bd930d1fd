//! How another office's directory differs from what is known here, and what may be taken over from it.

use super::{Directory, DirectoryOffice, DirectoryUnit, KeyRecord};

/// The differences between a directory and what is here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectoryDifference {
    /// Units that are not here.
    pub new_units: Vec<DirectoryUnit>,
    /// Units that have another name here.
    pub renamed: Vec<DirectoryUnit>,
    /// Units of its area that are here and that it does not have. They stay.
    pub gone_units: Vec<DirectoryUnit>,
    /// Offices of its area that are missing here or differ.
    pub offices: Vec<DirectoryOffice>,
    /// Keys that are not here.
    pub new_keys: Vec<KeyRecord>,
    /// Keys that it retires and that are not retired here, or on a later day only; with its day of retirement.
    pub retired: Vec<KeyRecord>,
    /// Keys that are not its to give: those of units outside its area, or known here as another unit's.
    pub foreign: Vec<KeyRecord>,
}

impl DirectoryDifference {
    /// Compares a directory with the units, offices and keys that are here.
    #[must_use]
    pub fn of(theirs: &Directory, units: &[DirectoryUnit], offices: &[DirectoryOffice], keys: &[KeyRecord]) -> Self {
        let area = theirs.stated.party.unit;
        let mut difference = Self::default();
        for unit in &theirs.units {
            match units.iter().find(|own| own.code == unit.code) {
                None => difference.new_units.push(unit.clone()),
                Some(own) if own.name != unit.name => difference.renamed.push(unit.clone()),
                Some(_) => {}
            }
        }
        let gone = |own: &&DirectoryUnit| {
            own.code.lies_in(area) && own.code != area && theirs.units.iter().all(|unit| unit.code != own.code)
        };
        difference.gone_units = units.iter().filter(gone).cloned().collect();
        let own_area = |office: &&DirectoryOffice| office.unit.lies_in(area);
        let new = |office: &&DirectoryOffice| !offices.contains(office);
        difference.offices = theirs.offices.iter().filter(own_area).filter(new).cloned().collect();
        for key in &theirs.keys {
            let others = keys.iter().any(|own| own.key == key.key && own.party.unit != key.party.unit);
            if others || !key.party.unit.lies_in(area) {
                difference.foreign.push(key.clone());
                continue;
            }
            match keys.iter().find(|own| own.key == key.key && own.party == key.party) {
                None => difference.new_keys.push(key.clone()),
                Some(own) => difference.retired.extend(retired(own, key)),
            }
        }
        difference
    }

    /// Returns whether there is nothing to take over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.new_units.is_empty()
            && self.renamed.is_empty()
            && self.offices.is_empty()
            && self.new_keys.is_empty()
            && self.retired.is_empty()
    }
}

/// Returns the key with their day of retirement, if that is earlier: a day of retirement is only ever moved forward.
fn retired(own: &KeyRecord, theirs: &KeyRecord) -> Option<KeyRecord> {
    let day = theirs.retired_on?;
    let earlier = own.retired_on.is_none_or(|own| day < own);
    earlier.then(|| KeyRecord { retired_on: Some(day), ..own.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{KeyRole, LinePosition, Party, SigningKey, Stated};

    fn party(unit: &str) -> Party {
        Party { unit: unit.parse().unwrap(), office: None }
    }

    fn key(seed: u8, unit: &str, retired_on: Option<&str>) -> KeyRecord {
        KeyRecord {
            key: SigningKey::from_seed(&[seed; 32]).public(),
            party: party(unit),
            role: KeyRole::Shared,
            enrolled_on: "2026-01-05".parse().unwrap(),
            vouched_by: None,
            made_sure_on: None,
            retired_on: retired_on.map(|it| it.parse().unwrap()),
            recipient: None,
        }
    }

    fn unit(code: &str, name: &str) -> DirectoryUnit {
        DirectoryUnit { code: code.parse().unwrap(), name: name.to_owned() }
    }

    fn theirs(units: &[DirectoryUnit], keys: Vec<KeyRecord>) -> Directory {
        let at = "2026-04-12T10:00:00+08:00".parse().unwrap();
        let stated = Stated { party: party("150626200000"), at, software: String::new(), example: false };
        let (area_name, units, offices) = (String::new(), units.to_vec(), Vec::new());
        Directory { stated, place: LinePosition::FIRST, area_name, units, offices, keys }
    }

    #[test]
    fn units_come_and_are_renamed_and_never_go() {
        let own = [unit("150626200205", "旧名"), unit("150626200206", "二村"), unit("150626100205", "别处")];
        let theirs = theirs(&[unit("150626200205", "新名"), unit("150626200207", "三村")], Vec::new());
        let difference = DirectoryDifference::of(&theirs, &own, &[], &[]);
        assert_eq!(
            (difference.new_units, difference.renamed),
            (vec![unit("150626200207", "三村")], vec![unit("150626200205", "新名")])
        );
        assert_eq!(difference.gone_units, [unit("150626200206", "二村")]);
    }

    #[test]
    fn nobody_gives_keys_of_another_area_and_no_key_comes_back() {
        let own =
            [key(1, "150626200205", Some("2026-03-01")), key(2, "150626200206", None), key(3, "150626100205", None)];
        let all = vec![
            key(1, "150626200205", None),
            key(2, "150626200206", Some("2026-04-01")),
            key(3, "150626200207", None),
            key(4, "150626200207", None),
            key(5, "150626100205", None),
        ];
        let difference = DirectoryDifference::of(&theirs(&[], all), &[], &[], &own);
        assert_eq!(difference.new_keys, [key(4, "150626200207", None)]);
        assert_eq!(difference.retired, [key(2, "150626200206", Some("2026-04-01"))]);
        assert_eq!(difference.foreign, [key(3, "150626200207", None), key(5, "150626100205", None)]);
        assert!(!difference.is_empty());
    }
}

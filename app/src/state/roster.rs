//! The roster: the offices of a workplace's area, and the keys that people made sure of. Pure.

use cunping_core::bundle::{
    Authority, Directory, DirectoryOffice, KeyRecord, KeyState, Kind, LinePosition, OwnAuthority, Party, Stated,
};

use super::assessing::SOFTWARE;
use crate::{
    store::{FileRecord, ListedUnit, Role, Workplace},
    worker::ReviewedSheet,
};

/// The offices and keys that a workplace knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The offices of its area.
    pub offices: Vec<DirectoryOffice>,
    /// The enrolled keys, retired ones included.
    pub keys: Vec<KeyRecord>,
}

impl Roster {
    /// Returns the authority by which files are judged at a workplace: its offices and keys, and its own key for its
    /// own parties.
    #[must_use]
    pub fn authority(&self, workplace: &Workplace) -> Authority {
        Authority::new(&self.offices, &self.keys, own(workplace))
    }

    /// Returns the office of the area that is this party.
    #[must_use]
    pub fn office(&self, party: &Party) -> Option<&DirectoryOffice> {
        self.offices.iter().find(|office| office.party() == *party)
    }

    /// Makes the directory of a workplace's area.
    #[must_use]
    pub fn directory(
        &self,
        workplace: &Workplace,
        units: &[ListedUnit],
        at: cunping_core::moment::Moment,
    ) -> Directory {
        let mut units = units.to_vec();
        units.sort_by_key(|unit| unit.code);
        units.dedup_by_key(|unit| unit.code);
        let (mut offices, mut keys) = (self.offices.clone(), self.keys.clone());
        offices.sort_by_key(DirectoryOffice::party);
        keys.sort_by_key(|record| (record.key.thumbprint(), record.party.clone()));
        Directory {
            stated: stated(workplace, Kind::Directory, at),
            place: LinePosition::FIRST,
            area_name: workplace.unit_name.clone(),
            units,
            offices,
            keys,
        }
    }
}

/// Returns the state of the key that signed an assessment.
#[must_use]
pub fn key_of(authority: &Authority, sheet: &ReviewedSheet, file: &FileRecord) -> KeyState {
    authority.key(Kind::Assessment, (sheet.seen.kid, &sheet.party), file.first_seen.day)
}

/// Returns a workplace's own key with the parties it signs for.
fn own(workplace: &Workplace) -> Option<OwnAuthority> {
    Some(OwnAuthority { kid: workplace.own.thumbprint.parse().ok()?, parties: parties(workplace) })
}

/// Returns the party in whose name a workplace signs a kind of file: a unit assesses itself; everything else that a
/// township or county says, and everything that a monitor says, its office says.
#[must_use]
pub fn party(workplace: &Workplace, kind: Kind) -> Party {
    let as_unit = workplace.role == Role::Village || kind == Kind::Assessment;
    Party { unit: workplace.unit, office: (!as_unit).then(|| workplace.office.clone()) }
}

/// Returns every party in whose name a workplace signs: its key is enrolled for each.
#[must_use]
pub fn parties(workplace: &Workplace) -> Vec<Party> {
    let office = party(workplace, Kind::Directory);
    let unit = party(workplace, Kind::Assessment);
    match workplace.role {
        Role::Village => vec![unit],
        Role::Monitor => vec![office],
        Role::Township | Role::County => vec![office, unit],
    }
}

/// Returns what every file of a workplace states about itself.
#[must_use]
pub fn stated(workplace: &Workplace, kind: Kind, at: cunping_core::moment::Moment) -> Stated {
    Stated { party: party(workplace, kind), at, software: SOFTWARE.to_owned(), example: workplace.example }
}

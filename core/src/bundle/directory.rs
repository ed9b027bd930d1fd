//! The directory (名录) of an area: its units, its offices and their keys.

mod difference;
mod enrolled;
mod enrolling;
mod keys;
mod receivers;
mod since;

use super::{KeyRole, LinePosition, PublicKey, Recipient, Stated, Thumbprint, parts::Party};
use crate::{
    days::Day,
    id::{OfficeId, PackId, UnitCode},
};

pub use difference::DirectoryDifference;
pub use enrolled::EnrolmentDecision;
pub use enrolling::{Enrolling, FalseVouching};
pub use receivers::{Receiver, receivers, recipients_said_since};
pub use since::LostSince;

/// An office's record of its area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// The signing party; its unit is the area.
    pub stated: Stated,
    /// Its place among this office's directories.
    pub place: LinePosition,
    /// The area's name.
    pub area_name: String,
    /// The units of the area, ordered by code, each once.
    pub units: Vec<DirectoryUnit>,
    /// The offices that sign, ordered by party, each once.
    pub offices: Vec<DirectoryOffice>,
    /// Keys, ordered by thumbprint, then party, each once for a party; all parties of one key are of one unit.
    pub keys: Vec<KeyRecord>,
}

/// A unit of the area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryUnit {
    /// Its division code.
    pub code: UnitCode,
    /// Its name.
    pub name: String,
}

/// A real office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryOffice {
    /// The unit that it belongs to.
    pub unit: UnitCode,
    /// Its id in this directory; two health centres of one township have two.
    pub office: OfficeId,
    /// Its name.
    pub name: String,
    /// The offices of documents whose part it takes, ordered, each once.
    pub acts_as: Vec<ActsAs>,
    /// The units that it serves, ordered, each once; `None` for every unit inside its own.
    pub serves: Option<Vec<UnitCode>>,
}

/// An office as a document names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ActsAs {
    /// The document.
    pub pack: PackId,
    /// The office in it.
    pub office: OfficeId,
}

/// A key and its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRecord {
    /// The key.
    pub key: PublicKey,
    /// The owner.
    pub party: Party,
    /// The role of the person who holds it.
    pub role: KeyRole,
    /// The day of enrolment. Files that the key signed before count too: it was the same key.
    pub enrolled_on: Day,
    /// The key that vouched for it; `None` where people made sure of it before it was enrolled.
    pub vouched_by: Option<Thumbprint>,
    /// The day on which people made sure of a key that another vouched for.
    pub made_sure_on: Option<Day>,
    /// The day from which files first seen no longer count.
    pub retired_on: Option<Day>,
    /// The recipient to which files are encrypted.
    pub recipient: Option<Recipient>,
}

impl Directory {
    /// Returns the real office of a party; `None` for a unit itself and for an office that is not listed.
    #[must_use]
    pub fn office(&self, party: &Party) -> Option<&DirectoryOffice> {
        let id = party.office.as_ref()?;
        self.offices.iter().find(|it| it.unit == party.unit && it.office == *id)
    }

    /// Iterates over the real offices that take the part of `office` of `pack` for `unit`, in order.
    pub fn offices_for<'a>(
        &'a self,
        pack: &'a PackId,
        office: &'a OfficeId,
        unit: UnitCode,
    ) -> impl Iterator<Item = &'a DirectoryOffice> {
        let acts = move |entry: &&DirectoryOffice| {
            entry.acts_as.iter().any(|part| part.pack == *pack && part.office == *office)
        };
        self.offices.iter().filter(acts).filter(move |entry| entry.serves(unit))
    }
}

impl DirectoryOffice {
    /// Returns the party that signs for it.
    #[must_use]
    pub fn party(&self) -> Party {
        Party { unit: self.unit, office: Some(self.office.clone()) }
    }

    /// Tells whether it serves a unit.
    #[must_use]
    pub fn serves(&self, unit: UnitCode) -> bool {
        self.serves.as_ref().map_or_else(|| unit.lies_in(self.unit), |units| units.contains(&unit))
    }
}

//! Who may say what: one rule for every kind of file, by what the importer knows.

mod key;
mod parts;

pub use parts::{acts_as, base};

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Decision, Directory, DirectoryOffice, KeyRecord, Party, Payload, Recognition, Rollup, Thumbprint, removal,
};
use crate::{
    id::{LevelId, UnitCode, UnitLevel},
    pack::{Level, Pack},
};

/// The knowledge of an importer: its own key, the offices of its area, and the enrolled keys.
#[derive(Clone, Debug, Default)]
pub struct Authority {
    /// The importer's unit; `None` without a key of its own.
    area: Option<UnitCode>,
    own: Option<OwnAuthority>,
    offices: BTreeMap<Party, DirectoryOffice>,
    keys: BTreeMap<Thumbprint, Vec<KeyRecord>>,
    /// Every party that has a key, in force or retired.
    parties: BTreeSet<Party>,
}

/// The importer's own key and the parties that it signs for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAuthority {
    /// The key.
    pub kid: Thumbprint,
    /// The parties that it signs for, of one unit.
    pub parties: Vec<Party>,
}

/// The authority of a file's party to say what the file says, whatever its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum AuthorityState {
    /// The party may say it, or the document is not here to ask.
    Yes,
    /// The party is of another unit, or of a sort that cannot say this about the unit.
    OtherUnit,
    /// The office takes no part in the document that lets it say this.
    NoPart,
    /// The document has no such act.
    NotInDocument,
}

impl Authority {
    /// Collects offices, keys and the importer's own key. The importer's unit is that of its own parties.
    #[must_use]
    pub fn new(offices: &[DirectoryOffice], keys: &[KeyRecord], own: Option<OwnAuthority>) -> Self {
        let mut by_key: BTreeMap<Thumbprint, Vec<KeyRecord>> = BTreeMap::new();
        for record in keys {
            by_key.entry(record.key.thumbprint()).or_default().push(record.clone());
        }
        let own_parties = own.iter().flat_map(|authority| &authority.parties);
        Self {
            area: own.as_ref().and_then(|authority| authority.parties.first()).map(|party| party.unit),
            parties: keys.iter().map(|record| &record.party).chain(own_parties).cloned().collect(),
            offices: offices.iter().map(|office| (office.party(), office.clone())).collect(),
            keys: by_key,
            own,
        }
    }

    /// Collects what a directory says. `signer` is the key that signed it: whoever names a directory vouches for it.
    #[must_use]
    pub fn of(directory: &Directory, signer: Thumbprint) -> Self {
        let own = OwnAuthority { kid: signer, parties: vec![directory.stated.party.clone()] };
        Self::new(&directory.offices, &directory.keys, Some(own))
    }

    /// Decides whether the party of a file may say what the file says. Asks the documents in `packs` only; whether the
    /// file's document is among them, [`super::PackState`] says.
    #[must_use]
    pub fn may_say(&self, payload: &Payload, packs: &[&Pack]) -> AuthorityState {
        let (party, unit) = (payload.party(), payload.unit());
        let about_its_area = party.office.is_some() && unit.lies_in(party.unit);
        match payload {
            Payload::Assessment(_) => may_assess(party, unit),
            Payload::Opinion(_) | Payload::Recognition(_) | Payload::Receipt(_) if !about_its_area => {
                AuthorityState::OtherUnit
            }
            Payload::Opinion(opinion) => {
                let level = here(packs, &opinion.subject.pack.id, &opinion.subject.level);
                of_part(level.is_none_or(|(pack, level)| self.monitors(packs, (pack, level), party, unit)))
            }
            Payload::Recognition(recognition) => self.may_decide(recognition, packs),
            Payload::Receipt(_) => of_part(self.is_in_charge_of_any(packs, party)),
            Payload::Rollup(rollup) => self.may_sum(rollup, packs),
            Payload::Directory(_) if party.office.is_none() => AuthorityState::OtherUnit,
            Payload::Directory(_) => of_part(self.is_in_charge_of_any(packs, party)),
            Payload::Enrolment(_) | Payload::Overlay(_) | Payload::Pack(_) => AuthorityState::Yes,
        }
    }

    /// Decides about a recognition: the document must let the office decide, and a name is removed only by the step
    /// that the document states for it.
    fn may_decide(&self, recognition: &Recognition, packs: &[&Pack]) -> AuthorityState {
        let Some((pack, level)) = here(packs, &recognition.subject.pack.id, &recognition.subject.level) else {
            return AuthorityState::Yes;
        };
        if let Decision::Removed(step) = &recognition.decision
            && removal(pack, level).is_none_or(|stated| stated.id != *step)
        {
            return AuthorityState::NotInDocument;
        }
        let party = &recognition.stated.party;
        if pack.offices.get(&recognition.office).is_some_and(|of| !parts::is_within_reach(of.level, party)) {
            // No directory can give an office the part of one above or below it.
            return AuthorityState::OtherUnit;
        }
        of_part(self.decides_as(packs, (pack, level), party).contains(&&recognition.office))
    }

    /// Decides about a roll-up: it must come from the office in charge of the importer's own unit, or of one directly
    /// below it, above villages.
    fn may_sum(&self, rollup: &Rollup, packs: &[&Pack]) -> AuthorityState {
        let party = &rollup.stated.party;
        let its_own_or_below = |area: UnitCode| party.unit == area || party.unit.above() == area;
        if party.office.is_none() || party.unit.level() == UnitLevel::Village || !self.area.is_none_or(its_own_or_below)
        {
            return AuthorityState::OtherUnit;
        }
        let pack = packs.iter().find(|pack| pack.id == rollup.pack.id);
        of_part(pack.is_none_or(|pack| self.is_in_charge(packs, pack, party)))
    }
}

/// Decides about an assessment: a unit assesses itself, and none of its offices does.
pub(super) fn may_assess(party: &Party, unit: UnitCode) -> AuthorityState {
    if party.unit == unit && party.office.is_none() { AuthorityState::Yes } else { AuthorityState::OtherUnit }
}

fn of_part(takes_it: bool) -> AuthorityState {
    if takes_it { AuthorityState::Yes } else { AuthorityState::NoPart }
}

/// Finds a level of a document in whatever version of it is here.
fn here<'a>(packs: &[&'a Pack], id: &crate::id::PackId, level: &LevelId) -> Option<(&'a Pack, &'a Level)> {
    let pack = packs.iter().find(|pack| pack.id == *id)?;
    Some((pack, pack.level(level)?))
}

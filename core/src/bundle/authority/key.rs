//! The state of a file's key on the day on which the file was first seen.

use super::Authority;
use crate::{
    bundle::{KeyRecord, KeyState, Kind, Party, Thumbprint},
    days::Day,
};

impl Authority {
    /// Returns whose key signed a file of a kind for `party`, first seen on `first_seen`.
    ///
    /// A key that is not enrolled is a stranger's, except where there is nothing to compare it with: for an
    /// assessment of a unit that has never had a key here, and for an enrolment, which only asks to be looked at.
    #[must_use]
    pub fn key(&self, kind: Kind, (kid, party): (Thumbprint, &Party), first_seen: Day) -> KeyState {
        let same_key = self.keys.get(&kid).map_or(&[][..], Vec::as_slice);
        match (same_key.iter().find(|it| it.party == *party), same_key.first()) {
            (Some(own), _) if own.is_retired(first_seen) => KeyState::Retired,
            (Some(_), _) => KeyState::Enrolled,
            (None, _) if self.is_own(kid, party) => KeyState::Enrolled,
            (None, Some(other)) => KeyState::OtherUnit(other.party.unit),
            (None, None) if self.is_first(kind, party) => KeyState::FirstSeen,
            (None, None) => KeyState::Stranger,
        }
    }

    fn is_own(&self, kid: Thumbprint, party: &Party) -> bool {
        self.own.as_ref().is_some_and(|own| own.kid == kid && own.parties.contains(party))
    }

    fn is_first(&self, kind: Kind, party: &Party) -> bool {
        match kind {
            Kind::Assessment => party.office.is_none() && !self.parties.contains(party),
            Kind::Enrolment => true,
            Kind::Opinion
            | Kind::Recognition
            | Kind::Receipt
            | Kind::Rollup
            | Kind::Directory
            | Kind::Overlay
            | Kind::Pack => false,
        }
    }

    /// Iterates over the keys of all parties that are not retired on `day`.
    pub(super) fn in_force(&self, day: Day) -> impl Iterator<Item = &KeyRecord> {
        self.keys.values().flatten().filter(move |it| !it.is_retired(day))
    }
}

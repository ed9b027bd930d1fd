//! Who may sign for which unit, on the day on which a file was first seen. Knows no clock.

use super::{Directory, KeyRecord};
use crate::{
    bundle::{KeyState, Kind, Thumbprint, parts::Party},
    days::Day,
    id::UnitCode,
};

/// Whose key signed a file of a kind for `party` about `unit`, first seen on `first_seen`, by what the importer has
/// enrolled; `None` before it has enrolled any.
#[must_use]
pub fn key_axis(
    kind: Kind,
    (kid, party, unit): (Thumbprint, &Party, UnitCode),
    keys: Option<&[KeyRecord]>,
    first_seen: Day,
) -> KeyState {
    match keys {
        _ if !may_speak(kind, party, unit) => KeyState::OtherUnit(party.unit),
        None => KeyState::NotEnrolledYet,
        Some(keys) => key_state(keys, kid, party, first_seen),
    }
}

/// Whose key it is that signed for `party` a file first seen on `first_seen`, by these records.
fn key_state(keys: &[KeyRecord], kid: Thumbprint, party: &Party, first_seen: Day) -> KeyState {
    let same_key = || keys.iter().filter(|record| record.key.thumbprint() == kid);
    let own = same_key().find(|record| record.party == *party);
    match (own, same_key().next()) {
        (Some(own), _) if own.is_retired(first_seen) => KeyState::Retired,
        (Some(_), _) => KeyState::Enrolled,
        (None, Some(other)) => KeyState::OtherUnit(other.party.unit),
        (None, None) => KeyState::Unknown,
    }
}

impl KeyRecord {
    /// Whether a file first seen on `day` no longer counts.
    #[must_use]
    pub fn is_retired(&self, day: Day) -> bool {
        self.retired_on.is_some_and(|retired| day >= retired)
    }
}

impl Directory {
    /// Whose key it is that signed for `party` a file first seen on `first_seen`.
    #[must_use]
    pub fn key_state(&self, kid: Thumbprint, party: &Party, first_seen: Day) -> KeyState {
        key_state(&self.keys, kid, party, first_seen)
    }

    /// The keys of a party that are not retired on `day`, in order.
    pub fn keys_of<'a>(&'a self, party: &'a Party, day: Day) -> impl Iterator<Item = &'a KeyRecord> {
        self.keys.iter().filter(move |it| it.party == *party && !it.is_retired(day))
    }

    /// The same directory with a key retired from `day` on. A day that is there already only moves forward in time
    /// where it is earlier: what stopped counting stays so.
    #[must_use]
    pub fn with_retired(&self, kid: Thumbprint, day: Day) -> Self {
        let mut next = self.clone();
        next.retire(day, |record| record.key.thumbprint() == kid);
        next
    }

    /// Retires some keys.
    pub(super) fn retire(&mut self, day: Day, which: impl Fn(&KeyRecord) -> bool) {
        for record in self.keys.iter_mut().filter(|it| which(it)) {
            record.retired_on = Some(record.retired_on.map_or(day, |before| before.min(day)));
        }
    }
}

/// Whether a party may say something of this kind about a unit at all, whatever its key.
///
/// A unit assesses itself; an office decides, answers and opines about units of its own area; a roll-up and a directory
/// are an office's own.
#[must_use]
pub fn may_speak(kind: Kind, party: &Party, unit: UnitCode) -> bool {
    match kind {
        Kind::Assessment => party.unit == unit && party.office.is_none(),
        Kind::Opinion | Kind::Recognition => party.office.is_some() && unit.lies_in(party.unit),
        Kind::Receipt => party.office.is_some() && (unit.lies_in(party.unit) || party.unit.lies_in(unit)),
        Kind::Enrolment | Kind::Rollup | Kind::Directory | Kind::Overlay | Kind::Pack => party.unit == unit,
    }
}

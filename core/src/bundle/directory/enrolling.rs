//! What an enrolment would change in a directory, and the directory after it. People decide; nothing is taken by itself.

use super::{Directory, KeyRecord};
use crate::{
    bundle::{Enrolment, Opened, Succeeds, Thumbprint, parts::Party},
    days::Day,
};

/// How an enrolment stands to a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Enrolling {
    /// The key is enrolled for this party already.
    Known,
    /// The key was this party's and is retired: it does not come back.
    Retired,
    /// The key is enrolled for a party of another unit. A unit and its offices may sign with one key.
    OtherParty(Party),
    /// An enrolled key of this party vouches for the new one: no call is needed.
    Rotation(Thumbprint),
    /// It names an old key that does not vouch for it: not this party's, retired, or its signature does not hold.
    FalseRotation(Thumbprint),
    /// The party says that this enrolled key of its is lost: a call decides.
    Lost(Thumbprint),
    /// A further key of a party that has others: a call decides.
    Further,
    /// The party's first key: a call decides.
    First,
}

impl Enrolling {
    /// Whether the key may be enrolled once a call, or a comparison of numbers, has made sure whose it is.
    #[must_use]
    pub fn may_be_enrolled(&self) -> bool {
        matches!(self, Self::Rotation(_) | Self::Lost(_) | Self::Further | Self::First)
    }

    /// Whether people have to make sure whose key it is.
    #[must_use]
    pub fn needs_a_call(&self) -> bool {
        matches!(self, Self::Lost(_) | Self::Further | Self::First)
    }

    /// The old key that retires when this one is enrolled.
    #[must_use]
    pub fn retires(&self) -> Option<Thumbprint> {
        match self {
            Self::Rotation(kid) | Self::Lost(kid) => Some(*kid),
            _ => None,
        }
    }
}

impl Directory {
    /// How an enrolment first seen on `first_seen` stands to this directory. Changes nothing.
    #[must_use]
    pub fn consider(&self, enrolment: &Opened<Enrolment>, first_seen: Day) -> Enrolling {
        let (it, kid) = (&enrolment.payload, enrolment.key.thumbprint());
        let party = &it.stated.party;
        let same_key = || self.keys.iter().filter(|record| record.key == enrolment.key);
        if let Some(other) = same_key().find(|record| record.party.unit != party.unit) {
            return Enrolling::OtherParty(other.party.clone());
        }
        if same_key().any(|record| record.is_retired(first_seen)) {
            return Enrolling::Retired;
        }
        if same_key().any(|record| record.party == *party) {
            return Enrolling::Known;
        }
        let own = |old: Thumbprint| self.keys_of(party, first_seen).any(|record| record.key.thumbprint() == old);
        match &it.succeeds {
            Some(Succeeds::Rotation(rotation)) => {
                let old = rotation.old.thumbprint();
                if own(old) && rotation.holds(kid, party) {
                    Enrolling::Rotation(old)
                } else {
                    Enrolling::FalseRotation(old)
                }
            }
            Some(Succeeds::Lost { kid: old, .. }) if own(*old) => Enrolling::Lost(*old),
            _ if self.keys_of(party, first_seen).next().is_some() => Enrolling::Further,
            _ => Enrolling::First,
        }
    }

    /// The directory with the key enrolled on `day`, and the key that it takes over from retired from `retires_on`.
    /// `None` where [`Enrolling::may_be_enrolled`] says no.
    #[must_use]
    pub fn with_enrolled(&self, enrolment: &Opened<Enrolment>, day: Day, retires_on: Day) -> Option<Self> {
        let enrolling = self.consider(enrolment, day);
        if !enrolling.may_be_enrolled() {
            return None;
        }
        let it = &enrolment.payload;
        let party = &it.stated.party;
        let mut next = self.clone();
        if let Some(old) = enrolling.retires() {
            // What the old key signs for another party of the unit ends when the new one is enrolled for that, too.
            next.retire(retires_on, |record| record.key.thumbprint() == old && record.party == *party);
        }
        next.keys.push(KeyRecord {
            key: enrolment.key,
            party: it.stated.party.clone(),
            role: it.role,
            enrolled_on: day,
            retired_on: None,
            recipient: it.recipient.clone(),
        });
        next.keys.sort_by_key(|record| (record.key.thumbprint(), record.party.clone()));
        Some(next)
    }
}

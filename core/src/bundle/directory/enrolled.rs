//! A directory after a decision about a key, and the keys that rest on another key's word.

use std::collections::BTreeSet;

use super::{Directory, KeyRecord};
use crate::{
    bundle::{Enrolment, Thumbprint, Verified, parts::Party},
    days::Day,
};

/// A decision about an enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnrolmentDecision {
    /// The day of the decision.
    pub on: Day,
    /// The day from which the retired keys no longer count; never later than the day of the decision.
    pub retires_on: Day,
    /// `true` where people made sure whose key it is, by a call or by comparing numbers.
    pub made_sure: bool,
}

impl KeyRecord {
    /// Tells whether the key is here by another key's word alone: people have not made sure of it.
    #[must_use]
    pub fn rests_on_a_word(&self) -> bool {
        self.vouched_by.is_some() && self.made_sure_on.is_none()
    }
}

impl Directory {
    /// Returns the directory with the key enrolled, and the keys that it supersedes retired. Returns `None` where it
    /// may not be enrolled, or not without a call.
    #[must_use]
    pub fn with_enrolled(&self, enrolment: &Verified<Enrolment>, decided: EnrolmentDecision) -> Option<Self> {
        let state = self.consider(enrolment, decided.on);
        if !state.may_be_enrolled() || (state.needs_a_call() && !decided.made_sure) {
            return None;
        }
        let payload = &enrolment.payload;
        let party = &payload.stated.party;
        let mut next = self.clone();
        // What an old key signs for another party of the unit ends when the new one is enrolled for that, too.
        let old = state.retires();
        let from = decided.retires_on.min(decided.on);
        next.retire(from, |record| record.party == *party && old.contains(&record.key.thumbprint()));
        // One that reports a loss may be enrolled already.
        if next.keys.iter().any(|record| record.key == enrolment.key && record.party == *party) {
            return Some(next);
        }
        let vouched_by = match state {
            super::Enrolling::Rotation(old) | super::Enrolling::Contested { old, .. } => Some(old),
            _ => None,
        };
        next.keys.push(KeyRecord {
            key: enrolment.key,
            party: payload.stated.party.clone(),
            role: payload.role,
            enrolled_on: decided.on,
            vouched_by,
            made_sure_on: vouched_by.filter(|_| decided.made_sure).map(|_| decided.on),
            retired_on: None,
            recipient: payload.recipient.clone(),
        });
        next.keys.sort_by_key(|record| (record.key.thumbprint(), record.party.clone()));
        Some(next)
    }

    /// Returns the directory after people made sure, on `day`, of a key that was enrolled by another's word.
    #[must_use]
    pub fn with_made_sure(&self, kid: Thumbprint, day: Day) -> Self {
        let mut next = self.clone();
        let of_it = next.keys.iter_mut().filter(|record| record.rests_on_a_word() && record.key.thumbprint() == kid);
        of_it.for_each(|record| record.made_sure_on = Some(day));
        next
    }

    /// Returns the keys that succeeded `old` for a party, directly or by way of others, by a key's word alone; ordered,
    /// without `old`. A key of which people made sure stands for itself, and so does every key that it vouched for.
    #[must_use]
    pub fn heirs(&self, party: &Party, old: Thumbprint) -> Vec<Thumbprint> {
        let (mut found, mut next) = (BTreeSet::new(), vec![old]);
        while let Some(before) = next.pop() {
            let after = self.keys.iter().filter(|record| record.party == *party && record.vouched_by == Some(before));
            let kids = after.filter(|record| record.rests_on_a_word()).map(|record| record.key.thumbprint());
            next.extend(kids.filter(|kid| *kid != old && found.insert(*kid)));
        }
        found.into_iter().collect()
    }

    /// Tells whether a file that `kid` signed for `party`, first seen on `first_seen`, counts by its key in this
    /// directory and no longer does in `after`, because the key is retired there.
    #[must_use]
    pub fn stops_counting(&self, after: &Self, (kid, party): (Thumbprint, &Party), first_seen: Day) -> bool {
        let is_retired = |directory: &Self| {
            let record = directory.keys.iter().find(|record| record.key.thumbprint() == kid && record.party == *party);
            record.map(|record| record.is_retired(first_seen))
        };
        is_retired(self) == Some(false) && is_retired(after) == Some(true)
    }
}

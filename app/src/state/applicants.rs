//! Keys that ask to be enrolled: the files that came in for each, and what enrolling it would change. Pure.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::{
        Directory, Enrolling, Enrolment, EnrolmentDecision, KeyRecord, LostSince, Party, Payload, Succeeds, Thumbprint,
        Verified,
    },
    days::Day,
};

use super::examined::Examined;
use crate::store::FileRecord;

/// A key that asks to be enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicant {
    /// The key's thumbprint.
    pub kid: Thumbprint,
    /// The parties for which it asks to be enrolled and is not yet; never empty.
    pub wishes: Vec<Wish>,
    /// The enrolments for these parties, including earlier ones.
    pub files: Vec<FileRecord>,
}

/// One party for which a key asks to be enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The last enrolment that was signed for the party.
    pub enrolment: Verified<Enrolment>,
    /// The day on which that enrolment was first seen here.
    pub first_seen: Day,
    /// Its relation to the enrolled keys and to the others that wait.
    pub state: Enrolling,
}

impl Wish {
    /// Returns the party.
    #[must_use]
    pub fn party(&self) -> &Party {
        &self.enrolment.payload.stated.party
    }

    /// Returns the day since which its old key is said to be lost, and whether that is plausible; `None` if no loss is
    /// claimed.
    #[must_use]
    pub fn lost_since(&self) -> Option<(Day, LostSince)> {
        match &self.enrolment.payload.succeeds {
            Some(Succeeds::Lost { since, .. }) => Some((*since, LostSince::of(*since, self.first_seen))),
            _ => None,
        }
    }
}

impl Applicant {
    /// Returns its relation to the enrolled keys for the party for which there is most to do.
    #[must_use]
    pub fn state(&self) -> &Enrolling {
        let worst = self.wishes.iter().map(|wish| &wish.state).max_by_key(|state| weight(state));
        worst.unwrap_or(&Enrolling::Known)
    }

    /// Returns the day since which its old key is said to be lost, and whether that is plausible; `None` if it does not
    /// stand as a loss for any party.
    #[must_use]
    pub fn lost_since(&self) -> Option<(Day, LostSince)> {
        self.wishes.iter().filter(|it| it.state.is_loss()).find_map(Wish::lost_since)
    }

    /// Returns the keys with which it is in conflict.
    #[must_use]
    pub fn rivals(&self) -> BTreeSet<Thumbprint> {
        let of = |wish: &Wish| match &wish.state {
            Enrolling::Contested { rivals, .. } => rivals.clone(),
            _ => Vec::new(),
        };
        self.wishes.iter().flat_map(of).collect()
    }

    /// Returns the directory with the key enrolled for those of its parties that were ticked, and for no other; `None`
    /// if that changes nothing. A party that needs a telephone call is left out unless `decided` says that it was made.
    #[must_use]
    pub fn enrolled(
        &self,
        directory: &Directory,
        ticked: &BTreeSet<Party>,
        decided: EnrolmentDecision,
    ) -> Option<Directory> {
        let wanted = self.wishes.iter().filter(|wish| ticked.contains(wish.party()));
        let allowed = wanted.filter(|wish| decided.made_sure || !wish.state.needs_a_call());
        let mut next = None;
        for wish in allowed {
            let more = next.as_ref().unwrap_or(directory).with_enrolled(&wish.enrolment, decided);
            next = more.or(next);
        }
        next
    }
}

/// Returns the keys of the enrolments here that are not enrolled for all their parties, the latest first.
#[must_use]
pub fn applicants(examined: &[Examined], directory: &Directory, today: Day) -> Vec<Applicant> {
    let mut came: BTreeMap<Thumbprint, Vec<(&Examined, Verified<Enrolment>)>> = BTreeMap::new();
    for bundle in examined {
        if let Payload::Enrolment(enrolment) = &bundle.verified.payload {
            let (digest, key) = (bundle.verified.digest, bundle.verified.key);
            let verified = Verified { digest, key, payload: (**enrolment).clone() };
            came.entry(key.thumbprint()).or_default().push((bundle, verified));
        }
    }
    let mut last = came.clone();
    for of_key in last.values_mut() {
        // The enrolment that was signed last for a party is the one that counts.
        of_key.sort_by_key(|(_, verified)| {
            (verified.payload.stated.party.clone(), std::cmp::Reverse(verified.payload.stated.at))
        });
        of_key.dedup_by_key(|(_, verified)| verified.payload.stated.party.clone());
    }
    let waiting = || last.values().flatten().map(|(_, verified)| verified);
    let wish = |(bundle, verified): &(&Examined, Verified<Enrolment>)| Wish {
        enrolment: verified.clone(),
        first_seen: bundle.record.first_seen.day,
        state: directory.consider_among(verified, waiting(), today),
    };
    let one = |(kid, of_key): (&Thumbprint, &Vec<(&Examined, Verified<Enrolment>)>)| {
        let wishes: Vec<Wish> = of_key.iter().map(wish).filter(|wish| wish.state != Enrolling::Known).collect();
        let asked = |party: &Party| wishes.iter().any(|wish| wish.party() == party);
        let files = came.get(kid).into_iter().flatten().filter(|(_, verified)| asked(&verified.payload.stated.party));
        let files = files.map(|(bundle, _)| bundle.record.clone()).collect();
        (!wishes.is_empty()).then_some(Applicant { kid: *kid, wishes, files })
    };
    let mut all: Vec<Applicant> = last.iter().filter_map(one).collect();
    all.sort_by_key(|applicant| std::cmp::Reverse(applicant.files.iter().map(|file| file.first_seen.ms).max()));
    all
}

/// Groups the keys: those in conflict with each other stand together, in their order.
#[must_use]
pub fn grouped(all: Vec<Applicant>) -> Vec<Vec<Applicant>> {
    let mut groups: Vec<Vec<Applicant>> = Vec::new();
    for applicant in all {
        let rivals = applicant.rivals();
        let related = |group: &Vec<Applicant>| {
            group.iter().any(|other| rivals.contains(&other.kid) || other.rivals().contains(&applicant.kid))
        };
        let (own, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(related);
        groups = rest;
        groups.push(own.into_iter().flatten().chain([applicant]).collect());
    }
    groups
}

/// Returns the rank of a relation: the one that asks for most attention is shown for the key.
fn weight(state: &Enrolling) -> u8 {
    match state {
        Enrolling::Known => 0,
        Enrolling::Rotation(_) => 1,
        Enrolling::First => 2,
        Enrolling::Further => 3,
        Enrolling::Lost(_) => 4,
        Enrolling::Contested { .. } => 5,
        Enrolling::LostAfterRotation { .. } => 6,
        Enrolling::Retired => 7,
        Enrolling::OtherParty(_) => 8,
        Enrolling::FalseRotation { .. } => 9,
    }
}

/// Returns the records of `after` that are not in `before`: the keys to write.
#[must_use]
pub fn changed(before: &[KeyRecord], after: &[KeyRecord]) -> Vec<KeyRecord> {
    after.iter().filter(|it| !before.contains(it)).cloned().collect()
}

/// Returns the place of the draft that keeps the digits of a call about a key, so that a reload during the call changes
/// nothing.
#[must_use]
pub fn call_place(kid: Thumbprint) -> String {
    format!("call/{kid}")
}

#[cfg(test)]
mod tests;

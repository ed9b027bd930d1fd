//! Keys that want to be enrolled: what came in of each, and what enrolling it would change. Pure; people decide.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::{
        Decided, Directory, Enrolling, Enrolment, KeyRecord, LostSince, Party, Payload, Succeeds, Thumbprint, Verified,
    },
    days::Day,
};

use super::letters::Letter;
use crate::store::FileRecord;

/// A key with what it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicant {
    /// Which key.
    pub kid: Thumbprint,
    /// What it asks for and does not have yet, by party; never empty.
    pub wishes: Vec<Wish>,
    /// The files that say so, earlier ones for the same parties too.
    pub files: Vec<FileRecord>,
}

/// One party for which a key wants to be enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The enrolment that was signed last for the party.
    pub enrolment: Verified<Enrolment>,
    /// The day on which it came in.
    pub first_seen: Day,
    /// How it stands to the enrolled keys, beside the others that wait.
    pub state: Enrolling,
}

impl Wish {
    /// The party.
    #[must_use]
    pub fn party(&self) -> &Party {
        &self.enrolment.payload.stated.party
    }

    /// The day since which its old key is said to be lost, and whether that is likely.
    #[must_use]
    pub fn lost_since(&self) -> Option<(Day, LostSince)> {
        match &self.enrolment.payload.succeeds {
            Some(Succeeds::Lost { since, .. }) => Some((*since, LostSince::of(*since, self.first_seen))),
            _ => None,
        }
    }
}

impl Applicant {
    /// How it stands to the enrolled keys, for the party for which there is most to do.
    #[must_use]
    pub fn state(&self) -> &Enrolling {
        let worst = self.wishes.iter().map(|it| &it.state).max_by_key(|it| weight(it));
        worst.unwrap_or(&Enrolling::Known)
    }

    /// The day since which its old key is said to be lost, and whether that is likely.
    #[must_use]
    pub fn lost_since(&self) -> Option<(Day, LostSince)> {
        self.wishes.iter().filter(|it| it.state.is_loss()).find_map(Wish::lost_since)
    }

    /// The keys of other files about which it is contested.
    #[must_use]
    pub fn rivals(&self) -> BTreeSet<Thumbprint> {
        let of = |it: &Wish| match &it.state {
            Enrolling::Contested { rivals, .. } => rivals.clone(),
            _ => Vec::new(),
        };
        self.wishes.iter().flat_map(of).collect()
    }

    /// The directory with the key enrolled for those of its parties that were ticked, and for no other; `None` where that
    /// changes nothing. What needs a call is left out without one.
    #[must_use]
    pub fn enrolled(&self, directory: &Directory, ticked: &BTreeSet<Party>, decided: Decided) -> Option<Directory> {
        let wanted = self.wishes.iter().filter(|it| ticked.contains(it.party()));
        let allowed = wanted.filter(|it| decided.made_sure || !it.state.needs_a_call());
        let mut next = None;
        for it in allowed {
            let more = next.as_ref().unwrap_or(directory).with_enrolled(&it.enrolment, decided);
            next = more.or(next);
        }
        next
    }
}

/// The keys of the enrolments that came in and are not enrolled for all their parties, the latest first.
#[must_use]
pub fn applicants(letters: &[Letter], directory: &Directory, today: Day) -> Vec<Applicant> {
    let mut came: BTreeMap<Thumbprint, Vec<(&Letter, Verified<Enrolment>)>> = BTreeMap::new();
    for letter in letters {
        if let Payload::Enrolment(it) = &letter.opened.payload {
            let (digest, key) = (letter.opened.digest, letter.opened.key);
            let opened = Verified { digest, key, payload: (**it).clone() };
            came.entry(key.thumbprint()).or_default().push((letter, opened));
        }
    }
    let mut last = came.clone();
    for of_key in last.values_mut() {
        // What was signed last for a party is what it wants.
        of_key.sort_by_key(|(_, it)| (it.payload.stated.party.clone(), std::cmp::Reverse(it.payload.stated.at)));
        of_key.dedup_by_key(|(_, it)| it.payload.stated.party.clone());
    }
    let waiting = || last.values().flatten().map(|(_, it)| it);
    let wish = |(letter, it): &(&Letter, Verified<Enrolment>)| Wish {
        enrolment: it.clone(),
        first_seen: letter.record.first_seen.day,
        state: directory.consider_among(it, waiting(), today),
    };
    let one = |(kid, of_key): (&Thumbprint, &Vec<(&Letter, Verified<Enrolment>)>)| {
        let wishes: Vec<Wish> = of_key.iter().map(wish).filter(|it| it.state != Enrolling::Known).collect();
        let asked = |party: &Party| wishes.iter().any(|it| it.party() == party);
        let files = came.get(kid).into_iter().flatten().filter(|(_, it)| asked(&it.payload.stated.party));
        let files = files.map(|(letter, _)| letter.record.clone()).collect();
        (!wishes.is_empty()).then_some(Applicant { kid: *kid, wishes, files })
    };
    let mut all: Vec<Applicant> = last.iter().filter_map(one).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.files.iter().map(|it| it.first_seen.ms).max()));
    all
}

/// The same in groups: keys of which one is contested because of another stand together, in their order.
#[must_use]
pub fn grouped(all: Vec<Applicant>) -> Vec<Vec<Applicant>> {
    let mut groups: Vec<Vec<Applicant>> = Vec::new();
    for it in all {
        let rivals = it.rivals();
        let related = |group: &Vec<Applicant>| {
            group.iter().any(|other| rivals.contains(&other.kid) || other.rivals().contains(&it.kid))
        };
        let (mut own, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(related);
        groups = rest;
        match own.is_empty() {
            true => groups.push(vec![it]),
            false => {
                let mut joined: Vec<Applicant> = own.drain(..).flatten().collect();
                joined.push(it);
                groups.push(joined);
            }
        }
    }
    groups
}

/// The worst decides what is said of a key.
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

/// What of `after` is not in `before`: the keys to write.
#[must_use]
pub fn changed<'a>(before: &[KeyRecord], after: &'a [KeyRecord]) -> Vec<&'a KeyRecord> {
    after.iter().filter(|it| !before.contains(it)).collect()
}

/// The place in which the digits of a call about a key are kept, so that a reload during the call changes nothing.
#[must_use]
pub fn call_place(kid: Thumbprint) -> String {
    format!("call/{kid}")
}

#[cfg(test)]
mod tests;

//! Keys that want to be enrolled: what came in of each, and what enrolling it would change. Pure; people decide.

use std::collections::BTreeMap;

use cunping_core::{
    bundle::{Directory, Enrolling, Enrolment, KeyRecord, Opened, Payload, Succeeds, Thumbprint},
    days::Day,
    id::Digest,
};

use super::letters::Letter;
use crate::store::FileRecord;

/// A key with the enrolments that it signed, one for each party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicant {
    /// Which key.
    pub kid: Thumbprint,
    /// How it stands to the enrolled keys, for the party for which there is most to do.
    pub state: Enrolling,
    /// Its enrolments, by party.
    pub enrolments: Vec<Opened<Enrolment>>,
    /// Their files.
    pub files: Vec<FileRecord>,
}

impl Applicant {
    /// The name of the first of its parties, as the enrolment writes it.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.enrolments.iter().map(|it| it.payload.name.as_str()).collect();
        names.dedup();
        names
    }

    /// The day from which its old key is said to be lost.
    #[must_use]
    pub fn lost_since(&self) -> Option<Day> {
        self.enrolments.iter().find_map(|it| match &it.payload.succeeds {
            Some(Succeeds::Lost { since, .. }) => Some(*since),
            _ => None,
        })
    }

    /// The directory with the key enrolled for each of its parties; `None` where it may be enrolled for none.
    #[must_use]
    pub fn enrolled(&self, directory: &Directory, day: Day, retires_on: Day) -> Option<Directory> {
        let mut next = None;
        for it in &self.enrolments {
            let more = next.as_ref().unwrap_or(directory).with_enrolled(it, day, retires_on);
            next = more.or(next);
        }
        next
    }
}

/// The keys of the enrolments that came in and are not enrolled for all their parties, the latest first.
#[must_use]
pub fn applicants(letters: &[Letter], directory: &Directory) -> Vec<Applicant> {
    let mut by_key: BTreeMap<Thumbprint, Vec<(&Letter, Opened<Enrolment>)>> = BTreeMap::new();
    for letter in letters {
        if let Payload::Enrolment(it) = &letter.opened.payload {
            let (digest, key) = (letter.opened.digest, letter.opened.key);
            let opened = Opened { digest, key, payload: (**it).clone() };
            by_key.entry(key.thumbprint()).or_default().push((letter, opened));
        }
    }
    let one = |(kid, mut found): (Thumbprint, Vec<(&Letter, Opened<Enrolment>)>)| {
        // What was signed last for a party is what it wants.
        found.sort_by_key(|(_, it)| (it.payload.stated.party.clone(), std::cmp::Reverse(it.payload.stated.at)));
        found.dedup_by_key(|(_, it)| it.payload.stated.party.clone());
        let state = |(letter, it): &(&Letter, Opened<Enrolment>)| directory.consider(it, letter.record.first_seen.day);
        let state = found.iter().map(state).max_by_key(weight)?;
        let (files, enrolments) = found.into_iter().map(|(letter, it)| (letter.record.clone(), it)).unzip();
        (state != Enrolling::Known).then_some(Applicant { kid, state, enrolments, files })
    };
    let mut all: Vec<Applicant> = by_key.into_iter().filter_map(one).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.files.iter().map(|it| it.first_seen.ms).max()));
    all
}

/// The worst decides what is said of a key.
fn weight(state: &Enrolling) -> u8 {
    match state {
        Enrolling::Known => 0,
        Enrolling::Rotation(_) => 1,
        Enrolling::First => 2,
        Enrolling::Further => 3,
        Enrolling::Lost(_) => 4,
        Enrolling::Retired => 5,
        Enrolling::OtherParty(_) => 6,
        Enrolling::FalseRotation(_) => 7,
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

/// The files of an applicant, by digest.
#[must_use]
pub fn digests(it: &Applicant) -> Vec<Digest> {
    it.files.iter().map(|it| it.digest).collect()
}

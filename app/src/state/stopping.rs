//! The files here that would stop counting if keys were retired, to show before anybody decides it. Pure.

use cunping_core::bundle::{Directory, Kind, Party};

use super::examined::VerifiedFiles;
use crate::store::{Direction, FileRecord};

/// Returns the files that count by their key in `before` and no longer in `after`, the latest first. Hidden files and
/// enrolments are left out: they do not count anyway.
#[must_use]
pub fn stops_counting(
    files: &[FileRecord],
    verified: &VerifiedFiles,
    before: &Directory,
    after: &Directory,
) -> Vec<FileRecord> {
    let here = |it: &&FileRecord| it.direction == Direction::Received && !it.hidden && !it.is(Kind::Enrolment);
    let stops = |it: &&FileRecord| {
        let Ok(kid) = it.kid.parse() else { return false };
        let signer = signer(it, verified);
        signer.is_some_and(|party| before.stops_counting(after, (kid, &party), it.first_seen.day))
    };
    let mut found: Vec<FileRecord> = files.iter().filter(here).filter(stops).cloned().collect();
    found.sort_by_key(|it| (std::cmp::Reverse(it.first_seen.ms), it.digest));
    found
}

/// Returns the party that signed a file: an assessment is the unit's own; `None` for another file that is not verified
/// here.
fn signer(file: &FileRecord, verified: &VerifiedFiles) -> Option<Party> {
    if file.is(Kind::Assessment) {
        return Some(Party { unit: file.unit, office: None });
    }
    verified.get(&file.digest).map(|it| it.payload.party().clone())
}

#[cfg(test)]
mod tests {
    use cunping_core::{
        bundle::{KeyRecord, KeyRole, SigningKey},
        id::Digest,
    };

    use super::*;
    use crate::{
        state::roster::Roster,
        store::{Moment, Role},
    };

    const VILLAGE: &str = "150626200205";

    fn file(number: u8, seed: u8, seen: &str) -> FileRecord {
        FileRecord {
            digest: Digest([number; 32]),
            direction: Direction::Received,
            first_seen: Moment { ms: i64::from(number), day: seen.parse().unwrap() },
            file_name: String::new(),
            kind: Kind::Assessment.to_string(),
            unit: VILLAGE.parse().unwrap(),
            about: None,
            answers: None,
            decides_as: None,
            sequence: 1,
            kid: SigningKey::from_seed(&[seed; 32]).public().thumbprint().to_string(),
            hidden: false,
            encrypted: false,
        }
    }

    fn directory() -> Directory {
        let key = KeyRecord {
            key: SigningKey::from_seed(&[1; 32]).public(),
            party: Party { unit: VILLAGE.parse().unwrap(), office: None },
            role: KeyRole::Shared,
            enrolled_on: "2026-01-05".parse().unwrap(),
            vouched_by: None,
            made_sure_on: None,
            retired_on: None,
            recipient: None,
        };
        let made = Moment { ms: 0, day: "2026-01-05".parse().unwrap() };
        let pack = crate::state::documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap();
        let unit = ("150626200000".parse().unwrap(), "x".to_owned());
        let here = crate::state::new_workplace::make(&[pack], Role::Township, unit, ([1; 16], [2; 32]), made).unwrap();
        let at = "2026-04-12T10:00:00+08:00".parse().unwrap();
        Roster { offices: Vec::new(), keys: vec![key] }.directory(&here, &[], at)
    }

    #[test]
    fn the_day_itself_stops_and_the_day_before_counts() {
        let before = directory();
        let kid = SigningKey::from_seed(&[1; 32]).public().thumbprint();
        let after = before.with_retired(kid, "2026-04-10".parse().unwrap());
        let stop = |files: &[FileRecord], before: &Directory| -> Vec<Digest> {
            stops_counting(files, &VerifiedFiles::new(), before, &after).iter().map(|it| it.digest).collect()
        };
        let day_before = file(1, 1, "2026-04-09");
        let (that_day, later) = (file(2, 1, "2026-04-10"), file(3, 1, "2026-04-11"));
        let another = file(4, 2, "2026-04-11");
        let removed = FileRecord { hidden: true, ..file(5, 1, "2026-04-11") };
        let own = FileRecord { direction: Direction::Sent, ..file(6, 1, "2026-04-11") };
        let enrolment = FileRecord { kind: Kind::Enrolment.to_string(), ..file(7, 1, "2026-04-11") };
        let of_another_unit = FileRecord { unit: "150626200206".parse().unwrap(), ..file(8, 1, "2026-04-11") };
        let all = [day_before, that_day.clone(), later.clone(), another, removed, own, enrolment, of_another_unit];
        assert_eq!(stop(&all, &before), [later.digest, that_day.digest]);
        assert_eq!(stop(&all, &after), [], "what did not count does not stop");
    }
}

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
    let here = |file: &&FileRecord| file.direction == Direction::Received && !file.hidden && !file.is(Kind::Enrolment);
    let stops = |file: &&FileRecord| {
        let Ok(kid) = file.kid.parse() else { return false };
        let signer = signer(file, verified);
        signer.is_some_and(|party| before.stops_counting(after, (kid, &party), file.first_seen.day))
    };
    let mut found: Vec<FileRecord> = files.iter().filter(here).filter(stops).cloned().collect();
    found.sort_by_key(|file| (std::cmp::Reverse(file.first_seen.ms), file.digest));
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
    use cunping_core::{bundle::SigningKey, id::Digest};

    use super::*;
    use crate::{
        state::{documents, edition::sample as edition, roster::Roster},
        store::{ClockTime, Role, conformance::sample},
    };

    fn file(number: u8, seed: u8, seen: &str) -> FileRecord {
        FileRecord {
            first_seen: ClockTime { ms: i64::from(number), day: seen.parse().unwrap() },
            kid: SigningKey::from_seed(&[seed; 32]).public().thumbprint().to_string(),
            ..sample::file(number, Direction::Received)
        }
    }

    fn directory() -> Directory {
        let pack = documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap();
        let here = edition::workplace(pack, Role::Township, "150626200000");
        let at = "2026-04-12T10:00:00+08:00".parse().unwrap();
        Roster { offices: Vec::new(), keys: vec![sample::enrolled()] }.directory(&here, &[], at)
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

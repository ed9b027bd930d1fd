//! The changes that restoring a workplace makes beside what was entered: the keys in force, and the files that are
//! here.

use cunping_core::{bundle::KeyRecord, days::Day};

use super::super::{ClockTime, FileRecord};

/// The keys and files of a workplace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    /// The thumbprint of the key that it signs with.
    pub thumbprint: String,
    /// The enrolled keys, retired ones included.
    pub keys: Vec<KeyRecord>,
    /// The files, hidden ones included.
    pub files: Vec<FileRecord>,
}

/// The changes of keys and files if a backup replaces what is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brings {
    /// True if the workplace then signs with another key than now.
    pub other_key: bool,
    /// The keys that come into force, in the backup's order.
    pub keys: Vec<Returning>,
    /// The files that are here and not in the backup, in the order in which they were first seen, without hidden ones.
    pub lost: Vec<FileRecord>,
    /// The number of files that are hidden here and would count again.
    pub back: usize,
    /// The moment at which the newest file of the backup was first seen.
    pub newest_there: Option<ClockTime>,
    /// The moment at which the newest file here was first seen.
    pub newest_here: Option<ClockTime>,
}

/// A key that would count for more than it does now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returning {
    /// The key as the backup has it.
    pub record: KeyRecord,
    /// The day from which it is retired here; `None` if it is not enrolled here for this party.
    pub retired_here: Option<Day>,
}

impl Brings {
    /// Compares a backup's workplace with `here`, the same workplace in this browser, if there is one.
    #[must_use]
    pub fn of(here: Option<&Holdings>, there: &Holdings) -> Self {
        let nothing = Holdings::default();
        let now = here.unwrap_or(&nothing);
        let keys = there.keys.iter().filter_map(|key| returning(key, &now.keys)).collect();
        let hidden = |record: &FileRecord| now.files.iter().any(|file| file.digest == record.digest && file.hidden);
        let gone = |record: &&FileRecord| !record.hidden && there.files.iter().all(|file| file.digest != record.digest);
        let mut lost: Vec<FileRecord> = now.files.iter().filter(gone).cloned().collect();
        lost.sort_by_key(|file| (file.first_seen.ms, file.digest));
        Self {
            other_key: here.is_some_and(|holdings| holdings.thumbprint != there.thumbprint),
            keys,
            lost,
            back: there.files.iter().filter(|record| !record.hidden && hidden(record)).count(),
            newest_there: newest(&there.files),
            newest_here: newest(&now.files),
        }
    }

    /// Returns whether it changes which keys count or takes a file away: a person has to see that first.
    #[must_use]
    pub fn wants_a_look(&self) -> bool {
        self.other_key || !self.keys.is_empty() || !self.lost.is_empty() || self.back > 0
    }
}

/// Returns a key of a backup if it counts for more there than here. One that is retired later there counts for what is
/// first seen in between; one that is unknown here, for what the backup says was seen before.
fn returning(record: &KeyRecord, here: &[KeyRecord]) -> Option<Returning> {
    let same = here.iter().find(|known| known.key == record.key && known.party == record.party);
    let Some(same) = same else { return Some(Returning { record: record.clone(), retired_here: None }) };
    let day = same.retired_on?;
    let longer = record.retired_on.is_none_or(|there| there > day);
    longer.then(|| Returning { record: record.clone(), retired_here: Some(day) })
}

fn newest(files: &[FileRecord]) -> Option<ClockTime> {
    files.iter().map(|file| file.first_seen).max_by_key(|time| time.ms)
}

#[cfg(test)]
mod tests {
    use cunping_core::bundle::SigningKey;

    use super::*;
    use crate::store::{Direction, conformance::sample};

    fn key(seed: u8, retired_on: Option<&str>) -> KeyRecord {
        let retired_on = retired_on.map(|it| it.parse().unwrap());
        KeyRecord { key: SigningKey::from_seed(&[seed; 32]).public(), retired_on, ..sample::enrolled() }
    }

    fn holdings(keys: Vec<KeyRecord>, files: Vec<FileRecord>) -> Holdings {
        Holdings { thumbprint: "own".into(), keys, files }
    }

    fn file(n: u8, day: i64) -> FileRecord {
        let first_seen = ClockTime { ms: day * 86_400_000, ..sample::moment() };
        FileRecord { first_seen, ..sample::file(n, Direction::Received) }
    }

    #[test]
    fn an_older_backup_of_ones_own_brings_a_retired_key_back() {
        let here = holdings(vec![key(1, Some("2026-04-10")), key(2, None), key(3, Some("2026-04-10"))], vec![]);
        let there = holdings(vec![key(1, None), key(2, None), key(3, Some("2026-04-09"))], vec![]);
        let brings = Brings::of(Some(&here), &there);
        let retired_here = "2026-04-10".parse().ok();
        assert_eq!(brings.keys, [Returning { record: key(1, None), retired_here }]);
        assert!(brings.wants_a_look() && !brings.other_key);
        let later = holdings(vec![key(1, Some("2026-05-01"))], vec![]);
        assert_eq!(Brings::of(Some(&here), &later).keys.len(), 1, "it counts for longer");
        assert!(!Brings::of(Some(&here), &here).wants_a_look());
    }

    #[test]
    fn a_backup_that_another_made_brings_the_keys_that_it_enrolled() {
        let there = holdings(vec![key(1, None), key(9, Some("2026-05-01"))], vec![]);
        let here = Holdings { thumbprint: "mine".into(), ..holdings(vec![key(1, None)], vec![]) };
        let brings = Brings::of(Some(&here), &there);
        let strange = Returning { record: key(9, Some("2026-05-01")), retired_here: None };
        assert_eq!((brings.keys.as_slice(), brings.other_key), (&[strange][..], true));
        let nothing_here = Brings::of(None, &there);
        assert_eq!((nothing_here.keys.len(), nothing_here.other_key), (2, false));
        let party = cunping_core::bundle::Party { unit: "150626200206".parse().unwrap(), office: None };
        let other_party = holdings(vec![KeyRecord { party, ..key(1, None) }], vec![]);
        assert_eq!(Brings::of(Some(&here), &other_party).keys.len(), 1, "the same key, for another unit");
    }

    #[test]
    fn what_would_be_lost_and_what_comes_back_is_named() {
        let removed = FileRecord { hidden: true, ..file(2, 3) };
        let here =
            holdings(vec![], vec![file(3, 9), file(1, 1), removed.clone(), FileRecord { hidden: true, ..file(4, 5) }]);
        let there = holdings(vec![], vec![file(1, 1), file(2, 3)]);
        let brings = Brings::of(Some(&here), &there);
        assert_eq!((brings.lost.as_slice(), brings.back), (&[file(3, 9)][..], 1));
        let ms = |time: Option<ClockTime>| time.map(|time| time.ms / 86_400_000);
        assert_eq!((ms(brings.newest_there), ms(brings.newest_here)), (Some(3), Some(9)));
        assert_eq!(Brings::of(None, &there).newest_here, None);
    }
}

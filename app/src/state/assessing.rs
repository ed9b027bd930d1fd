//! Makes the assessment of a period's facts, following the file before it. Pure.

use cunping_core::{
    bundle::{Assessment, Claim, PackRef, Party},
    moment::Moment,
    period::Period,
};

use super::{Here, PeriodStanding};
use crate::store::{Direction, FileRecord};

/// The name of the program in the files that it signs.
pub const SOFTWARE: &str = concat!("cunping ", env!("CARGO_PKG_VERSION"));

/// Returns the assessment with the highest sequence number that the workplace signed about a period under its unit's
/// present code: the one that the next file supersedes.
#[must_use]
pub fn last<'a>(here: &Here, files: &'a [FileRecord], period: Period) -> Option<&'a FileRecord> {
    sent(here, files, period).filter(|file| file.unit == here.workplace.unit).max_by_key(|file| file.sequence)
}

/// Returns the assessment that the workplace signed last about a period under whatever code, the present one before
/// any other: the one that was reported.
#[must_use]
pub fn reported<'a>(here: &Here, files: &'a [FileRecord], period: Period) -> Option<&'a FileRecord> {
    let before = || sent(here, files, period).max_by_key(|file| (file.first_seen.ms, file.sequence));
    last(here, files, period).or_else(before)
}

fn sent<'a>(here: &Here, files: &'a [FileRecord], period: Period) -> impl Iterator<Item = &'a FileRecord> {
    let sent = files.iter().filter(|file| file.direction == Direction::Sent);
    sent.filter(move |file| file.assesses(&here.pack.id, &here.level.id, period))
}

/// Returns the assessment that would be signed now. `before` is the last file about the period, which it supersedes.
#[must_use]
pub fn assessment(
    here: &Here,
    standing: &PeriodStanding,
    before: Option<&FileRecord>,
    stated_at: Moment,
) -> Assessment {
    let workplace = &here.workplace;
    Assessment {
        // A unit assesses itself, so no office is named here, although it is the office that signs.
        party: Party { unit: workplace.unit, office: None },
        unit_name: workplace.unit_name.clone(),
        level: here.level.id.clone(),
        pack: PackRef::to(here.pack),
        overlays: standing.overlays.clone(),
        as_of: standing.evaluation.as_of,
        facts: standing.facts.clone(),
        claim: Claim::of(&standing.evaluation),
        sequence: before.map_or(1, |file| file.sequence.saturating_add(1)),
        supersedes: before.map(|file| file.digest),
        stated_at,
        software: SOFTWARE.to_owned(),
        example: workplace.example,
    }
}

#[cfg(test)]
mod tests {
    use cunping_core::id::Digest;

    use super::*;
    use crate::{
        state::{documents, edition::sample as edition, here, renaming::Renaming},
        store::{FileSubject, Register, Role, conformance::sample},
    };

    fn here() -> Here {
        here::of(edition::workplace(documents::all().first().unwrap(), Role::Village, "150626200205"), None).unwrap()
    }

    fn file(here: &Here, period: Period, sequence: u32) -> FileRecord {
        let about = FileSubject { pack: here.pack.id.clone(), level: here.level.id.clone(), period };
        FileRecord { about: Some(about), sequence, ..sample::file(sequence as u8, Direction::Sent) }
    }

    #[test]
    fn the_next_file_names_the_one_before() {
        let (here, period) = (here(), "2026-Q3".parse().unwrap());
        let standing = PeriodStanding::new(&here, &Register::default(), period, "2026-11-22".parse().unwrap());
        let at = Moment::from_unix(1_795_000_000).unwrap();
        let first = assessment(&here, &standing, None, at);
        assert_eq!((first.sequence, first.supersedes), (1, None));
        let files = [file(&here, period, 2), file(&here, period, 1), file(&here, period.whole_year(), 7)];
        let next = assessment(&here, &standing, last(&here, &files, period), at);
        assert_eq!((next.sequence, next.supersedes), (3, Some(files[0].digest)));
    }

    #[test]
    fn under_another_code_a_line_of_its_own_begins_and_the_earlier_one_is_still_shown() {
        let (mut here, period) = (here(), "2026-Q3".parse().unwrap());
        let standing =
            |here: &Here| PeriodStanding::new(here, &Register::default(), period, "2026-11-22".parse().unwrap());
        let at = Moment::from_unix(1_795_000_000).unwrap();
        let mut files = vec![file(&here, period, 1), file(&here, period, 2)];
        let renaming = Renaming::typed(&here.workplace, "150626200299", "b").unwrap();
        here.workplace = here.workplace.after(renaming.change(&here.workplace, files[0].first_seen));
        assert_eq!(last(&here, &files, period), None);
        assert_eq!(reported(&here, &files, period), Some(&files[1]));
        let next = assessment(&here, &standing(&here), last(&here, &files, period), at);
        assert_eq!((next.sequence, next.supersedes, next.unit_name.as_str()), (1, None, "b"));
        assert_eq!((next.facts.unit, next.party.unit), (here.workplace.unit, here.workplace.unit));
        let of_new = FileRecord { unit: here.workplace.unit, digest: Digest([9; 32]), ..file(&here, period, 1) };
        files.push(of_new.clone());
        assert_eq!((last(&here, &files, period), reported(&here, &files, period)), (Some(&of_new), Some(&of_new)));
        let after = assessment(&here, &standing(&here), last(&here, &files, period), at);
        assert_eq!((after.sequence, after.supersedes), (2, Some(of_new.digest)));
        let back = Renaming::typed(&here.workplace, "150626200205", "a").unwrap();
        here.workplace = here.workplace.after(back.change(&here.workplace, files[0].first_seen));
        let again = assessment(&here, &standing(&here), last(&here, &files, period), at);
        assert_eq!((again.sequence, again.supersedes), (3, Some(files[1].digest)), "its own line goes on");
    }

    #[test]
    fn a_village_signs_for_itself() {
        let (here, period) = (here(), "2026-Q3".parse().unwrap());
        let standing = PeriodStanding::new(&here, &Register::default(), period, "2026-11-22".parse().unwrap());
        let made = assessment(&here, &standing, None, Moment::from_unix(1_795_000_000).unwrap());
        assert_eq!((made.party.office, made.example), (None, false));
    }
}

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

/// Returns the assessment with the highest sequence number that the workplace signed about a period.
#[must_use]
pub fn last<'a>(here: &Here, files: &'a [FileRecord], period: Period) -> Option<&'a FileRecord> {
    let sent = files.iter().filter(|file| file.direction == Direction::Sent);
    sent.filter(|file| file.assesses(&here.pack.id, &here.level.id, period)).max_by_key(|file| file.sequence)
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
    use super::*;
    use crate::{
        state::{documents, edition::sample as edition, here},
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
    fn a_village_signs_for_itself() {
        let (here, period) = (here(), "2026-Q3".parse().unwrap());
        let standing = PeriodStanding::new(&here, &Register::default(), period, "2026-11-22".parse().unwrap());
        let made = assessment(&here, &standing, None, Moment::from_unix(1_795_000_000).unwrap());
        assert_eq!((made.party.office, made.example), (None, false));
    }
}

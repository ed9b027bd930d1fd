//! What offices said, decided and answered, as far as it counts, and who is asked. Pure; decides and stores nothing.

use std::collections::BTreeSet;

use cunping_core::{
    bundle::{
        self, ActsAs, Decision, Directory, DirectoryOffice, Opinion, Payload, Receipt, Recognition, Voices, voices,
    },
    id::{Digest, OfficeId, UnitCode, UnitLevel},
    moment::Moment,
    pack::{Level, Pack},
};

use super::{letters::Letter, roster::Roster};
use crate::store::{ListedUnit, Role, Workplace};

/// The files of three kinds that count, each with its digest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counsel {
    /// Opinions.
    pub opinions: Vec<(Digest, Opinion)>,
    /// Decisions.
    pub decisions: Vec<(Digest, Recognition)>,
    /// Answers to files.
    pub receipts: Vec<(Digest, Receipt)>,
}

impl Counsel {
    /// Those among some files that count.
    #[must_use]
    pub fn of(letters: &[Letter]) -> Self {
        let mut all = Self::default();
        for letter in letters.iter().filter(|it| it.states.counts()) {
            let digest = letter.record.digest;
            match &letter.opened.payload {
                Payload::Opinion(it) => all.opinions.push((digest, (**it).clone())),
                Payload::Recognition(it) => all.decisions.push((digest, (**it).clone())),
                Payload::Receipt(it) => all.receipts.push((digest, (**it).clone())),
                _ => {}
            }
        }
        all
    }

    /// The files on which an office has decided: their successors wait for it.
    #[must_use]
    pub fn settled(&self) -> BTreeSet<Digest> {
        self.decisions.iter().filter(|(_, it)| it.decision.settles()).map(|(_, it)| it.assessment).collect()
    }

    /// What offices decided on a file.
    #[must_use]
    pub fn on(&self, file: Digest) -> Vec<&Recognition> {
        self.decisions.iter().map(|(_, it)| it).filter(|it| it.assessment == file).collect()
    }

    /// The last answer to a file.
    #[must_use]
    pub fn answer(&self, file: Digest) -> Option<&Receipt> {
        self.receipts.iter().map(|(_, it)| it).filter(|it| it.file == file).max_by_key(|it| it.stated.at)
    }

    /// What every office says about every criterion of an assessment.
    #[must_use]
    pub fn voices(
        &self,
        directory: &Directory,
        pack: &Pack,
        level: &Level,
        assessment: &bundle::Assessment,
    ) -> Vec<Voices> {
        let opinions: Vec<&Opinion> = self.opinions.iter().map(|(_, it)| it).collect();
        voices(directory, pack, level, &assessment.facts, &assessment.overlays, &opinions)
    }

    /// Where a unit stands after the decisions on a file.
    #[must_use]
    pub fn stands(&self, level: &Level, file: Digest) -> bundle::Settled {
        let on = self.on(file);
        let decided: Vec<(&OfficeId, &Decision)> = on.iter().map(|it| (&it.office, &it.decision)).collect();
        bundle::settled(level.decided_by(), &decided)
    }
}

/// Who is asked for an opinion: the offices of the workplace's directory; where that names none for a document, the
/// offices of the document, each as itself, at the unit of its own level.
#[must_use]
pub fn directory(roster: &Roster, workplace: &Workplace, units: &[ListedUnit], pack: &Pack, at: Moment) -> Directory {
    let mut all = roster.directory(workplace, units, at);
    if all.offices.iter().any(|it| it.acts_as.iter().any(|part| part.pack == pack.id)) {
        return all;
    }
    let itself = |(id, office): (&OfficeId, &cunping_core::pack::Office)| {
        Some(DirectoryOffice {
            unit: seat(workplace.unit, office.level)?,
            office: id.clone(),
            name: office.name.clone(),
            acts_as: vec![ActsAs { pack: pack.id.clone(), office: id.clone() }],
            serves: None,
        })
    };
    all.offices = pack.offices.iter().filter_map(itself).collect();
    all.offices.sort_by_key(DirectoryOffice::party);
    all
}

/// The unit of a level in which a unit lies; `None` where that is not to be told from its code.
fn seat(unit: UnitCode, level: UnitLevel) -> Option<UnitCode> {
    let seat = match level {
        UnitLevel::Village => unit,
        UnitLevel::Township => unit.township(),
        UnitLevel::County => unit.county(),
        UnitLevel::Prefecture | UnitLevel::Province => return None,
    };
    (seat.level() == level).then_some(seat)
}

/// The criteria about which a monitor is asked: those that name the office that its workplace acts as.
#[must_use]
pub fn asked_of<'a>(level: &'a Level, office: &OfficeId) -> Vec<&'a cunping_core::pack::Criterion> {
    level.criteria.iter().filter(|it| it.monitors.contains(office)).collect()
}

/// As which offices of a document a workplace may decide about the units of a level: those at its own level. A
/// monitor decides nothing.
#[must_use]
pub fn decides_as<'a>(pack: &Pack, level: &'a Level, workplace: &Workplace) -> Vec<&'a OfficeId> {
    let own = workplace.unit.level();
    let decides = |id: &&OfficeId| pack.offices.get(*id).is_some_and(|it| it.level == own);
    level.decided_by().iter().filter(|_| workplace.role != Role::Monitor).filter(decides).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::documents;

    #[test]
    fn an_office_sits_in_the_unit_of_its_level() {
        let village: UnitCode = "150626200205".parse().unwrap();
        assert_eq!(seat(village, UnitLevel::Township), "150626200000".parse().ok());
        assert_eq!(seat(village, UnitLevel::County), "150626000000".parse().ok());
        assert_eq!(seat("150626000000".parse().unwrap(), UnitLevel::Township), None);
    }

    #[test]
    fn a_monitor_is_asked_what_names_it_and_no_more() {
        let pack = documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap();
        let level = pack.level(&"village".parse().unwrap()).unwrap();
        let asked = |office: &str| {
            let of = asked_of(level, &office.parse().unwrap());
            of.iter().map(|it| it.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(asked("sumu-women"), ["village.4"]);
        assert_eq!(asked("sumu-justice"), ["village.3"]);
        assert!(asked("flag-police").is_empty());
    }
}

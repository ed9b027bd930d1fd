//! Decides which reviewed files are imported, by what is here already. Pure.

use std::{collections::BTreeMap, sync::Arc};

use cunping_core::{
    bundle::{Kind, PrivacyState, Verified, verify},
    id::Digest,
    period::Period,
    privacy,
};
use cunping_text::ui;

use super::came::{Arrival, CameFile};
use crate::{
    state::filing,
    store::{ClockTime, Direction, FileRecord, FileSubject, Workplace},
    worker::{FileReview, Refusal, ReviewedSheet, protocol::ReviewOutcome},
};

/// The outcome of importing one bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is new: its record, its content and its text.
    New(FileRecord, NewFile, String),
    /// It was hidden before and is shown again.
    Back(FileRecord),
    /// It is here already.
    Same(FileRecord),
    /// It is not imported.
    Refused(Refusal),
}

/// The content of a new file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewFile {
    /// An assessment, with the results of its review.
    Assessment(Arc<ReviewedSheet>),
    /// A file of another kind.
    Other(Arc<Verified>),
}

/// The outcome of an import so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The number of new assessments, by period.
    pub new: BTreeMap<Period, usize>,
    /// The number of new files of other kinds.
    pub others: BTreeMap<Kind, usize>,
    /// The number of new files that came encrypted.
    pub encrypted: usize,
    /// The number of files that were here already.
    pub same: usize,
    /// Every file that is here now, in the order in which they came.
    pub came: Vec<CameFile>,
    /// The refused files, by the name they came with.
    pub refused: Vec<(String, Refusal)>,
    /// The names of new files that hold a number that points to a person.
    pub personal: Vec<String>,
    /// The files that an undo deletes again.
    pub added: Vec<Digest>,
    /// The files that an undo hides again.
    pub back: Vec<FileRecord>,
    /// True if somebody stopped it.
    pub stopped: bool,
}

impl Report {
    /// Returns the number of bundles that are new or shown again.
    #[must_use]
    pub fn new_files(&self) -> usize {
        self.new.values().chain(self.others.values()).sum()
    }

    fn one_more(&mut self, file: &FileRecord) {
        let kind = Kind::ALL.into_iter().find(|kind| file.is(*kind)).filter(|kind| *kind != Kind::Assessment);
        match (kind, file.period()) {
            (Some(kind), _) => *self.others.entry(kind).or_default() += 1,
            (None, Some(period)) => *self.new.entry(period).or_default() += 1,
            (None, None) => {}
        }
    }

    fn came(&mut self, name: &str, file: &FileRecord, unit_name: Option<String>, arrival: Arrival) {
        self.came.push(CameFile { name: name.to_owned(), file: file.clone(), unit_name, arrival, aside: None });
    }

    /// Adds the outcome of one bundle.
    pub fn count(&mut self, name: &str, taken: &Taken) {
        match taken {
            Taken::New(file, new, _) => {
                self.one_more(file);
                self.encrypted += usize::from(file.encrypted);
                if new.is_flagged() {
                    self.personal.push(name.to_owned());
                }
                self.added.push(file.digest);
                self.came(name, file, new.unit_name(), Arrival::New);
            }
            Taken::Back(file) => {
                self.one_more(file);
                self.back.push(file.clone());
                self.came(name, file, None, Arrival::Back);
            }
            Taken::Same(file) => {
                self.same += 1;
                self.came(name, file, None, Arrival::Same);
            }
            Taken::Refused(refusal) => self.refused.push((name.to_owned(), refusal.clone())),
        }
    }
}

/// The files that are here already, by digest.
pub type Present = BTreeMap<Digest, FileRecord>;

/// Decides about one reviewed bundle, and adds it to the files here if it is new. `encrypted` says that it came
/// encrypted.
#[must_use]
pub fn take(
    reviewed: ReviewOutcome,
    (name, encrypted): (&str, bool),
    now: ClockTime,
    workplace: &Workplace,
    here: &mut Present,
) -> Taken {
    let (new, example) = match reviewed.outcome {
        Ok(FileReview::Assessment(sheet)) => {
            let example = sheet.seen.slot.example;
            (NewFile::Assessment(sheet), example)
        }
        Ok(FileReview::Other) => match verify(reviewed.text.as_bytes()) {
            Ok(verified) => {
                let example = verified.payload.example();
                (NewFile::Other(Arc::new(verified)), example)
            }
            Err(_) => return Taken::Refused(Refusal::not_read()),
        },
        Ok(FileReview::Encrypted) => {
            return Taken::Refused(Refusal::new(ui::encrypt::inside, ui::encrypt::inside_todo));
        }
        Err(refusal) => return Taken::Refused(refusal),
    };
    match (example, workplace.example) {
        (true, false) => return Taken::Refused(Refusal::new(ui::example::not_here, ui::example::not_here_todo)),
        (false, true) => {
            return Taken::Refused(Refusal::new(ui::example::real_not_here, ui::example::real_not_here_todo));
        }
        _ => {}
    }
    let digest = new.digest();
    match here.get_mut(&digest) {
        Some(file) if file.hidden => {
            file.hidden = false;
            return Taken::Back(file.clone());
        }
        Some(file) => return Taken::Same(file.clone()),
        None => {}
    }
    // A messenger may put a telephone number into the name of a file. Of one in an archive only its own name is kept.
    let name = privacy::without(name.rsplit(['/', '\\', '›']).next().unwrap_or(name).trim_start());
    let file = match &new {
        NewFile::Assessment(sheet) => of_sheet(sheet, now, &name),
        NewFile::Other(verified) => filing::record(verified, Direction::Received, now, name),
    };
    let file = FileRecord { encrypted, ..file };
    here.insert(digest, file.clone());
    Taken::New(file, new, reviewed.text)
}

impl NewFile {
    /// Returns whether a text in it holds a number that points to a person.
    fn is_flagged(&self) -> bool {
        match self {
            Self::Assessment(sheet) => sheet.states.privacy == Some(PrivacyState::Flagged),
            Self::Other(verified) => !verified.payload.personal().is_empty(),
        }
    }

    /// Returns the name of the unit, as an assessment writes it.
    fn unit_name(&self) -> Option<String> {
        match self {
            Self::Assessment(sheet) => Some(sheet.unit_name.clone()),
            Self::Other(_) => None,
        }
    }

    fn digest(&self) -> Digest {
        match self {
            Self::Assessment(sheet) => sheet.seen.digest,
            Self::Other(verified) => verified.digest,
        }
    }
}

fn of_sheet(sheet: &ReviewedSheet, first_seen: ClockTime, name: &str) -> FileRecord {
    let slot = &sheet.seen.slot;
    FileRecord {
        digest: sheet.seen.digest,
        direction: Direction::Received,
        first_seen,
        file_name: name.to_owned(),
        kind: slot.kind.to_string(),
        unit: slot.unit,
        about: Some(FileSubject { pack: slot.pack.clone(), level: slot.level.clone(), period: slot.period }),
        answers: None,
        decides_as: None,
        sequence: sheet.seen.sequence,
        kid: sheet.seen.kid.to_string(),
        hidden: false,
        encrypted: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::{
            documents, example, new_workplace,
            township::came::{SetAside, set_aside},
        },
        store::Role,
        worker::CachedReviewer,
    };

    const NOW: &str = "2026-11-22";

    fn now() -> ClockTime {
        ClockTime { ms: 0, day: NOW.parse().unwrap() }
    }

    fn workplace(example: bool) -> Workplace {
        let pack = documents::all().first().unwrap();
        let unit = example::township().unwrap();
        let made = new_workplace::make(&[pack], Role::Township, (unit.code, unit.name), ([1; 16], [2; 32]), now());
        Workplace { example, ..made.unwrap() }
    }

    fn reviewed() -> Vec<ReviewOutcome> {
        let pack = documents::all().first().unwrap();
        let level = pack.level(&"village".parse().unwrap()).unwrap();
        let files = example::files(pack, level, "2026-Q3".parse().unwrap(), NOW.parse().unwrap());
        let reviewer = CachedReviewer::new(vec![pack]);
        files.iter().flat_map(|it| reviewer.review(0, it.text.as_bytes())).collect()
    }

    #[test]
    fn each_file_is_taken_once_and_comes_back_after_it_was_removed() {
        let (mut here, mut report, workplace) = (Present::new(), Report::default(), workplace(true));
        for reviewed in reviewed().into_iter().chain(reviewed()) {
            report.count("a", &take(reviewed, ("a", false), now(), &workplace, &mut here));
        }
        assert_eq!((report.new_files(), report.same, report.refused.len()), (12, 12, 0));
        here.values_mut().for_each(|it| it.hidden = true);
        let back = take(reviewed().remove(0), ("a", false), now(), &workplace, &mut here);
        assert!(matches!(back, Taken::Back(file) if !file.hidden));
    }

    #[test]
    fn every_file_is_listed_with_what_is_known_against_it() {
        let (mut here, mut report, workplace) = (Present::new(), Report::default(), workplace(true));
        let names = ["三季度.zip › 收到/a.json", "b.zip › c.json", "d.json"];
        for (name, reviewed) in names.into_iter().zip(reviewed()) {
            report.count(name, &take(reviewed, (name, false), now(), &workplace, &mut here));
        }
        let kept: Vec<&str> = report.came.iter().map(|it| it.file.file_name.as_str()).collect();
        assert_eq!(kept, ["a.json", "c.json", "d.json"], "of one in an archive only its own name is kept");
        let [first, second, third] = report.came.as_mut_slice() else { panic!("{report:?}") };
        let later = FileRecord { digest: Digest([7; 32]), sequence: 2, ..first.file.clone() };
        here.insert(later.digest, later);
        second.file.unit = "429006104203".parse().unwrap();
        third.file.about.as_mut().unwrap().pack = "another".parse().unwrap();
        set_aside(&mut report.came, &workplace, &here);
        let aside: Vec<_> = report.came.iter().map(|it| it.aside).collect();
        assert_eq!(aside, [Some(SetAside::Later(2)), Some(SetAside::OtherArea), Some(SetAside::OtherDocument)]);
        here.values_mut().for_each(|it| it.hidden |= it.sequence == 2);
        set_aside(&mut report.came, &workplace, &here);
        assert_eq!(report.came[0].aside, None, "what was removed is not here");
    }

    #[test]
    fn what_came_encrypted_is_counted_and_marked() {
        let (mut here, mut report, workplace) = (Present::new(), Report::default(), workplace(true));
        report.count("a", &take(reviewed().remove(0), ("a", true), now(), &workplace, &mut here));
        report.count("a", &take(reviewed().remove(1), ("a", false), now(), &workplace, &mut here));
        assert_eq!((report.new_files(), report.encrypted), (2, 1));
        assert_eq!(here.values().filter(|it| it.encrypted).count(), 1);
        let again = ReviewOutcome { body: 0, inside: None, outcome: Ok(FileReview::Encrypted), text: String::new() };
        assert!(matches!(take(again, ("a", true), now(), &workplace, &mut here), Taken::Refused(_)));
    }

    #[test]
    fn play_data_and_real_data_do_not_mix() {
        let taken = take(reviewed().remove(0), ("a", false), now(), &workplace(false), &mut Present::new());
        assert!(matches!(taken, Taken::Refused(_)));
    }
}

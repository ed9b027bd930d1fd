//! What became of each file of an import, one line each. Pure.

use std::collections::BTreeMap;

use cunping_core::bundle::Kind;

use super::intake::Present;
use crate::store::{FileRecord, Workplace};

/// A file of an import that is here now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameFile {
    /// The name it came with, with that of the archive in which it was.
    pub name: String,
    /// Its record.
    pub file: FileRecord,
    /// The name of the unit in it; `None` if it names none.
    pub unit_name: Option<String>,
    /// Whether it was here before.
    pub arrival: Arrival,
    /// Why it does not count in the workplace's tables, as far as that is known from its record.
    pub aside: Option<SetAside>,
}

/// Whether a file of an import was here before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It is new.
    New,
    /// It was hidden, and is shown again.
    Back,
    /// It was here already.
    Same,
}

/// Why a file that is here is in no table of the workplace, or not the one that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetAside {
    /// Its unit lies outside the workplace's own.
    OtherArea,
    /// It is about a document that the workplace does not follow.
    OtherDocument,
    /// A later file of the same key is here, with its number: the table decides which counts, or neither.
    Later(u32),
}

/// Marks the files of an import that do not count in the workplace's tables, by all that is here afterwards. Only
/// assessments stand in tables.
pub fn set_aside(came: &mut [CameFile], workplace: &Workplace, present: &Present) {
    let line = |file: &FileRecord| {
        let about = file.about.clone().filter(|_| file.is(Kind::Assessment))?;
        Some((file.unit, file.kid.clone(), about.pack, about.level, about.period))
    };
    let mut latest = BTreeMap::new();
    for file in present.values().filter(|file| !file.hidden) {
        if let Some(line) = line(file) {
            let sequence: &mut u32 = latest.entry(line).or_default();
            *sequence = file.sequence.max(*sequence);
        }
    }
    for CameFile { file, aside, .. } in came {
        let Some(line) = line(file) else { continue };
        let here = workplace.is_or_was(file.unit) || file.unit.lies_in(workplace.unit);
        let follows = workplace.documents.iter().any(|followed| followed.pack == line.2);
        let later = latest.get(&line).copied().filter(|sequence| *sequence > file.sequence);
        *aside = match (here, follows) {
            (false, _) => Some(SetAside::OtherArea),
            (true, false) => Some(SetAside::OtherDocument),
            (true, true) => later.map(SetAside::Later),
        };
    }
}

//! Official documents as data: the types, their compiled file, and the files in which people write them.

#[cfg(feature = "authoring")]
pub mod authoring;
pub mod condition;
pub mod file;
mod model;

pub use file::error::{PackError, PackErrors, PackPlace, ProblemKind, UnknownId};
pub use model::*;

impl Pack {
    /// Returns the level with this id; `None` where the document has none.
    #[must_use]
    pub fn level(&self, id: &crate::id::LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// Returns the office in charge at a level; `None` where the document names none.
    #[must_use]
    pub fn in_charge(&self, level: crate::id::UnitLevel) -> Option<(&crate::id::OfficeId, &Office)> {
        self.offices.iter().find(|(_, office)| office.in_charge && office.level == level)
    }

    /// Returns the last day on which a kind of file about a level and period is in time, with the deadline that sets
    /// it; the earliest where there are several. Returns `None` where there is none.
    #[must_use]
    pub fn due(
        &self,
        level: &crate::id::LevelId,
        file: HandsIn,
        period: crate::period::Period,
    ) -> Option<(crate::days::Day, &Deadline)> {
        let concerns = |deadline: &&Deadline| deadline.levels.is_empty() || deadline.levels.contains(level);
        let fits = self.calendar.iter().filter(|deadline| deadline.hands_in == Some(file)).filter(concerns);
        fits.filter_map(|deadline| Some((deadline.due_for(period)?, deadline))).min_by_key(|(due, _)| *due)
    }
}

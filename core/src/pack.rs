//! Official documents as data: the types, their file, and how people write them. Evaluates nothing.

#[cfg(feature = "authoring")]
pub mod authoring;
pub mod condition;
pub mod file;
mod model;

pub use file::problem::{Kind, PackProblem, PackProblems, Place};
pub use model::*;

impl Pack {
    /// The level with this id, if the document has it.
    #[must_use]
    pub fn level(&self, id: &crate::id::LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The office in charge at the township, where the document names the one that it speaks of among its offices.
    #[must_use]
    pub fn in_charge(&self) -> Option<&crate::id::OfficeId> {
        let own = &self.terms.office;
        let named = self.offices.iter().find(|(_, office)| office.name == *own || office.variants.contains(own));
        named.map(|(id, _)| id)
    }

    /// The last day on which a kind of file about a level and period is in time, with where the document says so; the
    /// earliest where it names several. `None` where it names none.
    #[must_use]
    pub fn due(
        &self,
        level: &crate::id::LevelId,
        file: HandsIn,
        period: crate::period::Period,
    ) -> Option<(crate::days::Day, &Deadline)> {
        let concerns = |it: &&Deadline| it.levels.is_empty() || it.levels.contains(level);
        let fits = self.calendar.iter().filter(|it| it.hands_in == Some(file)).filter(concerns);
        fits.filter_map(|it| Some((it.due_for(period)?, it))).min_by_key(|(due, _)| *due)
    }
}

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
}

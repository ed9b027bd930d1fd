//! Official documents as data: the types, their file, and how people write them.

pub mod condition;
mod model;

pub use model::*;

impl Pack {
    /// The level with this id, if the document has it.
    #[must_use]
    pub fn level(&self, id: &crate::id::LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }
}

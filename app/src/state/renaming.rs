//! Another code or name for a workplace's unit: what may be typed, and what it changes. Pure but for [`apply`].
//!
//! Whatever is registered belongs to the workplace and counts under the new code from then on. A file that was signed
//! under an earlier code stays as it is; one that is signed under the new code begins a line of its own.

#[cfg(target_arch = "wasm32")]
pub mod apply;

use cunping_core::{bundle::Kind, printable};

use super::{
    documents,
    new_workplace::{UnitError, in_area, typed_unit},
};
use crate::store::{Change, ClockTime, Direction, FileRecord, ListedUnit, Workplace};

/// A code and name that a workplace's unit gets, at least one of them another than it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    now: ListedUnit,
    /// True if the code is another: then the workplace needs a key of its own for it.
    pub code: bool,
}

/// Why a workplace's unit cannot be renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenameError {
    /// The code or name cannot be used for the workplace's role.
    #[error(transparent)]
    Unit(#[from] UnitError),
    /// The name holds a character that cannot be seen.
    #[error("not printable")]
    NotPrintable,
    /// Code and name are those that it has.
    #[error("the same as now")]
    Same,
    /// An example stays as it was made.
    #[error("an example")]
    Example,
}

impl Renaming {
    /// Reads what somebody typed as the new code and name of a workplace's unit. White space around the name is left
    /// out.
    ///
    /// Fails for an example, as [`typed_unit`], if the code is of another level than the present one, if the name
    /// cannot be printed, and if nothing would change. Whoever saves it must have looked for personal numbers.
    pub fn typed(workplace: &Workplace, code: &str, name: &str) -> Result<Self, RenameError> {
        if workplace.example {
            return Err(RenameError::Example);
        }
        let (unit, name) = typed_unit(workplace.role, code, name)?;
        if unit.level() != workplace.unit.level() {
            return Err(UnitError::OtherLevel.into());
        }
        if !printable::is_line(&name) {
            return Err(RenameError::NotPrintable);
        }
        if (unit, &name) == (workplace.unit, &workplace.unit_name) {
            return Err(RenameError::Same);
        }
        Ok(Self { code: unit != workplace.unit, now: ListedUnit { code: unit, name } })
    }

    /// Returns the change of the workplace as it is now.
    #[must_use]
    pub fn change(&self, workplace: &Workplace, at: ClockTime) -> Change {
        let was = ListedUnit { code: workplace.unit, name: workplace.unit_name.clone() };
        Change::Rename { of: workplace.id, was, now: self.now.clone(), at }
    }

    /// Returns the short names of the documents that the workplace follows and that do not hold for the new code.
    #[must_use]
    pub fn outside(&self, workplace: &Workplace) -> Vec<&'static str> {
        let followed = workplace.documents.iter().filter_map(|it| documents::edition(&it.pack, it.version));
        let mut names: Vec<&str> =
            followed.filter(|pack| !in_area(pack, self.now.code)).map(|pack| pack.source.short.as_str()).collect();
        names.dedup();
        names
    }
}

/// Returns whether a workplace's unit got another code and no enrolment of its present key was made since: nobody can
/// know the key under the new code. `files` are those of the workplace.
#[must_use]
pub fn is_unknown(workplace: &Workplace, files: &[FileRecord]) -> bool {
    let own = |file: &FileRecord| {
        file.direction == Direction::Sent
            && file.is(Kind::Enrolment)
            && (file.unit, &file.kid) == (workplace.unit, &workplace.own.thumbprint)
    };
    workplace.code_since().is_some() && !files.iter().any(own)
}

#[cfg(test)]
mod tests;

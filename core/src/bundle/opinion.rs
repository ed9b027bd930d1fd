//! A monitoring unit's opinion (意见): criterion by criterion, each about exactly what was seen. Counts no opinion.

mod basis;
mod voices;
mod withdrawn;

use super::{Place, Stated, Subject};
use crate::id::{Digest, RuleId};

pub use basis::{Changed, basis, changed, named_by};
pub use voices::{Disputed, Voice, Voices, Word, criteria_for, disputed, voices};
pub use withdrawn::{Withdrawal, Withdrawn, withdrawals, withdrawn};

/// What one office says about one unit's assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Who signs: the monitoring unit.
    pub stated: Stated,
    /// Its place among this office's opinions about the same thing.
    pub place: Place,
    /// What it is about.
    pub subject: Subject,
    /// The file that was looked at.
    pub assessment: Digest,
    /// One for every criterion that it speaks about, none twice, at least one.
    pub says: Vec<Said>,
}

/// What an opinion says of one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which criterion.
    pub criterion: RuleId,
    /// What was seen: see [`basis`].
    pub basis: Digest,
    /// Why the office objects; none where it agrees.
    pub objection: Option<String>,
}

//! A monitoring unit's opinion (意见): criterion by criterion, each bound to exactly what the office saw.

mod basis;
mod voices;
mod withdrawn;

use super::{LinePosition, Stated, Subject};
use crate::id::{Digest, RuleId};

pub use basis::{Changed, basis, changed, named_by};
pub use voices::{CountedOpinion, Disputed, OfficeVoice, Voices, criteria_for, disputed, voices};
pub use withdrawn::{Withdrawal, Withdrawn, withdrawals, withdrawn};

/// One office's opinion on one unit's assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The signing party: the monitoring unit.
    pub stated: Stated,
    /// Its place among this office's opinions about the same thing.
    pub place: LinePosition,
    /// The unit, document, level and period.
    pub subject: Subject,
    /// The file that was looked at.
    pub assessment: Digest,
    /// One entry for every criterion that it speaks about, each once, at least one.
    pub says: Vec<CriterionOpinion>,
}

/// An office's opinion on one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionOpinion {
    /// The criterion.
    pub criterion: RuleId,
    /// The digest of the facts that were seen: see [`basis`].
    pub basis: Digest,
    /// The reason of the objection; `None` where the office agrees.
    pub objection: Option<String>,
}

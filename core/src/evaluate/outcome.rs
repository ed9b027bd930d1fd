//! The finding of one node of a condition, and the facts that were seen there.

use crate::{days::Days, truth::Finding};

/// The finding of one node of a condition, with the findings of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The finding.
    pub finding: Finding,
    /// `true` where no later day or statement of the period can change the finding.
    pub settled: bool,
    /// The facts that were seen.
    pub seen: SeenFacts,
    /// The parts, in the condition's order; empty at a leaf.
    pub parts: Vec<Outcome>,
}

/// The facts that were seen at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenFacts {
    /// Incidents of a category.
    Incidents {
        /// Incidents that count for certain.
        counted: i64,
        /// Incidents that may count as well: an attribute that decides is unknown.
        unclear: i64,
        /// The first days that no statement covers; `None` when all are covered.
        missing: Option<Days>,
    },
    /// A count, rank or other single figure.
    Figure(i64),
    /// A part of a whole.
    Ratio {
        /// The part.
        part: i64,
        /// The whole.
        whole: i64,
    },
    /// The rises in a row of the longest run of a series.
    Rises(u8),
    /// Yes or no.
    Stated(bool),
    /// Somebody stated that there is nothing here to check.
    NotApplicable,
    /// Somebody was asked and does not know.
    Unknown,
    /// Nobody stated anything that decides.
    Silent,
    /// A published figure of the unit beside the one that an overlay supplies.
    Against {
        /// The unit's figure.
        figure: i64,
        /// The other figure.
        reference: i64,
    },
    /// The document does not say what follows here, and no overlay settles it.
    LeftOpen,
    /// Nothing of its own; see the parts.
    Parts,
}

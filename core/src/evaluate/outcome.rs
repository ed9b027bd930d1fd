//! The finding of one node of a condition, and what was seen there. Looks at no facts.

use crate::{days::Days, truth::Finding};

/// The finding of one node of a condition, with the findings of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What follows from what was seen.
    pub finding: Finding,
    /// Whether no later day or statement of the period can change the finding.
    pub settled: bool,
    /// What was seen.
    pub seen: Seen,
    /// The parts, in the condition's order; empty at a leaf.
    pub parts: Vec<Outcome>,
}

/// What was seen at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Incidents of a category.
    Incidents {
        /// How many count for certain.
        counted: i64,
        /// How many more may count: an attribute that decides is unknown.
        unclear: i64,
        /// The first days that no statement covers; `None` when all are covered.
        missing: Option<Days>,
    },
    /// A count, rank or other single figure.
    Figure(i64),
    /// A part of a whole.
    Ratio {
        /// How many of the whole.
        part: i64,
        /// How many in all.
        whole: i64,
    },
    /// How many rises in a row the longest run of a series has.
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
        /// The unit's.
        figure: i64,
        /// The other.
        reference: i64,
    },
    /// What follows here, the document does not say, and no overlay settles it.
    LeftOpen,
    /// See the parts.
    Parts,
}

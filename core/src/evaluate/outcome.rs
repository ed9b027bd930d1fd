//! The finding of one node of a condition, what was seen there, and how nodes combine. Looks at no facts.

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
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Outcome {
    pub(super) fn leaf(finding: Finding, settled: bool, seen: Seen) -> Self {
        Self { finding, settled, seen, parts: Vec::new() }
    }

    /// Whether the finding is open only because the document does not say what follows here: everything is answered.
    pub(super) fn is_left_open(&self) -> bool {
        let mut open = self.parts.iter().filter(|part| part.finding == Finding::Undetermined).peekable();
        self.finding == Finding::Undetermined
            && (self.seen == Seen::LeftOpen || (open.peek().is_some() && open.all(Self::is_left_open)))
    }

    /// Finding and settledness of the conjunction of `parts`.
    pub(super) fn all<'a>(parts: impl Iterator<Item = &'a Self> + Clone) -> (Finding, bool) {
        all(parts.map(|part| (part.finding, part.settled)))
    }
}

/// Conjunction. A broken whole is settled by one settled broken part, any other whole only by all of its parts.
pub(super) fn all(parts: impl Iterator<Item = (Finding, bool)> + Clone) -> (Finding, bool) {
    let finding = Finding::all(parts.clone().map(|(finding, _)| finding));
    let settled = match finding {
        Finding::NotMet => parts.clone().any(|part| part == (Finding::NotMet, true)),
        Finding::Undetermined | Finding::Met | Finding::NotApplicable => parts.clone().all(|(_, settled)| settled),
    };
    (finding, settled)
}

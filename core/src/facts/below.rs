//! What the units below stated, bound to a unit's own facts. Decides no finding: the unit's own statements do.

use std::collections::BTreeMap;

use super::Topic;
use crate::{
    days::Day,
    id::{Digest, UnitCode},
};

/// The roll-up of the units below that a unit had before it when it signed its own facts (下级汇总).
///
/// Whoever holds the named files can gather them again and must come to the same; who does not can still evaluate,
/// because nothing here decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Below {
    /// How many units were to report.
    pub expected: i64,
    /// The file that counted, for every unit that had reported.
    pub units: BTreeMap<UnitCode, Digest>,
    /// What they come to, in the order of the topics, each once.
    pub topics: Vec<Gathered>,
}

/// What the units below come to on one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// What it is about: a category, and which incidents of it.
    pub topic: Topic,
    /// Incidents that count; one that several units registered counts once.
    pub counted: i64,
    /// Incidents of which an attribute that decides is unknown, counted in the same way.
    pub unclear: i64,
    /// The last day up to which every unit that is to report has stated that there is nothing else; none while one has
    /// not reported or is silent on the topic.
    pub covered: Option<Day>,
}

impl Below {
    /// Whether a unit that is to report has not.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        i64::try_from(self.units.len()).is_ok_and(|reported| reported < self.expected)
    }
}

impl Gathered {
    /// The least and, where every unit has stated it, the most that there were.
    #[must_use]
    pub fn bounds(&self) -> (i64, Option<i64>) {
        (self.counted, self.covered.map(|_| self.counted.saturating_add(self.unclear)))
    }
}

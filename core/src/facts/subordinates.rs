//! The statements of the units below, bound to a unit's own facts. Findings never follow from them, but from the unit's
//! own statements.

use std::collections::BTreeMap;

use super::Topic;
use crate::{
    days::Day,
    id::{Digest, UnitCode},
};

/// The roll-up of the units below that a unit had before it when it signed its own facts (下级汇总).
///
/// A reader with the named files can gather them again and must come to the same; one without them can still evaluate,
/// because nothing here decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subordinates {
    /// The number of units that were to report.
    pub expected: i64,
    /// The file that counted, for every unit that had reported.
    pub units: BTreeMap<UnitCode, Digest>,
    /// The result for each topic, in the order of the topics, each once.
    pub topics: Vec<Gathered>,
}

/// The result of the units below for one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// The topic: a category, and which incidents of it.
    pub topic: Topic,
    /// Incidents that count; one that several units registered counts once.
    pub counted: i64,
    /// Incidents of which an attribute that decides is unknown, counted in the same way.
    pub unclear: i64,
    /// The last day up to which every unit that is to report has stated that there is nothing else; `None` while one
    /// has not reported or is silent on the topic.
    pub covered: Option<Day>,
}

impl Subordinates {
    /// Tells whether a unit that is to report has not.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        i64::try_from(self.units.len()).is_ok_and(|reported| reported < self.expected)
    }
}

impl Gathered {
    /// Returns the least number of incidents and, where every unit has stated it, the most.
    #[must_use]
    pub fn bounds(&self) -> (i64, Option<i64>) {
        (self.counted, self.covered.map(|_| self.counted.saturating_add(self.unclear)))
    }
}

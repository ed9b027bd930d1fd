//! A unit's facts about a period: incidents and statements. Facts are about a unit, never about a person.

mod again;
pub mod check;
mod difference;
pub mod file;
mod good;
pub mod leaves;
mod personal;
mod select;
mod subordinates;
mod topic;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    days::{Day, Days},
    id::{AttributeId, IncidentId, IndicatorId, RuleId, UnitCode},
    pack::condition::Filter,
    period::Period,
};

pub use again::up_to_today;
pub use difference::{Alike, FactChange, alike, difference};
pub use good::good_answer;
pub use select::{coverage_end, named_indicators};
pub use subordinates::{Gathered, Subordinates};
pub use topic::Topic;

/// One thing that happened (案事件).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Random, so that it says nothing about the incident.
    pub id: IncidentId,
    /// The day on which it happened; decides the period it belongs to.
    pub day: Day,
    /// Its categories, never empty. More than one where it fits several categories that no path joins: one theft from
    /// an old person is a crime and an act against the elderly, and still one incident.
    pub categories: BTreeSet<IndicatorId>,
    /// Its known attributes: counts, yuan, grades (0 below 一般 … 4 特别重大), levels, or 1 for yes and 0 for no. An
    /// attribute that is not here is unknown.
    pub attributes: BTreeMap<AttributeId, i64>,
    /// What happened, in a few words and without names; shown and printed, never decides.
    pub note: Option<String>,
    /// The incident in another unit's register that this one repeats, so that a roll-up counts it once.
    pub repeats: Option<IncidentId>,
    /// The day on which it was entered; after the period's end it is a late entry.
    pub stated_on: Day,
}

impl Incident {
    /// Tells whether it was entered after its period was over: a late entry, which counts in the period all the same.
    #[must_use]
    pub fn is_late(&self, period: Period) -> bool {
        period.days().contains(self.day) && self.stated_on > period.days().last()
    }
}

/// Iterates over the most specific of some categories: those above another one of them say nothing new and are left
/// out.
pub fn most_specific(categories: &BTreeSet<IndicatorId>) -> impl Iterator<Item = &IndicatorId> {
    let above = |id: &IndicatorId| categories.iter().any(|it| it != id && it.is_a(id));
    categories.iter().filter(move |id| !above(id))
}

/// A unit's statement about one indicator and some named days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The incident category or the figure.
    pub about: IndicatorId,
    /// The incidents of the category that it concerns; [`Filter::Every`] for all, and for everything that is no
    /// category.
    pub only: Filter,
    /// The days it speaks of; none lies after `made_on`.
    pub days: Days,
    /// The day on which it was made.
    pub made_on: Day,
    /// The answer.
    pub says: Says,
}

/// The answer of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// For an incident category: on these days nothing of the kind happened but what is registered.
    Complete,
    /// Yes.
    Yes,
    /// No.
    No,
    /// A number of things, 0 or more.
    Count(i64),
    /// A part of a whole, both counted: `0 <= part <= whole`.
    Ratio {
        /// The part.
        part: i64,
        /// The whole.
        whole: i64,
    },
    /// A place in a published ranking, 1 or more; 1 is the worst (reading, ledger).
    Rank(i64),
    /// A measured figure in the smallest unit that the catalogue gives for it.
    Figure(i64),
    /// There is nothing here that the indicator speaks of; with the reason.
    NotApplicable(String),
    /// 不清楚: the person was asked and does not know.
    Unknown,
}

/// All incidents and statements of one unit about one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The unit.
    pub unit: UnitCode,
    /// The period.
    pub period: Period,
    /// Incidents, ordered by day, then id.
    pub incidents: Vec<Incident>,
    /// Statements, ordered by indicator, days, day of making.
    pub statements: Vec<Statement>,
    /// 备注: free text to a criterion; shown and printed, never decides.
    pub remarks: BTreeMap<RuleId, String>,
    /// The statements of the units below, where the unit had their files before it. Shown and checked, never decides.
    pub subordinates: Option<Subordinates>,
}

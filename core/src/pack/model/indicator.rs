//! Entries of the shared catalogue: indicators and attributes, and the rules by which a year is made of its parts.

use super::Words;
use crate::id::{AttributeId, IndicatorId};

/// An entry of the shared catalogue (指标).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its name.
    pub name: Words,
    /// The kind of answer that it takes.
    pub kind: IndicatorKind,
    /// The attributes that an incident of this category can carry.
    pub attributes: Vec<AttributeId>,
}

/// The kind of answer that an indicator takes, with the rule by which a year is made of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndicatorKind {
    /// Incidents of a category; a year has those of all its days.
    Incidents,
    /// Yes or no; the year has the latest.
    Stated,
    /// A count.
    Count(YearRule),
    /// A part and a whole.
    Ratio {
        /// Sum of both sides, or the latest.
        year: YearRule,
        /// The unit of the part.
        part: Words,
        /// The unit of the whole.
        whole: Words,
        /// Another ratio with the same whole, whose part contains this part.
        within: Option<IndicatorId>,
        /// The category of incidents whose number the part is; `None` where it is none.
        counts: Option<IndicatorId>,
    },
    /// A published rank; of the year only.
    Rank,
    /// A published figure of the unit.
    Figure {
        /// Sum, latest, or of the year only.
        year: YearRule,
        /// Its unit, such as cases per 10,000 people; the smallest step is `10^-decimals` of it.
        unit: Words,
        /// The number of decimals.
        decimals: u8,
    },
    /// A figure for every quarter.
    Series {
        /// Its unit, such as mg/L; the smallest step is `10^-decimals` of it.
        unit: Words,
        /// The number of decimals.
        decimals: u8,
    },
}

/// The rule by which a year is made of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearRule {
    /// The sum of the parts (for a ratio: of both sides).
    Sum,
    /// The latest part.
    Latest,
    /// Stated for the year as a whole only.
    YearOnly,
}

/// An attribute of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub name: Words,
    /// The values that it takes.
    pub kind: AttributeKind,
    /// How people say that only incidents with a choice or a higher one count, with `{choice}` for it; `None` where the
    /// name says it well enough.
    pub scope: Option<Words>,
}

/// The values that an attribute takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeKind {
    /// A number of people, 0 or more.
    People,
    /// Chinese yuan, 0 or more.
    Yuan,
    /// No (0) or yes (1).
    YesNo,
    /// One of some words, numbered from 0, lowest first.
    Choice(Vec<Words>),
}

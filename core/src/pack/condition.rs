//! Conditions as a small typed tree: data that can be drawn, explained and checked.

use crate::id::{AttributeId, IndicatorId, NoteId};

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// No incident of a category that passes the filter happened.
    None {
        /// The category.
        of: IndicatorId,
        /// The filter of incidents that count.
        only: Filter,
    },
    /// The number of incidents, or a stated count, compares with a bound.
    Count {
        /// The category or the count.
        of: IndicatorId,
        /// The filter of incidents that count; always [`Filter::Every`] for a stated count.
        only: Filter,
        /// The comparison.
        must: Compare,
        /// The bound.
        bound: i64,
    },
    /// `part / whole` compares with `share.0 / share.1`, exactly.
    Ratio {
        /// The ratio.
        of: IndicatorId,
        /// The comparison.
        must: Compare,
        /// Numerator and denominator of the bound; the denominator is more than 0.
        share: (i64, i64),
        /// The finding when the whole is 0.
        empty: WhenEmpty,
    },
    /// A published rank compares with a bound.
    Rank {
        /// The rank.
        of: IndicatorId,
        /// The comparison.
        must: Compare,
        /// The bound.
        bound: i64,
    },
    /// A quarterly figure rises this many times in a row within the year.
    Rises {
        /// The series.
        of: IndicatorId,
        /// The number of rises in a row, 1 to 3.
        times: u8,
    },
    /// A yes is stated.
    Stated {
        /// The indicator.
        of: IndicatorId,
    },
    /// All hold.
    All(Vec<Condition>),
    /// One holds.
    Any(Vec<Condition>),
    /// The condition does not hold.
    Not(Box<Condition>),
    /// The condition holds; the document does not say what follows where it does not.
    OpenUnless(Box<Condition>),
    /// A published figure of the unit compares with one that an overlay supplies; without it a yes is stated.
    Against {
        /// The unit's figure.
        of: IndicatorId,
        /// The comparison.
        must: Compare,
        /// The document's reference to compare with.
        reference: NoteId,
        /// The question where no overlay supplies the reference.
        or_stated: IndicatorId,
    },
    /// The condition holds, for units of which `of` is stated; others are not concerned.
    ApplicableIf {
        /// The applicability question.
        of: IndicatorId,
        /// The condition where it applies.
        then: Box<Condition>,
    },
}

/// A filter of the incidents of a category. An unknown attribute leaves it open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// All of them.
    Every,
    /// An attribute compares with a bound.
    Attribute {
        /// The attribute.
        is: AttributeId,
        /// The comparison.
        must: Compare,
        /// The bound.
        bound: i64,
    },
    /// All parts pass.
    All(Vec<Filter>),
    /// One part passes.
    Any(Vec<Filter>),
}

/// A comparison of two integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compare {
    /// 以上, 不少于, 不低于: `>=`.
    AtLeast,
    /// 以下, 以内, 不超过: `<=`.
    AtMost,
    /// 超过, 高于: `>`.
    MoreThan,
    /// 低于, 不满: `<`.
    LessThan,
    /// `=`.
    Equal,
}

impl Compare {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::AtLeast, Self::AtMost, Self::MoreThan, Self::LessThan, Self::Equal];

    /// Returns the stable word in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::MoreThan => "more_than",
            Self::LessThan => "less_than",
            Self::Equal => "equal",
        }
    }

    /// Tells whether every integer that this holds for with `bound` also fulfils `wider` with `wider_bound`.
    #[must_use]
    pub fn implies(self, bound: i64, wider: Self, wider_bound: i64) -> bool {
        let (low, high) = self.range(bound);
        let (wider_low, wider_high) = wider.range(wider_bound);
        low > high || (wider_low <= low && high <= wider_high)
    }

    /// Returns the least and the greatest integer for which this holds with `bound`.
    fn range(self, bound: i64) -> (i64, i64) {
        match self {
            Self::AtLeast => (bound, i64::MAX),
            Self::AtMost => (i64::MIN, bound),
            Self::MoreThan => (bound.saturating_add(1), i64::MAX),
            Self::LessThan => (i64::MIN, bound.saturating_sub(1)),
            Self::Equal => (bound, bound),
        }
    }

    /// Compares `left` with `right`.
    #[must_use]
    pub fn holds<T: Ord>(self, left: T, right: T) -> bool {
        match self {
            Self::AtLeast => left >= right,
            Self::AtMost => left <= right,
            Self::MoreThan => left > right,
            Self::LessThan => left < right,
            Self::Equal => left == right,
        }
    }
}

/// The finding of a ratio with nothing to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenEmpty {
    /// Met: there was nothing to do.
    Met,
    /// Not met.
    NotMet,
    /// Nothing can be said.
    Undetermined,
    /// It does not concern the unit.
    NotApplicable,
}

impl Condition {
    /// Calls `visit` for every indicator that the condition names, in order.
    pub fn indicators<'a>(&'a self, visit: &mut impl FnMut(&'a IndicatorId)) {
        match self {
            Self::None { of, .. }
            | Self::Count { of, .. }
            | Self::Ratio { of, .. }
            | Self::Rank { of, .. }
            | Self::Rises { of, .. }
            | Self::Stated { of } => visit(of),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.indicators(visit)),
            Self::Not(part) | Self::OpenUnless(part) => part.indicators(visit),
            Self::Against { of, or_stated, .. } => {
                visit(of);
                visit(or_stated);
            }
            Self::ApplicableIf { of, then } => {
                visit(of);
                then.indicators(visit);
            }
        }
    }
}

impl Filter {
    /// Tells whether every incident that passes this filter is sure to pass `wider`. May return `false` where two
    /// filters of different shape mean the same; never returns `true` wrongly.
    #[must_use]
    pub fn implies(&self, wider: &Self) -> bool {
        match (self, wider) {
            (_, Self::Every) => true,
            (this, wider) if this == wider => true,
            (Self::Any(parts), wider) => parts.iter().all(|part| part.implies(wider)),
            (this, Self::All(parts)) => parts.iter().all(|part| this.implies(part)),
            (Self::All(parts), wider) if parts.iter().any(|part| part.implies(wider)) => true,
            (this, Self::Any(parts)) => parts.iter().any(|part| this.implies(part)),
            (
                Self::Attribute { is, must, bound },
                Self::Attribute { is: wider_is, must: wider_must, bound: wider_bound },
            ) => is == wider_is && must.implies(*bound, *wider_must, *wider_bound),
            _ => false,
        }
    }

    /// Calls `visit` for every attribute that the filter names, in order.
    pub fn attributes<'a>(&'a self, visit: &mut impl FnMut(&'a AttributeId)) {
        match self {
            Self::Every => {}
            Self::Attribute { is, .. } => visit(is),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.attributes(visit)),
        }
    }
}

//! The consequences of an area's standings under a document: targets, priorities, points.

use std::collections::{BTreeMap, BTreeSet};

use super::{Tally, UnitStanding, counted_periods, tally, tally_of_reviews, together};
use crate::{
    id::UnitCode,
    pack::{Bonus, CountedPeriods, CountsFrom, Level, Pack, PeriodKind, Priority, Target},
    period::{Part, Period},
    reward::{has_priority, points},
    target::{Reached, reached},
    truth::Truth,
};

/// Knowledge of an area's units besides their standings in the period at hand.
pub trait Told {
    /// Returns the standings of units in another period.
    fn standings(&self, period: Period) -> BTreeMap<UnitCode, UnitStanding>;

    /// Returns the outcome of an office's reviews for a year: `true` for units that passed, `false` for those that
    /// failed.
    fn reviews(&self, year: Period) -> BTreeMap<UnitCode, bool>;
}

/// The consequences of an area's standings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook<'a> {
    /// Each target that names a share for the year, with the units as it counts them.
    pub targets: Vec<(&'a Target, Tally, Reached<'a>)>,
    /// Each priority that the units give the unit above.
    pub priorities: Vec<(&'a Priority, Truth)>,
    /// The points that the units give, in hundredths.
    pub points: Option<(&'a Bonus, i64)>,
    /// The units by outcome of review, where a target of the level counts that.
    pub reviewed: Option<Tally>,
}

/// Computes the consequences of an area's standings in a period; returns `None` where the level gives no award for such
/// a period.
#[must_use]
pub fn outlook<'a>(
    (pack, level): (&'a Pack, &Level),
    period: Period,
    expected: &BTreeSet<UnitCode>,
    units: &Tally,
    told: &impl Told,
) -> Option<Outlook<'a>> {
    if level.awarded_for != kind(period) {
        return None;
    }
    let reviews = || tally_of_reviews(expected, &told.reviews(period.whole_year()));
    let counted = |target: &Target| match (target.counts, target.periods) {
        (CountsFrom::Reviewed, _) => reviews(),
        (CountsFrom::Qualified, CountedPeriods::Awarded) => *units,
        (CountsFrom::Qualified, CountedPeriods::LastQuarter | CountedPeriods::EveryQuarter) => {
            let parts = counted_periods(target, level, period.year()).into_iter();
            let parts: Vec<_> = parts.map(|part| told.standings(part)).collect();
            tally(expected, &together(&parts.iter().collect::<Vec<_>>()))
        }
    };
    let of_level = || pack.targets.iter().filter(|target| target.level == level.id);
    let targets = of_level().filter_map(|target| {
        let tally = counted(target);
        Some((target, tally, reached(target, period.year(), &tally)?))
    });
    let priorities = pack
        .priorities
        .iter()
        .filter(|priority| priority.of == level.id)
        .map(|priority| (priority, has_priority(priority, units)));
    let bonus = pack.bonus.as_ref().filter(|bonus| bonus.each.contains_key(&level.id));
    Some(Outlook {
        targets: targets.collect(),
        priorities: priorities.collect(),
        points: bonus.map(|bonus| (bonus, points(bonus, &[(level.id.clone(), units.qualified)].into()))),
        reviewed: of_level().any(|target| target.counts == CountsFrom::Reviewed).then(reviews),
    })
}

fn kind(period: Period) -> PeriodKind {
    match period.part() {
        Part::Year => PeriodKind::Year,
        Part::Half(_) => PeriodKind::Half,
        Part::Quarter(_) => PeriodKind::Quarter,
    }
}

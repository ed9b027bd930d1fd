//! The consequences of an area's standings under a document: targets, priorities, points.

use std::collections::{BTreeMap, BTreeSet};

use super::{Tally, UnitStanding, counted_periods, tally, tally_of_reviews, together};
use crate::{
    evaluate::Verdict,
    id::{LevelId, UnitCode},
    pack::{Bonus, CountedPeriods, CountsFrom, DatedShare, Level, Pack, PeriodKind, Priority, Target},
    period::{Part, Period},
    reward::{has_priority, points},
    target::{Reached, ended, reached},
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
    /// Each target whose years are over, with its last share.
    pub ended: Vec<(&'a Target, &'a DatedShare)>,
    /// Each priority that the units give the unit above.
    pub priorities: Vec<(&'a Priority, Truth)>,
    /// The points that the units give.
    pub points: Option<LevelPoints<'a>>,
    /// The units by outcome of review, where a target of the level counts that.
    pub reviewed: Option<Tally>,
}

/// The units of a level that qualify for the first time, which alone give points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelPoints<'a> {
    /// The bonus.
    pub bonus: &'a Bonus,
    /// The level.
    pub level: LevelId,
    /// The units that qualify now and, as far as is known here, in no year before.
    pub new: BTreeSet<UnitCode>,
    /// Of these, the units of which a year before is not known here.
    pub unknown: BTreeSet<UnitCode>,
}

impl LevelPoints<'_> {
    /// Returns the points of this level by itself, in hundredths, capped as the points of all levels are together.
    #[must_use]
    pub fn hundredths(&self) -> i64 {
        points(self.bonus, &[(self.level.clone(), number(&self.new))].into())
    }
}

/// Computes the consequences of an area's standings in a period; returns `None` where the level gives no award for such
/// a period.
#[must_use]
pub fn outlook<'a>(
    (pack, level): (&'a Pack, &Level),
    period: Period,
    expected: &BTreeSet<UnitCode>,
    units: &Tally,
    told: &(impl Told + ?Sized),
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
        ended: of_level().filter_map(|target| Some((target, ended(target, period.year())?))).collect(),
        priorities: priorities.collect(),
        points: bonus.map(|bonus| level_points(bonus, level, period, expected, told)),
        reviewed: of_level().any(|target| target.counts == CountsFrom::Reviewed).then(reviews),
    })
}

/// Finds the units that qualify in a period and in none of the document's like periods before its year.
fn level_points<'a>(
    bonus: &'a Bonus,
    level: &Level,
    period: Period,
    expected: &BTreeSet<UnitCode>,
    told: &(impl Told + ?Sized),
) -> LevelPoints<'a> {
    let begun = |before: &Period| level.first_period.is_some() && level.has_begun(*before);
    let of_year = |year| Period::new(year, period.part()).filter(begun);
    let before: Vec<_> = (1..).map_while(|by| of_year(period.year() - by)).map(|year| told.standings(year)).collect();
    let qualified = |standing: &UnitStanding| standing.verdict == Verdict::Qualified;
    let now = told.standings(period);
    let new = now.iter().filter(|(unit, standing)| {
        expected.contains(unit)
            && qualified(standing)
            && !before.iter().any(|year| year.get(unit).is_some_and(qualified))
    });
    let new: BTreeSet<UnitCode> = new.map(|(unit, _)| *unit).collect();
    let unknown = new.iter().filter(|unit| before.iter().any(|year| !year.contains_key(unit))).copied().collect();
    LevelPoints { bonus, level: level.id.clone(), new, unknown }
}

fn number(units: &BTreeSet<UnitCode>) -> i64 {
    i64::try_from(units.len()).unwrap_or(i64::MAX)
}

fn kind(period: Period) -> PeriodKind {
    match period.part() {
        Part::Year => PeriodKind::Year,
        Part::Half(_) => PeriodKind::Half,
        Part::Quarter(_) => PeriodKind::Quarter,
    }
}

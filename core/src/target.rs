//! Targets: the share of units that a document wants to qualify. Exact integers; with a base of zero it stays unknown.

use crate::{
    pack::{DatedShare, Target},
    rollup::Tally,
    truth::Truth,
};

/// A tally against one target in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached<'a> {
    /// The share that holds in the year.
    pub share: &'a DatedShare,
    /// `True` when it is reached whatever is still open, `False` when it is out of reach, otherwise `Unknown`.
    pub reached: Truth,
    /// `true` where it is reached only with verdicts that can still change.
    pub provisional: bool,
    /// The number of units that must qualify in all; 0 without units.
    pub needed: i64,
    /// The number of further units that must qualify; 0 when none.
    pub more: i64,
}

/// Compares a tally with a target; returns `None` in a year for which the target names no share.
#[must_use]
pub fn reached<'a>(target: &'a Target, year: i32, tally: &Tally) -> Option<Reached<'a>> {
    let holds = |share: &&DatedShare| share.from <= year && share.to.is_none_or(|to| year <= to);
    let share = target.shares.iter().filter(holds).max_by_key(|share| share.from)?;
    let enough =
        |n: i64| i128::from(n) * i128::from(share.whole) >= i128::from(share.part) * i128::from(tally.expected);
    let open = tally.undetermined + tally.missing;
    let reached = if tally.expected == 0 {
        Truth::Unknown
    } else if enough(tally.qualified) {
        Truth::True
    } else if enough(tally.qualified + open) {
        Truth::Unknown
    } else {
        Truth::False
    };
    let needed = needed(share, tally.expected);
    Some(Reached {
        share,
        reached,
        provisional: reached == Truth::True && !enough(tally.qualified - tally.provisional),
        needed,
        more: (needed - tally.qualified).max(0),
    })
}

/// Returns the last share of a target whose years are all over before a year; `None` where one holds in it, or none has
/// held yet.
#[must_use]
pub fn ended(target: &Target, year: i32) -> Option<&DatedShare> {
    let over = |share: &DatedShare| share.to.is_some_and(|to| to < year);
    let begun = || target.shares.iter().filter(|share| share.from <= year);
    begun().all(over).then(|| begun().max_by_key(|share| share.from)).flatten()
}

/// Returns the least number out of `units` that is the share or more.
fn needed(share: &DatedShare, units: i64) -> i64 {
    let (part, whole) = (i128::from(share.part), i128::from(share.whole).max(1));
    i64::try_from((part * i128::from(units) + whole - 1) / whole).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(part: i64, whole: i64) -> DatedShare {
        DatedShare { from: 2022, to: None, part, whole, clause: "二".into() }
    }

    fn target(share: DatedShare) -> Target {
        Target {
            id: "target.first".parse().unwrap(),
            label: crate::pack::Words { zh: "目标".into(), en: "target".into() },
            clause: "二".into(),
            level: "village".parse().unwrap(),
            counts: crate::pack::CountsFrom::Qualified,
            periods: crate::pack::CountedPeriods::Awarded,
            aim: false,
            shares: vec![share],
            readings: Vec::new(),
        }
    }

    fn at(part: i64, whole: i64, qualified: i64, open: i64, expected: i64) -> (Truth, i64) {
        let target = target(share(part, whole));
        let tally = Tally { expected, qualified, missing: open, ..Tally::default() };
        let reached = reached(&target, 2022, &tally).unwrap();
        (reached.reached, reached.more)
    }

    #[test]
    fn two_thirds_of_thirteen_is_nine() {
        assert_eq!(at(2, 3, 8, 0, 13), (Truth::False, 1));
        assert_eq!(at(2, 3, 8, 1, 13), (Truth::Unknown, 1));
        assert_eq!(at(2, 3, 9, 0, 13), (Truth::True, 0));
        assert_eq!(at(2, 3, 10, 0, 15), (Truth::True, 0));
        assert_eq!(at(2, 3, 9, 0, 15), (Truth::False, 1));
    }

    #[test]
    fn no_units_decide_nothing() {
        assert_eq!(at(65, 100, 0, 0, 0), (Truth::Unknown, 0));
    }

    #[test]
    fn a_year_before_the_first_share_has_no_target() {
        let target = target(share(2, 3));
        assert_eq!(reached(&target, 2021, &Tally::default()), None);
        assert_eq!(ended(&target, 2021), None);
    }

    #[test]
    fn a_target_whose_years_are_over_keeps_its_last_share() {
        let of = |from, to| DatedShare { from, to: Some(to), ..share(60, 100) };
        let target = Target { shares: vec![of(2021, 2021), of(2022, 2023)], ..target(share(2, 3)) };
        let last = |year| ended(&target, year).map(|share| share.from);
        assert_eq!([2020, 2021, 2023, 2024, 2030].map(last), [None, None, None, Some(2022), Some(2022)]);
        let open = Target { shares: vec![of(2021, 2021), share(2, 3)], ..target };
        assert_eq!(ended(&open, 2030), None);
    }
}

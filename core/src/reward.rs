//! The advantages of shares of qualifying units: priority for the unit above, points in another assessment. Exact
//! integers.

use std::collections::BTreeMap;

use crate::{
    id::LevelId,
    pack::{Bonus, Priority},
    rollup::Tally,
    truth::Truth,
};

/// Tells whether the units below give the unit above priority; unknown without units, and while open units could still
/// decide. Priority never replaces that unit's own standards.
#[must_use]
pub fn has_priority(priority: &Priority, below: &Tally) -> Truth {
    let enough = |n: i64| {
        i128::from(n) * i128::from(priority.share.1) >= i128::from(priority.share.0) * i128::from(below.expected)
    };
    if below.expected == 0 {
        Truth::Unknown
    } else if enough(below.qualified) {
        Truth::True
    } else if enough(below.qualified + below.undetermined + below.missing) {
        Truth::Unknown
    } else {
        Truth::False
    }
}

/// Returns the least number out of `units` that gives the priority.
#[must_use]
pub fn needed(priority: &Priority, units: i64) -> i64 {
    let (part, whole) = (i128::from(priority.share.0), i128::from(priority.share.1).max(1));
    i64::try_from((part * i128::from(units) + whole - 1) / whole).unwrap_or(i64::MAX)
}

/// Adds up the points that qualifying units give, in hundredths, capped; levels that the document does not name give
/// none.
#[must_use]
pub fn points(bonus: &Bonus, qualified: &BTreeMap<LevelId, i64>) -> i64 {
    let of = |(level, each): (&LevelId, &i64)| each.saturating_mul(qualified.get(level).copied().unwrap_or_default());
    bonus.each.iter().map(of).fold(0, i64::saturating_add).min(bonus.cap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Words;

    fn words() -> Words {
        Words { zh: "x".into(), en: "x".into() }
    }

    #[test]
    fn eighty_per_cent_of_ten_is_eight() {
        let priority = Priority {
            id: "priority.township".parse().unwrap(),
            label: words(),
            clause: "四(一)".into(),
            of: "village".parse().unwrap(),
            share: (80, 100),
            gives: "township".parse().unwrap(),
            readings: Vec::new(),
        };
        let at = |qualified, undetermined, missing| {
            let not_qualified = 10 - qualified - undetermined - missing;
            let tally = Tally { expected: 10, qualified, undetermined, missing, not_qualified, ..Tally::default() };
            has_priority(&priority, &tally)
        };
        assert_eq!(at(7, 0, 0), Truth::False);
        assert_eq!(at(8, 0, 0), Truth::True);
        assert_eq!(at(9, 0, 0), Truth::True);
        assert_eq!(at(7, 1, 0), Truth::Unknown);
        assert_eq!(at(7, 0, 1), Truth::Unknown);
        assert_eq!(has_priority(&priority, &Tally::default()), Truth::Unknown);
        assert_eq!([0, 1, 10, 11].map(|units| needed(&priority, units)), [0, 1, 8, 9]);
    }

    #[test]
    fn points_end_at_the_cap() {
        let [village, township, county] = ["village", "township", "county"].map(|id| id.parse::<LevelId>().unwrap());
        let each = BTreeMap::from([(village.clone(), 20), (township.clone(), 50), (county.clone(), 100)]);
        let bonus = Bonus { clause: "四(二)".into(), label: words(), each, cap: 300, readings: Vec::new() };
        let at = |v, t, c| points(&bonus, &[(village.clone(), v), (township.clone(), t), (county.clone(), c)].into());
        assert_eq!((at(0, 0, 0), at(1, 0, 0), at(5, 2, 0)), (0, 20, 200));
        assert_eq!((at(4, 2, 1), at(5, 2, 1), at(6, 2, 1), at(600, 0, 0)), (280, 300, 300, 300));
    }
}

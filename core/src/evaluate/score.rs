//! The points of a level, as exact fractions: those reached for certain, and those that can still be reached.

use super::{
    Score,
    program::{Award, Scored},
    sheet::NodeResult,
};
use crate::{pack::ResultRule, truth::Finding};

/// Computes the points; returns `None` where the document does not score.
///
/// A section gives its points in the proportion of what is met to what applies; one in which nothing applies gives all
/// of them.
pub(super) fn score(award: &Award, found: &[NodeResult]) -> Option<Score> {
    if award.result != ResultRule::Score {
        return None;
    }
    let (mut low, mut high) = (Fraction::new(0, 1), Fraction::new(0, 1));
    for section in &award.sections {
        let share = Share::of(section, found);
        let points = Fraction::new(section.points.0, section.points.1);
        low = low.plus(points.times(share.fraction(share.met)));
        high = high.plus(points.times(share.fraction(share.met + share.open)));
    }
    Some(Score { low: low.pair()?, high: high.pair()?, pass: award.pass, official: award.official })
}

/// The weights of a section by finding.
#[derive(Default)]
struct Share {
    met: i128,
    open: i128,
    applicable: i128,
}

impl Share {
    fn of(section: &Scored, found: &[NodeResult]) -> Self {
        let mut share = Self::default();
        for (node, weight) in &section.weights {
            let weight = i128::from(*weight);
            match found.get(*node).map(|it| it.finding) {
                Some(Finding::Met) => share.met += weight,
                Some(Finding::Undetermined) => share.open += weight,
                Some(Finding::NotApplicable) | None => continue,
                Some(Finding::NotMet) => {}
            }
            share.applicable += weight;
        }
        share
    }

    fn fraction(&self, part: i128) -> Fraction {
        if self.applicable == 0 { Fraction::new(1, 1) } else { Fraction::new(part, self.applicable) }
    }
}

/// A fraction in lowest terms with a positive denominator.
#[derive(Clone, Copy)]
struct Fraction {
    part: i128,
    whole: i128,
}

impl Fraction {
    fn new(part: i128, whole: i128) -> Self {
        if whole == 1 {
            return Self { part, whole };
        }
        // Nearly all are small, and dividing the others is slow.
        if let (Ok(part), Ok(whole)) = (u64::try_from(part), u64::try_from(whole)) {
            let divisor = gcd(part, whole).max(1);
            return Self { part: (part / divisor).into(), whole: (whole / divisor).max(1).into() };
        }
        let divisor = gcd(part, whole).max(1);
        Self { part: part / divisor, whole: (whole / divisor).max(1) }
    }

    fn plus(self, other: Self) -> Self {
        Self::new(self.part * other.whole + other.part * self.whole, self.whole * other.whole)
    }

    fn times(self, other: Self) -> Self {
        Self::new(self.part * other.part, self.whole * other.whole)
    }

    fn pair(self) -> Option<(i64, i64)> {
        Some((i64::try_from(self.part).ok()?, i64::try_from(self.whole).ok()?))
    }
}

fn gcd<T: Copy + Default + PartialEq + std::ops::Rem<Output = T>>(mut a: T, mut b: T) -> T {
    while b != T::default() {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::Fraction;

    #[test]
    fn a_fraction_is_in_lowest_terms_however_large() {
        let beyond = i128::from(u64::MAX) + 1;
        for (part, whole, expected) in [
            (6, 4, (3, 2)),
            (4, 6, (2, 3)),
            (0, 5, (0, 1)),
            (7, 1, (7, 1)),
            (12, 18, (2, 3)),
            (beyond * 12, beyond * 18, (2, 3)),
            (0, beyond, (0, 1)),
        ] {
            let Fraction { part, whole } = Fraction::new(part, whole);
            assert_eq!((part, whole), expected);
        }
    }
}

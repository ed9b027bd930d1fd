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
    use super::*;
    use crate::evaluate::SeenFacts;

    /// A section that gives these points for criteria of these weights.
    fn section(points: (i128, i128), weights: &[(usize, i64)]) -> Scored {
        Scored { points, weights: weights.to_vec() }
    }

    fn award(result: ResultRule, sections: Vec<Scored>) -> Award {
        let level = "village".parse().unwrap();
        Award { level, result, review: false, rules: Vec::new(), sections, pass: Some(60), official: true }
    }

    fn found(findings: &[Finding]) -> Vec<NodeResult> {
        findings.iter().map(|finding| NodeResult::new(*finding, true, SeenFacts::Silent)).collect()
    }

    #[test]
    fn a_section_gives_its_points_in_the_proportion_of_what_is_met_to_what_applies() {
        use Finding::{Met, NotApplicable, NotMet, Undetermined};
        let sections = vec![
            // Of 5 that apply 2 are met, and 3 may be.
            section((40, 1), &[(0, 2), (1, 1), (2, 2), (3, 7)]),
            // Nothing applies: all of its points.
            section((50, 3), &[(3, 1)]),
        ];
        let award = award(ResultRule::Score, sections);
        let score = score(&award, &found(&[Met, Undetermined, NotMet, NotApplicable])).unwrap();
        // 16 and 24, each with 50/3.
        assert_eq!((score.low, score.high), ((98, 3), (122, 3)));
        assert_eq!((score.pass, score.official), (Some(60), true));
    }

    #[test]
    fn a_document_that_does_not_score_has_no_points() {
        assert_eq!(score(&award(ResultRule::All, vec![section((1, 1), &[(0, 1)])]), &found(&[Finding::Met])), None);
    }

    #[test]
    fn fractions_are_added_and_multiplied_exactly() {
        let told = |it: Fraction| (it.part, it.whole);
        let new = Fraction::new;
        assert_eq!(told(new(1, 2).plus(new(1, 3))), (5, 6));
        assert_eq!(told(new(2, 5).plus(new(3, 7))), (29, 35));
        assert_eq!(told(new(2, 3).times(new(5, 7))), (10, 21));
        assert_eq!(told(new(3, 4).times(new(2, 9))), (1, 6));
        assert_eq!(new(5, 6).pair(), Some((5, 6)));
        assert_eq!(new(i128::from(i64::MAX) + 1, 1).pair(), None);
        assert_eq!(new(1, i128::from(i64::MAX) + 2).pair(), None);
    }

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

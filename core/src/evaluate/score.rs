//! The points of a level, as exact fractions: what is reached for certain, and what can still be reached. Passes nobody.

use super::{CriterionFinding, Score};
use crate::{
    id::RuleId,
    overlay::Overlay,
    pack::{Level, ResultRule},
    truth::Finding,
};

/// The points; none where the document does not score.
///
/// A section gives its points in the proportion of what is met to what applies; one in which nothing applies gives all
/// of them. Without an overlay every scored section weighs the same: a trial (reading, ledger part 3).
pub(super) fn score(level: &Level, overlays: &[&Overlay], criteria: &[CriterionFinding]) -> Option<Score> {
    if level.result != ResultRule::Score {
        return None;
    }
    let sections: Vec<_> = level.sections.iter().filter(|section| section.scored).collect();
    let weights = overlays.iter().find(|overlay| !overlay.weights.is_empty()).map(|overlay| &overlay.weights);
    let (mut low, mut high) = (Fraction::new(0, 1), Fraction::new(0, 1));
    for section in &sections {
        let inside = || {
            let all = level.criteria.iter().zip(criteria);
            all.filter(|(criterion, _)| criterion.section.as_ref() == Some(&section.id))
        };
        let own = |id: &RuleId| weights.and_then(|weights| weights.get(id)).copied();
        let weight = |id: &RuleId| i128::from(own(id).unwrap_or(1));
        let points = match (weights, own(&section.id)) {
            (None, _) => Fraction::new(100, i128::try_from(sections.len()).unwrap_or(1)),
            (Some(_), Some(points)) => Fraction::new(points.into(), 1),
            (Some(_), None) => Fraction::new(inside().map(|(criterion, _)| weight(&criterion.id)).sum(), 1),
        };
        let sum = |counts: &dyn Fn(Finding) -> bool| -> i128 {
            inside().filter(|(_, found)| counts(found.finding)).map(|(criterion, _)| weight(&criterion.id)).sum()
        };
        let applicable = sum(&|it| it != Finding::NotApplicable);
        let share = |met: i128| if applicable == 0 { Fraction::new(1, 1) } else { Fraction::new(met, applicable) };
        low = low.plus(points.times(share(sum(&|it| it == Finding::Met))));
        high = high.plus(points.times(share(sum(&|it| matches!(it, Finding::Met | Finding::Undetermined)))));
    }
    let pass = overlays.iter().find_map(|overlay| overlay.pass_mark);
    Some(Score { low: low.pair()?, high: high.pair()?, pass, official: weights.is_some() })
}

/// A fraction in lowest terms; its denominator is more than 0.
#[derive(Clone, Copy)]
struct Fraction {
    part: i128,
    whole: i128,
}

impl Fraction {
    fn new(part: i128, whole: i128) -> Self {
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

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

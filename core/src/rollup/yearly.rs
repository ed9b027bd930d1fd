//! The standings that a year's target counts, out of the parts of the year or of an office's reviews.

use std::collections::{BTreeMap, BTreeSet};

use super::{Tally, UnitStanding, tally};
use crate::{
    evaluate::Verdict,
    id::UnitCode,
    pack::{CountedPeriods, Level, PeriodKind, Target},
    period::{Part, Period},
};

/// Lists the periods of a year whose standings a target counts, in order; empty where the document rates none of them.
#[must_use]
pub fn counted_periods(target: &Target, level: &Level, year: i32) -> Vec<Period> {
    let part = |part| Period::new(year, part).filter(|period| level.has_begun(*period));
    match target.periods {
        CountedPeriods::LastQuarter => part(Part::Quarter(4)).into_iter().collect(),
        CountedPeriods::EveryQuarter => (1..=4).filter_map(|n| part(Part::Quarter(n))).collect(),
        CountedPeriods::Awarded => match level.awarded_for {
            PeriodKind::Year => part(Part::Year).into_iter().collect(),
            PeriodKind::Half => (1..=2).filter_map(|n| part(Part::Half(n))).collect(),
            PeriodKind::Quarter => (1..=4).filter_map(|n| part(Part::Quarter(n))).collect(),
        },
    }
}

/// Combines the standings of several periods: qualified in all of them, not qualified in one, otherwise open.
#[must_use]
pub fn together(parts: &[&BTreeMap<UnitCode, UnitStanding>]) -> BTreeMap<UnitCode, UnitStanding> {
    if let [only] = parts {
        return (*only).clone();
    }
    let units: BTreeSet<UnitCode> = parts.iter().flat_map(|part| part.keys().copied()).collect();
    let one = |unit: UnitCode| {
        let standings: Vec<&UnitStanding> = parts.iter().filter_map(|part| part.get(&unit)).collect();
        let last = standings.last()?;
        let broken = |standing: &&&UnitStanding| {
            matches!(standing.verdict, Verdict::NotQualified | Verdict::Vetoed | Verdict::Barred)
        };
        let whole = standings.len() == parts.len();
        let (verdict, provisional) = if let Some(broken) = standings.iter().find(broken) {
            (broken.verdict, standings.iter().filter(broken_as(broken)).all(|standing| standing.provisional))
        } else if whole && standings.iter().all(|standing| standing.verdict == Verdict::Qualified) {
            (Verdict::Qualified, standings.iter().any(|standing| standing.provisional))
        } else {
            (Verdict::Open, true)
        };
        Some((unit, UnitStanding { verdict, provisional, bundle: last.bundle }))
    };
    units.into_iter().filter_map(one).collect()
}

fn broken_as(broken: &UnitStanding) -> impl Fn(&&&UnitStanding) -> bool {
    let verdict = broken.verdict;
    move |standing| standing.verdict == verdict
}

/// Counts the outcomes of an office's reviews: passed as qualified, failed as not, units not reviewed as missing.
#[must_use]
pub fn tally_of_reviews(expected: &BTreeSet<UnitCode>, passed: &BTreeMap<UnitCode, bool>) -> Tally {
    let standing = |(unit, passed): (&UnitCode, &bool)| {
        let verdict = if *passed { Verdict::Qualified } else { Verdict::NotQualified };
        (*unit, UnitStanding { verdict, provisional: false, bundle: crate::id::Digest([0; 32]) })
    };
    tally(expected, &passed.iter().map(standing).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(n: u32) -> UnitCode {
        format!("370406103{n:03}").parse().unwrap()
    }

    fn standing(verdict: Verdict) -> UnitStanding {
        UnitStanding { verdict, provisional: false, bundle: crate::id::Digest([1; 32]) }
    }

    #[test]
    fn every_quarter_counts_or_none() {
        use Verdict::{NotQualified, Open, Qualified};
        let quarter = |verdicts: [Option<Verdict>; 3]| -> BTreeMap<UnitCode, UnitStanding> {
            let units = (1_u32..).zip(verdicts);
            units.filter_map(|(n, verdict)| Some((unit(n), standing(verdict?)))).collect()
        };
        let first = quarter([Some(Qualified), Some(Qualified), Some(NotQualified)]);
        let second = quarter([Some(Qualified), None, Some(Qualified)]);
        let both = together(&[&first, &second]);
        let verdicts: Vec<_> = both.values().map(|it| it.verdict).collect();
        assert_eq!(verdicts, [Qualified, Open, NotQualified]);
        assert_eq!(together(&[&second]), second);
    }

    #[test]
    fn a_year_that_is_broken_can_change_while_every_part_that_broke_it_alike_can() {
        use Verdict::{NotQualified, Vetoed};
        let year = |parts: [(Verdict, bool); 2]| {
            let part = |(verdict, provisional)| [(unit(1), UnitStanding { provisional, ..standing(verdict) })].into();
            let [first, second]: [BTreeMap<UnitCode, UnitStanding>; 2] = parts.map(part);
            let it = together(&[&first, &second])[&unit(1)];
            (it.verdict, it.provisional)
        };
        assert_eq!(year([(NotQualified, true), (Vetoed, false)]), (NotQualified, true));
        assert_eq!(year([(NotQualified, true), (NotQualified, false)]), (NotQualified, false));
    }

    #[test]
    fn a_unit_that_was_not_reviewed_has_neither_passed_nor_failed() {
        let expected: BTreeSet<_> = (1..=3).map(unit).collect();
        let tally = tally_of_reviews(&expected, &[(unit(1), true), (unit(2), false)].into());
        assert_eq!((tally.qualified, tally.not_qualified, tally.missing, tally.expected), (1, 1, 1, 3));
    }
}

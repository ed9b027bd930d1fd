//! A half-year that an office puts together out of its units' quarters. Pure.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    evaluate::Verdict,
    id::{RuleId, UnitCode},
    period::Period,
    rollup::{Tally, UnitStanding, tally, together},
    truth::Finding,
};

use super::{UnitLine, UnitsTable};

/// The expected units in both quarters, and in the half-year.
#[derive(Clone, Debug, PartialEq)]
pub struct HalfYear {
    /// The units in their order.
    pub lines: Vec<HalfYearLine>,
    /// The tally of the half-year.
    pub tally: Tally,
}

/// One unit of a half-year.
#[derive(Clone, Debug, PartialEq)]
pub struct HalfYearLine {
    /// The unit.
    pub unit: UnitCode,
    /// Its name.
    pub name: String,
    /// Its verdict in each quarter, in their order; `None` where no file counts.
    pub quarters: Vec<Option<Verdict>>,
    /// Its verdict in the half-year; `None` where no file counts in any quarter.
    pub whole: Option<UnitStanding>,
    /// The criteria that were not met, with the quarter.
    pub not_met: Vec<(RuleId, Period)>,
}

impl HalfYear {
    /// Puts the tables of the quarters together.
    #[must_use]
    pub fn new(quarters: &[(Period, UnitsTable)]) -> Self {
        let standings: Vec<BTreeMap<UnitCode, UnitStanding>> =
            quarters.iter().map(|(_, table)| table.standings()).collect();
        let whole = together(&standings.iter().collect::<Vec<_>>());
        let first = quarters.first().map(|(_, table)| table.lines.as_slice()).unwrap_or_default();
        let expected: Vec<&UnitLine> = first.iter().filter(|line| line.expected).collect();
        let codes: BTreeSet<UnitCode> = expected.iter().map(|line| line.unit).collect();
        let tally = tally(&codes, &whole);
        let line = |line: &UnitLine| HalfYearLine {
            unit: line.unit,
            name: line.name.clone(),
            quarters: standings.iter().map(|quarter| quarter.get(&line.unit).map(|it| it.verdict)).collect(),
            whole: whole.get(&line.unit).copied(),
            not_met: quarters.iter().flat_map(|(period, table)| not_met(table, line.unit, *period)).collect(),
        };
        Self { lines: expected.into_iter().map(line).collect(), tally }
    }
}

fn not_met(table: &UnitsTable, unit: UnitCode, period: Period) -> Vec<(RuleId, Period)> {
    let line = table.lines.iter().find(|line| line.unit == unit);
    let criteria =
        line.and_then(UnitLine::counted).map(|evaluation| evaluation.criteria.as_slice()).unwrap_or_default();
    let broken = criteria.iter().filter(|criterion| criterion.finding == Finding::NotMet);
    broken.map(|criterion| (criterion.id.clone(), period)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{
        example,
        township::tests::{scope, sheets},
    };

    fn table(period: &str) -> (Period, UnitsTable) {
        let sheets = sheets(period, "2026-11-22");
        (period.parse().unwrap(), UnitsTable::new(&scope(period), &example::villages(), &sheets))
    }

    #[test]
    fn a_unit_has_achieved_all_in_the_half_year_only_if_it_has_in_both_quarters() {
        let half = HalfYear::new(&[table("2026-Q1"), table("2026-Q2")]);
        let Tally { expected, qualified, not_qualified, undetermined, missing, .. } = half.tally;
        assert_eq!((expected, qualified, not_qualified, undetermined, missing), (13, 8, 2, 1, 2));
        let ninth = half.lines.iter().find(|line| line.name == "示例九村").unwrap();
        assert_eq!(ninth.whole.unwrap().verdict, Verdict::NotQualified);
        let quarters: Vec<String> = ninth.not_met.iter().map(|(_, period)| period.to_string()).collect();
        assert_eq!(quarters, ["2026-Q1", "2026-Q2"]);
    }

    #[test]
    fn a_quarter_without_files_leaves_open_what_was_not_broken_in_the_other() {
        let empty = UnitsTable::new(&scope("2026-Q2"), &example::villages(), &[]);
        let half = HalfYear::new(&[table("2026-Q1"), ("2026-Q2".parse().unwrap(), empty)]);
        let Tally { qualified, not_qualified, undetermined, missing, .. } = half.tally;
        assert_eq!((qualified, not_qualified, undetermined, missing), (0, 2, 9, 2));
        let second = half.lines.iter().find(|line| line.name == "示例二村").unwrap();
        assert_eq!(second.quarters, [Some(Verdict::Qualified), None]);
        assert!(second.whole.unwrap().verdict == Verdict::Open && second.not_met.is_empty());
    }
}

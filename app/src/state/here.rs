//! A workplace together with the document and the level that it works with. Knows no screen.

use cunping_core::{
    id::UnitLevel,
    pack::{Level, Pack, PeriodKind},
    period::{Part, Period},
};

use super::documents;
use crate::store::{Role, Workplace};

/// A workplace at its document.
#[derive(Clone, Debug)]
pub struct Here {
    /// Who works here.
    pub workplace: Workplace,
    /// The document.
    pub pack: &'static Pack,
    /// The level that the unit assesses itself for.
    pub level: &'static Level,
}

impl Here {
    /// Whether other units' files are collected here.
    #[must_use]
    pub fn collects(&self) -> bool {
        matches!(self.workplace.role, Role::Township | Role::County)
    }

    /// The period that a clerk meets first on a day.
    #[must_use]
    pub fn first_period(&self, today: cunping_core::days::Day) -> Option<Period> {
        let quarter = Period::quarter_of(today)?;
        Some(match self.level.reports.first() {
            Some(PeriodKind::Quarter) => quarter,
            Some(PeriodKind::Half) => half(quarter)?,
            Some(PeriodKind::Year) | None => quarter.whole_year(),
        })
    }

    /// Every period of a year that is reported or awarded and has begun, the parts before the year.
    #[must_use]
    pub fn periods(&self, year: i32, today: cunping_core::days::Day) -> Vec<Period> {
        let reported = |kind| self.level.reports.contains(&kind) || self.level.awarded_for == kind;
        let mut parts = Vec::new();
        if reported(PeriodKind::Quarter) {
            parts.extend((1..=4).map(Part::Quarter));
        }
        if reported(PeriodKind::Half) {
            parts.extend((1..=2).map(Part::Half));
        }
        if reported(PeriodKind::Year) {
            parts.push(Part::Year);
        }
        let begun = |period: &Period| period.days().first() <= today;
        parts.into_iter().filter_map(|part| Period::new(year, part)).filter(begun).collect()
    }
}

fn half(quarter: Period) -> Option<Period> {
    let Part::Quarter(n) = quarter.part() else { return None };
    Period::new(quarter.year(), Part::Half(n.div_ceil(2)))
}

/// A workplace at its document; `None` where this program knows no such document, or no level for the unit.
#[must_use]
pub fn of(workplace: Workplace) -> Option<Here> {
    let pack = documents::released(&workplace.pack)?;
    let level = level(pack, workplace.unit.level())?;
    Some(Here { workplace, pack, level })
}

/// The level of a document for a kind of unit.
#[must_use]
pub fn level(pack: &'static Pack, unit: UnitLevel) -> Option<&'static Level> {
    pack.levels.iter().find(|level| level.unit == unit)
}

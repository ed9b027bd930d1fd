//! Half-years that an office reports about units which rate only quarters.

use crate::{
    id::LevelId,
    pack::{Deadline, Falls, Level, Pack, PeriodKind},
    period::{Part, Period},
};

/// Returns the date of the document's calendar by which the units above report half-yearly about units of this level;
/// `None` where it asks for no such report, or the level's own units rate half-years themselves.
#[must_use]
pub fn half_yearly<'p>(pack: &'p Pack, level: &Level) -> Option<&'p Deadline> {
    let above = |id: &LevelId| pack.level(id).is_some_and(|above| above.unit > level.unit);
    let asked = |date: &&Deadline| date.falls == Falls::HalfYearly && date.levels.iter().any(above);
    let rated = level.reports.contains(&PeriodKind::Half) || !level.reports.contains(&PeriodKind::Quarter);
    pack.calendar.iter().find(asked).filter(|_| !rated)
}

/// Lists the two quarters out of which an office puts such a half-year together, in order. Empty for every other period,
/// and for a half-year that began before the document's first period.
#[must_use]
pub fn quarters_of(pack: &Pack, level: &Level, period: Period) -> Vec<Period> {
    let Part::Half(half) = period.part() else { return Vec::new() };
    if half_yearly(pack, level).is_none() {
        return Vec::new();
    }
    let quarter = |n| Period::new(period.year(), Part::Quarter(n)).filter(|quarter| level.rates(*quarter));
    [half * 2 - 1, half * 2].into_iter().map(quarter).collect::<Option<_>>().unwrap_or_default()
}

/// Lists the half-years of a year that an office puts together, in order.
#[must_use]
pub fn halves_of(pack: &Pack, level: &Level, year: i32) -> Vec<Period> {
    let half = |n| Period::new(year, Part::Half(n)).filter(|half| !quarters_of(pack, level, *half).is_empty());
    (1..=2).filter_map(half).collect()
}

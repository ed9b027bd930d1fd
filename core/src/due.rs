//! What is due on a day: the periods that have just ended, until what somebody owes about them is signed.

use chrono::Months;

use crate::{
    days::Day,
    pack::{Deadline, HandsIn, Level, Pack, PeriodKind},
    period::{Part, Period},
};

/// A period that has ended, and about which something is still owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due<'p> {
    /// The period.
    pub period: Period,
    /// The last day that the document names for it, with the deadline that does; `None` where it names none.
    pub last: Option<(Day, &'p Deadline)>,
}

impl Due<'_> {
    /// Returns how many days are left on a day: 0 on the last one, less after it; `None` where the document names no day.
    #[must_use]
    pub fn days_left(&self, today: Day) -> Option<i64> {
        self.last.map(|(last, _)| (last - today).num_days())
    }
}

/// Returns what is due under a level on a day: of each kind of period that it rates the last that has ended, unless
/// `signed` says that what is owed about it was signed. The kind that a clerk meets first comes first.
///
/// A period is due for three months after its end, as long as the quarter after it, and longer only where the document
/// names a later day: nobody who starts in November is asked for the year before.
#[must_use]
pub fn due<'p>(
    pack: &'p Pack,
    level: &Level,
    file: HandsIn,
    today: Day,
    signed: impl Fn(Period) -> bool,
) -> Vec<Due<'p>> {
    let mut kinds = level.reports.clone();
    if !kinds.contains(&level.awarded_for) {
        kinds.push(level.awarded_for);
    }
    let ended = kinds.into_iter().filter_map(|kind| last_ended(kind, today)).filter(|period| level.rates(*period));
    let owed = ended.map(|period| Due { period, last: pack.due(&level.id, file, period) });
    owed.filter(|due| due.is_within(3, today) && !signed(due.period)).collect()
}

impl Due<'_> {
    /// Tells whether everybody still waits for it on a day, so that the page opens it: in the month after its end, and
    /// until the document's last day.
    #[must_use]
    pub fn is_waited_for(&self, today: Day) -> bool {
        self.is_within(1, today)
    }

    fn is_within(&self, months: u32, today: Day) -> bool {
        let next = self.period.days().last().succ_opt();
        let over = next.and_then(|next| next.checked_add_months(Months::new(months)));
        over.is_some_and(|over| today < over) || self.last.is_some_and(|(last, _)| today <= last)
    }
}

/// Returns the last period of a kind that ended before a day; `None` beyond the years that periods have.
fn last_ended(kind: PeriodKind, today: Day) -> Option<Period> {
    let quarter = Period::quarter_of(today)?;
    let (year, part) = (quarter.year(), quarter.part());
    match (kind, part) {
        (PeriodKind::Quarter, Part::Quarter(n @ 2..)) => Period::new(year, Part::Quarter(n - 1)),
        (PeriodKind::Quarter, _) => Period::new(year - 1, Part::Quarter(4)),
        (PeriodKind::Half, Part::Quarter(3..)) => Period::new(year, Part::Half(1)),
        (PeriodKind::Half, _) => Period::new(year - 1, Part::Half(2)),
        (PeriodKind::Year, _) => Period::new(year - 1, Part::Year),
    }
}

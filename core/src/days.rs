//! Days and runs of days, as China counts them (UTC+8). Knows no clock: today is always handed in.

/// One calendar day.
pub type Day = chrono::NaiveDate;

/// A run of days, first and last included, never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    first: Day,
    last: Day,
}

impl Days {
    /// The run from `first` to `last`; `None` when `last` lies before `first`.
    #[must_use]
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The first day.
    #[must_use]
    pub fn first(self) -> Day {
        self.first
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> Day {
        self.last
    }

    /// Whether `day` lies in the run.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether every day of `other` lies in the run.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// The days both runs have, if any.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last))
    }

    /// Both as one run where `later`, which begins no earlier, begins in this one or on the day after it.
    #[must_use]
    pub(crate) fn joined(self, later: Self) -> Option<Self> {
        let touches = later.first <= self.last || self.last.succ_opt() == Some(later.first);
        touches.then(|| Self { first: self.first, last: self.last.max(later.last) })
    }

    /// The part up to and including `day`, if any.
    #[must_use]
    pub fn until(self, day: Day) -> Option<Self> {
        Self::new(self.first, self.last.min(day))
    }
}

/// The first run of days in `window` that none of `runs` covers; `None` when all are covered.
#[must_use]
pub fn first_gap(window: Days, runs: &mut [Days]) -> Option<Days> {
    runs.sort_unstable();
    gap(window, runs.iter().copied())
}

/// As [`first_gap`], of runs that come by first day.
pub(crate) fn gap(window: Days, runs: impl IntoIterator<Item = Days>) -> Option<Days> {
    let mut open = window.first;
    for run in runs {
        if run.first > open {
            return Days::new(open, run.first.pred_opt()?.min(window.last));
        }
        if run.last >= open {
            match run.last.succ_opt() {
                Some(next) if next <= window.last => open = next,
                _ => return None,
            }
        }
    }
    Days::new(open, window.last)
}

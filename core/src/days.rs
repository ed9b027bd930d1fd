//! Days and runs of days in China (UTC+8). Today is always handed in.

/// One calendar day.
pub type Day = chrono::NaiveDate;

/// A run of days, first and last included, never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    first: Day,
    last: Day,
}

impl Days {
    /// Builds the run from `first` to `last`; returns `None` when `last` lies before `first`.
    #[must_use]
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// Returns the first day.
    #[must_use]
    pub fn first(self) -> Day {
        self.first
    }

    /// Returns the last day.
    #[must_use]
    pub fn last(self) -> Day {
        self.last
    }

    /// Tells whether `day` lies in the run.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Tells whether every day of `other` lies in the run.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Returns the days that both runs have; `None` where they have none in common.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last))
    }

    /// Joins both into one run where `later`, which begins no earlier, begins in this one or on the day after it;
    /// returns `None` where a gap lies between them.
    #[must_use]
    pub(crate) fn joined(self, later: Self) -> Option<Self> {
        let touches = later.first <= self.last || self.last.succ_opt() == Some(later.first);
        touches.then(|| Self { first: self.first, last: self.last.max(later.last) })
    }

    /// Returns the part up to and including `day`; `None` where the run begins later.
    #[must_use]
    pub fn until(self, day: Day) -> Option<Self> {
        Self::new(self.first, self.last.min(day))
    }
}

/// Finds the first run of days in `window` that none of `runs` covers; returns `None` when all are covered.
#[must_use]
pub fn first_gap(window: Days, runs: &mut [Days]) -> Option<Days> {
    runs.sort_unstable();
    gap(window, runs.iter().copied())
}

/// Finds the gap as [`first_gap`] does, in runs that come ordered by first day.
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

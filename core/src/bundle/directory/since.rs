//! The plausibility of the day since which a key is said to be lost.

use chrono::Days;

use crate::days::Day;

/// The most days before the first-seen day at which a day of loss is still likely.
const A_YEAR: u64 = 366;

/// A claimed day of loss against the day on which the file was first seen. The day is a claim: a signer who wants files
/// of its own out of the way could name any day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostSince {
    /// Within the year before, or one day after, which a clock that runs fast explains.
    Likely,
    /// More than a day ahead.
    Ahead,
    /// More than a year back.
    LongAgo,
}

impl LostSince {
    /// Compares `since` with `first_seen`.
    #[must_use]
    pub fn of(since: Day, first_seen: Day) -> Self {
        let ahead = first_seen.checked_add_days(Days::new(1)).is_some_and(|tomorrow| since > tomorrow);
        let long_ago = first_seen.checked_sub_days(Days::new(A_YEAR)).is_some_and(|then| since < then);
        match (ahead, long_ago) {
            (true, _) => Self::Ahead,
            (_, true) => Self::LongAgo,
            _ => Self::Likely,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_loss_is_neither_to_come_nor_long_past() {
        let seen = "2026-04-12".parse().unwrap();
        for (since, stands) in [
            ("2026-04-12", LostSince::Likely),
            ("2026-04-13", LostSince::Likely),
            ("2026-04-14", LostSince::Ahead),
            ("9999-12-31", LostSince::Ahead),
            ("2025-04-11", LostSince::Likely),
            ("2025-04-10", LostSince::LongAgo),
            ("0001-01-01", LostSince::LongAgo),
        ] {
            assert_eq!(LostSince::of(since.parse().unwrap(), seen), stands, "{since}");
        }
    }
}

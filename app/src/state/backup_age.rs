//! The age of the last backup, and whether another is due. Pure.

use cunping_core::id::Digest;

const DAY_MS: i64 = 86_400_000;

/// The largest age of a backup, in days, before another is due.
pub const MOST_DAYS: i64 = 30;

/// The age of the last backup, and whether anything has changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupAge {
    /// The time at which it was made, in milliseconds since 1970, UTC; `None` if there is no backup.
    pub made_ms: Option<i64>,
    /// The whole days since then; 0 if there is no backup.
    pub days: i64,
    /// True if a backup made now would hold something else, or if there is none yet. `None` until the store was looked
    /// at.
    pub changed: Option<bool>,
}

impl BackupAge {
    /// Returns the age at `now_ms` of a backup, given its time and the digest of its content, and the digest of what
    /// one would hold now.
    #[must_use]
    pub fn at(now_ms: i64, made: Option<(i64, Digest)>, holds: Option<Digest>) -> Self {
        let days = made.map_or(0, |(made, _)| now_ms.saturating_sub(made).max(0) / DAY_MS);
        let changed = match made {
            None => Some(true),
            Some((_, held)) => holds.map(|holds| holds != held),
        };
        Self { made_ms: made.map(|(made, _)| made), days, changed }
    }

    /// Returns whether another backup is due.
    #[must_use]
    pub fn is_due(self) -> bool {
        self.changed == Some(true) || self.days > MOST_DAYS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_due_when_it_would_hold_something_else_or_is_old() {
        let day = |n: i64| n * DAY_MS;
        let (same, other) = (Digest([1; 32]), Digest([2; 32]));
        let at = |made: i64, holds| BackupAge::at(day(100), Some((made, same)), holds);
        assert!(BackupAge::at(day(100), None, Some(same)).is_due());
        assert!(at(day(99), Some(other)).is_due());
        assert!(!at(day(70), Some(same)).is_due());
        assert!(at(day(69), Some(same)).is_due());
        assert_eq!((at(day(99), None).changed, at(day(99), None).is_due()), (None, false));
        assert_eq!((at(day(100) - 1, None).days, at(day(101), None).days), (0, 0));
    }
}

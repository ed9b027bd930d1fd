//! How old the last backup is and whether another is due. Pure; makes none.

use cunping_core::id::Digest;

const DAY_MS: i64 = 86_400_000;

/// A backup of more days is too old.
pub const MOST_DAYS: i64 = 30;

/// How the last backup stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupAge {
    /// When it was made, in milliseconds since 1970, UTC; `None` where there was none.
    pub made_ms: Option<i64>,
    /// Whole days since then; 0 without.
    pub days: i64,
    /// Whether one made now would hold anything else; true without. `None` until that has been looked at.
    pub changed: Option<bool>,
}

impl BackupAge {
    /// The age at `now_ms` of a backup, given when it was made and what it holds, and what one would hold now.
    #[must_use]
    pub fn at(now_ms: i64, made: Option<(i64, Digest)>, holds: Option<Digest>) -> Self {
        let days = made.map_or(0, |(made, _)| now_ms.saturating_sub(made).max(0) / DAY_MS);
        let changed = match made {
            None => Some(true),
            Some((_, held)) => holds.map(|holds| holds != held),
        };
        Self { made_ms: made.map(|(made, _)| made), days, changed }
    }

    /// Whether another backup is due.
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

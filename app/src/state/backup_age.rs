//! How old the last backup is and whether another is due. Pure; makes none.

use crate::store::{FileRecord, Register, Workplace};

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
    /// Whether something was changed since then; true without, where there is something to lose.
    pub changed: bool,
}

impl BackupAge {
    /// The age at `now_ms` of a backup, given when something was last changed.
    #[must_use]
    pub fn at(now_ms: i64, made_ms: Option<i64>, changed_ms: Option<i64>) -> Self {
        let days = made_ms.map_or(0, |made| now_ms.saturating_sub(made).max(0) / DAY_MS);
        let changed = changed_ms.is_some_and(|changed| made_ms.is_none_or(|made| changed > made));
        Self { made_ms, days, changed }
    }

    /// Whether another backup is due.
    #[must_use]
    pub fn is_due(self) -> bool {
        self.changed || self.days > MOST_DAYS
    }
}

/// When real data last changed, as far as it is in memory: every workplace, and what the current one holds.
#[must_use]
pub fn last_change(
    workplaces: &[Workplace],
    current: Option<&Workplace>,
    register: &Register,
    files: &[FileRecord],
) -> Option<i64> {
    let made = workplaces.iter().filter(|it| !it.example).map(|it| it.created.ms);
    let incidents = register.incidents.iter().map(|it| it.at_ms);
    let statements = register.statements.iter().map(|it| it.at_ms);
    let remarks = register.remarks.iter().map(|it| it.at_ms);
    let seen = files.iter().map(|it| it.first_seen.ms);
    let held = incidents.chain(statements).chain(remarks).chain(seen);
    made.chain(held.filter(|_| current.is_some_and(|it| !it.example))).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_due_when_something_changed_or_it_is_old() {
        let day = |n: i64| n * DAY_MS;
        let at = |made, changed| BackupAge::at(day(100), made, changed);
        assert!(!at(None, None).is_due());
        assert!(at(None, Some(day(1))).is_due());
        assert!(at(Some(day(99)), Some(day(99) + 1)).is_due());
        assert!(!at(Some(day(70)), Some(day(70))).is_due());
        assert!(at(Some(day(69)), None).is_due());
        assert_eq!(at(Some(day(100) - 1), None).days, 0);
        assert_eq!(at(Some(day(101)), None).days, 0);
    }
}

//! The current day, for what is dated when a chore runs. Tests never ask for it.

use std::time::{SystemTime, UNIX_EPOCH};

/// Returns the current day, as `2026-11-29`.
pub(crate) fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let now = chrono::DateTime::from_timestamp(i64::try_from(seconds).unwrap_or(0), 0).unwrap_or_default();
    now.date_naive().to_string()
}

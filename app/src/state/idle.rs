//! The time after which an unlocked key is locked by itself. Pure.

/// The number of minutes without a key, pointer or touch in any tab of the page, after which keys are locked.
pub const IDLE_MINUTES: i64 = 15;

/// Returns whether [`IDLE_MINUTES`] have passed since `last`; both in milliseconds since 1970. False if the clock was
/// set back.
#[must_use]
pub fn is_idle(last: i64, now: i64) -> bool {
    now.saturating_sub(last) >= IDLE_MINUTES * 60_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_locks_after_so_many_minutes_and_not_before() {
        let (last, minutes) = (1_774_972_800_000, IDLE_MINUTES * 60_000);
        assert!(!is_idle(last, last + minutes - 1) && is_idle(last, last + minutes));
        assert!(!is_idle(last, last - minutes), "the clock was set back");
        assert!(is_idle(last, i64::MAX) && !is_idle(i64::MAX, i64::MIN));
    }
}

//! The clock. Only this file asks the machine for the time. Days are China's (UTC+8), whatever the laptop's time zone.

use cunping_core::{days::Day, moment::Moment};

const CHINA_MS: i64 = 8 * 3_600_000;
const DAY_MS: i64 = 86_400_000;

/// Returns the milliseconds since 1970-01-01T00:00Z by this machine's clock.
#[cfg(target_arch = "wasm32")]
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the browser's clock counts whole milliseconds below 2^53")]
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Returns the present moment, with its day in China.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn moment() -> crate::store::ClockTime {
    let ms = now();
    crate::store::ClockTime { ms, day: day(ms) }
}

/// Returns the current day in China.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn today() -> Day {
    day(now())
}

/// Returns the day in China at a moment, given in milliseconds since 1970; `Day::MIN` for a moment out of range.
#[must_use]
pub fn day(ms: i64) -> Day {
    Moment::from_unix(ms.div_euclid(1000)).map_or(Day::MIN, Moment::day)
}

/// Returns the time of day in China at a moment, given in milliseconds since 1970, as `hh:mm`.
#[must_use]
pub fn time(ms: i64) -> String {
    let minutes = (ms + CHINA_MS).rem_euclid(DAY_MS) / 60_000;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_sixteen_hours_utc() {
        // 2026-03-31T15:59:59.999Z and the millisecond after it.
        let last = 1_774_972_799_999;
        assert_eq!((day(last).to_string(), time(last)), ("2026-03-31".into(), "23:59".into()));
        assert_eq!((day(last + 1).to_string(), time(last + 1)), ("2026-04-01".into(), "00:00".into()));
    }
}

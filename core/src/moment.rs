//! A second on China's clock, as files write it (RFC 3339, always +08:00). The current time is always handed in.

use std::{fmt, str::FromStr};

use chrono::{DateTime, NaiveDateTime, Timelike as _};

use crate::days::Day;

/// A second, written `2026-03-31T09:05:00+08:00`. A time in a file is a claim of its writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(NaiveDateTime);

/// The error for text that is no time of the one form that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a time of the form YYYY-MM-DDTHH:MM:SS+08:00")]
pub struct MomentError;

const EAST_8: i32 = 8 * 3600;

impl Moment {
    /// Converts Unix seconds; returns `None` outside the years 0001 to 9999.
    #[must_use]
    pub fn from_unix(seconds: i64) -> Option<Self> {
        let local = DateTime::from_timestamp(seconds.checked_add(i64::from(EAST_8))?, 0)?.naive_utc();
        (1..=9999).contains(&chrono::Datelike::year(&local)).then_some(Self(local))
    }

    /// Returns the Unix seconds.
    #[must_use]
    pub fn unix(self) -> i64 {
        self.0.and_utc().timestamp() - i64::from(EAST_8)
    }

    /// Returns the day in China.
    #[must_use]
    pub fn day(self) -> Day {
        self.0.date()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}+08:00", self.0.date(), self.0.time())
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    /// Fails on anything but `YYYY-MM-DDTHH:MM:SS+08:00`: no fraction, no other offset, no leap second.
    fn from_str(text: &str) -> Result<Self, MomentError> {
        let time =
            text.strip_suffix("+08:00").and_then(|local| local.parse::<NaiveDateTime>().ok()).ok_or(MomentError)?;
        (time.nanosecond() == 0 && Self(time).to_string() == text).then_some(Self(time)).ok_or(MomentError)
    }
}

/// Parses a day of the form `YYYY-MM-DD`; returns `None` for any other form and for days that do not exist.
#[must_use]
pub fn day(text: &str) -> Option<Day> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
    };
    let year = i32::try_from(number(&[*y1, *y2, *y3, *y4])?).ok()?;
    Day::from_ymd_opt(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_one_form_only() {
        let text = "2026-03-31T09:05:00+08:00";
        assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        let moment = Moment::from_unix(1_774_919_100).unwrap();
        assert_eq!((moment.to_string().as_str(), moment.unix()), (text, 1_774_919_100));
        for text in [
            "",
            "2026-03-31T09:05:00Z",
            "2026-03-31T09:05:00+00:00",
            "2026-03-31T09:05:00.0+08:00",
            "2026-03-31 09:05:00+08:00",
            "2026-03-31t09:05:00+08:00",
            "2026-03-31T09:05:60+08:00",
            "2026-02-29T09:05:00+08:00",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(MomentError), "{text}");
        }
    }

    #[test]
    fn days_have_one_form_only() {
        assert!(day("2024-02-29").is_some());
        for text in ["2026-2-28", "2026-02-29", "+2026-02-28", " 2026-02-28", "2026-02-28 ", "20260228"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}

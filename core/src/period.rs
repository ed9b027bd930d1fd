//! The periods that documents rate: a year, a half-year, a quarter. Calendar arithmetic only.

use std::{fmt, str::FromStr};

use crate::days::{Day, Days};

/// A rated period of the calendar (reading of all five documents: 年 is the calendar year).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    year: i32,
    part: Part,
}

/// The part of its year that a period covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// 1 January to 31 December.
    Year,
    /// The first or second half.
    Half(u8),
    /// The first to fourth quarter.
    Quarter(u8),
}

/// The error for text that is none of `2026`, `2026-H1`, `2026-Q1`, or whose year is outside 2000–2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a period such as 2026, 2026-H1 or 2026-Q1")]
pub struct PeriodError;

impl Period {
    /// Builds a period of `year` (2000–2199); returns `None` outside, or for a half or quarter that no year has.
    #[must_use]
    pub fn new(year: i32, part: Part) -> Option<Self> {
        let part_exists = match part {
            Part::Year => true,
            Part::Half(n) => (1..=2).contains(&n),
            Part::Quarter(n) => (1..=4).contains(&n),
        };
        ((2000..2200).contains(&year) && part_exists).then_some(Self { year, part })
    }

    /// Returns the quarter in which `day` lies; `None` outside the years 2000–2199.
    #[must_use]
    pub fn quarter_of(day: Day) -> Option<Self> {
        use chrono::Datelike;
        let quarter = u8::try_from(day.month0() / 3 + 1).ok()?;
        Self::new(day.year(), Part::Quarter(quarter))
    }

    /// Returns the calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// Returns the part of the year.
    #[must_use]
    pub fn part(self) -> Part {
        self.part
    }

    /// Returns the whole year in which the period lies.
    #[must_use]
    pub fn whole_year(self) -> Self {
        Self { part: Part::Year, ..self }
    }

    /// Returns the days of the period. Cannot fail: a [`Period`] exists only for real years and parts.
    #[must_use]
    pub fn days(self) -> Days {
        let (from, months) = match self.part {
            Part::Year => (1, 12),
            Part::Half(n) => (u32::from(n) * 6 - 5, 6),
            Part::Quarter(n) => (u32::from(n) * 3 - 2, 3),
        };
        let first = Day::from_ymd_opt(self.year, from, 1).unwrap_or(Day::MIN);
        let last =
            first.checked_add_months(chrono::Months::new(months)).and_then(|next| next.pred_opt()).unwrap_or(first);
        Days::new(first, last).unwrap_or_else(|| unreachable!("a period has days"))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Year => write!(f, "{}", self.year),
            Part::Half(n) => write!(f, "{}-H{n}", self.year),
            Part::Quarter(n) => write!(f, "{}-Q{n}", self.year),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let (year, part) = text.split_once('-').map_or((text, None), |(year, part)| (year, Some(part)));
        let part = match part {
            None => Part::Year,
            Some("H1") => Part::Half(1),
            Some("H2") => Part::Half(2),
            Some("Q1") => Part::Quarter(1),
            Some("Q2") => Part::Quarter(2),
            Some("Q3") => Part::Quarter(3),
            Some("Q4") => Part::Quarter(4),
            Some(_) => return Err(PeriodError),
        };
        if year.len() != 4 {
            return Err(PeriodError);
        }
        Self::new(year.parse().map_err(|_| PeriodError)?, part).ok_or(PeriodError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_each_part() {
        for (text, first, last) in [
            ("2026", "2026-01-01", "2026-12-31"),
            ("2026-H2", "2026-07-01", "2026-12-31"),
            ("2024-Q1", "2024-01-01", "2024-03-31"),
            ("2026-Q4", "2026-10-01", "2026-12-31"),
        ] {
            let period: Period = text.parse().unwrap();
            assert_eq!(period.to_string(), text);
            assert_eq!(period.days().first().to_string(), first);
            assert_eq!(period.days().last().to_string(), last);
        }
    }

    #[test]
    fn refuses_what_is_no_period() {
        for text in ["", "1999", "2200", "26", "2026-Q5", "2026-Q0", "2026-H3", "2026Q1", "+026", "2026-"] {
            assert_eq!(text.parse::<Period>(), Err(PeriodError), "{text}");
        }
    }
}

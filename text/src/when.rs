//! Days, runs of days and periods in words.

use chrono::Datelike;
use cunping_core::{
    days::{Day, Days},
    moment::Moment,
    pack::PeriodKind,
    period::{Part, Period},
};

use crate::lang::Lang;

pub use crate::typed_day::typed_day;

/// Formats a day: `2026年3月31日`, `31 March 2026`.
#[must_use]
pub fn day(lang: Lang, day: Day) -> String {
    let year = day.year();
    let rest = month_day(lang, day.month(), day.day());
    say!(lang, "{year}年{rest}", "{rest} {year}")
}

/// Formats a day of every year: `3月31日`, `31 March`.
#[must_use]
pub fn month_day(lang: Lang, month: u32, day: u32) -> String {
    let name = month_name(month);
    say!(lang, "{month}月{day}日", "{day} {name}")
}

/// Formats a run of days: `2026年3月11日至3月31日`, `11 to 31 March 2026`; a run of one day as that day.
#[must_use]
pub fn days(lang: Lang, run: Days) -> String {
    let (first, last) = (run.first(), run.last());
    if first == last {
        return day(lang, first);
    }
    let end = match lang {
        Lang::Zh if first.year() == last.year() => month_day(lang, last.month(), last.day()),
        _ => day(lang, last),
    };
    let start = match lang {
        Lang::En if first.year() == last.year() && first.month() == last.month() => first.day().to_string(),
        Lang::En if first.year() == last.year() => month_day(lang, first.month(), first.day()),
        _ => day(lang, first),
    };
    say!(lang, "{start}至{end}", "{start} to {end}")
}

/// Formats a period: `2026年第1季度`, `2026年上半年`, `2026年`; `Q1 2026`, `first half of 2026`, `2026`.
#[must_use]
pub fn period(lang: Lang, period: Period) -> String {
    let year = period.year();
    match period.part() {
        Part::Year => say!(lang, "{year}年", "{year}"),
        Part::Half(1) => say!(lang, "{year}年上半年", "first half of {year}"),
        Part::Half(_) => say!(lang, "{year}年下半年", "second half of {year}"),
        Part::Quarter(n) => say!(lang, "{year}年第{n}季度", "Q{n} {year}"),
    }
}

/// Formats a period below a heading that names its year: `第1季度`, `上半年`, `全年`.
#[must_use]
pub fn part(lang: Lang, period: Period) -> String {
    match period.part() {
        Part::Year => lang.pick("全年", "Year").to_owned(),
        Part::Half(1) => lang.pick("上半年", "First half").to_owned(),
        Part::Half(_) => lang.pick("下半年", "Second half").to_owned(),
        Part::Quarter(n) => say!(lang, "第{n}季度", "Q{n}"),
    }
}

/// Formats the last day looked at: `截至 2026年3月31日`, `as of 31 March 2026`.
#[must_use]
pub fn as_of(lang: Lang, until: Day) -> String {
    let until = day(lang, until);
    say!(lang, "截至 {until}", "as of {until}")
}

/// Formats a moment in China's time, to the minute: `2026年3月31日 09:05`, `31 March 2026, 09:05`.
#[must_use]
pub fn moment(lang: Lang, moment: Moment) -> String {
    let text = moment.to_string();
    let (day, time) = (day(lang, moment.day()), text.get(11..16).unwrap_or_default());
    say!(lang, "{day} {time}", "{day}, {time}")
}

/// Returns the kind of a period.
#[must_use]
pub fn kind(period: Period) -> PeriodKind {
    match period.part() {
        Part::Year => PeriodKind::Year,
        Part::Half(_) => PeriodKind::Half,
        Part::Quarter(_) => PeriodKind::Quarter,
    }
}

/// Returns the name of a kind of period: `年度`, `半年`, `季度`; `year`, `half-year`, `quarter`.
#[must_use]
pub fn kind_name(lang: Lang, kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Year => lang.pick("年度", "year"),
        PeriodKind::Half => lang.pick("半年", "half-year"),
        PeriodKind::Quarter => lang.pick("季度", "quarter"),
    }
}

fn month_name(month: u32) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let place = usize::try_from(month).ok().and_then(|n| n.checked_sub(1));
    place.and_then(|place| NAMES.get(place)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(first: &str, last: &str) -> Days {
        Days::new(first.parse().unwrap(), last.parse().unwrap()).unwrap()
    }

    #[test]
    fn runs_of_days() {
        for (first, last, zh, en) in [
            ("2026-03-11", "2026-03-31", "2026年3月11日至3月31日", "11 to 31 March 2026"),
            ("2026-01-01", "2026-03-31", "2026年1月1日至3月31日", "1 January to 31 March 2026"),
            ("2025-12-15", "2026-01-10", "2025年12月15日至2026年1月10日", "15 December 2025 to 10 January 2026"),
            ("2026-02-03", "2026-02-03", "2026年2月3日", "3 February 2026"),
        ] {
            assert_eq!(days(Lang::Zh, run(first, last)), zh);
            assert_eq!(days(Lang::En, run(first, last)), en);
        }
    }

    #[test]
    fn a_minute_of_china() {
        let moment = "2026-03-31T09:05:07+08:00".parse().unwrap();
        assert_eq!(super::moment(Lang::Zh, moment), "2026年3月31日 09:05");
        assert_eq!(super::moment(Lang::En, moment), "31 March 2026, 09:05");
    }

    #[test]
    fn periods() {
        for (text, zh, en) in [
            ("2026", "2026年", "2026"),
            ("2026-H1", "2026年上半年", "first half of 2026"),
            ("2026-H2", "2026年下半年", "second half of 2026"),
            ("2026-Q1", "2026年第1季度", "Q1 2026"),
        ] {
            assert_eq!(period(Lang::Zh, text.parse().unwrap()), zh);
            assert_eq!(period(Lang::En, text.parse().unwrap()), en);
        }
    }
}

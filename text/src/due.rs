//! When something is due, in words. Where the document names no day, the words say so.

use chrono::Datelike;
use cunping_core::{
    days::Day,
    due::Due,
    pack::{Falls, HandsIn},
};

use crate::{
    lang::{self, Lang},
    when,
};

/// Describes when something is due: `每年12月15日至1月10日`, `每季度（文件没有写明日期）`.
#[must_use]
pub fn falls(lang: Lang, falls: Falls) -> String {
    match falls {
        Falls::Once { from, to } => {
            let run = cunping_core::days::Days::new(from, to);
            run.map_or_else(|| when::day(lang, to), |run| when::days(lang, run))
        }
        Falls::Yearly { from: Some((month, day)), to } => {
            let (from, to) = (when::month_day(lang, month, day), when::month_day(lang, to.0, to.1));
            say!(lang, "每年{from}至{to}", "Every year, {from} to {to}")
        }
        Falls::Yearly { from: None, to: (month, day) } => {
            let to = when::month_day(lang, month, day);
            say!(lang, "每年{to}以前（含当日）", "Every year by {to}")
        }
        Falls::QuarterlyBy { month, day, .. } => {
            let nth = lang.pick(["一", "二", "三"], ["first", "second", "third"]);
            let nth = nth.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
            say!(lang, "每季度第{nth}个月{day}日以前（含当日）", "By day {day} of the {nth} month of every quarter")
        }
        Falls::Quarterly => no_day(lang, lang.pick("每季度", "Every quarter")),
        Falls::HalfYearly => no_day(lang, lang.pick("每半年", "Every half-year")),
        Falls::YearEnd => no_day(lang, lang.pick("年底", "At the end of the year")),
        Falls::Undated => lang.pick("文件没有写明日期", "The document states no date").to_string(),
    }
}

/// Returns the last day of the next run that is not over on a day; `None` if the document names no day, or no more
/// runs follow.
#[must_use]
pub fn next(falls: Falls, today: Day) -> Option<Day> {
    match falls {
        Falls::Once { to, .. } => Some(to).filter(|to| today <= *to),
        Falls::Yearly { to: (month, day), .. } => {
            (today.year()..).take(LEAP).filter_map(|year| Day::from_ymd_opt(year, month, day)).find(|to| today <= *to)
        }
        Falls::QuarterlyBy { month, day, from } => {
            let months = (0..4).map(|quarter| quarter * 3 + u32::from(month));
            let days = (today.year()..).take(2).flat_map(|year| {
                months.clone().filter_map(move |month| Day::from_ymd_opt(year, month, u32::from(day)))
            });
            days.into_iter().find(|to| today <= *to && from.is_none_or(|from| from <= *to))
        }
        Falls::Quarterly | Falls::HalfYearly | Falls::YearEnd | Falls::Undated => None,
    }
}

/// Within this many years a day of the year occurs again: around 2100 there is no 29 February for eight years.
const LEAP: usize = 9;

/// Describes the next due day: `下一次：2027年1月10日，还有 49 天`; `已过：2022年3月25日`; `None` if the document
/// names no day.
#[must_use]
pub fn next_words(lang: Lang, falls: Falls, today: Day) -> Option<String> {
    if let Some(to) = next(falls, today) {
        let (day, left) = (when::day(lang, to), (to - today).num_days());
        let days = days_word(left);
        return Some(match left {
            0 => say!(lang, "就是今天：{day}", "Today: {day}"),
            _ => say!(lang, "下一次：{day}，还有 {left} 天", "Next: {day}, in {left} {days}"),
        });
    }
    let Falls::Once { to, .. } = falls else { return None };
    let day = when::day(lang, to);
    Some(say!(lang, "已过：{day}", "Over since {day}"))
}

/// Heads the list of what is due.
#[must_use]
pub fn heading(lang: Lang) -> &'static str {
    lang.pick("现在该办的", "Due now")
}

/// Says that a period is owed, and how long there is: `2026年还没有报；最后一天是2027年1月9日，还剩 3 天 · 五(二)`
#[must_use]
pub fn owed(lang: Lang, file: HandsIn, due: &Due<'_>, today: Day) -> String {
    let period = lang::sentence(lang, when::period(lang, due.period));
    let what = match file {
        HandsIn::Assessment => say!(lang, "{period}还没有报", "{period}: not reported yet"),
        HandsIn::Opinion => say!(lang, "{period}还没有签意见", "{period}: no opinion signed yet"),
        HandsIn::Rollup => say!(lang, "{period}还没有签汇总", "{period}: no roll-up signed yet"),
    };
    let Some((last, deadline)) = due.last else {
        return say!(lang, "{what}；文件没有写最后一天。", "{what}; the document names no last day.");
    };
    let (day, clause) = (when::day(lang, last), &deadline.clause);
    let days = days_word((last - today).num_days());
    match (last - today).num_days() {
        0 => say!(lang, "{what}；今天是最后一天 · {clause}", "{what}; today is the last day · {clause}"),
        left @ 1.. => say!(
            lang,
            "{what}；最后一天是{day}，还剩 {left} 天 · {clause}",
            "{what}; the last day is {day}, in {left} {days} · {clause}"
        ),
        left => {
            let over = -left;
            let days = days_word(over);
            say!(
                lang,
                "{what}；最后一天是{day}，已过 {over} 天 · {clause}",
                "{what}; the last day was {day}, {over} {days} ago · {clause}"
            )
        }
    }
}

/// Marks a period that is due among others: `现在要报，最后一天是1月10日`.
#[must_use]
pub fn now(lang: Lang, due: &Due<'_>) -> String {
    match due.last {
        Some((last, _)) => {
            let day = when::month_day(lang, last.month(), last.day());
            say!(lang, "现在要报，最后一天是{day}", "Due now, the last day is {day}")
        }
        None => lang.pick("现在要报", "Due now").to_owned(),
    }
}

/// Words a link to a period that is due.
#[must_use]
pub fn open(lang: Lang, period: &str) -> String {
    say!(lang, "打开{period}", "Open {period}")
}

fn days_word(n: i64) -> &'static str {
    if n == 1 { "day" } else { "days" }
}

fn no_day(lang: Lang, when: &str) -> String {
    say!(lang, "{when}（文件没有写明日期）", "{when} (the document states no day)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_every_year() {
        let yearly = Falls::Yearly { from: Some((12, 15)), to: (1, 10) };
        assert_eq!(falls(Lang::Zh, yearly), "每年12月15日至1月10日");
        assert_eq!(falls(Lang::En, Falls::Yearly { from: None, to: (1, 9) }), "Every year by 9 January");
        let once = Falls::Once { from: "2022-03-15".parse().unwrap(), to: "2022-03-25".parse().unwrap() };
        assert_eq!(falls(Lang::Zh, once), "2022年3月15日至3月25日");
        assert_eq!(falls(Lang::Zh, Falls::Quarterly), "每季度（文件没有写明日期）");
    }

    #[test]
    fn what_comes_next_and_what_is_over() {
        let yearly = Falls::Yearly { from: Some((12, 15)), to: (1, 10) };
        let words = |falls, today: &str| next_words(Lang::Zh, falls, today.parse().unwrap());
        assert_eq!(words(yearly, "2026-11-22").unwrap(), "下一次：2027年1月10日，还有 49 天");
        assert_eq!(words(yearly, "2027-01-10").unwrap(), "就是今天：2027年1月10日");
        assert_eq!(words(yearly, "2027-01-11").unwrap(), "下一次：2028年1月10日，还有 364 天");
        let once = Falls::Once { from: "2022-03-15".parse().unwrap(), to: "2022-03-25".parse().unwrap() };
        assert_eq!(words(once, "2026-11-22").unwrap(), "已过：2022年3月25日");
        assert_eq!(words(Falls::Quarterly, "2026-11-22"), None);
        let leap = Falls::Yearly { from: None, to: (2, 29) };
        assert_eq!(next(leap, "2097-01-01".parse().unwrap()), "2104-02-29".parse().ok());
    }
}

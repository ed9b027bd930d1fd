//! Where one stands in a period, in a few words: how much is answered, what was signed and when, what came after it.

use chrono::Datelike;
use cunping_core::{
    days::Day,
    period::{Part, Period},
};

use crate::{
    lang::{self, Lang},
    term, when,
};

/// How a workplace stands in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeriodProgress {
    /// The number of criteria that no longer wait for an answer.
    pub answered: usize,
    /// The number of all criteria.
    pub all: usize,
    /// The last report that was signed; `None` before the first.
    pub signed: Option<SignedReport>,
}

/// The last report about a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedReport {
    /// Its number, from 1.
    pub number: u64,
    /// The day on which it was signed.
    pub day: Day,
    /// `true` if something was entered after it.
    pub changed: bool,
    /// `true` if a receipt for it has come.
    pub has_receipt: bool,
}

impl PeriodProgress {
    /// Returns whether nothing waits for an answer.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answered == self.all
    }
}

/// Names a period among those that are offered beside it: a year beside its parts is `2026年（全年）`.
#[must_use]
pub fn name(lang: Lang, period: Period, offered: &[Period]) -> String {
    let text = lang::sentence(lang, when::period(lang, period));
    let is_part = |other: &Period| other.year() == period.year() && other.part() != Part::Year;
    if period.part() == Part::Year && offered.iter().any(is_part) {
        say!(lang, "{text}（全年）", "{text} (whole year)")
    } else {
        text
    }
}

/// Says where one stands: `待答`, `2/8 已答`, `已答完`, `已签名第 1 次（11月29日），签名后有修改`.
#[must_use]
pub fn told(lang: Lang, progress: &PeriodProgress) -> String {
    let PeriodProgress { answered, all, signed } = *progress;
    let Some(signed) = signed else {
        return match answered {
            0 => lang.pick("待答", "To answer").to_owned(),
            _ if answered == all => lang.pick("已答完", "All answered").to_owned(),
            _ => say!(lang, "{answered}/{all} 已答", "{answered}/{all} answered"),
        };
    };
    let (number, day) = (signed.number, when::month_day(lang, signed.day.month(), signed.day.day()));
    let mut parts = vec![say!(lang, "已签名第 {number} 次（{day}）", "Report {number} signed ({day})")];
    if signed.changed {
        parts.push(lang.pick("签名后有修改", "changed since").to_owned());
    }
    if answered < all {
        let open = all - answered;
        parts.push(say!(lang, "还有 {open} 项待答", "{open} to answer"));
    }
    if signed.has_receipt {
        parts.push(lang.pick("有回执", "a receipt has come").to_owned());
    }
    parts.join(lang.pick("，", ", "))
}

/// Says of an open year which of its parts are answered, so that their answers do not look lost:
/// `第4季度已答，还差1–9月`. `None` where that says nothing: none of them is answered, or all are.
#[must_use]
pub fn of_parts(lang: Lang, parts: &[(Period, PeriodProgress)]) -> Option<String> {
    let of = |is: fn(Part) -> bool| parts.iter().filter(|(period, _)| is(period.part())).collect::<Vec<_>>();
    let mut shown = of(|part| matches!(part, Part::Quarter(_)));
    if shown.is_empty() {
        shown = of(|part| matches!(part, Part::Half(_)));
    }
    let (done, open): (Vec<&_>, Vec<&_>) = shown.into_iter().partition(|(_, progress)| progress.is_answered());
    if done.is_empty() || open.is_empty() {
        return None;
    }
    let names = |all: &[&(Period, PeriodProgress)]| {
        let names: Vec<String> = all.iter().map(|(period, _)| when::part(lang, *period)).collect();
        term::list(lang, &names)
    };
    let months = months(&open.iter().map(|(period, _)| *period).collect::<Vec<_>>());
    let (done, open) = (names(&done), names(&open));
    Some(say!(lang, "{done}已答，还差{months}", "answered: {done}; to answer: {open}"))
}

/// Lists the months of parts of a year that follow one another: `1–9月`, `1–3月、7–9月`.
fn months(parts: &[Period]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for period in parts {
        let (first, last) = (period.days().first().month(), period.days().last().month());
        match runs.last_mut() {
            Some(run) if run.1 + 1 == first => run.1 = last,
            _ => runs.push((first, last)),
        }
    }
    let runs: Vec<String> = runs.iter().map(|(first, last)| format!("{first}–{last}月")).collect();
    runs.join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn progress(answered: usize) -> PeriodProgress {
        PeriodProgress { answered, all: 8, signed: None }
    }

    fn signed(answered: usize, changed: bool, has_receipt: bool) -> PeriodProgress {
        let signed = SignedReport { number: 2, day: "2026-11-29".parse().unwrap(), changed, has_receipt };
        PeriodProgress { signed: Some(signed), ..progress(answered) }
    }

    #[test]
    fn from_the_first_answer_to_the_receipt() {
        for (now, zh, en) in [
            (progress(0), "待答", "To answer"),
            (progress(2), "2/8 已答", "2/8 answered"),
            (progress(8), "已答完", "All answered"),
            (signed(8, false, false), "已签名第 2 次（11月29日）", "Report 2 signed (29 November)"),
            (
                signed(8, true, false),
                "已签名第 2 次（11月29日），签名后有修改",
                "Report 2 signed (29 November), changed since",
            ),
            (
                signed(7, false, true),
                "已签名第 2 次（11月29日），还有 1 项待答，有回执",
                "Report 2 signed (29 November), 1 to answer, a receipt has come",
            ),
        ] {
            assert_eq!(told(Lang::Zh, &now), zh);
            assert_eq!(told(Lang::En, &now), en);
        }
    }

    #[test]
    fn a_year_beside_its_quarters_says_that_it_is_whole() {
        let offered = [period("2025"), period("2026-Q1"), period("2026")];
        assert_eq!(offered.map(|it| name(Lang::Zh, it, &offered)), ["2025年", "2026年第1季度", "2026年（全年）"]);
        assert_eq!(name(Lang::En, period("2026-H1"), &offered), "First half of 2026");
    }

    #[test]
    fn a_year_tells_of_its_answered_quarters() {
        let year = |answered: [usize; 4]| {
            let quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(period);
            let parts: Vec<_> = quarters.into_iter().zip(answered.map(progress)).collect();
            of_parts(Lang::Zh, &parts)
        };
        assert_eq!(year([0, 0, 0, 8]).unwrap(), "第4季度已答，还差1–9月");
        assert_eq!(year([0, 8, 7, 8]).unwrap(), "第2季度、第4季度已答，还差1–3月、7–9月");
        assert_eq!([year([8; 4]), year([0, 1, 2, 3])], [None, None]);
        let halves = [(period("2026-H1"), progress(8)), (period("2026-H2"), progress(0))];
        assert_eq!(of_parts(Lang::Zh, &halves).unwrap(), "上半年已答，还差7–12月");
        assert_eq!(of_parts(Lang::En, &halves).unwrap(), "answered: First half; to answer: Second half");
        assert_eq!(of_parts(Lang::Zh, &[(period("2026"), progress(0))]), None);
    }
}

//! When something is due, in words. Where the document names no day, that is said.

use cunping_core::pack::Falls;

use crate::{lang::Lang, when};

/// `每年12月15日至1月10日`, `每季度（文件没有写明日期）`.
#[must_use]
pub fn falls(lang: Lang, falls: Falls) -> String {
    match falls {
        Falls::Once { from, to } => {
            let run = cunping_core::days::Days::new(from, to);
            run.map_or_else(|| when::day(lang, to), |run| when::days(lang, run))
        }
        Falls::Yearly { from: Some((month, day)), to } => {
            let (from, to) = (when::month_day(lang, month, day), when::month_day(lang, to.0, to.1));
            say!(lang, "每年{from}至{to}", "every year, {from} to {to}")
        }
        Falls::Yearly { from: None, to: (month, day) } => {
            let to = when::month_day(lang, month, day);
            say!(lang, "每年{to}以前（含当日）", "every year by {to}")
        }
        Falls::Quarterly => no_day(lang, lang.pick("每季度", "every quarter")),
        Falls::HalfYearly => no_day(lang, lang.pick("每半年", "every half-year")),
        Falls::YearEnd => no_day(lang, lang.pick("年底", "at the end of the year")),
        Falls::Undated => lang.pick("文件没有写明日期", "the document states no date").to_string(),
    }
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
        assert_eq!(falls(Lang::En, Falls::Yearly { from: None, to: (1, 9) }), "every year by 9 January");
        let once = Falls::Once { from: "2022-03-15".parse().unwrap(), to: "2022-03-25".parse().unwrap() };
        assert_eq!(falls(Lang::Zh, once), "2022年3月15日至3月25日");
        assert_eq!(falls(Lang::Zh, Falls::Quarterly), "每季度（文件没有写明日期）");
    }
}

//! Days as people type them.

use cunping_core::days::Day;

/// Reads a day as people write it: year, month and day, with `-`, `/`, `.` or 年, 月 and 日 between them, or eight digits
/// in a row. Full-width digits and signs are the same as others, white space does not count.
///
/// Returns `None` for anything else: above all for a year that is not written with four digits, because nobody means
/// the year 26, for one before 1900, and for a day that the calendar does not have.
#[must_use]
pub fn typed_day(text: &str) -> Option<Day> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    let [year, month, day] = parts(&plain)?;
    let number = |digits: &str, lengths: std::ops::RangeInclusive<usize>| {
        let fits = lengths.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| digits.parse::<u32>().ok()).flatten()
    };
    let year = number(year, 4..=4).and_then(|year| i32::try_from(year).ok()).filter(|year| *year >= FIRST_YEAR)?;
    Day::from_ymd_opt(year, number(month, 1..=2)?, number(day, 1..=2)?)
}

/// No fact about a village is older; what is smaller is a slip.
const FIRST_YEAR: i32 = 1900;

/// Splits a day into year, month and day; the two signs between them must be the same.
fn parts(plain: &str) -> Option<[&str; 3]> {
    if let Some((year, rest)) = plain.split_once('年') {
        let (month, day) = rest.split_once('月')?;
        return Some([year, month, day.strip_suffix(['日', '号'])?]);
    }
    match plain.find(['-', '/', '.']) {
        Some(at) => {
            let (year, rest) = plain.split_at(at);
            let between = rest.chars().next()?;
            let (month, day) = rest.strip_prefix(between)?.split_once(between)?;
            Some([year, month, day])
        }
        None if plain.len() == 8 => Some([plain.get(..4)?, plain.get(4..6)?, plain.get(6..)?]),
        None => None,
    }
}

/// Returns the plain form of a full-width digit or sign, and of the signs that Chinese input methods give for them.
fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '－' | '—' | '–' | '‐' | '‑' | '−' => '-',
        '／' | '、' => '/',
        '．' | '。' => '.',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::typed_day;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in [
            "2026-03-02",
            "2026-3-2",
            "2026/3/2",
            "2026.3.2",
            "2026.03.02",
            "2026年3月2日",
            "2026年03月02日",
            "2026年3月2号",
            "20260302",
            "２０２６-０３-０２",
            "２０２６－３－２",
            "２０２６／３／２",
            "２０２６．３．２",
            "2026。3。2",
            "２０２６年３月２日",
            " 2026-3-2 ",
            "2026 年 3 月 2 日",
            "2026\u{3000}年3月2日",
            "2026 - 3 - 2",
        ] {
            assert_eq!(typed_day(text).map(|day| day.to_string()).as_deref(), Some("2026-03-02"), "{text}");
        }
        assert_eq!(typed_day("2024-2-29").map(|day| day.to_string()).as_deref(), Some("2024-02-29"));
        assert_eq!(typed_day("1900-1-1").map(|day| day.to_string()).as_deref(), Some("1900-01-01"));
    }

    #[test]
    fn what_could_mean_another_day_is_refused() {
        for text in [
            "",
            "26-3-2",
            "26-12-31",
            "0026-3-2",
            "0-1-1",
            "+2026-3-2",
            "+12027-01-10",
            "12026-3-2",
            "-2026-3-2",
            "1899-12-31",
            "2026-3/2",
            "2026/3-2",
            "2026-3",
            "2026-3-2-1",
            "2026-3-",
            "2026--3-2",
            "2026-003-2",
            "2026-3-002",
            "3-2-2026",
            "2026年3月",
            "2026年3月2",
            "26年3月2日",
            "3月2日",
            "2026月3年2日",
            "2026323",
            "202603022",
            "2026-13-1",
            "2026-0-1",
            "2026-2-30",
            "2025-2-29",
            "2026-4-31",
            "2026-3-0",
            "二〇二六年三月二日",
            "明天",
            "2026年年3月2日",
        ] {
            assert_eq!(typed_day(text), None, "{text}");
        }
    }
}

//! The surroundings that show that a number is not a personal one: a measure after it, a digest around it.

use std::ops::Range;

/// Words after a number that say what is counted or paid.
// 元 万 亿 千 百 人 户 件 起 次 亩 个 吨 份 块 条 笔 组 ％ % 年 月 日
const MEASURES: [char; 23] = [
    '\u{5143}', '\u{4e07}', '\u{4ebf}', '\u{5343}', '\u{767e}', '\u{4eba}', '\u{6237}', '\u{4ef6}', '\u{8d77}',
    '\u{6b21}', '\u{4ea9}', '\u{4e2a}', '\u{5428}', '\u{4efd}', '\u{5757}', '\u{6761}', '\u{7b14}', '\u{7ec4}', '％',
    '%', '\u{5e74}', '\u{6708}', '\u{65e5}',
];
/// Currencies in letters.
const CURRENCIES: [&str; 3] = ["yuan", "rmb", "cny"];
/// The shortest digest or id in hexadecimal digits that texts name.
const SHORTEST_DIGEST: usize = 32;

/// Tells whether the surroundings of `span` mark it as amounts or counted things.
pub(super) fn says_counted(text: &str, span: &Range<usize>) -> bool {
    let after = text.get(span.end..).unwrap_or_default().trim_start();
    let before = text.get(..span.start).unwrap_or_default().trim_end();
    let is_currency = |word: &&str| after.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
    after.starts_with(MEASURES) || before.ends_with(['¥', '￥', '$']) || CURRENCIES.iter().any(is_currency)
}

/// Tells whether `span` lies in hexadecimal digits, letters among them, that are too many for anything but a digest.
pub(super) fn is_in_digest(text: &str, span: &Range<usize>) -> bool {
    let hex = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let bytes = text.as_bytes();
    let before = bytes.get(..span.start).unwrap_or_default().iter().rev().take_while(hex);
    let after = bytes.get(span.end..).unwrap_or_default().iter().take_while(hex);
    let inside = bytes.get(span.clone()).unwrap_or_default();
    let around = || before.clone().chain(after.clone()).take(2 * SHORTEST_DIGEST);
    inside.iter().all(u8::is_ascii_digit)
        && around().any(u8::is_ascii_lowercase)
        && around().count() + inside.len() >= SHORTEST_DIGEST
}

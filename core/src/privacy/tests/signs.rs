//! The meaning of single characters.

use super::super::signs::{Sign, of};

/// The standard library decides which characters print nothing; a change of that would be seen here.
#[test]
fn what_prints_nothing_is_as_if_it_were_not_there() {
    let ranges = [
        0xad..=0xad,
        0x300..=0x36f,
        0x34f..=0x34f,
        0x483..=0x489,
        0x61c..=0x61c,
        0x115f..=0x1160,
        0x17b4..=0x17b5,
        0x180b..=0x180f,
        0x200b..=0x200f,
        0x202a..=0x202e,
        0x2060..=0x206f,
        0x20d0..=0x20f0,
        0x3164..=0x3164,
        0xfe00..=0xfe0f,
        0xfe20..=0xfe2f,
        0xfeff..=0xfeff,
        0xffa0..=0xffa0,
        0x1d173..=0x1d17a,
        0xe0001..=0xe0001,
        0xe0020..=0xe007f,
        0xe0100..=0xe01ef,
    ];
    for code in ranges.into_iter().flatten() {
        let c = char::from_u32(code).unwrap();
        assert_eq!(of(c), Sign::Nothing, "U+{code:04X}");
    }
    for c in "中文字，。！？ñéабвกขあアㄅ한😀".chars() {
        assert_ne!(of(c), Sign::Nothing, "{c}");
    }
}

#[test]
fn digits_of_many_scripts() {
    for digits in [
        "0123456789",
        "０１２３４５６７８９",
        "٠١٢٣٤٥٦٧٨٩",
        "०१२३४५६७८९",
        "᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙",
        "༠༡༢༣༤༥༦༧༨༩",
        "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
        "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
    ] {
        for (digit, c) in (0..).zip(digits.chars()) {
            assert_eq!(of(c), Sign::Digit(digit), "{c}");
        }
    }
    for digits in
        ["〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "⓪①②③④⑤⑥⑦⑧⑨", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "⓿❶❷❸❹❺❻❼❽❾"]
    {
        for (digit, c) in (0..).zip(digits.chars()) {
            assert_eq!(of(c), Sign::Word(digit), "{c}");
        }
    }
    assert_eq!((of('⑩'), of('十'), of('½')), (Sign::Other, Sign::Other, Sign::Other));
}

//! Texts that are common in this work and hold no personal number: days, amounts, lists, codes, digests.

use proptest::prelude::*;

use super::found;
use crate::id::Digest;

#[test]
fn lists_and_figures() {
    for text in [
        "13，22，35，41，50，6",
        "分别为15、20、33、41、52、6人",
        "罚款150、2000、3000元",
        "138，2025，2026年",
        "13.25 14.75 15.0 160",
        "1.3.1 1.3.2 1.3.3 1.4",
        "1、3、4、5、6、7、8、9、10、11、12",
        "1.30 1.31 2.01 2.02",
        "第一、三、五、六、七、八、九条",
        "16:30-17:30，18:00-19:30",
        "150626,150627,150628",
        "150626200 150626201",
        "2019—2026，13起",
        "20260331、20260401",
        "202603、202604、202605",
        "15、20260331",
        "138、20260331",
        "内公通字〔2026〕15号、16号、17号",
        "A150626200020260100",
        "cunping@1.0.0",
        "sulide-bawu-2022@1",
        "三三两两，一一核实，五五开，九九归一，一是一，二是二",
        "84634 63374 60743 17682 11455",
        "8463463374607431768211455",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

/// A digest with a mobile number in it by chance is still a digest; a few letters around a number do not hide it.
#[test]
fn digests() {
    let digest = "ab13800138000cdef0123456789abcdef0123456789abcdef0123456789abcde";
    assert_eq!(digest.len(), 64);
    assert_eq!(found(digest), []);
    assert_eq!(found(&digest[..32]), []);
    assert_eq!(found("ab13800138000cd").len(), 1);
    assert_eq!(found(&format!("{}13800138000", "0".repeat(40))), []);
}

#[test]
fn every_division_code_that_ships() {
    let units = concat!(env!("CARGO_MANIFEST_DIR"), "/../packs/units");
    let mut codes = Vec::new();
    #[expect(clippy::disallowed_methods, reason = "a test reads what ships")]
    for file in std::fs::read_dir(units).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for line in text.lines().skip(1) {
            assert_eq!(found(line), [], "{line}");
            codes.extend(line.split(',').next().map(str::to_owned));
        }
        assert_eq!(found(&text), []);
    }
    assert!(codes.len() > 1_000);
    for by in ["、", "，", " ", "\n", "/", " - "] {
        assert_eq!(found(&codes.join(by)), [], "{by:?}");
        let months: Vec<String> = codes.iter().map(|code| format!("{code}{by}2026-03")).collect();
        assert_eq!(found(&months.join(by)), [], "{by:?}");
        let days: Vec<String> = codes.iter().map(|code| format!("{code}{by}2026-03-31")).collect();
        assert_eq!(found(&days.join(by)), [], "{by:?}");
    }
}

fn day() -> impl Strategy<Value = (u32, u32, u32)> {
    (1949..2100_u32, 1..=12_u32, 1..=28_u32)
}

fn written((year, month, day): (u32, u32, u32), way: usize) -> String {
    match way {
        0 => format!("{year}-{month:02}-{day:02}"),
        1 => format!("{year}.{month}.{day}"),
        2 => format!("{year}/{month}/{day}"),
        3 => format!("{year}年{month}月{day}日"),
        4 => format!("{year}{month:02}{day:02}"),
        5 => format!("{month}月{day}日"),
        6 => format!("{month}.{day}"),
        7 => format!("{year}{month:02}"),
        _ => format!("{year}-{month:02}-{day:02} 09:{month:02}:{day:02}"),
    }
}

fn with_commas(amount: u64) -> String {
    let digits = amount.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

proptest! {
    #[test]
    fn lists_of_days(days in prop::collection::vec(day(), 1..8), way in 0..9_usize, by in "[、，；]|\n|, | 至 |——|和") {
        let text = days.into_iter().map(|it| written(it, way)).collect::<Vec<_>>().join(&by);
        prop_assert_eq!(found(&text), [], "{}", text);
    }

    #[test]
    fn amounts(amount in 0..=9_007_199_254_740_991_u64, cents in 0..100_u64) {
        for text in [
            with_commas(amount),
            format!("{}元", with_commas(amount)),
            format!("{}.{cents:02}元", with_commas(amount)),
            format!("{}元", with_commas(amount).replace(',', " ")),
            format!("{}.{cents:02}元", amount % 10_000_000_000),
        ] {
            prop_assert_eq!(found(&text), [], "{}", text);
        }
    }

    #[test]
    fn lists_of_amounts(amounts in prop::collection::vec(0..100_000_000_u64, 1..8), by in "[、；]|元，|元、") {
        let text = amounts.into_iter().map(with_commas).collect::<Vec<_>>().join(&by);
        let text = format!("分别损失{text}元");
        prop_assert_eq!(found(&text), [], "{}", text);
    }

    #[test]
    fn digests_at_random(bytes: [u8; 32]) {
        let text = Digest(bytes).to_string();
        prop_assert_eq!(found(&text), []);
    }

    #[test]
    fn numbers_of_keys(number in 0..10_u128.pow(25)) {
        let digits = format!("{number:025}");
        let groups: Vec<&str> = (0..5).map(|i| &digits[i * 5..i * 5 + 5]).collect();
        let text = groups.join(" ");
        prop_assert_eq!(found(&text), [], "{}", text);
        prop_assert_eq!(found(&digits), []);
    }

    /// A number is found whatever stands around it.
    #[test]
    fn a_number_is_found_whatever_stands_around_it(before in "[^0-9]{0,20}", after in "\\PC{0,20}") {
        let text = format!("{before}。电话13800138000，{after}");
        let at = before.len() + "。电话".len();
        let hit = super::scan(&text).into_iter().any(|it| it.span.start <= at && at + 11 <= it.span.end);
        prop_assert!(hit, "{}", text);
    }

    #[test]
    fn what_is_left_has_none(text in "[0-9 一三八Ol@a.-]{0,60}") {
        let left = super::without(&text);
        prop_assert_eq!(found(&left), []);
    }
}

//! Numbers in words: thousands, shares, bounds. Integers are exact; a fraction is truncated, never rounded up.

use cunping_core::pack::condition::Compare;

use crate::lang::Lang;
pub use crate::typed_number::{NumberError, typed_number};

/// Formats a number with a comma after every three digits: `10,000`.
#[must_use]
pub fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::from(if n < 0 { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Formats a figure whose smallest step is `10^-decimals`: `decimal(45, 2)` is `0.45`.
#[must_use]
pub fn decimal(n: i64, decimals: u8) -> String {
    let places = usize::from(decimals);
    if places == 0 {
        return grouped(n);
    }
    let digits = format!("{:0>width$}", n.unsigned_abs(), width = places + 1);
    let (whole, rest) = digits.split_at(digits.len() - places);
    let sign = if n < 0 { "-" } else { "" };
    format!("{sign}{}.{rest}", whole.parse().map_or_else(|_| whole.to_string(), grouped))
}

/// Says an amount again in ten thousands, so that whoever typed it sees a slip by a factor of 10,000: `20,000 元，即 2 万元`;
/// below 10,000 the amount alone.
#[must_use]
pub fn amount(lang: Lang, n: i64, unit: &str) -> String {
    let figure = grouped(n);
    if n < 10_000 {
        return say!(lang, "{figure} {unit}", "{figure} {unit}");
    }
    let (whole, rest) = (grouped(n / 10_000), n % 10_000);
    let rest = format!("{rest:04}");
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    say!(
        lang,
        "{figure} {unit}，即 {whole}{point}{rest} 万{unit}",
        "{figure} {unit}, that is {whole}{point}{rest} × 10,000"
    )
}

/// Formats a bound as people say it: whole ten thousands and their parts as `1 万元`, `1.2 万元`; others with commas.
#[must_use]
pub fn short(lang: Lang, n: i64, unit: &str) -> String {
    if lang == Lang::Zh && n >= 10_000 && n % 1_000 == 0 {
        let (whole, rest) = (grouped(n / 10_000), n % 10_000 / 1_000);
        return if rest == 0 { format!("{whole} 万{unit}") } else { format!("{whole}.{rest} 万{unit}") };
    }
    format!("{} {unit}", grouped(n))
}

/// Formats a share in per cent to two places. A share that is not exact is truncated, so that 89.999% never reads 90%.
/// `whole` must be greater than 0.
#[must_use]
pub fn percent(lang: Lang, part: i64, whole: i64) -> String {
    let (points, even) = basis_points(part, whole);
    let figure = trimmed(points);
    if even {
        format!("{figure}%")
    } else {
        say!(lang, "约 {figure}%（不进位）", "about {figure}% (cut, not rounded)")
    }
}

/// Formats the share that a document asks for: `65%`, `三分之二`, `每十万分之 0.45`. `whole` must be greater than 0.
#[must_use]
pub fn share(lang: Lang, part: i64, whole: i64) -> String {
    let (points, even) = basis_points(part, whole);
    if even {
        return format!("{}%", trimmed(points));
    }
    if let (Some(top), Some(bottom)) = (numeral(part), numeral(whole)) {
        return say!(lang, "{bottom}分之{top}", "{part}/{whole}");
    }
    let per = i128::from(part) * 10_000_000;
    if per % i128::from(whole) == 0 {
        let figure = trimmed(per / i128::from(whole));
        return say!(lang, "每十万分之 {figure}", "{figure} per 100,000");
    }
    format!("{}/{}", grouped(part), grouped(whole))
}

/// Describes a bound on a number, with its unit: `不少于 6 人`. Inclusive and exclusive terms are those of the
/// documents.
#[must_use]
pub fn bound(lang: Lang, must: Compare, figure: &str) -> String {
    match must {
        Compare::AtLeast => say!(lang, "不少于 {figure}", "at least {figure}"),
        Compare::AtMost => say!(lang, "不超过 {figure}", "at most {figure}"),
        Compare::MoreThan => say!(lang, "超过 {figure}", "more than {figure}"),
        Compare::LessThan => say!(lang, "低于 {figure}", "less than {figure}"),
        Compare::Equal => say!(lang, "等于 {figure}", "exactly {figure}"),
    }
}

/// Counts criteria: `1 项`, `1 criterion`, `2 criteria`.
#[must_use]
pub fn criteria(lang: Lang, n: usize) -> String {
    if n == 1 { lang.pick("1 项", "1 criterion").to_owned() } else { say!(lang, "{n} 项", "{n} criteria") }
}

/// Picks the English word that fits a number: `1 is`, `2 are`.
#[must_use]
pub fn is_or_are(n: usize) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

/// Returns a share in hundredths of a per cent, truncated, and whether it is exact.
fn basis_points(part: i64, whole: i64) -> (i128, bool) {
    let (scaled, whole) = (i128::from(part) * 10_000, i128::from(whole).max(1));
    (scaled / whole, scaled % whole == 0)
}

/// Formats hundredths without trailing zeros: 9000 is `90`, 9050 is `90.5`.
fn trimmed(hundredths: i128) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

fn numeral(n: i64) -> Option<char> {
    "零一二三四五六七八九十".chars().nth(usize::try_from(n).ok()?).filter(|_| n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_decimals() {
        for (n, text) in [(0, "0"), (999, "999"), (10_000, "10,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000")] {
            assert_eq!(grouped(n), text);
        }
        assert_eq!(decimal(45, 2), "0.45");
        assert_eq!(decimal(123_456, 1), "12,345.6");
        assert_eq!(decimal(7, 0), "7");
    }

    #[test]
    fn an_amount_is_said_again_in_ten_thousands() {
        for (n, text) in [
            (2, "2 元"),
            (9_999, "9,999 元"),
            (20_000, "20,000 元，即 2 万元"),
            (12_345, "12,345 元，即 1.2345 万元"),
            (10_010_000, "10,010,000 元，即 1,001 万元"),
        ] {
            assert_eq!(amount(Lang::Zh, n, "元"), text);
        }
        assert_eq!(amount(Lang::En, 25_000, "yuan"), "25,000 yuan, that is 2.5 × 10,000");
    }

    #[test]
    fn one_criterion_and_several() {
        assert_eq!(
            [criteria(Lang::Zh, 1), criteria(Lang::En, 1), criteria(Lang::En, 2)],
            ["1 项", "1 criterion", "2 criteria"]
        );
        assert_eq!([is_or_are(0), is_or_are(1), is_or_are(2)], ["are", "is", "are"]);
    }

    #[test]
    fn a_bound_is_said_shortly_where_nothing_is_lost() {
        for (n, text) in
            [(1, "1 元"), (9_999, "9,999 元"), (10_000, "1 万元"), (15_000, "1.5 万元"), (12_345, "12,345 元")]
        {
            assert_eq!(short(Lang::Zh, n, "元"), text);
        }
        assert_eq!(short(Lang::En, 10_000, "yuan"), "10,000 yuan");
    }

    #[test]
    fn a_per_cent_is_never_rounded_up() {
        assert_eq!(percent(Lang::Zh, 18, 20), "90%");
        assert_eq!(percent(Lang::Zh, 179, 199), "约 89.94%（不进位）");
        assert_eq!(percent(Lang::En, 89_999, 100_000), "about 89.99% (cut, not rounded)");
        assert_eq!(percent(Lang::En, 1, 8), "12.5%");
        assert_eq!(percent(Lang::En, 7, 7), "100%");
    }

    #[test]
    fn shares_as_documents_write_them() {
        assert_eq!(share(Lang::Zh, 65, 100), "65%");
        assert_eq!(share(Lang::Zh, 2, 3), "三分之二");
        assert_eq!(share(Lang::En, 2, 3), "2/3");
        assert_eq!(share(Lang::Zh, 45, 10_000_000), "每十万分之 0.45");
        assert_eq!(share(Lang::Zh, 1, 1), "100%");
    }
}

//! Numbers as people type them.

use cunping_core::MAX_NUMBER;

/// Why a text is not a number that can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// It is no number from 0 on.
    #[error("not a number from 0 on")]
    NotANumber,
    /// It is in smaller steps than are asked for: with more decimals.
    #[error("too many decimals")]
    TooFine,
    /// It is larger than any number here (2^53 − 1).
    #[error("too large")]
    TooLarge,
}

/// Words after a number that count and measure nothing.
const COUNTING: [&str; 12] = ["人", "个", "起", "件", "次", "户", "名", "家", "支", "条", "例", "项"];

/// What people write for yuan.
const YUAN: [&str; 5] = ["元", "块", "块钱", "人民币", "yuan"];

/// Chinese words for powers of ten, with the power.
const POWERS: [(&str, u32); 4] = [("亿", 8), ("万", 4), ("千", 3), ("百", 2)];

/// Reads a number from 0 on, in steps of the last of its `decimals`: `0.45` with two is 45. `None` if nothing is typed.
///
/// Full-width digits and signs are the same as others, white space does not count, commas may stand before every three
/// or four digits, `1.5万` is 15,000, and the unit may be written: that of the field, or a word that only counts.
///
/// # Errors
///
/// [`NumberError`]; above all another unit than the field's, which would make it another number.
pub fn typed_number(text: &str, decimals: u8, unit: &str) -> Result<Option<i64>, NumberError> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let number = without_unit(&plain, unit);
    let power = POWERS.iter().find_map(|(word, power)| Some((number.strip_suffix(word)?, *power)));
    let (number, power) = power.unwrap_or((number, 0));
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    let whole = ungrouped(whole).ok_or(NumberError::NotANumber)?;
    if !is_digits(&whole) || (number.contains('.') && !is_digits(rest)) {
        return Err(NumberError::NotANumber);
    }
    // What people type after the last step is no number of this field, unless it is nothing.
    let places = usize::from(decimals) + power as usize;
    let (kept, beyond) = rest.split_at(rest.len().min(places));
    if beyond.bytes().any(|digit| digit != b'0') {
        return Err(NumberError::TooFine);
    }
    let digits = format!("{whole}{kept:0<places$}");
    digits.parse().ok().filter(|n| *n <= MAX_NUMBER).map(Some).ok_or(NumberError::TooLarge)
}

/// Takes the field's own unit off, or a word that only counts.
fn without_unit<'a>(plain: &'a str, unit: &str) -> &'a str {
    let own: &[&str] = if YUAN.contains(&unit) { &YUAN } else { &[unit] };
    let allowed = own.iter().chain(if unit.is_empty() { COUNTING.as_slice() } else { &[] });
    let found = allowed.filter(|word| !word.is_empty()).find_map(|word| plain.strip_suffix(*word));
    found.unwrap_or(plain)
}

/// Takes out commas that stand before groups of three or four digits; `None` if they stand elsewhere.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let length = rest.first().map_or(0, |group| group.len());
    let fits = rest.is_empty()
        || (matches!(length, 3 | 4)
            && rest.iter().all(|group| group.len() == length)
            && (1..=length).contains(&first.len()));
    fits.then(|| format!("{first}{}", rest.concat()))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Turns full-width digits and signs, as Chinese input methods write them, into the ASCII ones.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '。' => '.',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_for_a_number() {
        for (text, number) in [
            ("", None),
            ("　", None),
            ("0", Some(0)),
            ("12000", Some(12_000)),
            ("12,000", Some(12_000)),
            ("1,2000", Some(12_000)),
            ("１２，０００", Some(12_000)),
            ("12 000", Some(12_000)),
            ("12,000元", Some(12_000)),
            ("１．２万", Some(12_000)),
            ("1.2万元", Some(12_000)),
            ("1.20000万", Some(12_000)),
            ("12千", Some(12_000)),
            ("120百块钱", Some(12_000)),
            ("0.00012亿元", Some(12_000)),
            ("12000.00", Some(12_000)),
        ] {
            assert_eq!(typed_number(text, 0, "元"), Ok(number), "{text}");
        }
        for (text, number) in [("3人", 3), ("3 起", 3), ("25 户", 25)] {
            assert_eq!(typed_number(text, 0, ""), Ok(Some(number)), "{text}");
        }
        assert_eq!(typed_number("0.45", 2, ""), Ok(Some(45)));
        assert_eq!(typed_number("1.5公顷", 1, "公顷"), Ok(Some(15)));
        assert_eq!(typed_number("1.5万", 2, ""), Ok(Some(1_500_000)));
    }

    #[test]
    fn what_is_none_says_why() {
        use NumberError::{NotANumber, TooFine, TooLarge};
        for (text, error) in [
            ("-1", NotANumber),
            ("+1", NotANumber),
            ("1e5", NotANumber),
            ("一万", NotANumber),
            ("1,5", NotANumber),
            ("1,000,00", NotANumber),
            (",000", NotANumber),
            (".5", NotANumber),
            ("1.", NotANumber),
            ("1.2.3", NotANumber),
            ("元", NotANumber),
            ("万", NotANumber),
            ("2亩", NotANumber),
            ("2人", NotANumber),
            ("9999.99", TooFine),
            ("1.23456万", TooFine),
            ("9007199254740992", TooLarge),
            ("99999999999999999999999999", TooLarge),
        ] {
            assert_eq!(typed_number(text, 0, "元"), Err(error), "{text}");
        }
        assert_eq!(typed_number("9007199254740991", 0, ""), Ok(Some(MAX_NUMBER)));
        assert_eq!(typed_number("2元", 0, ""), Err(NotANumber), "no unit of a field that has none");
    }
}

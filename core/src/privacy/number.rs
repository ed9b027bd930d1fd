//! Whether digit groups, taken together, are a number that points to a person. Looks at no text around them.

use super::{PersonalKind, runs::Group};
use crate::days::Day;

/// What the groups make together, if it is anything of the kind.
pub(super) fn kind(groups: &[Group]) -> Option<PersonalKind> {
    let length: usize = groups.iter().map(|group| group.digits.len()).sum();
    if !(10..=18).contains(&length) {
        return None;
    }
    let digits: String = groups.iter().map(|group| group.digits.as_str()).collect();
    let plain = digits.strip_suffix('X').unwrap_or(&digits);
    if plain.contains('X') {
        return None;
    }
    let whole = groups.len() == 1;
    if is_identity(&digits) && (whole || is_birthday(digits.get(6..14))) {
        return Some(PersonalKind::Identity);
    }
    if holds_date(groups) || is_amount(groups) {
        return None;
    }
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.trim_end_matches('X').len()).collect();
    if is_old_identity(plain) && matches!(lengths.as_slice(), [15] | [6, 6, 3] | [6, 2, 2, 2, 3]) {
        return Some(PersonalKind::OldIdentity);
    }
    let abroad = groups.first().is_some_and(|first| first.before.contains('+'));
    let national = plain.strip_prefix("0086").or_else(|| plain.strip_prefix("86"));
    if is_mobile(plain) || national.is_some_and(is_mobile) {
        return Some(PersonalKind::Mobile);
    }
    let landline = is_landline(plain) || (abroad && national.is_some_and(|rest| is_landline(&format!("0{rest}"))));
    landline.then_some(PersonalKind::Landline)
}

/// ISO 7064 MOD 11-2 over 18 characters: the weighted sum, check character included, is 1 modulo 11.
fn is_identity(digits: &str) -> bool {
    let weighted = digits.bytes().rev().zip(0..).map(|(byte, place)| {
        let value = if byte == b'X' { 10 } else { u32::from(byte.saturating_sub(b'0')) };
        value * (1 << place)
    });
    digits.len() == 18 && !digits.bytes().all(|byte| byte == b'0') && weighted.sum::<u32>() % 11 == 1
}

/// Province, then the day of birth in the 1900s.
fn is_old_identity(digits: &str) -> bool {
    let province = digits.get(..2).and_then(|text| text.parse::<u8>().ok()).unwrap_or_default();
    let known = matches!(province, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81 | 82);
    let birthday = digits.get(6..12).map(|day| format!("19{day}"));
    digits.len() == 15 && known && is_birthday(birthday.as_deref())
}

fn is_birthday(digits: Option<&str>) -> bool {
    let day = digits.and_then(|digits| Day::parse_from_str(digits, "%Y%m%d").ok());
    day.is_some_and(|day| (1880..2200).contains(&chrono::Datelike::year(&day)))
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && matches!(digits.as_bytes(), [b'1', b'3'..=b'9', ..])
}

/// Area code (010, 02x, 0xxx from 03 on) and a local number of 7 or 8 digits that starts with 2 to 9.
fn is_landline(digits: &str) -> bool {
    let area = match digits.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return false,
    };
    let local = digits.get(area..).unwrap_or_default();
    matches!(local.len(), 7 | 8) && local.starts_with(|c| ('2'..='9').contains(&c))
}

/// Whether year, month and day stand side by side among the groups.
fn holds_date(groups: &[Group]) -> bool {
    groups.windows(3).any(|three| {
        let [year, month, day] = three else { return false };
        let short = year.digits.len() == 4 && month.digits.len() <= 2 && day.digits.len() <= 2;
        let padded = format!("{:0>4}{:0>2}{:0>2}", year.digits, month.digits, day.digits);
        short && is_birthday(Some(&padded))
    })
}

/// Whether the groups are written as an amount: decimals after a dot, or thousands set apart.
fn is_amount(groups: &[Group]) -> bool {
    let decimals = matches!(groups, [.., last] if groups.len() == 2 && last.before == "." && last.digits.len() <= 2);
    let thousands = matches!(groups, [first, rest @ ..] if rest.len() >= 2
        && first.digits.len() <= 3
        && rest.iter().all(|group| group.digits.len() == 3));
    decimals || thousands
}

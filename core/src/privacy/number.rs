//! Decides whether digit groups, taken together, are a personal number.

use super::{
    PersonalKind,
    runs::{DigitGroup, Gap},
    shapes::{self, Lengths},
};
use crate::days::Day;

/// The fewest and the most digits of a personal number.
const LENGTHS: std::ops::RangeInclusive<usize> = 10..=19;

/// The prefixes dialled before a mobile number: nothing, a trunk zero, the country, a carrier's cheaper line.
const DIALLED: [&[u8]; 10] = [b"", b"0", b"86", b"086", b"0086", b"17951", b"17911", b"12593", b"17909", b"10193"];

/// Digits in groups, as they stand in a text.
#[derive(Clone, Copy)]
pub(super) struct Window<'a> {
    /// All digits of the groups, an `X` at the end of a group included.
    pub(super) digits: &'a [u8],
    /// The groups, at least one.
    pub(super) groups: &'a [DigitGroup],
    /// `true` where the surroundings mark them as amounts or counted things.
    pub(super) counted: bool,
}

/// The meaning of groups taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberMeaning {
    /// A personal number.
    Personal(PersonalKind),
    /// An amount; no part of it is a personal number.
    Amount,
}

/// Returns the meaning of the groups taken together; `None` where they are neither.
pub(super) fn made(window: Window<'_>) -> Option<NumberMeaning> {
    let found = kind(window);
    if found.is_some() {
        return found.map(NumberMeaning::Personal);
    }
    shapes::are_thousands(window, Lengths::of(window.groups, false).as_slice()).then_some(NumberMeaning::Amount)
}

fn kind(window: Window<'_>) -> Option<PersonalKind> {
    let digits = window.digits;
    if !LENGTHS.contains(&digits.len()) {
        return None;
    }
    let plain = digits.strip_suffix(b"X").unwrap_or(digits);
    if plain.contains(&b'X') {
        return None;
    }
    let checked = Lengths::of(window.groups, false);
    if shapes::are_too_many(window.groups, checked.as_slice()) {
        return None;
    }
    let strange = shapes::is_strange(window.groups);
    if digits.len() == 18
        && let Some(kind) = identity(digits, checked.as_slice(), strange)
    {
        return Some(kind);
    }
    let lengths = Lengths::of(window.groups, plain.len() < digits.len());
    let lengths = lengths.as_slice();
    if holds_date(window, lengths) || shapes::is_decimal(window, lengths) || shapes::are_thousands(window, lengths) {
        return None;
    }
    if is_old_identity(plain) && shapes::is_old_identity(lengths) {
        return Some(PersonalKind::OldIdentity);
    }
    if (strange && window.counted && shapes::are_figures(window)) || (strange && ends_in_day(window)) {
        return None;
    }
    let abroad = matches!(window.groups, [DigitGroup { gap: Gap::Apart { plus: true }, .. }, ..]);
    if is_dialled_mobile(plain, lengths, strange) {
        return Some(PersonalKind::Mobile);
    }
    if is_dialled_landline(plain, lengths, abroad) {
        return Some(PersonalKind::Landline);
    }
    if is_beyond(plain, abroad) && !strange {
        return Some(PersonalKind::Abroad);
    }
    (is_card(plain) && shapes::is_card(lengths) && !ends_in_day(window)).then_some(PersonalKind::BankCard)
}

/// Returns the kind of personal number that digits make by themselves; `None` where they make none.
pub(super) fn whole(digits: &[u8]) -> Option<PersonalKind> {
    let groups = [DigitGroup::whole(digits.len())];
    kind(Window { digits, groups: &groups, counted: false })
}

/// Recognizes 18 digits, or 17 and `X`: an identity number (GB 11643), or one with a mistake.
fn identity(digits: &[u8], lengths: &[u8], strange: bool) -> Option<PersonalKind> {
    let birthday = birthday(digits.get(6..14));
    let shaped = birthday.is_some() && is_province(digits);
    if has_check_character(digits) {
        let own = lengths.len() == 1
            || (shaped && !shapes::is_code_and_month(digits, lengths) && (!strange || shapes::is_identity(lengths)));
        return own.then_some(PersonalKind::Identity);
    }
    // Later than this it is as often the number of a file, which has the day on which it was opened at the same place.
    let born = birthday.is_some_and(|day| (1900..2020).contains(&chrono::Datelike::year(&day)));
    (shaped && born && shapes::is_identity(lengths)).then_some(PersonalKind::DoubtfulIdentity)
}

/// Verifies ISO 7064 MOD 11-2 over 18 characters: the weighted sum, check character included, is 1 modulo 11.
fn has_check_character(digits: &[u8]) -> bool {
    let weighted = digits.iter().rev().zip(0..).map(|(byte, place)| {
        let value = if *byte == b'X' { 10 } else { value(*byte) };
        value * (1 << place)
    });
    !digits.iter().all(|byte| *byte == b'0') && weighted.sum::<u32>() % 11 == 1
}

fn value(digit: u8) -> u32 {
    u32::from(digit.saturating_sub(b'0'))
}

fn is_province(digits: &[u8]) -> bool {
    let two = digits.iter().take(2).fold(0, |number, digit| number * 10 + value(*digit));
    matches!(two, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83 | 91)
}

/// Recognizes an identity number of the old form: a province, then the day of birth in the 1900s.
fn is_old_identity(digits: &[u8]) -> bool {
    let Some([a, b, c, d, e, f]) = digits.get(6..12).and_then(|it| <&[u8; 6]>::try_from(it).ok()) else { return false };
    let known = is_province(digits) && !digits.starts_with(b"83") && !digits.starts_with(b"91");
    digits.len() == 15 && known && birthday(Some(&[b'1', b'9', *a, *b, *c, *d, *e, *f])).is_some()
}

/// Reads eight digits as a possible day of birth; returns `None` where they are none.
pub(super) fn birthday(digits: Option<&[u8]>) -> Option<Day> {
    let text = std::str::from_utf8(digits?).ok().filter(|it| it.len() == 8)?;
    let day = Day::parse_from_str(text, "%Y%m%d").ok()?;
    (1880..2200).contains(&chrono::Datelike::year(&day)).then_some(day)
}

fn is_mobile(digits: &[u8]) -> bool {
    digits.len() == 11 && matches!(digits, [b'1', b'3'..=b'9', ..])
}

fn is_dialled_mobile(digits: &[u8], lengths: &[u8], strange: bool) -> bool {
    DIALLED.iter().any(|dialled| {
        let fits = digits.strip_prefix(*dialled).is_some_and(is_mobile);
        // A number in odd pieces is one only where nothing else is likely.
        fits && ((dialled.is_empty() && !strange) || shapes::is_mobile(after(lengths, dialled.len()).as_slice()))
    })
}

/// Recognizes an area code (10, 2x, or three digits from 3 on, after the zero) and a local number of 7 or 8 digits from
/// 2 to 9 on.
fn is_dialled_landline(digits: &[u8], lengths: &[u8], abroad: bool) -> bool {
    let dialled: &[&[u8]] = if abroad { &[b"0", b"86", b"0086"] } else { &[b"0", b"0086"] };
    dialled.iter().any(|dialled| {
        let Some(national) = digits.strip_prefix(*dialled) else { return false };
        let area = match national {
            [b'1', b'0', ..] | [b'2', ..] => 2,
            [b'3'..=b'9', ..] => 3,
            _ => return false,
        };
        let local = national.get(area..).unwrap_or_default();
        let fits = matches!((local.len(), local), (7 | 8, [b'2'..=b'9', ..]));
        fits && shapes::is_landline(after(lengths, dialled.len()).as_slice(), area)
    })
}

/// Recognizes numbers of Hong Kong and Macau (8 digits) and Taiwan (8 or 9), after a plus sign or 00.
fn is_beyond(digits: &[u8], abroad: bool) -> bool {
    let digits = if abroad { Some(digits) } else { digits.strip_prefix(b"00") };
    match digits {
        Some([b'8', b'5', b'2' | b'3', local @ ..]) => local.len() == 8 && !local.starts_with(b"0"),
        Some([b'8', b'8', b'6', local @ ..]) => matches!(local.len(), 8 | 9) && !local.starts_with(b"0"),
        _ => false,
    }
}

/// Recognizes a bank card (ISO/IEC 7812): 16 or 19 digits of the schemes in use, or 17 or 18 of `UnionPay`, and the
/// Luhn digit.
fn is_card(digits: &[u8]) -> bool {
    let issued = match digits.len() {
        16 | 19 => matches!(digits, [b'3'..=b'6' | b'9', ..]),
        17 | 18 => digits.starts_with(b"62"),
        _ => false,
    };
    let sum: u32 = digits
        .iter()
        .rev()
        .zip([1, 2].into_iter().cycle())
        .map(|(byte, times)| {
            let product = value(*byte) * times;
            product / 10 + product % 10
        })
        .sum();
    issued && sum.is_multiple_of(10)
}

/// Returns the lengths of groups without the first digits; a group that is used up is left out.
fn after(lengths: &[u8], mut taken: usize) -> Lengths {
    let mut rest = Lengths::default();
    for length in lengths {
        let gone = taken.min(usize::from(*length));
        taken -= gone;
        let left = usize::from(*length) - gone;
        if left > 0 {
            rest.push(left);
        }
    }
    rest
}

/// Tells whether year, month and day stand side by side among the groups.
fn holds_date(window: Window<'_>, lengths: &[u8]) -> bool {
    let mut at = 0;
    lengths.windows(3).any(|three| {
        let &[year, month, day] = three else { return false };
        let start = at;
        at += usize::from(year);
        let short = year == 4 && month <= 2 && day <= 2;
        short && {
            let part =
                |from: usize, length: u8| window.digits.get(from..from + usize::from(length)).unwrap_or_default();
            let (y, m) = (part(start, year), part(start + 4, month));
            let d = part(start + 4 + usize::from(month), day);
            let mut padded = [b'0'; 8];
            let places = y.iter().chain(m.iter()).chain(d.iter());
            let at = (0..4).chain(6 - m.len()..6).chain(8 - d.len()..8);
            at.zip(places).for_each(|(at, digit)| {
                if let Some(place) = padded.get_mut(at) {
                    *place = *digit;
                }
            });
            birthday(Some(&padded)).is_some()
        }
    })
}

/// Tells whether one group of several is a day by itself, such as `20260331`.
fn ends_in_day(window: Window<'_>) -> bool {
    let Some(first) = window.groups.first() else { return false };
    let digits = |group: &DigitGroup| {
        window.digits.get(group.digits.start - first.digits.start..group.digits.end - first.digits.start)
    };
    window.groups.len() > 1 && window.groups.iter().any(|group| birthday(digits(group)).is_some())
}

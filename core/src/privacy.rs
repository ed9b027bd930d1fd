//! Finds numbers and addresses that point to a person in texts. Names of people are not found.

mod around;
mod figure;
mod mail;
mod number;
mod runs;
mod shapes;
mod signs;
#[cfg(test)]
mod tests;
mod texts;

use std::ops::Range;

use number::{NumberMeaning, Window};
use runs::{DigitGroup, Gap, Groups, RunReading};
use shapes::MOST_GROUPS;
use signs::Sign;

pub use figure::{of_figure, of_id};
pub use texts::of_texts;

/// A personal number or address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Personal {
    /// Its kind.
    pub kind: PersonalKind,
    /// Its place, in bytes of the text.
    pub span: Range<usize>,
}

/// A kind of personal number or address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonalKind {
    /// An 18-digit identity number (GB 11643) with a valid check character.
    Identity,
    /// 18 digits with a province and a day of birth where an identity number has them, whose check character is wrong:
    /// most likely one with a slip in it.
    DoubtfulIdentity,
    /// A 15-digit identity number of the old form, with a province and a day of birth.
    OldIdentity,
    /// A mobile telephone number.
    Mobile,
    /// A landline number with its area code.
    Landline,
    /// A telephone number of Hong Kong, Macau or Taiwan.
    Abroad,
    /// The number of a bank card, with a valid check digit.
    BankCard,
    /// An e-mail address.
    Email,
}

impl PersonalKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Identity,
        Self::DoubtfulIdentity,
        Self::OldIdentity,
        Self::Mobile,
        Self::Landline,
        Self::Abroad,
        Self::BankCard,
        Self::Email,
    ];

    /// Returns the stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::DoubtfulIdentity => "doubtful-identity",
            Self::OldIdentity => "old-identity",
            Self::Mobile => "mobile",
            Self::Landline => "landline",
            Self::Abroad => "abroad",
            Self::BankCard => "bank-card",
            Self::Email => "email",
        }
    }
}

/// The fewest digits of a personal number.
const FEWEST: usize = 10;

/// Finds every personal number and address in `text`, in order, without overlaps.
///
/// Digits of every script count, Chinese and circled ones too; marks that print nothing do not. What may stand between
/// the parts of a number is in `docs/bundle-format.md`, and so is what no guard finds. Dates, amounts, 12-digit
/// division codes and digests are not reported. Takes linear time, allocates nothing where a text has too few digits,
/// and cannot fail.
#[must_use]
pub fn scan(text: &str) -> Vec<Personal> {
    let seen = CharacterCounts::of(text);
    let mut found = if seen.at { mail::of(text) } else { Vec::new() };
    if seen.strict + seen.wide < FEWEST {
        return found;
    }
    let between = between(text, &found);
    let read = |reading| -> Vec<Personal> {
        let of_part = |(at, part): &(usize, &str)| {
            let moved =
                |personal: Personal| Personal { span: personal.span.start + at..personal.span.end + at, ..personal };
            numbers(part, reading).into_iter().map(moved).collect::<Vec<_>>()
        };
        between.iter().flat_map(of_part).collect()
    };
    if seen.strict >= FEWEST {
        add(&mut found, read(RunReading::Strict));
    }
    // Beside a number in words there may be one in digits, so that either is looked for by itself: `张三138…`.
    if seen.wide > 0 {
        add(&mut found, read(RunReading::Wide));
    }
    found
}

/// Returns the text without personal numbers and addresses.
#[must_use]
pub fn without(text: &str) -> String {
    let mut left = text.to_owned();
    // What stood around a number may be one once that is gone. Each turn takes away a digit at least.
    loop {
        let found = scan(&left);
        if found.is_empty() {
            return left;
        }
        let (mut kept, mut at) = (String::with_capacity(left.len()), 0);
        for personal in found {
            kept.push_str(left.get(at..personal.span.start).unwrap_or_default());
            at = personal.span.end;
        }
        kept.push_str(left.get(at..).unwrap_or_default());
        left = kept;
    }
}

/// Splits a text at its addresses and returns the parts between them with their offsets, so that no number begins in an
/// address and goes on after it.
fn between<'a>(text: &'a str, addresses: &[Personal]) -> Vec<(usize, &'a str)> {
    let starts = std::iter::once(0).chain(addresses.iter().map(|address| address.span.end));
    let ends = addresses.iter().map(|address| address.span.start).chain([text.len()]);
    starts.zip(ends).filter_map(|(start, end)| Some((start, text.get(start..end)?))).collect()
}

/// Counts of the characters of which numbers and addresses are made.
#[derive(Default)]
struct CharacterCounts {
    strict: usize,
    wide: usize,
    at: bool,
}

impl CharacterCounts {
    fn of(text: &str) -> Self {
        let mut seen = Self::default();
        for c in text.chars() {
            match signs::of(c) {
                Sign::Digit(_) => seen.strict += 1,
                Sign::Word(_) | Sign::Like(_) => seen.wide += 1,
                Sign::Other => seen.at |= mail::is_at(c),
                _ => {}
            }
        }
        seen
    }
}

/// Adds what overlaps nothing that was found before, and keeps the order. Both are in order, so that one pass is
/// enough.
fn add(found: &mut Vec<Personal>, more: Vec<Personal>) {
    let mut before = std::mem::take(found).into_iter().peekable();
    for personal in more {
        while let Some(other) = before.next_if(|other| other.span.end <= personal.span.start) {
            found.push(other);
        }
        if before.peek().is_none_or(|other| personal.span.end <= other.span.start) {
            found.push(personal);
        }
    }
    found.extend(before);
}

/// Finds all numbers in one reading of a text, the longest first at each place.
fn numbers(text: &str, reading: RunReading) -> Vec<Personal> {
    let groups = runs::of(text, reading);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = groups.all.get(at..).filter(|rest| !rest.is_empty()) {
        let taken = (1..=together(rest)).rev().find_map(|count| one(text, &groups, rest.get(..count)?, reading));
        at += match taken {
            Some((personal, count)) => {
                found.extend(personal);
                count
            }
            None => 1,
        };
    }
    found
}

/// Counts the groups that can be one number beginning with the first: no more than a number has digits, however long
/// the text, so that reading it takes linear time.
fn together(rest: &[DigitGroup]) -> usize {
    let joined = rest.iter().skip(1).take(MOST_GROUPS - 1).take_while(|it| !matches!(it.gap, Gap::Apart { .. }));
    1 + joined.count()
}

/// Reads groups as one number, and returns it with the number of groups; without a number where they are an amount.
/// Returns `None` where they are neither.
fn one(text: &str, groups: &Groups, taken: &[DigitGroup], reading: RunReading) -> Option<(Option<Personal>, usize)> {
    let [first, ..] = taken else { return None };
    let last = taken.last()?;
    let digits = groups.digits.get(first.digits.start..last.digits.end)?;
    if digits.len() < FEWEST || (reading == RunReading::Wide && !DigitGroup::is_wide(taken)) {
        return None;
    }
    let span = first.span.start..last.span.end;
    let counted = taken.len() > 1 && around::says_counted(text, &span);
    match number::made(Window { digits, groups: taken, counted })? {
        NumberMeaning::Personal(_) if around::is_in_digest(text, &span) => None,
        NumberMeaning::Personal(kind) => Some((Some(Personal { kind, span }), taken.len())),
        NumberMeaning::Amount => Some((None, taken.len())),
    }
}

//! Finds numbers that point to a person in free text: identity cards, telephones. Changes no text, keeps no copy.

mod number;
mod runs;
#[cfg(test)]
mod tests;

use std::ops::Range;

/// A number in a text that points to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Personal {
    /// What it looks like.
    pub kind: PersonalKind,
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
}

/// What a number looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonalKind {
    /// An 18-digit identity number (GB 11643) with a valid check character.
    Identity,
    /// A 15-digit identity number of the old form, with a province and a day of birth.
    OldIdentity,
    /// A mobile telephone number.
    Mobile,
    /// A landline number with its area code.
    Landline,
}

/// The most groups that one number can be written in: a digit each.
const MOST_GROUPS: usize = 18;

/// All numbers in `text` that point to a person, in order, none overlapping another.
///
/// Full-width digits count as digits; spaces, hyphens, dots, brackets and invisible signs may stand between them.
/// Dates, amounts and 12-digit division codes are none. Takes linear time and cannot fail.
#[must_use]
pub fn scan(text: &str) -> Vec<Personal> {
    let mut found = Vec::new();
    for run in runs::of(text) {
        let mut rest = run.as_slice();
        while !rest.is_empty() {
            let taken = (1..=rest.len().min(MOST_GROUPS)).rev().find_map(|count| {
                let groups = rest.get(..count)?;
                Some((number::kind(groups)?, groups, count))
            });
            let step = match taken {
                Some((kind, [first, ..], count)) => {
                    let end = rest.get(count - 1).map_or(first.span.end, |last| last.span.end);
                    found.push(Personal { kind, span: first.span.start..end });
                    count
                }
                _ => 1,
            };
            rest = rest.get(step..).unwrap_or_default();
        }
    }
    found
}

/// The text without the numbers that point to a person.
#[must_use]
pub fn without(text: &str) -> String {
    let (mut kept, mut at) = (String::new(), 0);
    for found in scan(text) {
        kept.push_str(text.get(at..found.span.start).unwrap_or_default());
        at = found.span.end;
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    kept
}

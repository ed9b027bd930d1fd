//! The usual groupings of the digits of a number, and those of amounts and lists.

use super::{
    number::Window,
    runs::{DigitGroup, Gap},
};

/// The most groups in which one number can be written: a digit each.
pub(super) const MOST_GROUPS: usize = 19;
/// The most groups of a number in which not every digit stands by itself, with the same sign between them.
const MOST_ODD_GROUPS: usize = 6;

/// The lengths of groups.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lengths {
    all: [u8; MOST_GROUPS],
    count: usize,
}

impl Lengths {
    /// Collects the lengths of groups; with `checked`, the last has a check character that does not count.
    pub(super) fn of(groups: &[DigitGroup], checked: bool) -> Self {
        let mut lengths = Self::default();
        let last = groups.len().saturating_sub(1);
        for (at, group) in groups.iter().enumerate() {
            let length = group.len() - usize::from(checked && at == last);
            if length > 0 {
                lengths.push(length);
            }
        }
        lengths
    }

    pub(super) fn push(&mut self, length: usize) {
        if let Some(place) = self.all.get_mut(self.count) {
            *place = u8::try_from(length).unwrap_or(u8::MAX);
            self.count += 1;
        }
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        self.all.get(..self.count).unwrap_or_default()
    }
}

/// Tells whether there are more groups than a number has, except single digits with the same sign between them.
pub(super) fn are_too_many(groups: &[DigitGroup], lengths: &[u8]) -> bool {
    groups.len() > MOST_ODD_GROUPS && !(are_ones(lengths) && are_alike(groups))
}

/// Tells whether the signs between the groups are unusual inside one number: signs of lists, or a full stop among
/// others.
pub(super) fn is_strange(groups: &[DigitGroup]) -> bool {
    let mut gaps = groups.iter().skip(1).map(|group| group.gap);
    let has_point = groups.iter().skip(1).any(|group| group.gap == Gap::Point);
    gaps.any(|gap| matches!(gap, Gap::List | Gap::Comma)) || (has_point && !are_alike(groups))
}

fn are_alike(groups: &[DigitGroup]) -> bool {
    let mut gaps = groups.iter().skip(1).map(|group| group.gap);
    let first = gaps.next();
    gaps.all(|gap| Some(gap) == first)
}

/// Tells whether every digit stands by itself; the last may have a check character beside it.
fn are_ones(lengths: &[u8]) -> bool {
    matches!(lengths, [rest @ .., 1..=2] if rest.iter().all(|length| *length == 1))
}

pub(super) fn is_identity(lengths: &[u8]) -> bool {
    let usual = matches!(
        lengths,
        [18] | [17, 1]
            | [6, 8, 4]
            | [6, 8, 3, 1]
            | [6, 12]
            | [14, 4]
            | [6, 4, 8]
            | [6, 4, 4, 4]
            | [6, 6, 6]
            | [6, 4, 2, 2, 4]
            | [4, 4, 4, 4, 2]
            | [3, 3, 4, 4, 4]
            | [3, 3, 3, 3, 3, 3]
    );
    usual || are_ones(lengths)
}

pub(super) fn is_old_identity(lengths: &[u8]) -> bool {
    let usual = matches!(
        lengths,
        [15] | [6, 6, 3] | [6, 9] | [6, 2, 2, 2, 3] | [8, 7] | [4, 4, 4, 3] | [3, 4, 4, 4] | [3, 3, 3, 3, 3]
    );
    usual || are_ones(lengths)
}

pub(super) fn is_mobile(lengths: &[u8]) -> bool {
    let usual = matches!(lengths, [11] | [3, 8] | [7, 4] | [3, 4, 4] | [4, 4, 3] | [3, 3, 5]);
    usual || are_ones(lengths)
}

/// Recognizes the grouping of a number without its zero: the area code by itself, or together with all that follows.
pub(super) fn is_landline(lengths: &[u8], area: usize) -> bool {
    let usual = match lengths {
        [_] | [_, 4] => true,
        [first, rest @ ..] => {
            usize::from(*first) == area && matches!(rest, [7 | 8] | [3, 4] | [4, 3] | [4, 4] | [3, 2, 2] | [2, 2, 3])
        }
        [] => false,
    };
    usual || are_ones(lengths)
}

pub(super) fn is_card(lengths: &[u8]) -> bool {
    let usual = match lengths {
        [_] | [4, 4, 4, 4] | [4, 4, 4, 4, 1..=3] => true,
        [4, 4, last] => *last >= 7,
        [6 | 8, last] => *last >= 8,
        _ => false,
    };
    usual || are_ones(lengths)
}

/// Recognizes a 12-digit division code, then a year and a month, together or apart.
pub(super) fn is_code_and_month(digits: &[u8], lengths: &[u8]) -> bool {
    let month = matches!(digits.get(12..), Some([b'1', b'9', _, _, a, b] | [b'2', b'0', _, _, a, b])
        if matches!((a, b), (b'0', b'1'..=b'9') | (b'1', b'0'..=b'2')));
    matches!(lengths, [12, 6] | [12, 4, 2]) && month
}

/// Tells whether the groups are a figure and one or two decimals after a full stop.
pub(super) fn is_decimal(window: Window<'_>, lengths: &[u8]) -> bool {
    matches!((window.groups, lengths), ([_, DigitGroup { gap: Gap::Point, .. }], [_, 1..=2]))
}

/// Tells whether the groups are thousands set apart by commas, or by spaces where the surroundings mark an amount;
/// decimals may follow.
pub(super) fn are_thousands(window: Window<'_>, lengths: &[u8]) -> bool {
    let pointed = matches!((window.groups, lengths), ([_, _, .., DigitGroup { gap: Gap::Point, .. }], [.., 1..=2]));
    let whole = lengths.len() - usize::from(pointed);
    let (groups, lengths) = (window.groups.get(..whole), lengths.get(..whole));
    let (Some([_, rest @ ..]), Some([first, others @ ..])) = (groups, lengths) else { return false };
    if rest.is_empty() {
        return false;
    }
    let thousands = *first <= 3 && others.iter().all(|length| *length == 3);
    let by = |gap| rest.iter().all(|group| group.gap == gap);
    thousands && (by(Gap::Comma) || (by(Gap::Space) && window.counted))
}

/// Tells whether every group can be a figure by itself: none begins with a zero.
pub(super) fn are_figures(window: Window<'_>) -> bool {
    let start = window.groups.first().map_or(0, |group| group.digits.start);
    window.groups.iter().all(|group| window.digits.get(group.digits.start - start) != Some(&b'0'))
}

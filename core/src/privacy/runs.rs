//! Reads a text as groups of digits with the gaps between them.

use std::ops::Range;

use super::signs::{self, Sign};

/// A way to read a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RunReading {
    /// Decimal digits are digits.
    Strict,
    /// Digits in words, marks and letters that are taken for digits are digits as well.
    Wide,
}

/// The gap before a group of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Words, or nothing: another number begins.
    Apart {
        /// `true` where it begins with a plus sign.
        plus: bool,
    },
    /// A few spaces.
    Space,
    /// One full stop.
    Point,
    /// One comma.
    Comma,
    /// Hyphens, brackets, dots, spaces: signs inside one number.
    Joint,
    /// Signs between two numbers, and sometimes inside one.
    List,
}

/// Digits without a gap.
#[derive(Debug)]
pub(super) struct DigitGroup {
    /// The digits, as a range of the reading.
    pub(super) digits: Range<usize>,
    /// The place, in bytes of the text.
    pub(super) span: Range<usize>,
    /// The gap before them.
    pub(super) gap: Gap,
    /// The number of words or marks among them.
    words: usize,
    /// The number of letters among them.
    likes: usize,
}

/// A text as digits.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// All digits in ASCII, with an `X` where a check character ends a group.
    pub(super) digits: Vec<u8>,
    /// The groups, in order.
    pub(super) all: Vec<DigitGroup>,
}

/// The most signs between two groups of one number, spaces apart.
const MOST_SIGNS: u8 = 3;
/// The most spaces inside a number; more stand between two columns.
const MOST_SPACES: u8 = 3;

impl DigitGroup {
    /// Builds a group of this length with nothing between or around the digits.
    pub(super) fn whole(length: usize) -> Self {
        Self { digits: 0..length, span: 0..length, gap: Gap::Apart { plus: false }, words: 0, likes: 0 }
    }

    pub(super) fn len(&self) -> usize {
        self.digits.len()
    }

    /// Tells whether groups hold a digit that only a wide reading takes for one, with letters for no more than half of
    /// them.
    pub(super) fn is_wide(groups: &[Self]) -> bool {
        let (mut all, mut words, mut likes) = (0, 0, 0);
        for group in groups {
            (all, words, likes) = (all + group.len(), words + group.words, likes + group.likes);
        }
        words + likes > 0 && likes * 2 <= all
    }
}

/// Reads the groups of a text.
pub(super) fn of(text: &str, reading: RunReading) -> Groups {
    let mut reader = RunReader { groups: Groups::default(), between: Between::default(), inside: false };
    for (at, c) in text.char_indices() {
        let sign = signs::of(c);
        let span = at..at + c.len_utf8();
        match (sign, reading) {
            (Sign::Nothing, _) => {}
            (Sign::Digit(digit), _) => reader.digit(digit, span, (0, 0)),
            (Sign::Word(digit), RunReading::Wide) => reader.digit(digit, span, (1, 0)),
            (Sign::Like(digit), RunReading::Wide) => reader.digit(digit, span, (0, 1)),
            (Sign::Check, _) => reader.check(span),
            _ => {
                reader.inside = false;
                reader.between.add(sign);
            }
        }
    }
    reader.groups
}

struct RunReader {
    groups: Groups,
    between: Between,
    /// `true` where the last character was a digit.
    inside: bool,
}

impl RunReader {
    fn digit(&mut self, digit: u8, span: Range<usize>, (words, likes): (usize, usize)) {
        self.groups.digits.push(b'0' + digit);
        let end = self.groups.digits.len();
        match self.groups.all.last_mut() {
            Some(group) if self.inside => {
                group.digits.end = end;
                group.span.end = span.end;
                group.words += words;
                group.likes += likes;
            }
            _ => {
                let gap = self.between.gap();
                self.groups.all.push(DigitGroup { digits: end - 1..end, span, gap, words, likes });
            }
        }
        self.between = Between { gap: None, signs: 0, spaces: 0 };
        self.inside = true;
    }

    /// Takes an `X` as the end of the number before it, where it is near enough; otherwise as a letter.
    fn check(&mut self, span: Range<usize>) {
        self.inside = false;
        let near = self.between.gap.is_none_or(|gap| !matches!(gap, Gap::Apart { .. }));
        match self.groups.all.last_mut().filter(|_| near && !self.groups.digits.ends_with(b"X")) {
            Some(group) => {
                self.groups.digits.push(b'X');
                group.digits.end = self.groups.digits.len();
                group.span.end = span.end;
                self.between = Between { gap: None, signs: 0, spaces: 0 };
            }
            None => self.between.add(Sign::Other),
        }
    }
}

/// The gap since the last digit.
struct Between {
    /// `None` for nothing.
    gap: Option<Gap>,
    signs: u8,
    spaces: u8,
}

impl Default for Between {
    fn default() -> Self {
        Self { gap: Some(Gap::Apart { plus: false }), signs: 0, spaces: 0 }
    }
}

impl Between {
    /// Returns the gap before the group that begins now.
    fn gap(&self) -> Gap {
        self.gap.unwrap_or(Gap::Joint)
    }

    fn add(&mut self, sign: Sign) {
        let next = match sign {
            Sign::Space => Gap::Space,
            Sign::Point => Gap::Point,
            Sign::Comma => Gap::Comma,
            Sign::Joint => Gap::Joint,
            Sign::List => Gap::List,
            _ => {
                *self = Self { gap: Some(Gap::Apart { plus: sign == Sign::Plus }), signs: 0, spaces: 0 };
                return;
            }
        };
        if next == Gap::Space {
            self.spaces = self.spaces.saturating_add(1);
        } else {
            self.signs = self.signs.saturating_add(1);
        }
        self.gap = Some(match self.gap {
            Some(Gap::Apart { plus }) => Gap::Apart { plus: plus && self.signs <= MOST_SIGNS },
            _ if self.signs > MOST_SIGNS => Gap::Apart { plus: false },
            _ if self.spaces > MOST_SPACES => Gap::List,
            None => next,
            Some(Gap::Space) if next == Gap::Space => next,
            Some(Gap::Comma | Gap::List) => Gap::List,
            Some(_) if matches!(next, Gap::Comma | Gap::List) => Gap::List,
            Some(_) => Gap::Joint,
        });
    }
}

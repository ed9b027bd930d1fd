//! Reads a text as groups of digits, and says what stands between them. Knows no number.

use std::ops::Range;

use super::signs::{self, Sign};

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Decimal digits are digits.
    Strict,
    /// Digits in words, marks and letters that are taken for digits are digits as well.
    Wide,
}

/// What stands before a group of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Words, or nothing: another number begins.
    Apart {
        /// Whether it begins with a plus sign.
        plus: bool,
    },
    /// A few spaces.
    Space,
    /// One full stop.
    Point,
    /// One comma.
    Comma,
    /// Hyphens, brackets, dots, spaces: what people put into one number.
    Joint,
    /// What people put between two numbers, and sometimes into one.
    List,
}

/// Digits that stand together.
#[derive(Debug)]
pub(super) struct Group {
    /// Which digits of the reading.
    pub(super) digits: Range<usize>,
    /// Where they stand, in bytes of the text.
    pub(super) span: Range<usize>,
    /// What stands before them.
    pub(super) gap: Gap,
    /// How many are words or marks.
    words: usize,
    /// How many are letters.
    likes: usize,
}

/// A text as digits.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// All digits in ASCII, with an `X` where a check character ends a group.
    pub(super) digits: Vec<u8>,
    /// How they are grouped, in order.
    pub(super) all: Vec<Group>,
}

/// More signs than these between two groups, spaces apart, and they belong to two numbers.
const MOST_SIGNS: u8 = 3;
/// More spaces than these stand between two columns rather than inside a number.
const MOST_SPACES: u8 = 3;

impl Group {
    /// So many digits with nothing between or around them.
    pub(super) fn whole(length: usize) -> Self {
        Self { digits: 0..length, span: 0..length, gap: Gap::Apart { plus: false }, words: 0, likes: 0 }
    }

    pub(super) fn len(&self) -> usize {
        self.digits.len()
    }

    /// Whether groups hold a digit that only a wide reading takes for one, and letters are no more than half of them.
    pub(super) fn is_wide(groups: &[Self]) -> bool {
        let (mut all, mut words, mut likes) = (0, 0, 0);
        for group in groups {
            (all, words, likes) = (all + group.len(), words + group.words, likes + group.likes);
        }
        words + likes > 0 && likes * 2 <= all
    }
}

/// The groups of a text.
pub(super) fn of(text: &str, reading: Reading) -> Groups {
    let mut it = Reader { groups: Groups::default(), between: Between::default(), inside: false };
    for (at, c) in text.char_indices() {
        let sign = signs::of(c);
        let span = at..at + c.len_utf8();
        match (sign, reading) {
            (Sign::Nothing, _) => {}
            (Sign::Digit(digit), _) => it.digit(digit, span, (0, 0)),
            (Sign::Word(digit), Reading::Wide) => it.digit(digit, span, (1, 0)),
            (Sign::Like(digit), Reading::Wide) => it.digit(digit, span, (0, 1)),
            (Sign::Check, _) => it.check(span),
            _ => {
                it.inside = false;
                it.between.add(sign);
            }
        }
    }
    it.groups
}

struct Reader {
    groups: Groups,
    between: Between,
    /// Whether the last sign was a digit.
    inside: bool,
}

impl Reader {
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
                self.groups.all.push(Group { digits: end - 1..end, span, gap, words, likes });
            }
        }
        self.between = Between { gap: None, signs: 0, spaces: 0 };
        self.inside = true;
    }

    /// An `X` ends the number before it, where it stands near enough; otherwise it is a letter.
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

/// What has been read since the last digit.
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
    /// What stands before the group that begins now.
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

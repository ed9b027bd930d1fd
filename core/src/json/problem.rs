//! The reasons why a text is refused as JSON, with stable codes.

/// The reason why a text is refused as JSON. Offsets count bytes from the start of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonProblem {
    /// More bytes than the limit.
    TooLarge {
        /// The number of bytes.
        bytes: usize,
    },
    /// Nothing but white space.
    Empty,
    /// Not UTF-8 (RFC 8259 §8.1).
    NotUtf8 {
        /// The offset of the first byte that is not.
        at: usize,
    },
    /// It starts with a byte order mark, which RFC 8259 §8.1 forbids to send.
    ByteOrderMark,
    /// Not JSON: a sign out of place, a control character or half a surrogate pair in a string.
    Syntax {
        /// The offset.
        at: usize,
    },
    /// The text ends in the middle.
    Truncated,
    /// Something follows the value.
    Trailing {
        /// The offset.
        at: usize,
    },
    /// A member name occurs twice in one object.
    DuplicateKey {
        /// The offset of the second name.
        at: usize,
    },
    /// Arrays and objects are nested deeper than the limit.
    TooDeep {
        /// The offset.
        at: usize,
    },
    /// A number with a fraction, an exponent or a minus before zero, or beyond ±(2^53 − 1).
    NotAnInteger {
        /// The offset of the number.
        at: usize,
    },
    /// A string or member name longer than the limit.
    TextTooLong {
        /// The offset of the string.
        at: usize,
    },
    /// More values than the limit.
    TooManyValues {
        /// The offset.
        at: usize,
    },
}

impl JsonProblem {
    /// Returns the stable code of the problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::Empty => "empty",
            Self::NotUtf8 { .. } => "not-utf8",
            Self::ByteOrderMark => "byte-order-mark",
            Self::Syntax { .. } => "not-json",
            Self::Truncated => "truncated",
            Self::Trailing { .. } => "trailing-bytes",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::TooDeep { .. } => "too-deep",
            Self::NotAnInteger { .. } => "not-an-integer",
            Self::TextTooLong { .. } => "text-too-long",
            Self::TooManyValues { .. } => "too-many-values",
        }
    }
}

//! The reasons why a text is refused as JSON, with stable codes.

/// The reason why a text is refused as JSON. Offsets count bytes from the start of the text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// More bytes than the limit.
    #[error("{bytes} bytes are more than {limit}")]
    TooLarge {
        /// The number of bytes; one or two more than the limit where the reader of the file went no further.
        bytes: usize,
        /// The most bytes that are read.
        limit: usize,
    },
    /// Nothing but white space.
    #[error("nothing but white space")]
    Empty,
    /// Not UTF-8 (RFC 8259 §8.1).
    #[error("not UTF-8 at byte {at}")]
    NotUtf8 {
        /// The offset of the first byte that is not.
        at: usize,
    },
    /// It starts with a byte order mark, which RFC 8259 §8.1 forbids to send.
    #[error("starts with a byte order mark")]
    ByteOrderMark,
    /// Not JSON: a sign out of place, a control character or half a surrogate pair in a string.
    #[error("not JSON at byte {at}")]
    Syntax {
        /// The offset.
        at: usize,
    },
    /// The text ends in the middle.
    #[error("ends in the middle")]
    Truncated,
    /// Something follows the value.
    #[error("something follows the value at byte {at}")]
    Trailing {
        /// The offset.
        at: usize,
    },
    /// A member name occurs twice in one object.
    #[error("a member name occurs twice, at byte {at}")]
    DuplicateKey {
        /// The offset of the second name.
        at: usize,
    },
    /// Arrays and objects are nested deeper than the limit.
    #[error("nested too deep at byte {at}")]
    TooDeep {
        /// The offset.
        at: usize,
    },
    /// A number with a fraction, an exponent or a minus before zero.
    #[error("not an integer, at byte {at}")]
    NotAnInteger {
        /// The offset of the number.
        at: usize,
    },
    /// An integer beyond ±(2^53 − 1).
    #[error("a number is too large, at byte {at}")]
    NumberTooLarge {
        /// The offset of the number.
        at: usize,
    },
    /// A string or member name longer than the limit.
    #[error("a string is too long, at byte {at}")]
    TextTooLong {
        /// The offset of the string.
        at: usize,
    },
    /// More values than the limit.
    #[error("too many values, at byte {at}")]
    TooManyValues {
        /// The offset.
        at: usize,
    },
}

impl JsonError {
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
            Self::NumberTooLarge { .. } => "number-too-large",
            Self::TextTooLong { .. } => "text-too-long",
            Self::TooManyValues { .. } => "too-many-values",
        }
    }
}

//! The places at which a value does not fit its format, with stable codes.

/// A value that is not what the format asks for at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The place as a path, such as `incidents[2].day`; empty for the whole.
    pub at: String,
    /// The reason.
    pub why: MisfitReason,
}

/// The reason why a value does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MisfitReason {
    /// The required member is absent.
    Missing,
    /// The format has no such member.
    Unknown,
    /// The value is not what the format asks for.
    Not(Expected),
    /// A text with more characters than this.
    TooLong(usize),
    /// A list, or an object of entries, with more elements than this.
    TooMany(usize),
    /// Conditions or filters inside one another, deeper than this.
    TooDeep(usize),
    /// An integer that is less than the first or more than the second.
    OutOfRange(i64, i64),
}

/// The value that a format asks for at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expected {
    /// An object.
    Object,
    /// A list.
    List,
    /// A list in which nothing is twice.
    Distinct,
    /// A list in the order that the format asks for.
    Ordered,
    /// A list with at least one element.
    Elements,
    /// An object with at least one member.
    Members,
    /// A text.
    Text,
    /// A text that says something.
    Saying,
    /// A text without the characters that [`crate::printable`] rules out and, in a pack, without outer white space.
    Line,
    /// An integer.
    Integer,
    /// Two integers: one from 0 on, and one from 1 on.
    Fraction,
    /// `true` (where the member may be left out).
    True,
    /// `true` or `false`.
    Bool,
    /// A day, such as `2026-03-31`.
    Day,
    /// A time, such as `2026-03-31T09:05:00+08:00`.
    Moment,
    /// A first day that is not after the last day.
    Days,
    /// A period, such as `2026`, `2026-H1` or `2026-Q1`.
    Period,
    /// A 12-digit division code.
    UnitCode,
    /// The level that the division code has.
    UnitLevel,
    /// An id: letters a–z, digits, `-`, `.` and `/`.
    Id,
    /// 32 hexadecimal digits.
    IncidentId,
    /// 64 hexadecimal digits.
    Digest,
    /// 43 base64url characters.
    Thumbprint,
    /// The base64url form of the 32 bytes of a valid public key.
    Key,
    /// The base64url form of 64 bytes.
    Signature,
    /// An age recipient.
    Recipient,
    /// A unit that lies in the area of the file.
    Inside,
    /// A pack without problems.
    Pack,
    /// One of the words that the format gives.
    Word,
    /// The value that another part of the file has.
    Same,
}

impl MisfitReason {
    /// Returns the stable code of the misfit.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing-field",
            Self::Unknown => "unknown-field",
            Self::TooLong(_) => "text-too-long",
            Self::TooMany(_) => "too-many",
            Self::TooDeep(_) => "too-deep",
            Self::OutOfRange(..) => "out-of-range",
            Self::Not(expected) => match expected {
                Expected::Object => "not-an-object",
                Expected::List => "not-a-list",
                Expected::Distinct => "repeated-element",
                Expected::Ordered => "out-of-order",
                Expected::Elements => "empty-list",
                Expected::Members => "empty-object",
                Expected::Text => "not-a-text",
                Expected::Saying => "empty-text",
                Expected::Line => "bad-text",
                Expected::Integer => "not-a-number",
                Expected::Fraction => "not-a-fraction",
                Expected::True => "not-true",
                Expected::Bool => "not-true-or-false",
                Expected::Day => "not-a-day",
                Expected::Moment => "not-a-time",
                Expected::Days => "days-backwards",
                Expected::Period => "not-a-period",
                Expected::UnitCode => "not-a-division-code",
                Expected::UnitLevel => "unit-level-wrong",
                Expected::Id => "not-an-id",
                Expected::IncidentId => "not-an-incident-id",
                Expected::Digest => "not-a-digest",
                Expected::Thumbprint => "not-a-thumbprint",
                Expected::Key => "not-a-key",
                Expected::Signature => "not-a-signature",
                Expected::Recipient => "not-a-recipient",
                Expected::Inside => "outside-area",
                Expected::Pack => "not-a-pack",
                Expected::Word => "unknown-word",
                Expected::Same => "contradiction",
            },
        }
    }
}

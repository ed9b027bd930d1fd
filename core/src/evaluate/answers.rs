//! One unit's facts in the form in which a program reads them: by the number of what is asked. Judges nothing.

mod build;

use crate::{
    days::{Day, Days},
    facts::Says,
};

/// What one unit states about one period, prepared by [`Program::answers`](super::Program::answers).
///
/// Everything that does not depend on the day up to which facts are looked at is settled here: which incidents and
/// words have to do with which question, which days are covered, and which word is the last.
#[derive(Clone, Debug)]
pub struct Answers {
    pub(super) period: Days,
    /// The year's quarters as far as they lie in the period.
    pub(super) quarters: [Option<Days>; 4],
    /// By number of the topic.
    topics: Vec<Answer>,
    words: Vec<Word>,
    covered: Vec<Days>,
    events: Vec<Event>,
    parts: Vec<Part>,
}

/// What there is about one topic.
#[derive(Clone, Copy, Debug, Default)]
struct Answer {
    words: Span,
    last_word: bool,
    covered: Span,
    closed: bool,
    events: Span,
    parts: Span,
    kept: bool,
}

/// A run of one of the arrays.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    from: u32,
    to: u32,
}

/// A statement about exactly a topic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) days: Days,
    pub(super) says: Said,
}

/// What a statement says, as far as it decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Nothing but what is registered.
    Complete,
    Yes,
    No,
    /// A figure, or both sides of a ratio.
    Figure(i64, i64),
    NotApplicable,
    Unknown,
}

/// An incident of a category.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    pub(super) day: Day,
    /// Whether it counts for certain.
    pub(super) certain: bool,
}

/// The last statement about some days of the period.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) days: Days,
    /// Whether it was made after them.
    pub(super) after: bool,
    pub(super) says: Said,
}

/// What there is about one topic, for reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Topical<'a> {
    /// Statements that speak of the period: by last day, then day of making, then first day.
    pub(super) words: &'a [Word],
    /// Whether the last of them is the last word about the period: it speaks of the period's last day and was made after it.
    pub(super) last_word: bool,
    /// The days of the period that are spoken for, as far as each statement reaches: runs that do not touch, in order.
    pub(super) covered: &'a [Days],
    /// Whether every day was spoken for after it was over.
    pub(super) closed: bool,
    /// The incidents of the period, by day.
    pub(super) events: &'a [Event],
    /// The figures about days of the period, by first day, then last day.
    pub(super) parts: &'a [Part],
    /// Whether figures that were stated after their days cover the period.
    pub(super) kept: bool,
}

impl Answers {
    /// What there is about a topic. Nothing where the answers were prepared for another program.
    pub(super) fn about(&self, topic: u32) -> Topical<'_> {
        let found = usize::try_from(topic).ok().and_then(|at| self.topics.get(at)).copied().unwrap_or_default();
        Topical {
            words: found.words.of(&self.words),
            last_word: found.last_word,
            covered: found.covered.of(&self.covered),
            closed: found.closed,
            events: found.events.of(&self.events),
            parts: found.parts.of(&self.parts),
            kept: found.kept,
        }
    }
}

impl Span {
    fn of<T>(self, all: &[T]) -> &[T] {
        let place = usize::try_from(self.from).ok().zip(usize::try_from(self.to).ok());
        place.and_then(|(from, to)| all.get(from..to)).unwrap_or_default()
    }
}

impl Said {
    fn of(says: &Says) -> Self {
        match says {
            Says::Complete => Self::Complete,
            Says::Yes => Self::Yes,
            Says::No => Self::No,
            Says::Count(n) | Says::Rank(n) | Says::Figure(n) => Self::Figure(*n, 0),
            Says::Ratio { part, whole } => Self::Figure(*part, *whole),
            Says::NotApplicable(_) => Self::NotApplicable,
            Says::Unknown => Self::Unknown,
        }
    }

    /// The figure, or both sides of the ratio.
    pub(super) fn figure(self) -> Option<(i64, i64)> {
        if let Self::Figure(part, whole) = self { Some((part, whole)) } else { None }
    }
}

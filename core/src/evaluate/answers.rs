//! One unit's facts in the form in which a program reads them: by the number of what is asked. Judges nothing.

mod build;

use crate::{
    days::{Day, Days},
    facts::Says,
};

/// What one unit states about one period, prepared by [`Program::answers`](super::Program::answers).
///
/// Everything that does not depend on the day up to which facts are looked at is settled here: which incidents and
/// words have to do with which question, which days are covered, and which word is the last. Judging many units waits
/// for memory more than for anything else, so that what decides most questions is a few bytes for each, side by side.
#[derive(Clone, Debug)]
pub struct Answers {
    pub(super) period: Days,
    /// By number of the topic, as the places.
    topics: Vec<Answer>,
    rest: Box<Rest>,
}

/// What few questions need: whoever judges many units does not load it for the others.
#[derive(Clone, Debug)]
struct Rest {
    /// The year's quarters as far as they lie in the period.
    quarters: [Option<Days>; 4],
    places: Vec<Places>,
    words: Vec<Word>,
    covered: Vec<Days>,
    events: Vec<Event>,
    parts: Vec<Part>,
}

/// A figure and 0, both sides of a ratio, or two counts.
pub(super) type Figure = (i64, i64);

/// What decides most questions about a topic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    /// The first day of which the last statement speaks.
    pub(super) first: Option<Day>,
    /// What the last statement says.
    pub(super) says: Said,
    /// Whether that is the last word about the period: it speaks of the period's last day and was made after it.
    pub(super) last_word: bool,
    /// How much of the period is spoken for: by statements that nothing else happened, or by figures.
    pub(super) spoken_for: SpokenFor,
    /// The last figure; of a category, how many incidents count for certain and how many may.
    pub(super) figure: Figure,
}

/// How much of the period is spoken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SpokenFor {
    /// Not every day, or not known to be.
    Part,
    /// Every day.
    Whole,
    /// Every day, after it was over.
    WholeAfterwards,
}

/// Where the rest about a topic lies.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    words: Span,
    covered: Span,
    events: Span,
    parts: Span,
}

/// A run of one of the arrays.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    from: u32,
    to: u32,
}

/// What a statement says, as far as it decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Nothing but what is registered.
    Complete,
    Yes,
    No,
    /// A figure, or a ratio.
    Figure,
    NotApplicable,
    Unknown,
}

/// A statement about exactly a topic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// The first day that it speaks of.
    pub(super) first: Day,
    pub(super) says: Said,
    pub(super) figure: Option<Figure>,
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
    pub(super) figure: Option<Figure>,
}

impl Answers {
    /// What there is about a topic; `None` where the answers were prepared for another program.
    pub(super) fn about(&self, topic: u32) -> Option<&Answer> {
        self.topics.get(usize::try_from(topic).ok()?)
    }

    /// The year's quarters as far as they lie in the period.
    pub(super) fn quarters(&self) -> [Option<Days>; 4] {
        self.rest.quarters
    }

    /// The statements that speak of the period: by last day, then day of making, then first day.
    pub(super) fn words(&self, topic: u32) -> &[Word] {
        self.rest.places(topic).words.of(&self.rest.words)
    }

    /// The days of the period that are spoken for, as far as each statement reaches: runs that do not touch, in order.
    pub(super) fn covered(&self, topic: u32) -> &[Days] {
        self.rest.places(topic).covered.of(&self.rest.covered)
    }

    /// The incidents of the period, by day.
    pub(super) fn events(&self, topic: u32) -> &[Event] {
        self.rest.places(topic).events.of(&self.rest.events)
    }

    /// The last statements about days within the period, by first day, then last day.
    pub(super) fn parts(&self, topic: u32) -> &[Part] {
        self.rest.places(topic).parts.of(&self.rest.parts)
    }
}

impl Rest {
    fn places(&self, topic: u32) -> Places {
        usize::try_from(topic).ok().and_then(|at| self.places.get(at)).copied().unwrap_or_default()
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
            Says::Count(_) | Says::Rank(_) | Says::Figure(_) | Says::Ratio { .. } => Self::Figure,
            Says::NotApplicable(_) => Self::NotApplicable,
            Says::Unknown => Self::Unknown,
        }
    }
}

/// The figure that a statement gives, if it gives one.
fn figure(says: &Says) -> Option<Figure> {
    match says {
        Says::Count(n) | Says::Rank(n) | Says::Figure(n) => Some((*n, 0)),
        Says::Ratio { part, whole } => Some((*part, *whole)),
        Says::Complete | Says::Yes | Says::No | Says::NotApplicable(_) | Says::Unknown => None,
    }
}

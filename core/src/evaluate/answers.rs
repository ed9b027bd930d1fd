//! One unit's facts in the form in which a program reads them: by the number of the topic.

mod build;

use crate::{
    days::{Day, Days},
    facts::Says,
};

/// One unit's statements and incidents of one period, prepared by [`Program::answers`](super::Program::answers).
///
/// Everything that does not depend on the day up to which facts are looked at is settled here: which incidents and
/// statements concern which topic, which days are covered, and which statement is the last. Evaluating many units waits
/// for memory more than for anything else, so the data that decides most topics is a few bytes for each, side by side.
#[derive(Clone, Debug)]
pub struct Answers {
    pub(super) period: Days,
    /// By number of the topic, as the places.
    topics: Vec<Answer>,
    rest: Box<Rest>,
}

/// The data that few topics need, apart from the rest, so that a caller that evaluates many units does not load it for
/// the others.
#[derive(Clone, Debug)]
struct Rest {
    /// The year's quarters as far as they lie in the period.
    quarters: [Option<Days>; 4],
    places: Vec<AnswerPlaces>,
    words: Vec<ExactStatement>,
    covered: Vec<Days>,
    events: Vec<CategoryIncident>,
    parts: Vec<PartialStatement>,
}

/// A figure and 0, both sides of a ratio, or two counts.
pub(super) type FigureValue = (i64, i64);

/// The data that decides most questions about a topic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    /// The first day of the last statement.
    pub(super) first: Option<Day>,
    /// The answer of the last statement.
    pub(super) says: DecidingAnswer,
    /// `true` where that is the last word about the period: it covers the period's last day and was made after it.
    pub(super) last_word: bool,
    /// The coverage of the period, by statements that nothing else happened or by figures.
    pub(super) spoken_for: SpokenFor,
    /// The last figure; for a category, the incidents that count for certain and those that may count.
    pub(super) figure: FigureValue,
}

/// The coverage of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SpokenFor {
    /// Not every day, or not known to be.
    Part,
    /// Every day.
    Whole,
    /// Every day, after it was over.
    WholeAfterwards,
}

/// The places of the remaining data about a topic.
#[derive(Clone, Copy, Debug, Default)]
struct AnswerPlaces {
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

/// The answer of a statement, as far as it decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DecidingAnswer {
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
pub(super) struct ExactStatement {
    /// The first day that it speaks of.
    pub(super) first: Day,
    pub(super) says: DecidingAnswer,
    pub(super) figure: Option<FigureValue>,
}

/// An incident of a category.
#[derive(Clone, Copy, Debug)]
pub(super) struct CategoryIncident {
    pub(super) day: Day,
    /// `true` where it counts for certain.
    pub(super) certain: bool,
}

/// The last statement about some days of the period.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartialStatement {
    pub(super) days: Days,
    /// `true` where it was made after them.
    pub(super) after: bool,
    pub(super) figure: Option<FigureValue>,
}

impl Answers {
    /// Returns the data about a topic; `None` where the answers were prepared for another program.
    pub(super) fn about(&self, topic: u32) -> Option<&Answer> {
        self.topics.get(usize::try_from(topic).ok()?)
    }

    /// Returns the year's quarters as far as they lie in the period.
    pub(super) fn quarters(&self) -> [Option<Days>; 4] {
        self.rest.quarters
    }

    /// Returns the statements about days of the period: by last day, then day of making, then first day.
    pub(super) fn words(&self, topic: u32) -> &[ExactStatement] {
        self.rest.places(topic).words.of(&self.rest.words)
    }

    /// Returns the covered days of the period, each statement's up to the day on which it was made: runs that do not
    /// touch, in order.
    pub(super) fn covered(&self, topic: u32) -> &[Days] {
        self.rest.places(topic).covered.of(&self.rest.covered)
    }

    /// Returns the incidents of the period, by day.
    pub(super) fn events(&self, topic: u32) -> &[CategoryIncident] {
        self.rest.places(topic).events.of(&self.rest.events)
    }

    /// Returns the last statements about days within the period, by first day, then last day.
    pub(super) fn parts(&self, topic: u32) -> &[PartialStatement] {
        self.rest.places(topic).parts.of(&self.rest.parts)
    }
}

impl Rest {
    fn places(&self, topic: u32) -> AnswerPlaces {
        usize::try_from(topic).ok().and_then(|at| self.places.get(at)).copied().unwrap_or_default()
    }
}

impl Span {
    fn of<T>(self, all: &[T]) -> &[T] {
        let place = usize::try_from(self.from).ok().zip(usize::try_from(self.to).ok());
        place.and_then(|(from, to)| all.get(from..to)).unwrap_or_default()
    }
}

impl DecidingAnswer {
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

/// Returns the figure of a statement; `None` for one that gives none.
fn figure(says: &Says) -> Option<FigureValue> {
    match says {
        Says::Count(n) | Says::Rank(n) | Says::Figure(n) => Some((*n, 0)),
        Says::Ratio { part, whole } => Some((*part, *whole)),
        Says::Complete | Says::Yes | Says::No | Says::NotApplicable(_) | Says::Unknown => None,
    }
}

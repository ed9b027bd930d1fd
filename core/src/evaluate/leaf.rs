//! The leaves of a program: they read answers and find. Conditions are combined in `run`.

mod figure;
mod rises;

use super::{
    Answers, SeenFacts,
    answers::{Answer, DecidingAnswer, ExactStatement, FigureValue, SpokenFor},
    program::{Asks, Leaf},
    sheet::NodeResult,
};
use crate::{
    days::{Days, gap},
    pack::condition::Compare,
    truth::{Finding, Truth},
};

/// The data that one leaf looks at.
struct LeafView<'a> {
    answers: &'a Answers,
    topic: u32,
    of: &'a Answer,
    /// The part of the period up to the day of evaluation; it begins with the period.
    window: Days,
    /// The answer of the statement about the latest days of the window, the last made among equals.
    says: Option<DecidingAnswer>,
    /// `true` where that is the last of all statements, which is read at every later day too.
    is_last: bool,
}

impl Leaf {
    /// Evaluates the leaf. Before the period's first day there is no window, and nothing is seen.
    #[inline]
    pub(super) fn find(&self, answers: &Answers, window: Option<Days>) -> NodeResult {
        let Some((window, of)) = window.zip(answers.about(self.topic)) else {
            return NodeResult::silent(SeenFacts::Silent);
        };
        let view = LeafView::new(answers, self.topic, of, window);
        if self.may_not_apply && view.says == Some(DecidingAnswer::NotApplicable) {
            return NodeResult::new(Finding::NotApplicable, view.is_last_word(), SeenFacts::NotApplicable);
        }
        let mut found = match &self.asks {
            Asks::Incidents { must, bound } => view.incidents(*must, *bound),
            Asks::Rises { times } => view.rises(*times),
            asks => view.figure(asks, self.year),
        };
        // Where somebody may still say that nothing here applies, whatever was found can still be set aside.
        found.settled &= !self.may_not_apply || view.is_last_word();
        found
    }
}

impl<'a> LeafView<'a> {
    fn new(answers: &'a Answers, topic: u32, of: &'a Answer, window: Days) -> Self {
        let is_last = of.first.is_some_and(|first| first <= window.last());
        let mut view = LeafView { answers, topic, of, window, says: Some(of.says), is_last };
        if !is_last {
            view.says = view.earlier().map(|word| word.says);
        }
        view
    }

    /// Finds the statement to read where it is not the last of all.
    fn earlier(&self) -> Option<&'a ExactStatement> {
        self.answers.words(self.topic).iter().rfind(|word| word.first <= self.window.last())
    }

    /// Tells whether the statement that is read is the last word about the period.
    fn is_last_word(&self) -> bool {
        self.is_last && self.of.last_word
    }

    /// Tells whether every day of the period was covered after it was over.
    fn is_closed(&self) -> bool {
        self.of.spoken_for == SpokenFor::WholeAfterwards
    }

    #[inline]
    fn incidents(&self, must: Compare, bound: i64) -> NodeResult {
        if self.is_closed() && self.of.figure == (0, 0) {
            let seen = SeenFacts::Incidents { counted: 0, unclear: 0, missing: None };
            return NodeResult::new(Truth::from(must.holds(0, bound)).into(), true, seen);
        }
        let all = self.of.figure;
        let registered = all.0.saturating_add(all.1);
        let (counted, unclear) =
            if registered == 0 || self.window == self.answers.period { all } else { self.counts() };
        let open = || gap(self.window, self.answers.covered(self.topic).iter().copied());
        let missing = if self.of.spoken_for == SpokenFor::Part { open() } else { None };
        let now = range(must, bound, counted, missing.is_none().then_some(counted + unclear));
        // No later day has fewer than now, nor more than are registered for the whole period once it is closed.
        let ever = range(must, bound, counted, self.is_closed().then_some(registered));
        let seen = match self.says {
            Some(DecidingAnswer::Unknown) if now == Truth::Unknown && counted + unclear == 0 => SeenFacts::Unknown,
            _ => SeenFacts::Incidents { counted, unclear, missing },
        };
        NodeResult::new(now.into(), ever != Truth::Unknown, seen)
    }

    /// Counts the incidents of the window that count for certain, and those that may.
    fn counts(&self) -> FigureValue {
        let now = self.answers.events(self.topic).iter().take_while(|event| event.day <= self.window.last());
        let (mut counted, mut unclear) = (0, 0);
        now.for_each(|event| *(if event.certain { &mut counted } else { &mut unclear }) += 1);
        (counted, unclear)
    }

    /// Returns the reason why nothing can be read; `None` where something can.
    fn silence(&self) -> Option<SeenFacts> {
        match self.says {
            None => Some(SeenFacts::Silent),
            Some(DecidingAnswer::Unknown) => Some(SeenFacts::Unknown),
            Some(DecidingAnswer::NotApplicable) => Some(SeenFacts::NotApplicable),
            Some(_) => None,
        }
    }
}

/// Compares a count between `low` and `high` (no upper bound when `None`) with `bound`.
fn range(must: Compare, bound: i64, low: i64, high: Option<i64>) -> Truth {
    let at_low = must.holds(low, bound);
    let Some(high) = high else {
        let beyond = must.holds(i64::MAX, bound);
        let always = at_low == beyond && !(must == Compare::Equal && bound >= low);
        return if always { at_low.into() } else { Truth::Unknown };
    };
    // Every comparison but equality changes once between the ends at most.
    let may_be_equal = must == Compare::Equal && low < high && (low..=high).contains(&bound);
    if at_low == must.holds(high, bound) && !may_be_equal { at_low.into() } else { Truth::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares at every possible count one by one: the meaning of `range`.
    fn one_by_one(must: Compare, bound: i64, low: i64, high: Option<i64>) -> Truth {
        let all: Vec<bool> = (low..=high.unwrap_or(20)).map(|n| must.holds(n, bound)).collect();
        if all.iter().all(|holds| *holds) {
            Truth::True
        } else if all.iter().any(|holds| *holds) {
            Truth::Unknown
        } else {
            Truth::False
        }
    }

    #[test]
    fn a_range_is_decided_exactly_when_every_count_in_it_agrees() {
        use Compare::{AtLeast, AtMost, Equal, LessThan, MoreThan};
        for must in [AtLeast, AtMost, Equal, LessThan, MoreThan] {
            for bound in 0..6 {
                for low in 0..6 {
                    for high in (low..8).map(Some).chain([None]) {
                        let (is, should) = (range(must, bound, low, high), one_by_one(must, bound, low, high));
                        assert_eq!(is, should, "{must:?} {bound} {low} {high:?}");
                    }
                }
            }
        }
    }
}

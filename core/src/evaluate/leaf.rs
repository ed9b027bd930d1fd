//! The leaves of a condition: reads facts, makes outcomes. Combines nothing.

mod figure;
mod filter;

use super::{Outcome, Scope, Seen};
use crate::{
    days::{Days, first_gap},
    facts::{Facts, Incident, Says, Statement, Topic},
    id::IndicatorId,
    pack::condition::{Compare, Condition, Filter},
    truth::{Finding, Truth},
};

/// Whether an incident counts for a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// It counts.
    Counts,
    /// An attribute that decides is unknown.
    Unclear,
}

/// The incidents of `facts` on `days` that count, or may count, under a category and filter, in order.
pub fn matching<'a>(
    facts: &'a Facts,
    of: &'a IndicatorId,
    only: &'a Filter,
    days: Days,
) -> impl Iterator<Item = (&'a Incident, Match)> {
    let there = facts.incidents.iter().filter(move |it| days.contains(it.day));
    there.filter(|it| it.categories.iter().any(|category| category.is_a(of))).filter_map(|it| {
        match filter::passes(only, it) {
            Truth::True => Some((it, Match::Counts)),
            Truth::Unknown => Some((it, Match::Unclear)),
            Truth::False => None,
        }
    })
}

impl<'a> Scope<'a> {
    /// The outcome of a leaf; a combining node is none and comes out silent.
    pub(super) fn leaf(self, leaf: &Condition, may_not_apply: bool) -> Outcome {
        let silent = Outcome::leaf(Finding::Undetermined, false, Seen::Silent);
        let (Some(window), Some(topic)) = (self.window, topic(leaf)) else { return silent };
        if let Condition::Against { of, must, reference, or_stated } = leaf {
            let stated = || self.leaf(&Condition::Stated { of: or_stated.clone() }, may_not_apply);
            let value = self.overlays.iter().find_map(|overlay| overlay.values.get(reference));
            return value.map_or_else(stated, |value| self.against(of, *must, *value, window));
        }
        match self.latest(&topic, window).map(|it| &it.says) {
            Some(Says::NotApplicable(_)) if may_not_apply => {
                return Outcome::leaf(Finding::NotApplicable, self.is_last_word(&topic, window), Seen::NotApplicable);
            }
            _ => {}
        }
        let found = match leaf {
            Condition::None { .. } => self.incidents(&topic, Compare::Equal, 0, window),
            Condition::Count { of, must, bound, .. } if self.is_category(of) => {
                self.incidents(&topic, *must, *bound, window)
            }
            leaf => self.figure(leaf, &topic.about, window),
        };
        // Where somebody may still say that nothing here applies, whatever was found can still be set aside.
        let settled = found.settled && (!may_not_apply || self.is_last_word(&topic, window));
        Outcome { settled, ..found }
    }

    fn is_category(self, of: &IndicatorId) -> bool {
        self.pack.indicators.get(of).is_some_and(|it| it.kind == crate::pack::IndicatorKind::Incidents)
    }

    fn incidents(self, topic: &Topic, must: Compare, bound: i64, window: Days) -> Outcome {
        let (counted, unclear) = self.number(topic, window);
        let (registered, perhaps) = self.number(topic, self.period);
        let missing = first_gap(window, &mut self.covered(topic, |it| it.days.until(it.made_on)));
        let settled = first_gap(self.period, &mut self.covered(topic, |it| it.days.until(it.made_on.pred_opt()?)));
        let now = range(must, bound, counted, missing.is_none().then_some(counted + unclear));
        // At no later day are there fewer than now, nor more than are registered for the whole period once it is closed.
        let ever = range(must, bound, counted, settled.is_none().then_some(registered + perhaps));
        let seen = match self.latest(topic, window).map(|it| &it.says) {
            Some(Says::Unknown) if now == Truth::Unknown && counted + unclear == 0 => Seen::Unknown,
            _ => Seen::Incidents { counted, unclear, missing },
        };
        Outcome::leaf(now.into(), ever != Truth::Unknown, seen)
    }

    /// How many incidents count for certain on these days, and how many more may.
    fn number(self, topic: &Topic, days: Days) -> (i64, i64) {
        matching(self.facts, &topic.about, &topic.only, days).fold((0, 0), |(counted, unclear), (_, how)| match how {
            Match::Counts => (counted + 1, unclear),
            Match::Unclear => (counted, unclear + 1),
        })
    }

    /// The days that statements about a topic, or a wider one, cover. 不清楚 said later takes the days back.
    fn covered(self, topic: &Topic, days: impl Fn(&Statement) -> Option<Days>) -> Vec<Days> {
        let says = |says: Says| move |it: &&Statement| it.says == says && topic.is_answered_by(it);
        let complete = self.facts.statements.iter().filter(says(Says::Complete));
        let taken_back = |it: &Statement| {
            let mut unknown = self.facts.statements.iter().filter(says(Says::Unknown));
            unknown.any(|no| no.made_on > it.made_on && no.days.intersection(it.days).is_some())
        };
        complete.filter(|it| !taken_back(it)).filter_map(days).collect()
    }

    /// The statement about exactly `topic` that speaks of the latest days of the window, the last made among equals.
    fn latest(self, topic: &Topic, window: Days) -> Option<&'a Statement> {
        let about = self.facts.statements.iter().filter(|it| it.about == topic.about && it.only == topic.only);
        about.filter(|it| it.days.intersection(window).is_some()).max_by_key(|it| (it.days.last(), it.made_on))
    }

    /// Whether the statement that is read now is the last word about the period: it speaks of the period's last day, was
    /// made after it, and is read at every later day too.
    fn is_last_word(self, topic: &Topic, window: Days) -> bool {
        let (now, at_last) = (self.latest(topic, window), self.latest(topic, self.period));
        now.zip(at_last).is_some_and(|(now, at_last)| {
            std::ptr::eq(now, at_last)
                && now.says != Says::Unknown
                && now.days.last() >= self.period.last()
                && now.made_on > self.period.last()
        })
    }
}

/// What a leaf asks about; none for a node that combines others.
fn topic(leaf: &Condition) -> Option<Topic> {
    match leaf {
        Condition::None { of, only } | Condition::Count { of, only, .. } => {
            Some(Topic { about: of.clone(), only: only.clone() })
        }
        Condition::Ratio { of, .. }
        | Condition::Rank { of, .. }
        | Condition::Rises { of, .. }
        | Condition::Against { of, .. }
        | Condition::Stated { of } => Some(Topic::whole(of.clone())),
        Condition::All(_)
        | Condition::Any(_)
        | Condition::Not(_)
        | Condition::OpenUnless(_)
        | Condition::ApplicableIf { .. } => None,
    }
}

/// Whether a count between `low` and `high` (no upper bound when `None`) compares so with `bound`.
fn range(must: Compare, bound: i64, low: i64, high: Option<i64>) -> Truth {
    let at_low = must.holds(low, bound);
    let Some(high) = high else {
        let beyond = must.holds(i64::MAX, bound);
        let always = at_low == beyond && !(must == Compare::Equal && bound >= low);
        return if always { at_low.into() } else { Truth::Unknown };
    };
    let steady = at_low == must.holds(high, bound) && !(must == Compare::Equal && low < bound && bound < high);
    if steady && !(must == Compare::Equal && at_low && low != high) { at_low.into() } else { Truth::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `range` means: the comparison at every count it could be, one by one.
    fn one_by_one(must: Compare, bound: i64, low: i64, high: Option<i64>) -> Truth {
        let all: Vec<bool> = (low..=high.unwrap_or(20)).map(|n| must.holds(n, bound)).collect();
        if all.iter().all(|it| *it) {
            Truth::True
        } else if all.iter().any(|it| *it) {
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

//! The answer to a question that is good wherever a level asks it, if there is one: what “none of the rest happened” and “all
//! of the rest is done” may state.

use super::{Says, Topic};
use crate::{
    id::IndicatorId,
    pack::{
        IndicatorKind, Level, Pack,
        condition::{Compare, Condition, Filter},
    },
};

/// Returns the good answer to a topic: that nothing of a category happened, or yes. `None` where some criterion of the
/// level is not met by it, where it says which of several conditions holds or whether one applies at all, and for figures.
#[must_use]
pub fn good_answer(pack: &Pack, level: &Level, topic: &Topic) -> Option<Says> {
    let mut found = Found { pack, topic, good: false, bad: false };
    level.criteria.iter().flat_map(|criterion| &criterion.checks).for_each(|check| found.walk(&check.condition, true));
    let says = match pack.indicators.get(&topic.about)?.kind {
        IndicatorKind::Incidents => Says::Complete,
        IndicatorKind::Stated => Says::Yes,
        _ => return None,
    };
    (found.good && !found.bad).then_some(says)
}

/// What the conditions of a level say about “none” or “yes” to one topic.
struct Found<'a> {
    pack: &'a Pack,
    topic: &'a Topic,
    good: bool,
    bad: bool,
}

impl Found<'_> {
    /// Walks a condition; `holds` is false inside a negation.
    fn walk(&mut self, condition: &Condition, holds: bool) {
        match condition {
            Condition::None { of, only } => self.take(of, only, holds),
            Condition::Count { of, only, must, bound } => {
                if self.pack.indicators.get(of).is_some_and(|indicator| indicator.kind == IndicatorKind::Incidents) {
                    self.take(of, only, holds == takes_none(*must, *bound));
                }
            }
            Condition::Stated { of } => self.take(of, &Filter::Every, holds),
            Condition::Not(part) => self.walk(part, !holds),
            Condition::OpenUnless(part) => self.walk(part, holds),
            Condition::All(parts) => parts.iter().for_each(|part| self.walk(part, holds)),
            Condition::Any(parts) => {
                for part in parts {
                    match part {
                        // Which of several ways was gone is no matter of good and bad.
                        Condition::Stated { of } => self.take(of, &Filter::Every, false),
                        part => self.walk(part, holds),
                    }
                }
            }
            Condition::Against { or_stated, .. } => self.take(or_stated, &Filter::Every, holds),
            Condition::ApplicableIf { of, then } => {
                self.take(of, &Filter::Every, false);
                self.walk(then, holds);
            }
            Condition::Ratio { .. } | Condition::Rank { .. } | Condition::Rises { .. } => {}
        }
    }

    fn take(&mut self, of: &IndicatorId, only: &Filter, good: bool) {
        // What is said of a category is said of all that lies in it, and “none” of a part is a part of that.
        let asked = Topic { about: of.clone(), only: only.clone() };
        if asked.lies_in(self.topic) {
            self.good |= good;
            self.bad |= !good;
        }
    }
}

/// Returns whether a number of incidents compares with the bound when it is 0.
fn takes_none(must: Compare, bound: i64) -> bool {
    match must {
        Compare::AtLeast => bound <= 0,
        Compare::MoreThan => bound < 0,
        Compare::AtMost => bound >= 0,
        Compare::LessThan => bound > 0,
        Compare::Equal => bound == 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_incident_passes_what_asks_for_few_and_fails_what_asks_for_some() {
        for (must, bound, good) in [
            (Compare::AtMost, 0, true),
            (Compare::LessThan, 1, true),
            (Compare::LessThan, 0, false),
            (Compare::Equal, 0, true),
            (Compare::Equal, 1, false),
            (Compare::AtLeast, 1, false),
            (Compare::AtLeast, 0, true),
            (Compare::MoreThan, 0, false),
            (Compare::MoreThan, -1, true),
        ] {
            assert_eq!(takes_none(must, bound), good, "{must:?} {bound}");
        }
    }
}

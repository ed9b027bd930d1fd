//! The leaves of conditions, in order: the questions that a person is asked.

use super::Topic;
use crate::{
    id::IndicatorId,
    pack::{
        Check, Criterion, Level,
        condition::{Condition, Filter},
    },
};

/// Lists every topic that the checks and measures of a level ask about, in order, each once.
#[must_use]
pub fn topics(level: &Level) -> Vec<Topic> {
    of_checks(level.criteria.iter().flat_map(|it| it.checks.iter().chain(&it.measures)))
}

/// Lists every topic that the checks and measures of one criterion ask about, in order, each once.
#[must_use]
pub fn topics_of(criterion: &Criterion) -> Vec<Topic> {
    of_checks(criterion.checks.iter().chain(&criterion.measures))
}

/// Lists the topics that a person is asked about under a level, in order, each once: of several about one category, of
/// which one holds the others, only that one.
#[must_use]
pub fn asked(level: &Level) -> Vec<Topic> {
    let all = topics(level);
    let mut asked = Vec::new();
    for topic in &all {
        let widest = widest(&all, topic);
        if !asked.contains(widest) {
            asked.push(widest.clone());
        }
    }
    asked
}

/// Returns the topic as which a level asks about one of its own, given all of them: that one, or more of the same category
/// where some criterion asks about more, so that nobody is asked twice. An answer about more answers this too.
#[must_use]
pub fn widest<'a>(all: &'a [Topic], topic: &'a Topic) -> &'a Topic {
    let wider = |other: &&Topic| other.about == topic.about && topic.lies_in(other);
    let holds = |other: &&Topic| all.iter().filter(|it| it.about == other.about && it.lies_in(other)).count();
    // The first of equals, which hold one another.
    all.iter().rev().filter(wider).max_by_key(holds).unwrap_or(topic)
}

fn of_checks<'a>(checks: impl Iterator<Item = &'a Check>) -> Vec<Topic> {
    let mut topics = Vec::new();
    for check in checks {
        each(&check.condition, &mut |about, only| {
            let topic = Topic { about: about.clone(), only: only.cloned().unwrap_or(Filter::Every) };
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        });
    }
    topics
}

/// Calls `visit` for every leaf with its indicator. The question whether something applies comes before what depends
/// on it.
pub fn each<'a>(condition: &'a Condition, visit: &mut impl FnMut(&'a IndicatorId, Option<&'a Filter>)) {
    match condition {
        Condition::None { of, only } | Condition::Count { of, only, .. } => visit(of, Some(only)),
        Condition::Ratio { of, .. }
        | Condition::Rank { of, .. }
        | Condition::Rises { of, .. }
        | Condition::Stated { of } => visit(of, None),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| each(part, visit)),
        Condition::Not(part) | Condition::OpenUnless(part) => each(part, visit),
        Condition::Against { of, or_stated, .. } => {
            visit(or_stated, None);
            visit(of, None);
        }
        Condition::ApplicableIf { of, then } => {
            visit(of, None);
            each(then, visit);
        }
    }
}

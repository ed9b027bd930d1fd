//! Facts sorted by what a program asks. Compares every name once.

use super::{
    Answer, AnswerPlaces, Answers, CategoryIncident, DecidingAnswer, ExactStatement, FigureValue, PartialStatement,
    Rest, Span, SpokenFor, figure,
};
use crate::{
    days::{Days, gap},
    evaluate::{
        matching::{Match, bears},
        program::Topics,
    },
    facts::{Facts, Says, Statement, Topic, most_specific},
    period::{Part, Period},
};

/// A value that concerns the topic of this number.
type About<T> = (u32, T);

impl Answers {
    pub(in crate::evaluate) fn new(topics: &Topics, facts: &Facts) -> Self {
        let period = facts.period.days();
        let quarter = |n| Period::new(facts.period.year(), Part::Quarter(n)).map(Period::days);
        let quarters = [1, 2, 3, 4].map(|n| quarter(n).filter(|days| period.covers(*days)));
        let (exact, wider) = statements(topics, &facts.statements, period);
        let events = events(topics, facts, period);
        let mut rest = Rest::new(quarters, topics.len(), exact.len());
        let mut of = Vec::with_capacity(topics.len());
        let (mut exact, mut wider, mut events) = (&*exact, &*wider, &*events);
        for (topic, asked) in topics.iter() {
            let said = own(&mut exact, topic);
            let (words, parts) = (rest.take_words(said), if asked.incidents { &[] } else { said });
            let (parts, figures_stay) = rest.take_parts(parts, period);
            let (covered, closed) = rest.take_covered(own(&mut wider, topic), period);
            let spoken_for = if closed || figures_stay {
                SpokenFor::WholeAfterwards
            } else if covered.of(&rest.covered).first() == Some(&period) {
                SpokenFor::Whole
            } else {
                SpokenFor::Part
            };
            let (events, counts) = rest.take_events(own(&mut events, topic));
            let last = said.last().map(|(_, statement)| *statement);
            let after =
                |statement: &Statement| statement.days.last() >= period.last() && statement.made_on > period.last();
            of.push(Answer {
                first: last.map(|statement| statement.days.first()),
                says: last.map_or(DecidingAnswer::Unknown, |statement| DecidingAnswer::of(&statement.says)),
                last_word: last.is_some_and(|statement| statement.says != Says::Unknown && after(statement)),
                spoken_for,
                figure: if asked.incidents {
                    counts
                } else {
                    last.and_then(|statement| figure(&statement.says)).unwrap_or_default()
                },
            });
            rest.places.push(AnswerPlaces { words, covered, events, parts });
        }
        Self { period, topics: of, rest: Box::new(rest) }
    }
}

impl Rest {
    fn new(quarters: [Option<Days>; 4], topics: usize, words: usize) -> Self {
        let (places, words) = (Vec::with_capacity(topics), Vec::with_capacity(words));
        Self { quarters, places, words, covered: Vec::new(), events: Vec::new(), parts: Vec::new() }
    }

    fn take_words(&mut self, said: &[About<&Statement>]) -> Span {
        let word = |(_, statement): &About<&Statement>| ExactStatement {
            first: statement.days.first(),
            says: DecidingAnswer::of(&statement.says),
            figure: figure(&statement.says),
        };
        extend(&mut self.words, said.iter().map(word))
    }

    /// Takes the parts; `true` where those that were stated after their days cover the period.
    fn take_parts(&mut self, said: &[About<&Statement>], period: Days) -> (Span, bool) {
        let mut inside: Vec<&Statement> =
            said.iter().map(|(_, statement)| *statement).filter(|statement| period.covers(statement.days)).collect();
        inside.sort_by_key(|statement| (statement.days, statement.made_on));
        let last_made = inside.chunk_by(|a, b| a.days == b.days).filter_map(<[_]>::last);
        let part = |statement: &&Statement| PartialStatement {
            days: statement.days,
            after: statement.made_on > statement.days.last(),
            figure: figure(&statement.says),
        };
        let parts = extend(&mut self.parts, last_made.map(part));
        let after = parts.of(&self.parts).iter().filter(|part| part.after).map(|part| part.days);
        (parts, gap(period, after).is_none())
    }

    /// Takes the incidents, and counts those that count for certain and those that may.
    fn take_events(&mut self, events: &[About<CategoryIncident>]) -> (Span, FigureValue) {
        let count = |certain| i64::try_from(events.iter().filter(|event| event.1.certain == certain).count());
        let counts = (count(true).unwrap_or(i64::MAX), count(false).unwrap_or(i64::MAX));
        (extend(&mut self.events, events.iter().map(|(_, event)| *event)), counts)
    }

    /// Takes the covered days; `true` where each day of the period was covered after it was over. A later 不清楚 takes
    /// back the days of a statement.
    fn take_covered(&mut self, said: &[About<&Statement>], period: Days) -> (Span, bool) {
        let of =
            |says: Says| said.iter().map(|(_, statement)| *statement).filter(move |statement| statement.says == says);
        let taken_back = |statement: &Statement| {
            of(Says::Unknown).any(|no| no.made_on > statement.made_on && no.days.intersection(statement.days).is_some())
        };
        let complete = || of(Says::Complete).filter(|statement| !taken_back(statement));
        let after = complete().filter_map(|statement| statement.days.until(statement.made_on.pred_opt()?));
        let closed = gap(period, after).is_none();
        let runs = complete().filter_map(|statement| statement.days.until(statement.made_on)?.intersection(period));
        (extend(&mut self.covered, MergedRuns { runs, next: None }), closed)
    }
}

/// Collects the statements about exactly a topic, and those that concern all of it: complete or 不清楚. A unit that does
/// not know of a part does not know of the whole either.
fn statements<'f>(
    topics: &Topics,
    all: &'f [Statement],
    period: Days,
) -> (Vec<About<&'f Statement>>, Vec<About<&'f Statement>>) {
    let (mut exact, mut wider) = (Vec::with_capacity(all.len()), Vec::with_capacity(all.len()));
    for statement in all {
        let asked = |topic: &u32| Some((*topic, topics.get(*topic)?));
        let near = topics.near(statement.about.as_str());
        if statement.days.intersection(period).is_some() {
            let same = near.iter().flat_map(|near| &near.same).filter_map(asked);
            exact.extend(
                same.filter(|(_, asked)| asked.topic.only == statement.only).map(|(topic, _)| (topic, statement)),
            );
        }
        if matches!(statement.says, Says::Complete | Says::Unknown) {
            let inside = near.iter().flat_map(|near| near.same.iter().chain(&near.below)).filter_map(asked);
            let of_it = inside.filter(|(_, asked)| asked.incidents && asked.topic.only.implies(&statement.only));
            wider.extend(of_it.map(|(topic, _)| (topic, statement)));
        }
        if statement.says == Says::Unknown {
            let above =
                above(statement.about.as_str()).filter_map(|name| topics.near(name)).flat_map(|near| &near.same);
            let part = Topic::of(statement);
            let of_it = above.filter_map(asked).filter(|(_, asked)| asked.incidents && part.lies_in(&asked.topic));
            wider.extend(of_it.map(|(topic, _)| (topic, statement)));
        }
    }
    exact.sort_by_key(|(topic, statement)| (*topic, statement.days.last(), statement.made_on, statement.days.first()));
    wider.sort_by_key(|(topic, statement)| (*topic, statement.days));
    (exact, wider)
}

/// Collects the incidents that concern each topic: those of its category, and those of a wider one that may be of it.
fn events(topics: &Topics, facts: &Facts, period: Days) -> Vec<About<CategoryIncident>> {
    let mut events = Vec::new();
    for incident in facts.incidents.iter().filter(|incident| period.contains(incident.day)) {
        let of_it = incident.categories.iter().flat_map(|of| above(of.as_str())).filter_map(|name| topics.near(name));
        let below_it = most_specific(&incident.categories).filter_map(|of| topics.near(of.as_str()));
        let mut near: Vec<u32> =
            of_it.flat_map(|near| &near.same).chain(below_it.flat_map(|near| &near.below)).copied().collect();
        near.sort_unstable();
        near.dedup();
        for topic in near {
            let asked = topics.get(topic).filter(|asked| asked.incidents);
            let how = asked.and_then(|asked| bears(&asked.topic, incident, &facts.statements));
            events
                .extend(how.map(|how| (topic, CategoryIncident { day: incident.day, certain: how == Match::Counts })));
        }
    }
    events.sort_by_key(|(topic, event)| (*topic, event.day));
    events
}

/// Iterates over a category and those above it.
fn above(category: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(category), |name| name.rsplit_once('/').map(|(above, _)| above))
}

/// Takes the values about a topic from the front.
fn own<'a, T>(rest: &mut &'a [About<T>], topic: u32) -> &'a [About<T>] {
    let count = rest.iter().take_while(|(of, _)| *of == topic).count();
    let (own, others) = rest.split_at(count);
    *rest = others;
    own
}

fn extend<T>(all: &mut Vec<T>, more: impl Iterator<Item = T>) -> Span {
    let at = |all: &Vec<T>| u32::try_from(all.len()).unwrap_or(u32::MAX);
    let from = at(all);
    all.extend(more);
    Span { from, to: at(all) }
}

/// Runs in the order of their first days, with those that touch joined.
struct MergedRuns<I> {
    runs: I,
    next: Option<Days>,
}

impl<I: Iterator<Item = Days>> Iterator for MergedRuns<I> {
    type Item = Days;

    fn next(&mut self) -> Option<Days> {
        let mut whole = self.next.take().or_else(|| self.runs.next())?;
        for run in self.runs.by_ref() {
            match whole.joined(run) {
                Some(joined) => whole = joined,
                None => {
                    self.next = Some(run);
                    break;
                }
            }
        }
        Some(whole)
    }
}

//! Reads and writes the statements of the units below: the member `below` of facts.

use std::borrow::Cow;

use super::filter;
use crate::{
    facts::{Gathered, Subordinates, Topic},
    json::{Fields, Reader, Value},
};

const MOST_TOPICS: usize = 500;

/// Reads the member `below`; absent where the unit had no files of units below before it.
pub(super) fn read(file: &mut Fields<'_>) -> Option<Option<Subordinates>> {
    file.optional("below", |misfits, node| misfits.object(node, subordinates))
}

fn subordinates(it: &mut Fields<'_>) -> Option<Subordinates> {
    let expected = it.integer("expected");
    let units = it.entries("units", Reader::named);
    let topics = it.objects("topics", MOST_TOPICS, gathered);
    let topics = topics.and_then(|topics| it.ordered("topics", topics, |it| it.topic.clone()));
    Some(Subordinates { expected: expected?, units: units?, topics: topics? })
}

/// Writes what [`read`] reads.
pub(super) fn write(it: &Subordinates) -> Value<'static> {
    let units = it.units.iter().map(|(unit, bundle)| (Cow::Owned(unit.to_string()), Value::text(bundle)));
    Value::object([
        ("expected", Value::Number(it.expected)),
        ("units", Value::Object(units.collect())),
        ("topics", Value::List(it.topics.iter().map(write_gathered).collect())),
    ])
}

fn gathered(it: &mut Fields<'_>) -> Option<Gathered> {
    let about = it.named("about");
    let only = filter::read(it);
    let (counted, unclear) = (it.integer("counted"), it.integer("unclear"));
    let covered = it.optional("covered", Reader::day);
    let topic = Topic { about: about?, only: only? };
    Some(Gathered { topic, counted: counted?, unclear: unclear?, covered: covered? })
}

fn write_gathered(it: &Gathered) -> Value<'static> {
    let members = [
        ("about", Value::text(&it.topic.about)),
        ("counted", Value::Number(it.counted)),
        ("unclear", Value::Number(it.unclear)),
    ];
    let only = filter::write(&it.topic.only).map(|only| ("only", only));
    let covered = it.covered.map(|day| ("covered", Value::text(day)));
    Value::object(members.into_iter().chain(only).chain(covered))
}

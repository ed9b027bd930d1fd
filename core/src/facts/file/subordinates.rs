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

fn subordinates(fields: &mut Fields<'_>) -> Option<Subordinates> {
    let expected = fields.integer("expected");
    let units = fields.entries("units", Reader::named);
    let topics = fields.objects("topics", MOST_TOPICS, gathered);
    let topics = topics.and_then(|topics| fields.ordered("topics", topics, |gathered| gathered.topic.clone()));
    Some(Subordinates { expected: expected?, units: units?, topics: topics? })
}

/// Writes what [`read`] reads.
pub(super) fn write(subordinates: &Subordinates) -> Value<'static> {
    let units = subordinates.units.iter().map(|(unit, bundle)| (Cow::Owned(unit.to_string()), Value::text(bundle)));
    Value::object([
        ("expected", Value::Number(subordinates.expected)),
        ("units", Value::Object(units.collect())),
        ("topics", Value::List(subordinates.topics.iter().map(write_gathered).collect())),
    ])
}

fn gathered(fields: &mut Fields<'_>) -> Option<Gathered> {
    let about = fields.named("about");
    let only = filter::read(fields);
    let (counted, unclear) = (fields.integer("counted"), fields.integer("unclear"));
    let covered = fields.optional("covered", Reader::day);
    let topic = Topic { about: about?, only: only? };
    Some(Gathered { topic, counted: counted?, unclear: unclear?, covered: covered? })
}

fn write_gathered(gathered: &Gathered) -> Value<'static> {
    let members = [
        ("about", Value::text(&gathered.topic.about)),
        ("counted", Value::Number(gathered.counted)),
        ("unclear", Value::Number(gathered.unclear)),
    ];
    let only = filter::write(&gathered.topic.only).map(|only| ("only", only));
    let covered = gathered.covered.map(|day| ("covered", Value::text(day)));
    Value::object(members.into_iter().chain(only).chain(covered))
}

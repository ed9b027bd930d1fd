//! Reads and writes the statements of the units below: the member `below` of facts.

use std::borrow::Cow;

use super::filter;
use crate::{
    facts::{Gathered, Subordinates, Topic},
    id::UnitCode,
    json::{Expected, Fields, Misfits, Path, Value, Why},
};

const MOST_TOPICS: usize = 500;

/// Reads the member `below`; absent where the unit had no files of units below before it.
pub(super) fn read(file: &mut Fields<'_>) -> Option<Option<Subordinates>> {
    if !file.has("below") {
        return Some(None);
    }
    let mut it = file.object("below")?;
    let expected = it.integer("expected");
    let units = it.entries::<UnitCode, _>("units", |value| match value {
        Value::Text(text) => text.parse().map_err(|_| Why::Not(Expected::Digest)),
        _ => Err(Why::Not(Expected::Digest)),
    });
    let topics: Option<Vec<Gathered>> = it.list("topics", MOST_TOPICS, gathered);
    let in_order = topics.as_ref().is_none_or(|topics| topics.is_sorted_by(|a, b| a.topic < b.topic));
    if !in_order {
        it.note::<()>("topics", Why::Not(Expected::Set));
    }
    it.finish();
    Some(Some(Subordinates { expected: expected?, units: units?, topics: topics.filter(|_| in_order)? }))
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

fn gathered(value: Value<'_>, at: Path<'_>, misfits: &mut Misfits) -> Option<Gathered> {
    let mut it = Fields::of(value, at, misfits)?;
    let about = it.named("about");
    let only = filter::read(&mut it);
    let (counted, unclear) = (it.integer("counted"), it.integer("unclear"));
    let covered = if it.has("covered") { it.day("covered").map(Some) } else { Some(None) };
    it.finish();
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

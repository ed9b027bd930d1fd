//! Reads and writes the wire form of facts, version 1: `cunping evaluate` reads it and every assessment holds it.

mod filter;
mod subordinates;

use std::collections::BTreeSet;

use super::{Facts, Incident, Says, Statement};
use crate::{
    days::Days,
    id::UnitCode,
    json::{Expected, Fields, JsonError, Limits, Misfit, MisfitReason, Misfits, Node, Reader, Value, parse, whole},
    pack::condition::Filter,
    period::Period,
};

/// The version of the format that is written.
pub const FORMAT: u32 = 1;

/// The most characters that a remark or a reason may have.
pub const LONGEST_TEXT: usize = 500;

/// The most characters that the note of an incident may have.
pub const LONGEST_NOTE: usize = 60;

const MOST_INCIDENTS: usize = 20_000;
const MOST_STATEMENTS: usize = 5_000;
const MOST_CATEGORIES: usize = 20;

/// The reason why a facts file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum FactsFileError {
    /// It is no strict JSON.
    Json(JsonError),
    /// It is written in a later version of the format.
    NewerFormat(u32),
    /// These places do not have the form of facts; at least one.
    Misfits(Vec<Misfit>),
}

impl FactsFileError {
    /// Returns the stable code of the problem; of several misfits, that of the first.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Json(problem) => problem.code(),
            Self::NewerFormat(_) => "newer-format",
            Self::Misfits(misfits) => misfits.first().map_or("misfit", |first| first.why.code()),
        }
    }
}

/// Reads a facts file. The facts keep the file's order, so that paths in later problems fit the file;
/// [`Facts::sort`] brings them into theirs.
///
/// # Errors
///
/// Text that is no strict JSON within [`Limits::FACTS`], a newer format, or all places that do not fit.
pub fn read(bytes: &[u8]) -> Result<Facts, FactsFileError> {
    let value = parse(bytes, &Limits::FACTS).map_err(FactsFileError::Json)?;
    let mut misfits = Misfits::new();
    match misfits.object(Node::whole(&value), read_file) {
        Some(Ok(facts)) if misfits.is_empty() => Ok(facts),
        Some(Err(newer)) => Err(FactsFileError::NewerFormat(newer)),
        _ => Err(FactsFileError::Misfits(misfits)),
    }
}

/// Writes the facts as a file, sorted, in canonical JSON (RFC 8785).
#[must_use]
pub fn write(facts: &Facts) -> String {
    let mut facts = facts.clone();
    facts.sort();
    let head = [
        ("format", Value::Number(FORMAT.into())),
        ("unit", Value::text(facts.unit)),
        ("period", Value::text(facts.period)),
    ];
    Value::object(head.into_iter().chain(body(&facts))).canonical()
}

/// Writes an incident by itself, in canonical JSON, as it stands in a facts file.
#[must_use]
pub fn write_incident(incident: &Incident) -> String {
    incident_value(incident).canonical()
}

/// Reads what [`write_incident`] writes; `None` for any other text.
#[must_use]
pub fn read_incident(text: &str) -> Option<Incident> {
    alone(text, incident)
}

/// Writes a statement by itself, in canonical JSON, as it stands in a facts file.
#[must_use]
pub fn write_statement(statement: &Statement) -> String {
    statement_value(statement).canonical()
}

/// Reads what [`write_statement`] writes; `None` for any other text.
#[must_use]
pub fn read_statement(text: &str) -> Option<Statement> {
    alone(text, statement)
}

/// Writes the part of a category that a statement is about, in canonical JSON; `None` for the whole category.
#[must_use]
pub fn write_filter(filter: &Filter) -> Option<String> {
    filter::write(filter).map(|it| it.canonical())
}

fn alone<T>(text: &str, read: impl Fn(&mut Fields<'_>) -> Option<T>) -> Option<T> {
    whole(&parse(text.as_bytes(), &Limits::FACTS).ok()?, read).ok()
}

fn read_file(file: &mut Fields<'_>) -> Option<Result<Facts, u32>> {
    let format = file.small("format", 1);
    if format != Some(FORMAT) {
        file.skip();
        return format.map(Err);
    }
    let (unit, period) = (file.named("unit"), file.named("period"));
    read_body(file, unit, period).map(Ok)
}

/// Reads the members that a facts file and the facts of an assessment share.
pub(crate) fn read_body(file: &mut Fields<'_>, unit: Option<UnitCode>, period: Option<Period>) -> Option<Facts> {
    let incidents = file.objects("incidents", MOST_INCIDENTS, incident);
    let statements = file.objects("statements", MOST_STATEMENTS, statement);
    let remarks = file.entries("remarks", |misfits, node| misfits.lines_within(node, LONGEST_TEXT));
    let subordinates = subordinates::read(file);
    Some(Facts {
        unit: unit?,
        period: period?,
        incidents: incidents?,
        statements: statements?,
        remarks: remarks?,
        subordinates: subordinates?,
    })
}

/// Writes the members that [`read_body`] reads. The facts have to be sorted.
pub(crate) fn body(facts: &Facts) -> impl Iterator<Item = (&'static str, Value<'static>)> {
    let remarks = facts.remarks.iter().map(|(rule, text)| (rule.as_str(), Value::text(text)));
    let members = [
        ("incidents", Value::List(facts.incidents.iter().map(incident_value).collect())),
        ("statements", Value::List(facts.statements.iter().map(statement_value).collect())),
        ("remarks", Value::object(remarks)),
    ];
    let subordinates = facts.subordinates.as_ref().map(|it| ("below", subordinates::write(it)));
    members.into_iter().chain(subordinates)
}

fn incident(fields: &mut Fields<'_>) -> Option<Incident> {
    let id = fields.named("id");
    let day = fields.day("day");
    let categories = categories(fields);
    let attributes = fields.entries("attributes", Reader::integer);
    let note = fields.optional("note", |misfits, node| misfits.line_within(node, LONGEST_NOTE));
    let repeats = fields.optional("repeats", Reader::named);
    let stated_on = fields.day("stated_on");
    Some(Incident {
        id: id?,
        day: day?,
        categories: categories?,
        attributes: attributes?,
        note: note?,
        repeats: repeats?,
        stated_on: stated_on?,
    })
}

fn categories(fields: &mut Fields<'_>) -> Option<BTreeSet<crate::id::IndicatorId>> {
    let listed = fields.list("categories", MOST_CATEGORIES, Reader::named)?;
    let (count, set) = (listed.len(), BTreeSet::from_iter(listed));
    match set.len() {
        0 => fields.note("categories", MisfitReason::Not(Expected::Elements)),
        distinct if distinct < count => fields.note("categories", MisfitReason::Not(Expected::Distinct)),
        _ => Some(set),
    }
}

fn incident_value(incident: &Incident) -> Value<'static> {
    let attributes = incident.attributes.iter().map(|(id, value)| (id.as_str(), Value::Number(*value)));
    let members = [
        ("id", Value::text(incident.id)),
        ("day", Value::text(incident.day)),
        ("categories", Value::List(incident.categories.iter().map(Value::text).collect())),
        ("attributes", Value::object(attributes)),
        ("stated_on", Value::text(incident.stated_on)),
    ];
    let note = incident.note.as_ref().map(|note| ("note", Value::text(note)));
    Value::object(members.into_iter().chain(note).chain(incident.repeats.map(|id| ("repeats", Value::text(id)))))
}

fn statement(fields: &mut Fields<'_>) -> Option<Statement> {
    let about = fields.named("about");
    let only = filter::read(fields);
    let (from, to) = (fields.day("from"), fields.day("to"));
    let made_on = fields.day("made_on");
    let says = says(fields);
    let days = Days::new(from?, to?).map_or_else(|| fields.note("to", MisfitReason::Not(Expected::Days)), Some);
    Some(Statement { about: about?, only: only?, days: days?, made_on: made_on?, says: says? })
}

fn says(fields: &mut Fields<'_>) -> Option<Says> {
    let word = fields.word("says", |word| WORDS.iter().find(|known| **known == word).copied())?;
    match word {
        "complete" => Some(Says::Complete),
        "yes" => Some(Says::Yes),
        "no" => Some(Says::No),
        "count" => fields.integer("value").map(Says::Count),
        "rank" => fields.integer("value").map(Says::Rank),
        "figure" => fields.integer("value").map(Says::Figure),
        "ratio" => {
            let (part, whole) = (fields.integer("part"), fields.integer("whole"));
            Some(Says::Ratio { part: part?, whole: whole? })
        }
        "not-applicable" => {
            fields.need("reason", |misfits, node| misfits.lines_within(node, LONGEST_TEXT)).map(Says::NotApplicable)
        }
        _ => Some(Says::Unknown),
    }
}

const WORDS: [&str; 9] = ["complete", "yes", "no", "count", "ratio", "rank", "figure", "not-applicable", "unknown"];

fn statement_value(statement: &Statement) -> Value<'static> {
    let (word, more) = match &statement.says {
        Says::Complete => ("complete", vec![]),
        Says::Yes => ("yes", vec![]),
        Says::No => ("no", vec![]),
        Says::Count(value) => ("count", vec![("value", Value::Number(*value))]),
        Says::Rank(value) => ("rank", vec![("value", Value::Number(*value))]),
        Says::Figure(value) => ("figure", vec![("value", Value::Number(*value))]),
        Says::Ratio { part, whole } => {
            ("ratio", vec![("part", Value::Number(*part)), ("whole", Value::Number(*whole))])
        }
        Says::NotApplicable(reason) => ("not-applicable", vec![("reason", Value::text(reason))]),
        Says::Unknown => ("unknown", vec![]),
    };
    let members = [
        ("about", Value::text(&statement.about)),
        ("from", Value::text(statement.days.first())),
        ("to", Value::text(statement.days.last())),
        ("made_on", Value::text(statement.made_on)),
        ("says", Value::text(word)),
    ];
    let only = filter::write(&statement.only).map(|only| ("only", only));
    Value::object(members.into_iter().chain(only).chain(more))
}

impl Facts {
    /// Lists every free text with its path in the file: the places that can hold what identifies a person.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, &String)> {
        let notes = self.incidents.iter().enumerate();
        let notes = notes.filter_map(|(i, it)| Some((format!("incidents[{i}].note"), it.note.as_ref()?)));
        let reasons = self.statements.iter().enumerate().filter_map(|(i, statement)| match &statement.says {
            Says::NotApplicable(reason) => Some((format!("statements[{i}].reason"), reason)),
            _ => None,
        });
        let remarks = self.remarks.iter().map(|(rule, text)| (format!("remarks.{rule}"), text));
        notes.chain(reasons).chain(remarks).collect()
    }
}

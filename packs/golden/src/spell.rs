//! Spells a case out: makes facts of it, and selects those that the document names.

use cunping_core::{
    facts::{self, Facts},
    period::Period,
};
use cunping_text::{lang::Lang, problem};
use serde_json::{Map, Value, json};

use crate::{
    CaseError,
    document::Document,
    file::{Case, CaseFile, Given},
};

/// Spells one case out, as [`crate::of`] says. Fails when its facts do not have the form of facts, or its document
/// forbids them.
pub(crate) fn case(document: &Document, name: &str, file: &CaseFile, case: &Case) -> Result<Value, CaseError> {
    let given = Given::of_case(file, case);
    let facts = named(document, name, &given, &stated(name, file, case)?)?;
    let mut expect = case.expect.clone();
    expect.entry("provisional").or_insert(false.into());
    expect.entry("otherwise").or_insert(given.otherwise.into());
    let mut spelled = json!({
        "pack": document.pack.id.as_str(),
        "name": name,
        "level": given.level,
        "as_of": given.as_of,
        "facts": facts,
        "expect": expect,
    });
    if let (Some(overlay), Some(members)) = (given.overlay, spelled.as_object_mut()) {
        members.insert("overlays".to_owned(), Value::Array(vec![document.overlay(overlay)?]));
    }
    Ok(spelled)
}

/// Makes the facts of a case: the file's statements without those that the case leaves out, then its own. Fails when
/// they do not have the form of facts.
pub(crate) fn stated(name: &str, file: &CaseFile, case: &Case) -> Result<Facts, CaseError> {
    let given = Given::of_case(file, case);
    let left_out = |statement: &Value| {
        let about = statement.get("about").and_then(Value::as_str);
        about.is_some_and(|about| case.without.iter().any(|id| id == about))
    };
    let mut statements = shared_statements(file, &given);
    statements.retain(|statement| !left_out(statement));
    statements.extend(case.statements.iter().cloned());
    let incidents = case.incidents.iter().enumerate().map(|(place, entry)| incident(place + 1, entry));
    read(name, &given, statements, incidents.collect())
}

/// Makes the facts that a file states for all its cases. Fails when they do not have the form of facts.
pub(crate) fn shared(name: &str, file: &CaseFile) -> Result<Facts, CaseError> {
    let given = Given::of_file(file);
    read(name, &given, shared_statements(file, &given), Vec::new())
}

/// Writes the facts file of what the document names in some facts.
fn named(document: &Document, name: &str, given: &Given<'_>, stated: &Facts) -> Result<Value, CaseError> {
    let (pack, level) = (&document.pack, document.level(name, given.level)?);
    let named = stated.named_by(pack, level, stated.period);
    let problems = facts::check::check(&named, pack, level);
    let wrong = problems.iter().filter(|problem| !problem.fault.is_warning());
    let wrong: Vec<String> = wrong.map(|problem| problem::facts(Lang::En, pack, problem).line(Lang::En)).collect();
    if !wrong.is_empty() {
        return Err(CaseError::new(name, wrong.join(" ")));
    }
    serde_json::from_str(&facts::file::write(&named)).map_err(|error| CaseError::new(name, error))
}

fn read(name: &str, given: &Given<'_>, statements: Vec<Value>, incidents: Vec<Value>) -> Result<Facts, CaseError> {
    let file = json!({
        "format": facts::file::FORMAT,
        "unit": given.unit,
        "period": given.period,
        "incidents": incidents,
        "statements": statements,
        "remarks": {},
    });
    facts::file::read(file.to_string().as_bytes()).map_err(|wrong| {
        let wrong: Vec<String> = problem::facts_file(Lang::En, &wrong).iter().map(|it| it.line(Lang::En)).collect();
        CaseError::new(name, wrong.join(" "))
    })
}

fn shared_statements(file: &CaseFile, given: &Given<'_>) -> Vec<Value> {
    complete(given).into_iter().chain(file.statements.iter().cloned()).collect()
}

/// Makes statements of “nothing but what is registered” for the period's days up to `as_of`; none before the period.
fn complete(given: &Given<'_>) -> Vec<Value> {
    let period: Option<Period> = given.period.parse().ok();
    let Some(days) = period.and_then(|period| period.days().until(given.as_of.parse().ok()?)) else {
        return Vec::new();
    };
    let statement = |about: &Value| {
        let mut entry = match about {
            Value::Object(topic) => topic.clone(),
            about => Map::from_iter([("about".to_owned(), about.clone())]),
        };
        let (from, to) = (days.first().to_string(), days.last().to_string());
        for (key, value) in
            [("from", from.as_str()), ("to", to.as_str()), ("made_on", given.as_of), ("says", "complete")]
        {
            entry.insert(key.to_owned(), value.into());
        }
        Value::Object(entry)
    };
    given.complete.iter().map(statement).collect()
}

/// Makes an incident with the id of its place in the case, stated on its day, and without attributes where it gives
/// none.
fn incident(place: usize, given: &Map<String, Value>) -> Value {
    let mut incident = given.clone();
    let day = incident.get("day").cloned().unwrap_or_default();
    incident.entry("id").or_insert_with(|| format!("{place:032x}").into());
    incident.entry("stated_on").or_insert(day);
    incident.entry("attributes").or_insert_with(|| json!({}));
    Value::Object(incident)
}

//! Writes the statements and incidents of a case in the document's words: those of its file for all cases, and its own.

use std::collections::BTreeSet;

use cunping_core::{
    facts::{Facts, Incident, Topic},
    overlay::Overlay,
    pack::Pack,
    period::Period,
};
use cunping_text::{
    answer::{self, LabeledValue},
    lang::Lang,
    overlay, problem, term,
    ui::{self, common},
};
use serde_json::Value;

use crate::CaseError;

/// The word before a statement that stands beside one of the file about the same; it is not shown on the page.
const BESIDE: &str = "另有：";

/// Writes what a file states for all its cases.
pub(crate) fn shared(pack: &Pack, facts: &Facts) -> Vec<String> {
    told(facts.statements.iter().map(|it| answer::statement(Lang::Zh, pack, it)).collect())
}

/// Writes what a case states otherwise than its file, or in addition: answers of the file that the case leaves out, its
/// own statements, and every incident.
pub(crate) fn own(pack: &Pack, shared: &Facts, facts: &Facts) -> Vec<String> {
    let answered: BTreeSet<Topic> = facts.statements.iter().map(Topic::of).collect();
    let silent: BTreeSet<Topic> =
        shared.statements.iter().map(Topic::of).filter(|topic| !answered.contains(topic)).collect();
    let still: BTreeSet<Topic> =
        shared.statements.iter().filter(|statement| facts.statements.contains(statement)).map(Topic::of).collect();
    let mut lines: Vec<LabeledValue> = silent
        .iter()
        .map(|topic| LabeledValue::new(term::topic(Lang::Zh, pack, topic), common::not_answered(Lang::Zh)))
        .collect();
    for statement in facts.statements.iter().filter(|statement| !shared.statements.contains(statement)) {
        let LabeledValue { label, value } = answer::statement(Lang::Zh, pack, statement);
        let beside = if still.contains(&Topic::of(statement)) { BESIDE } else { "" };
        lines.push(LabeledValue::new(format!("{beside}{label}"), value));
    }
    let mut told = told(lines);
    told.extend(facts.incidents.iter().map(|entry| incident(pack, facts.period, entry)));
    told
}

/// Writes the name of an overlay and everything that it sets. Fails when it is no overlay.
pub(crate) fn overlay(pack: &Pack, at: &str, json: &Value) -> Result<Vec<String>, CaseError> {
    let overlay = Overlay::read(json.to_string().as_bytes()).map_err(|wrong| {
        let wrong: Vec<String> =
            problem::overlay_file(Lang::En, &wrong).iter().map(|problem| problem.line(Lang::En)).collect();
        CaseError::new(at, wrong.join(" "))
    })?;
    let title = LabeledValue::new(ui::overlay::loaded(Lang::Zh), overlay::line(Lang::Zh, &overlay));
    let mut lines = vec![format!("· {}", joined(&title))];
    lines.extend(overlay::brought(Lang::Zh, pack, &overlay).iter().map(|line| format!("  · {}", joined(line))));
    Ok(lines)
}

/// Writes an incident in one line, without its id.
fn incident(pack: &Pack, period: Period, incident: &Incident) -> String {
    let id = incident.id.to_string();
    let lines = answer::incident(Lang::Zh, pack, period, incident);
    let parts: Vec<String> = lines.iter().filter(|line| line.value != id).map(joined).collect();
    format!("· {}", parts.join("；"))
}

/// Writes one line for each label; a value that several labels have is written once, with the labels below.
fn told(lines: Vec<LabeledValue>) -> Vec<String> {
    let mut groups: Vec<(LabeledValue, Vec<String>)> = Vec::new();
    for line in lines {
        match groups.iter_mut().find(|(first, _)| first.value == line.value) {
            Some((_, more)) => more.push(line.label),
            None => groups.push((line, Vec::new())),
        }
    }
    let mut out = Vec::new();
    for (first, more) in groups {
        if more.is_empty() {
            out.push(format!("· {}", joined(&first)));
            continue;
        }
        out.push(format!("· {}：", first.value));
        out.extend(std::iter::once(first.label).chain(more).map(|label| format!("  · {label}")));
    }
    out
}

fn joined(line: &LabeledValue) -> String {
    let LabeledValue { label, value } = line;
    format!("{label}：{value}")
}

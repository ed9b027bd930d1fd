//! The differences between two sets of facts, fact by fact, and texts that several units wrote alike.

use std::collections::BTreeMap;

use super::{Facts, Incident, Statement};
use crate::id::{RuleId, UnitCode};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactChange {
    /// An incident that only the new facts have.
    IncidentAdded(Incident),
    /// An incident that only the old facts have.
    IncidentRemoved(Incident),
    /// An incident with other content.
    IncidentChanged {
        /// The old content.
        before: Incident,
        /// The new content.
        after: Incident,
    },
    /// A statement that only the new facts have.
    StatementAdded(Statement),
    /// A statement that only the old facts have.
    StatementRemoved(Statement),
    /// A statement about the same topic with another answer, or about other days.
    StatementChanged {
        /// The old statement.
        before: Statement,
        /// The new statement.
        after: Statement,
    },
    /// Statements of the units below, or the units that had reported.
    Subordinates,
    /// The remark to a criterion.
    Remark {
        /// The criterion.
        rule: RuleId,
        /// The old text; `None` where there was none.
        before: Option<String>,
        /// The new text; `None` where there is none.
        after: Option<String>,
    },
}

/// Lists every change from `old` to `new`: incidents, statements, remarks, the units below, each in the order of their
/// facts. Empty exactly when both hold the same facts, whatever their order.
#[must_use]
pub fn difference(old: &Facts, new: &Facts) -> Vec<FactChange> {
    let (mut old, mut new) = (old.clone(), new.clone());
    old.sort();
    new.sort();
    let mut changes = incidents(old.incidents, new.incidents);
    changes.extend(statements(old.statements, new.statements));
    let mut remarks: BTreeMap<RuleId, (Option<String>, Option<String>)> = BTreeMap::new();
    for (rule, text) in old.remarks {
        remarks.entry(rule).or_default().0 = Some(text);
    }
    for (rule, text) in new.remarks {
        remarks.entry(rule).or_default().1 = Some(text);
    }
    let differ = remarks.into_iter().filter(|(_, (before, after))| before != after);
    changes.extend(differ.map(|(rule, (before, after))| FactChange::Remark { rule, before, after }));
    if old.subordinates != new.subordinates {
        changes.push(FactChange::Subordinates);
    }
    changes
}

fn incidents(old: Vec<Incident>, new: Vec<Incident>) -> Vec<FactChange> {
    let mut before: BTreeMap<_, Vec<Incident>> = BTreeMap::new();
    for incident in old.into_iter().rev() {
        before.entry(incident.id).or_default().push(incident);
    }
    let mut changes = Vec::new();
    for after in new {
        match before.get_mut(&after.id).and_then(Vec::pop) {
            None => changes.push(FactChange::IncidentAdded(after)),
            Some(same) if same == after => {}
            Some(before) => changes.push(FactChange::IncidentChanged { before, after }),
        }
    }
    let mut gone: Vec<Incident> = before.into_values().flatten().collect();
    gone.sort_by_key(|it| (it.day, it.id));
    changes.extend(gone.into_iter().map(FactChange::IncidentRemoved));
    changes
}

/// Compares statements: equal ones are paired first, then those about the same topic, in order.
fn statements(old: Vec<Statement>, mut new: Vec<Statement>) -> Vec<FactChange> {
    let mut gone: Vec<Statement> = Vec::new();
    for statement in old {
        match new.iter().position(|after| *after == statement) {
            Some(at) => drop(new.remove(at)),
            None => gone.push(statement),
        }
    }
    let mut changes = Vec::new();
    for after in new {
        let topic = |before: &Statement| (before.about == after.about) && before.only == after.only;
        match gone.iter().position(topic) {
            Some(at) => changes.push(FactChange::StatementChanged { before: gone.remove(at), after }),
            None => changes.push(FactChange::StatementAdded(after)),
        }
    }
    changes.extend(gone.into_iter().map(FactChange::StatementRemoved));
    changes
}

/// The same words in several units' free texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The words, without white space.
    pub text: String,
    /// The places: unit and path, in order, of at least two units.
    pub at: Vec<(UnitCode, String)>,
}

/// The fewest characters of a text that units do not write alike by chance; shorter are 无, 已处置.
const SHORTEST: usize = 8;

/// Finds free texts of at least 8 characters that are the same, apart from white space, in the facts of more than one
/// unit.
#[must_use]
pub fn alike<'a>(all: impl IntoIterator<Item = &'a Facts>) -> Vec<Alike> {
    let mut places: BTreeMap<String, Vec<(UnitCode, String)>> = BTreeMap::new();
    for facts in all {
        for (path, text) in facts.texts() {
            let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            if bare.chars().count() >= SHORTEST {
                places.entry(bare).or_default().push((facts.unit, path));
            }
        }
    }
    let mut alike: Vec<Alike> = places.into_iter().map(|(text, at)| Alike { text, at }).collect();
    alike.retain(|entry| entry.at.iter().any(|(unit, _)| entry.at.first().is_some_and(|(first, _)| first != unit)));
    for entry in &mut alike {
        entry.at.sort();
    }
    alike
}

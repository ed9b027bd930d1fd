//! The basis of an opinion on one criterion, as one digest, and the changes that make it void.

use super::super::Assessment;
use crate::{
    facts::{FactChange, Facts, difference, file},
    id::{Digest, IndicatorId, PackId},
    json::Value,
    pack::Criterion,
};

/// Computes the digest that an opinion on one criterion signs: SHA-256 of the canonical JSON of the criterion's digest
/// and id, the document, unit, period, overlays, every fact that its checks' conditions name, and the remark.
///
/// It changes exactly when one of these does.
#[must_use]
pub fn basis(pack: &PackId, criterion: &Criterion, facts: &Facts, overlays: &[Digest]) -> Digest {
    let mut overlays = overlays.to_vec();
    overlays.sort();
    let all = Value::object([
        ("context", Value::text("cunping opinion v1")),
        ("criterion", Value::text(&criterion.id)),
        ("criterion_digest", Value::text(criterion.digest)),
        ("facts", Value::object(file::body(&named_by(criterion, facts)))),
        ("overlays", Value::List(overlays.iter().map(Value::text).collect())),
        ("pack", Value::text(pack)),
        ("period", Value::text(facts.period)),
        ("unit", Value::text(facts.unit)),
    ]);
    Digest::of(all.canonical().as_bytes())
}

/// Selects the facts that the checks of a criterion name, sorted: incidents and statements about an indicator that a
/// condition names, or about one above or below it, whole; and the remark to the criterion. What the units below stated
/// is left out: it decides nothing.
#[must_use]
pub fn named_by(criterion: &Criterion, facts: &Facts) -> Facts {
    let mut named: Vec<&IndicatorId> = Vec::new();
    for check in &criterion.checks {
        check.condition.indicators(&mut |id| named.push(id));
    }
    let asks = |id: &IndicatorId| named.iter().any(|name| name.is_a(id) || id.is_a(name));
    let remark = facts.remarks.iter().filter(|(rule, _)| **rule == criterion.id);
    let mut facts = Facts {
        unit: facts.unit,
        period: facts.period,
        incidents: facts.incidents.iter().filter(|incident| incident.categories.iter().any(asks)).cloned().collect(),
        statements: facts.statements.iter().filter(|statement| asks(&statement.about)).cloned().collect(),
        remarks: remark.map(|(rule, text)| (rule.clone(), text.clone())).collect(),
        subordinates: None,
    };
    facts.sort();
    facts
}

/// A reason why an opinion is void.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// A fact changed.
    Fact(Box<FactChange>),
    /// The overlays in force changed.
    Overlays,
    /// The unit or the period changed.
    Subject,
    /// The criterion changed in what decides it.
    Criterion,
}

/// Lists the differences between the assessment that an opinion looked at and another one, as far as `criterion` asks;
/// empty where there are none. `before` is the criterion in the old assessment's version of the document, where that is
/// here.
#[must_use]
pub fn changed(criterion: &Criterion, before: Option<&Criterion>, old: &Assessment, new: &Assessment) -> Vec<Changed> {
    let (then, now) = (named_by(criterion, &old.facts), named_by(criterion, &new.facts));
    let mut changes: Vec<Changed> = difference(&then, &now).into_iter().map(|it| Changed::Fact(Box::new(it))).collect();
    if old.overlays != new.overlays {
        changes.push(Changed::Overlays);
    }
    if (then.unit, then.period) != (now.unit, now.period) || old.pack.id != new.pack.id {
        changes.push(Changed::Subject);
    }
    if before.is_some_and(|before| before.digest != criterion.digest) {
        changes.push(Changed::Criterion);
    }
    changes
}

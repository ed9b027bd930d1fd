//! The questions about one incident: only those for attributes that a check of the level filters by.

use std::collections::BTreeSet;

use cunping_core::{
    facts::leaves,
    id::{AttributeId, IndicatorId},
    pack::{AttributeKind, Level, Pack},
};

use crate::{lang::Lang, number, term};

/// One question about an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeQuestion {
    /// The attribute's id.
    pub id: AttributeId,
    /// The label of the field.
    pub label: String,
    /// The unit of measurement after the field: 人, 元; empty for words to choose from.
    pub unit: &'static str,
    /// `true` for an amount of money.
    pub money: bool,
    /// The words to choose from, numbered from 0; empty for a number.
    pub options: Vec<String>,
}

/// Lists the attributes that an incident of these categories needs, each once, in order: those that any check or
/// measure of the level filters by. Empty if every incident of its categories counts.
#[must_use]
pub fn needed(level: &Level, categories: &BTreeSet<IndicatorId>) -> Vec<AttributeId> {
    let mut needed = BTreeSet::new();
    for check in level.criteria.iter().flat_map(|criterion| criterion.checks.iter().chain(&criterion.measures)) {
        leaves::each(&check.condition, &mut |of, only| {
            if let (Some(only), true) = (only, categories.iter().any(|category| category.is_a(of))) {
                only.attributes(&mut |id| {
                    needed.insert(id.clone());
                });
            }
        });
    }
    needed.into_iter().collect()
}

/// Returns the question about one attribute; `None` if the pack does not have it.
#[must_use]
pub fn attribute_question(lang: Lang, pack: &Pack, id: &AttributeId) -> Option<AttributeQuestion> {
    let (unit, options) = match &pack.attributes.get(id)?.kind {
        AttributeKind::People => (lang.pick("人", "people"), Vec::new()),
        AttributeKind::Yuan => (lang.pick("元", "yuan"), Vec::new()),
        AttributeKind::YesNo => ("", vec![lang.pick("否", "No").to_string(), lang.pick("是", "Yes").to_string()]),
        AttributeKind::Choice(options) => ("", options.iter().map(|words| lang.of(words).to_string()).collect()),
    };
    let name = term::attribute(lang, pack, id);
    let label = if unit.is_empty() { name } else { term::bare(name) };
    let money = pack.attributes.get(id).is_some_and(|it| it.kind == AttributeKind::Yuan);
    Some(AttributeQuestion { id: id.clone(), label: label.to_string(), unit, money, options })
}

/// Formats a value of an attribute: `10,000 元`, `较大`, `是`.
#[must_use]
pub fn attribute_value(lang: Lang, pack: &Pack, id: &AttributeId, value: i64) -> String {
    let figure = number::grouped(value);
    let Some(question) = attribute_question(lang, pack, id) else { return figure };
    if let Some(option) = usize::try_from(value).ok().and_then(|place| question.options.get(place)) {
        return option.clone();
    }
    if question.unit.is_empty() { figure } else { format!("{figure} {}", question.unit) }
}

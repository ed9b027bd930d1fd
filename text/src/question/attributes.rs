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

/// The attributes by which it is known that nobody died or was seriously hurt.
pub const CASUALTIES: [&str; 2] = ["deaths", "seriously-hurt"];

/// Lists the attributes that an incident of these categories needs, each once, in the document's order: those that any
/// check or measure of the level filters by. Empty if every incident of its categories counts.
#[must_use]
pub fn needed(level: &Level, categories: &BTreeSet<IndicatorId>) -> Vec<AttributeId> {
    let mut needed = Vec::new();
    for check in level.criteria.iter().flat_map(|criterion| criterion.checks.iter().chain(&criterion.measures)) {
        leaves::each(&check.condition, &mut |of, only| {
            if let (Some(only), true) = (only, categories.iter().any(|category| category.is_a(of))) {
                only.attributes(&mut |id| {
                    if !needed.contains(id) {
                        needed.push(id.clone());
                    }
                });
            }
        });
    }
    needed
}

/// Lists the questions about an incident of these categories that any of the documents needs answered, each once: money
/// first, which most often decides, then people, then the others.
#[must_use]
pub fn attribute_questions(
    lang: Lang,
    documents: &[(&Pack, &Level)],
    categories: &BTreeSet<IndicatorId>,
) -> Vec<AttributeQuestion> {
    let mut all: Vec<(u8, AttributeQuestion)> = Vec::new();
    for (pack, level) in documents {
        for id in needed(level, categories) {
            let (Some(attribute), Some(question)) = (pack.attributes.get(&id), attribute_question(lang, pack, &id))
            else {
                continue;
            };
            if !all.iter().any(|(_, known)| known.id == id) {
                all.push((rank(&attribute.kind), question));
            }
        }
    }
    all.sort_by_key(|(rank, _)| *rank);
    all.into_iter().map(|(_, question)| question).collect()
}

fn rank(kind: &AttributeKind) -> u8 {
    match kind {
        AttributeKind::Yuan => 0,
        AttributeKind::People => 1,
        AttributeKind::YesNo | AttributeKind::Choice(_) => 2,
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{large, level, none, pack};

    #[test]
    fn money_is_asked_first_and_only_what_decides() {
        let pack = pack(level(none("fire", large())));
        let documents = [(&pack, &pack.levels[0])];
        let asked = |of: &str| {
            let of = BTreeSet::from([of.parse().unwrap()]);
            let all = attribute_questions(Lang::Zh, &documents, &of);
            all.iter().map(|question| question.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(asked("fire"), ["loss-yuan", "deaths", "grade"]);
        assert_eq!(asked("crime"), [""; 0]);
    }
}

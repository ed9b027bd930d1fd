//! Selects the entries of the shared catalogue that a pack carries along.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{AuthoredTable, object};
use crate::{id::IndicatorId, json::Value, pack::file::GROUPS};

/// Catalogue entries and attributes that conditions name.
#[derive(Default)]
struct Used {
    indicators: BTreeSet<IndicatorId>,
    /// Attributes with the indicators on which some filter asks for them.
    attributes: BTreeMap<String, BTreeSet<IndicatorId>>,
}

/// Adds `catalogue` to a pack: the indicators that its conditions name, the categories below and above them, and on
/// each the attributes that a filter asks for. One above has a name only: an incident of which no more is recorded may
/// be of the kind that is asked about.
pub(super) fn embed(mut pack: AuthoredTable, shared: &Value<'static>, known: &[IndicatorId]) -> Value<'static> {
    let mut used = Used::default();
    for level in pack.get("levels").map(Value::items).unwrap_or_default() {
        for criterion in level.get("criteria").map(Value::items).unwrap_or_default() {
            let parts = ["checks", "measures"].into_iter().filter_map(|key| criterion.get(key)).flat_map(Value::items);
            parts.filter_map(|part| part.get("condition")).for_each(|condition| used.note(condition));
        }
    }
    used.with_outer_ratios(shared);
    let carried = known.iter().filter(|id| used.indicators.iter().any(|of| id.is_a(of) || of.is_a(id)));
    let carried: BTreeSet<&str> = carried.map(IndicatorId::as_str).collect();
    let mut groups = AuthoredTable::new();
    for key in GROUPS {
        let Some(Value::Object(entries)) = shared.get(key) else { continue };
        let entries = entries.iter().filter(|(id, _)| match key {
            "attributes" => used.attributes.contains_key(*id),
            _ => carried.contains(id),
        });
        let copies = entries.map(|(id, entry)| match key {
            "incidents" => (id.to_owned(), used.category(id, entry, shared)),
            _ => (id.to_owned(), entry.clone()),
        });
        let copies: AuthoredTable = copies.collect();
        if !copies.is_empty() {
            groups.insert(key.to_owned(), object(copies));
        }
    }
    pack.insert("catalogue".to_owned(), object(groups));
    object(pack)
}

impl Used {
    fn note(&mut self, condition: &Value<'_>) {
        let Value::Object(members) = condition else { return };
        for (key, value) in members.iter() {
            match (key, value.as_text().and_then(|text| text.parse::<IndicatorId>().ok())) {
                (
                    "none" | "count" | "ratio" | "rank" | "rises" | "stated" | "if" | "figure" | "or_stated",
                    Some(of),
                ) => {
                    if let Some(only) = members.get("only") {
                        self.note_filter(only, &of);
                    }
                    self.indicators.insert(of);
                }
                ("all" | "any", _) => value.items().iter().for_each(|part| self.note(part)),
                ("not" | "then" | "open_unless", _) => self.note(value),
                _ => {}
            }
        }
    }

    /// Adds the ratios within which the used ones lie, and the categories that their parts count.
    fn with_outer_ratios(&mut self, shared: &Value<'_>) {
        let Some(ratios) = shared.get("ratios") else { return };
        let counted = |of: &IndicatorId| ratios.get(of.as_str())?.get("counts")?.as_text()?.parse::<IndicatorId>().ok();
        let counted: Vec<IndicatorId> = self.indicators.iter().filter_map(counted).collect();
        self.indicators.extend(counted);
        let outer = |of: &IndicatorId| ratios.get(of.as_str())?.get("within")?.as_text()?.parse::<IndicatorId>().ok();
        let mut found: Vec<IndicatorId> = self.indicators.iter().filter_map(outer).collect();
        while let Some(of) = found.pop() {
            if self.indicators.insert(of.clone()) {
                found.extend(outer(&of));
            }
        }
    }

    fn note_filter(&mut self, filter: &Value<'_>, of: &IndicatorId) {
        if let Some(attribute) = filter.get("is").and_then(Value::as_text) {
            self.attributes.entry(attribute.to_owned()).or_default().insert(of.clone());
        }
        let parts = ["all", "any"].into_iter().filter_map(|key| filter.get(key)).flat_map(Value::items);
        parts.for_each(|part| self.note_filter(part, of));
    }

    /// Returns a category with the attributes that it carries, its own and those of the categories above it, as far as
    /// a filter asks for them here.
    fn category(&self, id: &str, entry: &Value<'static>, shared: &Value<'static>) -> Value<'static> {
        let (Ok(category), Value::Object(members)) = (id.parse::<IndicatorId>(), entry) else { return entry.clone() };
        let above = id.match_indices('/').filter_map(|(at, _)| id.get(..at));
        let carriers = above.chain([id]).filter_map(|id| shared.get("incidents")?.get(id)?.get("attributes"));
        let asked = |attribute: &&str| {
            self.attributes.get(*attribute).is_some_and(|filters| filters.iter().any(|of| category.is_a(of)))
        };
        let attributes = carriers.flat_map(Value::items).filter_map(Value::as_text).filter(asked);
        let attributes: Vec<Value<'_>> = BTreeSet::from_iter(attributes).into_iter().map(Value::text).collect();
        let own = members.iter().filter(|(name, _)| *name != "attributes");
        let own = own.map(|(name, value)| (name, value.clone()));
        let carried = (!attributes.is_empty()).then_some(("attributes", Value::List(attributes)));
        Value::object(own.chain(carried))
    }
}

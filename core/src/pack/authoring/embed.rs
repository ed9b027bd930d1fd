//! Selects the entries of the shared catalogue that a pack carries along.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    id::IndicatorId,
    pack::file::{
        GROUPS,
        error::Place,
        node::{Node, Value},
    },
};

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
pub(super) fn embed(mut pack: Node, shared: &Node, known: &[IndicatorId]) -> Node {
    let mut used = Used::default();
    for level in pack.get("levels").map(Node::items).unwrap_or_default() {
        for criterion in level.get("criteria").map(Node::items).unwrap_or_default() {
            let parts = ["checks", "measures"].into_iter().filter_map(|key| criterion.get(key)).flat_map(Node::items);
            parts.filter_map(|part| part.get("condition")).for_each(|condition| used.note(condition));
        }
    }
    used.with_outer_ratios(shared);
    let carried = known.iter().filter(|id| used.indicators.iter().any(|of| id.is_a(of) || of.is_a(id)));
    let carried: BTreeSet<&str> = carried.map(IndicatorId::as_str).collect();
    let mut groups = BTreeMap::new();
    for key in GROUPS {
        let Some(Value::Table(entries)) = shared.get(key).map(|group| &group.value) else { continue };
        let entries = entries.iter().filter(|(id, _)| match key {
            "attributes" => used.attributes.contains_key(*id),
            _ => carried.contains(id.as_str()),
        });
        let copies = entries.map(|(id, entry)| match key {
            "incidents" => (id.clone(), used.category(id, shared)),
            _ => (id.clone(), entry.clone()),
        });
        let copies: BTreeMap<String, Node> = copies.collect();
        if !copies.is_empty() {
            groups.insert(key.to_owned(), table(copies));
        }
    }
    if let Value::Table(keys) = &mut pack.value {
        keys.insert("catalogue".to_owned(), table(groups));
    }
    pack
}

impl Used {
    fn note(&mut self, condition: &Node) {
        let Value::Table(map) = &condition.value else { return };
        for (key, value) in map {
            match (key.as_str(), value.text().and_then(|text| text.parse::<IndicatorId>().ok())) {
                (
                    "none" | "count" | "ratio" | "rank" | "rises" | "stated" | "if" | "figure" | "or_stated",
                    Some(of),
                ) => {
                    if let Some(only) = map.get("only") {
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

    /// Adds the ratios within which the used ones lie.
    fn with_outer_ratios(&mut self, shared: &Node) {
        let Some(ratios) = shared.get("ratios") else { return };
        let outer = |of: &IndicatorId| ratios.get(of.as_str())?.get("within")?.text()?.parse::<IndicatorId>().ok();
        let mut found: Vec<IndicatorId> = self.indicators.iter().filter_map(outer).collect();
        while let Some(of) = found.pop() {
            if self.indicators.insert(of.clone()) {
                found.extend(outer(&of));
            }
        }
    }

    fn note_filter(&mut self, filter: &Node, of: &IndicatorId) {
        if let Some(attribute) = filter.get("is").and_then(Node::text) {
            self.attributes.entry(attribute.to_owned()).or_default().insert(of.clone());
        }
        let parts = ["all", "any"].into_iter().filter_map(|key| filter.get(key)).flat_map(Node::items);
        parts.for_each(|part| self.note_filter(part, of));
    }

    /// Returns a category with the attributes that it carries, its own and those of the categories above it, as far as
    /// a filter asks for them here.
    fn category(&self, id: &str, shared: &Node) -> Node {
        let incidents = shared.get("incidents");
        let mut node = incidents.and_then(|group| group.get(id)).cloned().unwrap_or_else(|| table(BTreeMap::new()));
        let Ok(category) = id.parse::<IndicatorId>() else { return node };
        let above = (0..id.len()).filter(|n| id[..].as_bytes().get(*n) == Some(&b'/')).filter_map(|n| id.get(..n));
        let carriers = above.chain([id]).filter_map(|id| incidents?.get(id)?.get("attributes"));
        let asked = |attribute: &&Node| {
            let filters = attribute.text().and_then(|text| self.attributes.get(text));
            filters.is_some_and(|filters| filters.iter().any(|of| category.is_a(of)))
        };
        let mut attributes: Vec<Node> = carriers.flat_map(Node::items).filter(asked).cloned().collect();
        attributes.sort_by(|a, b| a.text().cmp(&b.text()));
        attributes.dedup_by(|a, b| a.text() == b.text());
        if let Value::Table(keys) = &mut node.value {
            keys.remove("attributes");
            if !attributes.is_empty() {
                keys.insert("attributes".to_owned(), Node { place: Place::default(), value: Value::List(attributes) });
            }
        }
        node
    }
}

fn table(entries: BTreeMap<String, Node>) -> Node {
    Node { place: Place::default(), value: Value::Table(entries) }
}

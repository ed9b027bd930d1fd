//! The digest of everything that decides a criterion; words, monitors and clauses do not change it.

use std::borrow::Cow;

use super::{node::Node, reader::Reader};
use crate::{
    id::{AttributeId, Digest, IndicatorId},
    json::Value as Json,
    pack::{AttributeKind, IndicatorKind, ReferenceKind, YearRule},
};

/// Computes the SHA-256 of the canonical JSON of a criterion's id, its checks' ids and conditions, its flags, and the
/// kinds of the indicators and attributes that the conditions name.
pub(super) fn criterion_digest(reader: &Reader, node: &Node) -> Digest {
    let flag = |node: &Node, key| node.get(key).map_or(Json::Bool(false), Node::to_json);
    let value = |node: &Node, key| node.get(key).map_or(Json::Null, Node::to_json);
    let checks = node.get("checks").map(Node::items).unwrap_or_default();
    let mut kinds = Vec::new();
    for check in checks {
        named(&value(check, "condition"), &mut |id| {
            kinds.extend(kind(reader, id).map(|kind| (Cow::Owned(id.to_owned()), Json::text(kind))));
        });
    }
    let each = |check: &Node| {
        let (condition, id) = (value(check, "condition"), value(check, "id"));
        Json::object([("condition", condition), ("id", id), ("may_not_apply", flag(check, "may_not_apply"))])
    };
    let decides = Json::object([
        ("checks", Json::List(checks.iter().map(each).collect())),
        ("id", value(node, "id")),
        ("kinds", Json::Object(kinds.into_iter().collect())),
        ("role", value(node, "role")),
    ]);
    Digest::of(decides.canonical().as_bytes())
}

/// Visits every text in a condition that is the value of a key; only ids, of the catalogue or of references, are such.
fn named(condition: &Json<'_>, visit: &mut impl FnMut(&str)) {
    match condition {
        Json::Object(map) => map.iter().for_each(|(_, value)| named(value, visit)),
        Json::List(items) => items.iter().for_each(|value| named(value, visit)),
        Json::Text(text) => visit(text),
        _ => {}
    }
}

fn kind(reader: &Reader, id: &str) -> Option<String> {
    if let Some(ReferenceKind::Value { decimals }) = reader.references.get(id) {
        return Some(format!("value {decimals}"));
    }
    let indicator = id.parse::<IndicatorId>().ok().and_then(|id| reader.indicators.get(&id));
    let attribute = id.parse::<AttributeId>().ok().and_then(|id| reader.attributes.get(&id));
    let year = |rule: &YearRule| match rule {
        YearRule::Sum => "sum",
        YearRule::Latest => "latest",
        YearRule::YearOnly => "year-only",
    };
    let text = match (indicator.map(|it| &it.kind), attribute.map(|it| &it.kind)) {
        (Some(IndicatorKind::Incidents), _) => "incidents".to_owned(),
        (Some(IndicatorKind::Stated), _) => "stated".to_owned(),
        (Some(IndicatorKind::Count(rule)), _) => format!("count {}", year(rule)),
        (Some(IndicatorKind::Ratio { year: rule, .. }), _) => format!("ratio {}", year(rule)),
        (Some(IndicatorKind::Figure { year: rule, decimals, .. }), _) => format!("figure {} {decimals}", year(rule)),
        (Some(IndicatorKind::Rank), _) => "rank".to_owned(),
        (Some(IndicatorKind::Series { decimals, .. }), _) => format!("series {decimals}"),
        (None, Some(AttributeKind::People)) => "people".to_owned(),
        (None, Some(AttributeKind::Yuan)) => "yuan".to_owned(),
        (None, Some(AttributeKind::YesNo)) => "yes-no".to_owned(),
        (None, Some(AttributeKind::Choice(words))) => format!("choice {}", words.len()),
        (None, None) => return None,
    };
    Some(text)
}

//! The digest of everything that decides a criterion; words, monitors and clauses do not change it.

use std::borrow::Cow;

use super::reader::PackReader;
use crate::{
    id::{AttributeId, Digest, IndicatorId},
    json::Value,
    pack::{AttributeKind, IndicatorKind, ReferenceKind, YearRule},
};

/// Computes the SHA-256 of the canonical JSON of a criterion's id, its checks' ids and conditions, its flags, and the
/// kinds of the indicators and attributes that the conditions name.
pub(super) fn criterion_digest(reader: &PackReader, criterion: &Value<'_>) -> Digest {
    let checks = criterion.get("checks").map(Value::items).unwrap_or_default();
    let mut kinds = Vec::new();
    for check in checks {
        named(&part(check, "condition"), &mut |id| {
            kinds.extend(kind(reader, id).map(|kind| (Cow::Owned(id.to_owned()), Value::text(kind))));
        });
    }
    let each = |check| {
        let may_not_apply = Value::Bool(part(check, "may_not_apply") == Value::Bool(true));
        let parts = [("condition", part(check, "condition")), ("id", part(check, "id"))];
        Value::object(parts.into_iter().chain([("may_not_apply", may_not_apply)]))
    };
    let decides = Value::object([
        ("checks", Value::List(checks.iter().map(each).collect())),
        ("id", part(criterion, "id")),
        ("kinds", Value::Object(kinds.into_iter().collect())),
        ("role", part(criterion, "role")),
    ]);
    Digest::of(decides.canonical().as_bytes())
}

/// Returns the value of a key; null where it was left out.
fn part<'v>(of: &Value<'v>, key: &str) -> Value<'v> {
    of.get(key).cloned().unwrap_or(Value::Null)
}

/// Visits every text in a condition that is the value of a key; only ids, of the catalogue or of references, are such.
fn named(condition: &Value<'_>, visit: &mut impl FnMut(&str)) {
    match condition {
        Value::Object(map) => map.iter().for_each(|(_, value)| named(value, visit)),
        Value::List(items) => items.iter().for_each(|value| named(value, visit)),
        Value::Text(text) => visit(text),
        _ => {}
    }
}

fn kind(reader: &PackReader, id: &str) -> Option<String> {
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
    let text = match (indicator.map(|indicator| &indicator.kind), attribute.map(|attribute| &attribute.kind)) {
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

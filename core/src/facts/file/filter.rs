//! Reads and writes the filter of a statement, its member `only`.

use crate::{
    json::{Expected, Fields, MisfitReason, Misfits, Node, Reader, Value},
    pack::condition::{Compare, Filter},
};

const MOST_PARTS: usize = 20;
const DEEPEST: usize = 8;

/// Reads the member `only` of a statement; an absent one stands for all incidents.
pub(super) fn read(fields: &mut Fields<'_>) -> Option<Filter> {
    fields.optional("only", |misfits, node| part(misfits, node, DEEPEST)).map(|only| only.unwrap_or(Filter::Every))
}

/// Writes the member `only` of a statement; returns `None` where it stands for all incidents.
pub(super) fn write(filter: &Filter) -> Option<Value<'static>> {
    let parts = |parts: &[Filter]| Value::List(parts.iter().filter_map(write).collect());
    match filter {
        Filter::Every => None,
        Filter::Attribute { is, must, bound } => {
            Some(Value::object([("is", Value::text(is)), (must.code(), Value::Number(*bound))]))
        }
        Filter::All(all) => Some(Value::object([("all", parts(all))])),
        Filter::Any(any) => Some(Value::object([("any", parts(any))])),
    }
}

fn part(misfits: &mut Misfits, node: Node<'_>, depth: usize) -> Option<Filter> {
    misfits.object(node, |it| fields(it, depth))
}

fn fields(fields: &mut Fields<'_>, depth: usize) -> Option<Filter> {
    for (name, make) in [("all", Filter::All as fn(Vec<Filter>) -> Filter), ("any", Filter::Any)] {
        if fields.has(name) {
            if depth == 0 {
                fields.skip();
                return fields.note(name, MisfitReason::TooDeep(DEEPEST));
            }
            let parts = fields.list(name, MOST_PARTS, |misfits, node| part(misfits, node, depth - 1))?;
            return if parts.is_empty() {
                fields.note(name, MisfitReason::Not(Expected::Elements))
            } else {
                Some(make(parts))
            };
        }
    }
    let is = fields.named("is");
    match Compare::ALL.into_iter().find(|must| fields.has(must.code())) {
        Some(must) => {
            let bound = fields.integer(must.code());
            Some(Filter::Attribute { is: is?, must, bound: bound? })
        }
        None => fields.note("at_least", MisfitReason::Missing),
    }
}

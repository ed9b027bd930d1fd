//! The leaves of a condition, in order: what a person is asked. Evaluates nothing.

use cunping_core::{
    id::IndicatorId,
    pack::condition::{Condition, Filter},
};

/// Calls `visit` for every leaf, with the indicator it names. The question of an applicability comes before what
/// depends on it.
pub fn each<'a>(condition: &'a Condition, visit: &mut impl FnMut(&'a IndicatorId, Option<&'a Filter>)) {
    match condition {
        Condition::None { of, only } | Condition::Count { of, only, .. } => visit(of, Some(only)),
        Condition::Ratio { of, .. }
        | Condition::Rank { of, .. }
        | Condition::Rises { of, .. }
        | Condition::Stated { of } => visit(of, None),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| each(part, visit)),
        Condition::Not(part) | Condition::OpenUnless(part) => each(part, visit),
        Condition::Against { of, or_stated, .. } => {
            visit(or_stated, None);
            visit(of, None);
        }
        Condition::ApplicableIf { of, then } => {
            visit(of, None);
            each(then, visit);
        }
    }
}

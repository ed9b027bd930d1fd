//! Whether an incident passes a filter. An attribute that is not stated leaves it open.

use crate::{facts::Incident, pack::condition::Filter, truth::Truth};

/// Kleene truth of the filter for one incident. Cannot fail.
pub(super) fn passes(filter: &Filter, incident: &Incident) -> Truth {
    match filter {
        Filter::Every => Truth::True,
        Filter::Attribute { is, must, bound } => {
            incident.attributes.get(is).map_or(Truth::Unknown, |value| must.holds(*value, *bound).into())
        }
        Filter::All(parts) => parts.iter().fold(Truth::True, |whole, part| whole.and(passes(part, incident))),
        Filter::Any(parts) => parts.iter().fold(Truth::False, |whole, part| whole.or(passes(part, incident))),
    }
}

//! The stored form of an incident of a workplace's register: the text that core writes of it.

use cunping_core::{
    facts::{Incident, file},
    id::IncidentId,
};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Saved, Version, WorkplaceId, key};
use crate::store::Table;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    text: String,
    saved_at: i64,
}

impl Record for Saved<Incident> {
    const TABLE: Table = Table::Incidents;
    type Stored = Stored;

    fn store(&self) -> Stored {
        Stored { v: Version, text: file::write_incident(&self.value), saved_at: self.at_ms }
    }

    fn read(it: Stored) -> Option<Self> {
        Some(Self { value: file::read_incident(&it.text)?, at_ms: it.saved_at })
    }
}

impl Owned for Saved<Incident> {
    fn key(&self, of: WorkplaceId) -> String {
        incident_key(of, self.value.id)
    }
}

/// Returns the key of an incident.
pub(in crate::store) fn incident_key(of: WorkplaceId, id: IncidentId) -> String {
    key(of, &[&id.to_string()])
}

#[cfg(test)]
mod tests {
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(
            &sample::incident(),
            r#"{"v":1,"text":"{\"attributes\":{\"deaths\":0,\"yuan\":12000},
            \"categories\":[\"crime/theft\",\"elder-abuse\"],\"day\":\"2026-02-03\",
            \"id\":\"abababababababababababababababab\",\"repeats\":\"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd\",
            \"stated_on\":\"2026-04-01\"}","saved_at":1774972800000}"#,
        );
    }
}

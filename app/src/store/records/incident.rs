//! The stored form of an incident of a workplace's register: the text that core writes of it.

use super::{Owned, Record, Saved, WorkplaceId, key, statement::AsText};
use crate::store::Table;
use cunping_core::{
    facts::{Incident, file},
    id::IncidentId,
};

impl Record for Saved<Incident> {
    const TABLE: Table = Table::Incidents;
    type Stored = Saved<AsText>;
}

impl From<Saved<Incident>> for Saved<AsText> {
    fn from(Saved { value, at_ms }: Saved<Incident>) -> Self {
        Self { value: AsText { text: file::write_incident(&value) }, at_ms }
    }
}

impl TryFrom<Saved<AsText>> for Saved<Incident> {
    type Error = ();

    fn try_from(Saved { value, at_ms }: Saved<AsText>) -> Result<Self, ()> {
        file::read_incident(&value.text).map(|value| Self { value, at_ms }).ok_or(())
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
            \"id\":\"abababababababababababababababab\",
            \"note\":\"地窖里的白酒被拿走\",\"repeats\":\"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd\",
            \"stated_on\":\"2026-04-01\"}","saved_at":1774972800000}"#,
        );
    }
}

//! The stored form of an incident of a workplace's register, which core defines.

use std::collections::BTreeMap;

use cunping_core::{days::Day, facts::Incident, id::IncidentId};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Saved, Version, WorkplaceId, day, key};
use crate::store::Table;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    id: String,
    #[serde(with = "day")]
    day: Day,
    categories: Vec<String>,
    attributes: BTreeMap<String, i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeats: Option<String>,
    #[serde(with = "day")]
    stated_on: Day,
    saved_at: i64,
}

impl Record for Saved<Incident> {
    const TABLE: Table = Table::Incidents;
    type Stored = Stored;

    fn store(&self) -> Stored {
        let it = &self.value;
        Stored {
            v: Version,
            id: it.id.to_string(),
            day: it.day,
            categories: it.categories.iter().map(ToString::to_string).collect(),
            attributes: it.attributes.iter().map(|(id, n)| (id.to_string(), *n)).collect(),
            repeats: it.repeats.map(|id| id.to_string()),
            stated_on: it.stated_on,
            saved_at: self.at_ms,
        }
    }

    fn read(it: Stored) -> Option<Self> {
        let categories = it.categories.iter().map(|id| id.parse().ok()).collect::<Option<_>>()?;
        let attributes = it.attributes.iter().map(|(id, n)| Some((id.parse().ok()?, *n))).collect::<Option<_>>()?;
        let repeats = it.repeats.map(|id| id.parse()).transpose().ok()?;
        let value =
            Incident { id: it.id.parse().ok()?, day: it.day, categories, attributes, repeats, stated_on: it.stated_on };
        Some(Self { value, at_ms: it.saved_at })
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
            r#"{"v":1,"id":"abababababababababababababababab","day":"2026-02-03",
            "categories":["crime/theft","elder-abuse"],"attributes":{"deaths":0,"yuan":12000},
            "repeats":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","stated_on":"2026-04-01","saved_at":1774972800000}"#,
        );
        let mut alone = sample::incident();
        alone.value.repeats = None;
        assert_written(
            &alone,
            r#"{"v":1,"id":"abababababababababababababababab","day":"2026-02-03",
            "categories":["crime/theft","elder-abuse"],"attributes":{"deaths":0,"yuan":12000},
            "stated_on":"2026-04-01","saved_at":1774972800000}"#,
        );
    }
}

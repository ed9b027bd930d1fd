//! The outcome of an office's review of a unit (复核): entered at the office, counted by targets, not signed.

use cunping_core::{
    id::{LevelId, PackId, UnitCode},
    period::Period,
};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Saved, Version, WorkplaceId, key};
use crate::store::Table;

/// The outcome of one unit's review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The unit.
    pub unit: UnitCode,
    /// The document.
    pub pack: PackId,
    /// Its level or award.
    pub level: LevelId,
    /// The period.
    pub period: Period,
    /// True if the unit passed.
    pub passed: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    unit: String,
    pack: String,
    level: String,
    period: String,
    passed: bool,
    saved_at: i64,
}

impl Record for Saved<Reviewed> {
    const TABLE: Table = Table::Reviews;
    type Stored = Stored;

    fn store(&self) -> Stored {
        let it = &self.value;
        Stored {
            v: Version,
            unit: it.unit.to_string(),
            pack: it.pack.to_string(),
            level: it.level.to_string(),
            period: it.period.to_string(),
            passed: it.passed,
            saved_at: self.at_ms,
        }
    }

    fn read(it: Stored) -> Option<Self> {
        let value = Reviewed {
            unit: it.unit.parse().ok()?,
            pack: it.pack.parse().ok()?,
            level: it.level.parse().ok()?,
            period: it.period.parse().ok()?,
            passed: it.passed,
        };
        Some(Self { value, at_ms: it.saved_at })
    }
}

impl Owned for Saved<Reviewed> {
    fn key(&self, of: WorkplaceId) -> String {
        review_key(of, &self.value)
    }
}

/// Returns the key of the review of a unit under a level of a document in a period; it does not depend on the outcome.
pub(in crate::store) fn review_key(of: WorkplaceId, it: &Reviewed) -> String {
    key(of, &[it.pack.as_str(), it.level.as_str(), &it.period.to_string(), &it.unit.to_string()])
}

#[cfg(test)]
mod tests {
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(
            &sample::reviewed(),
            r#"{"v":1,"unit":"150626200205","pack":"sulide-bawu-2022","level":"village","period":"2025",
            "passed":true,"saved_at":1774972800000}"#,
        );
    }
}

//! The outcome of an office's review of a unit (复核): entered at the office, counted by targets, not signed.

use cunping_core::{
    id::{LevelId, PackId, UnitCode},
    period::Period,
};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Saved, WorkplaceId, key, text};
use crate::store::Table;

/// The outcome of one unit's review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// The unit.
    #[serde(with = "text")]
    pub unit: UnitCode,
    /// The document.
    #[serde(with = "text")]
    pub pack: PackId,
    /// Its level or award.
    #[serde(with = "text")]
    pub level: LevelId,
    /// The period.
    #[serde(with = "text")]
    pub period: Period,
    /// True if the unit passed.
    pub passed: bool,
}

impl Record for Saved<Reviewed> {
    const TABLE: Table = Table::Reviews;
    type Stored = Self;
}

impl Owned for Saved<Reviewed> {
    fn key(&self, of: WorkplaceId) -> String {
        review_key(of, &self.value)
    }
}

/// Returns the key of the review of a unit under a level of a document in a period; it does not depend on the outcome.
pub(in crate::store) fn review_key(of: WorkplaceId, review: &Reviewed) -> String {
    key(of, &[review.pack.as_str(), review.level.as_str(), &review.period.to_string(), &review.unit.to_string()])
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

//! A remark (备注) to a criterion in a period: free text that does not affect the evaluation.

use cunping_core::{id::RuleId, period::Period};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Saved, WorkplaceId, key, text};
use crate::store::Table;

/// A remark (备注) to one criterion in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// The period it is about.
    #[serde(with = "text")]
    pub period: Period,
    /// The criterion it is about.
    #[serde(with = "text")]
    pub rule: RuleId,
    /// The text.
    pub text: String,
}

impl Record for Saved<Remark> {
    const TABLE: Table = Table::Remarks;
    type Stored = Self;
}

impl Owned for Saved<Remark> {
    fn key(&self, of: WorkplaceId) -> String {
        remark_key(of, self.value.period, &self.value.rule)
    }
}

/// Returns the key of the remark to a criterion in a period.
pub(in crate::store) fn remark_key(of: WorkplaceId, period: Period, rule: &RuleId) -> String {
    key(of, &[&period.to_string(), rule.as_str()])
}

#[cfg(test)]
mod tests {
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(
            &sample::remark(),
            r#"{"v":1,"period":"2026-Q1","rule":"village.8","text":"已核实","saved_at":1774972800000}"#,
        );
    }
}

//! A remark (备注) to a criterion in a period: free text that does not affect the evaluation.

use cunping_core::{id::RuleId, period::Period};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Saved, Version, WorkplaceId, key};
use crate::store::Table;

/// A remark (备注) to one criterion in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The period it is about.
    pub period: Period,
    /// The criterion it is about.
    pub rule: RuleId,
    /// The text.
    pub text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    period: String,
    rule: String,
    text: String,
    saved_at: i64,
}

impl Record for Saved<Remark> {
    const TABLE: Table = Table::Remarks;
    type Stored = Stored;

    fn store(&self) -> Stored {
        let Remark { period, rule, text } = &self.value;
        Stored {
            v: Version,
            period: period.to_string(),
            rule: rule.to_string(),
            text: text.clone(),
            saved_at: self.at_ms,
        }
    }

    fn read(it: Stored) -> Option<Self> {
        let value = Remark { period: it.period.parse().ok()?, rule: it.rule.parse().ok()?, text: it.text };
        Some(Self { value, at_ms: it.saved_at })
    }
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

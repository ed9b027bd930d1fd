//! The stored form of a unit that an office expects files from.

use cunping_core::id::UnitCode;
use serde::{Deserialize, Serialize};

use super::{Owned, Record, WorkplaceId, key, text};
use crate::store::Table;

/// A unit that an office expects files from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedUnit {
    /// Its division code.
    #[serde(with = "text")]
    pub code: UnitCode,
    /// Its name.
    pub name: String,
}

impl Record for ListedUnit {
    const TABLE: Table = Table::Directory;
    type Stored = Self;
}

impl Owned for ListedUnit {
    const PLACE: Option<&str> = Some("unit");

    fn key(&self, of: WorkplaceId) -> String {
        unit_key(of, self.code)
    }
}

/// Returns the key of a unit in the directory.
pub(in crate::store) fn unit_key(of: WorkplaceId, code: UnitCode) -> String {
    key(of, &["unit", &code.to_string()])
}

#[cfg(test)]
mod tests {
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(&sample::unit(), r#"{"v":1,"code":"150626200205","name":"示例一村"}"#);
    }
}

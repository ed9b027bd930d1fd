//! The stored form of a unit that an office expects files from.

use cunping_core::{bundle::DirectoryUnit, id::UnitCode};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, WorkplaceId, key, text};
use crate::store::Table;

/// A unit that an office expects files from, as it stands in the office's directory.
pub type ListedUnit = DirectoryUnit;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct StoredUnit {
    #[serde(with = "text")]
    code: UnitCode,
    name: String,
}

impl Record for ListedUnit {
    const TABLE: Table = Table::Directory;
    type Stored = StoredUnit;
}

impl From<ListedUnit> for StoredUnit {
    fn from(ListedUnit { code, name }: ListedUnit) -> Self {
        Self { code, name }
    }
}

impl From<StoredUnit> for ListedUnit {
    fn from(StoredUnit { code, name }: StoredUnit) -> Self {
        Self { code, name }
    }
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

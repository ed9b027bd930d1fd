//! The stored form of an office of a workplace's area: as which offices of documents it acts, and for which units.

use cunping_core::{
    bundle::{ActsAs, DirectoryOffice},
    id::{OfficeId, PackId, UnitCode},
};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, WorkplaceId, key, text::Text};
use crate::store::Table;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct StoredOffice {
    unit: Text<UnitCode>,
    office: Text<OfficeId>,
    name: String,
    acts_as: Vec<(Text<PackId>, Text<OfficeId>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    serves: Option<Vec<Text<UnitCode>>>,
}

impl Record for DirectoryOffice {
    const TABLE: Table = Table::Directory;
    type Stored = StoredOffice;
}

impl From<DirectoryOffice> for StoredOffice {
    fn from(office: DirectoryOffice) -> Self {
        Self {
            unit: Text(office.unit),
            office: Text(office.office),
            name: office.name,
            acts_as: office.acts_as.into_iter().map(|part| (Text(part.pack), Text(part.office))).collect(),
            serves: office.serves.map(|units| units.into_iter().map(Text).collect()),
        }
    }
}

impl From<StoredOffice> for DirectoryOffice {
    fn from(stored: StoredOffice) -> Self {
        let part = |(Text(pack), Text(office))| ActsAs { pack, office };
        Self {
            unit: stored.unit.0,
            office: stored.office.0,
            name: stored.name,
            acts_as: stored.acts_as.into_iter().map(part).collect(),
            serves: stored.serves.map(|units| units.into_iter().map(|Text(unit)| unit).collect()),
        }
    }
}

impl Owned for DirectoryOffice {
    const PLACE: Option<&str> = Some("office");

    fn key(&self, of: WorkplaceId) -> String {
        office_key(of, self.unit, &self.office)
    }
}

/// Returns the key of an office in the directory.
pub(in crate::store) fn office_key(of: WorkplaceId, unit: UnitCode, office: &OfficeId) -> String {
    key(of, &["office", &unit.to_string(), office.as_str()])
}

#[cfg(test)]
mod tests {
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(
            &sample::office(),
            r#"{"v":1,"unit":"150626200000","office":"sumu-police","name":"示例派出所",
            "acts_as":[["sulide-bawu-2022","sumu-police"]],"serves":["150626200205"]}"#,
        );
    }
}

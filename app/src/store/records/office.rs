//! The stored form of an office of a workplace's area: as which offices of documents it acts, and for which units.

use cunping_core::{
    bundle::{ActsAs, DirectoryOffice},
    id::{OfficeId, UnitCode},
};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Version, WorkplaceId, key};
use crate::store::Table;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    unit: String,
    office: String,
    name: String,
    /// Pairs of a document and an office of it.
    acts_as: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    serves: Option<Vec<String>>,
}

impl Record for DirectoryOffice {
    const TABLE: Table = Table::Directory;
    type Stored = Stored;

    fn store(&self) -> Stored {
        Stored {
            v: Version,
            unit: self.unit.to_string(),
            office: self.office.to_string(),
            name: self.name.clone(),
            acts_as: self.acts_as.iter().map(|it| (it.pack.to_string(), it.office.to_string())).collect(),
            serves: self.serves.as_ref().map(|units| units.iter().map(ToString::to_string).collect()),
        }
    }

    fn read(it: Stored) -> Option<Self> {
        let part =
            |(pack, office): &(String, String)| Some(ActsAs { pack: pack.parse().ok()?, office: office.parse().ok()? });
        let units = |units: Vec<String>| units.iter().map(|it| it.parse().ok()).collect::<Option<Vec<_>>>();
        Some(Self {
            unit: it.unit.parse().ok()?,
            office: it.office.parse().ok()?,
            name: it.name,
            acts_as: it.acts_as.iter().map(part).collect::<Option<_>>()?,
            serves: match it.serves {
                Some(codes) => Some(units(codes)?),
                None => None,
            },
        })
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

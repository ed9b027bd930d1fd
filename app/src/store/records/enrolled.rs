//! The stored form of an enrolled public key with its party.

use cunping_core::bundle::{KeyRecord, KeyRole, Party, PublicKey};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, Version, WorkplaceId, key};
use crate::store::{Table, hex};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    key: String,
    unit: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    office: Option<String>,
    role: String,
    enrolled_on: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vouched_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made_sure_on: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    retired_on: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recipient: Option<String>,
}

impl Record for KeyRecord {
    const TABLE: Table = Table::Directory;
    type Stored = Stored;

    fn store(&self) -> Stored {
        Stored {
            v: Version,
            key: hex::write(&self.key.to_bytes()),
            unit: self.party.unit.to_string(),
            office: self.party.office.as_ref().map(ToString::to_string),
            role: self.role.code().to_owned(),
            enrolled_on: self.enrolled_on.to_string(),
            vouched_by: self.vouched_by.map(|it| it.to_string()),
            made_sure_on: self.made_sure_on.map(|it| it.to_string()),
            retired_on: self.retired_on.map(|it| it.to_string()),
            recipient: self.recipient.as_ref().map(ToString::to_string),
        }
    }

    fn read(it: Stored) -> Option<Self> {
        let party = Party { unit: it.unit.parse().ok()?, office: it.office.map(|it| it.parse()).transpose().ok()? };
        Some(Self {
            key: PublicKey::from_bytes(&hex::read(&it.key)?)?,
            party,
            role: KeyRole::ALL.into_iter().find(|role| role.code() == it.role)?,
            enrolled_on: it.enrolled_on.parse().ok()?,
            vouched_by: it.vouched_by.map(|it| it.parse()).transpose().ok()?,
            made_sure_on: it.made_sure_on.map(|it| it.parse()).transpose().ok()?,
            retired_on: it.retired_on.map(|it| it.parse()).transpose().ok()?,
            recipient: it.recipient.map(|it| it.parse()).transpose().ok()?,
        })
    }
}

impl Owned for KeyRecord {
    const PLACE: Option<&str> = Some("key");

    fn key(&self, of: WorkplaceId) -> String {
        enrolled_key(of, self)
    }
}

/// Returns the key of an enrolled key's row: there is one for each party that it stands for.
pub(in crate::store) fn enrolled_key(of: WorkplaceId, it: &KeyRecord) -> String {
    let (kid, unit) = (it.key.thumbprint().to_string(), it.party.unit.to_string());
    let office = it.party.office.as_ref().map_or("", |office| office.as_str());
    key(of, &["key", &kid, &unit, office])
}

#[cfg(test)]
mod tests {
    use cunping_core::bundle::KeyRecord;

    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(
            &sample::enrolled(),
            r#"{"v":1,"key":"8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c",
            "unit":"150626200205","role":"clerk","enrolled_on":"2026-04-01"}"#,
        );
        let vouched = KeyRecord {
            vouched_by: Some(sample::enrolled().key.thumbprint()),
            made_sure_on: "2026-04-02".parse().ok(),
            ..sample::enrolled()
        };
        assert_written(
            &vouched,
            r#"{"v":1,"key":"8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c","unit":"150626200205",
            "role":"clerk","enrolled_on":"2026-04-01","vouched_by":"UDDReOZl1ipXAfp9wYsm13sDBMK5og--QWdBjzuf6o4",
            "made_sure_on":"2026-04-02"}"#,
        );
        let retired = KeyRecord { retired_on: "2026-05-01".parse().ok(), ..sample::enrolled() };
        assert_written(
            &retired,
            r#"{"v":1,"key":"8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c",
            "unit":"150626200205","role":"clerk","enrolled_on":"2026-04-01","retired_on":"2026-05-01"}"#,
        );
    }
}

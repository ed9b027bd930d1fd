//! The stored form of an enrolled public key with its party.

use cunping_core::{
    bundle::{KeyRecord, KeyRole, Party, PublicKey, Recipient, Thumbprint},
    days::Day,
    id::{OfficeId, UnitCode},
};
use serde::{Deserialize, Serialize};

use super::{Owned, Record, WorkplaceId, key, text};
use crate::store::{Table, hex};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct StoredEnrolment {
    #[serde(with = "hex")]
    key: [u8; 32],
    #[serde(with = "text")]
    unit: UnitCode,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "text::option")]
    office: Option<OfficeId>,
    role: String,
    #[serde(with = "text")]
    enrolled_on: Day,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "text::option")]
    vouched_by: Option<Thumbprint>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "text::option")]
    made_sure_on: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "text::option")]
    retired_on: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "text::option")]
    recipient: Option<Recipient>,
}

impl Record for KeyRecord {
    const TABLE: Table = Table::Directory;
    type Stored = StoredEnrolment;
}

impl From<KeyRecord> for StoredEnrolment {
    fn from(record: KeyRecord) -> Self {
        let Party { unit, office } = record.party;
        let KeyRecord { enrolled_on, vouched_by, made_sure_on, retired_on, recipient, .. } = record;
        let (key, role) = (record.key.to_bytes(), record.role.code().to_owned());
        Self { key, unit, office, role, enrolled_on, vouched_by, made_sure_on, retired_on, recipient }
    }
}

impl TryFrom<StoredEnrolment> for KeyRecord {
    type Error = ();

    fn try_from(stored: StoredEnrolment) -> Result<Self, ()> {
        let StoredEnrolment { unit, office, enrolled_on, vouched_by, made_sure_on, retired_on, recipient, .. } = stored;
        let party = Party { unit, office };
        let key = PublicKey::from_bytes(&stored.key).ok_or(())?;
        let role = KeyRole::ALL.into_iter().find(|role| role.code() == stored.role).ok_or(())?;
        Ok(Self { key, party, role, enrolled_on, vouched_by, made_sure_on, retired_on, recipient })
    }
}

impl Owned for KeyRecord {
    const PLACE: Option<&str> = Some("key");

    fn key(&self, of: WorkplaceId) -> String {
        // One row for each party that the key stands for.
        let (kid, unit) = (self.key.thumbprint().to_string(), self.party.unit.to_string());
        let office = self.party.office.as_ref().map_or("", |office| office.as_str());
        key(of, &["key", &kid, &unit, office])
    }
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

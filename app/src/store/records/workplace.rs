//! A workplace: who this browser profile speaks for, and with which key. Makes no key and signs nothing.

use std::{fmt, str::FromStr};

use cunping_core::id::{NotAnId, OfficeId, UnitCode};
use serde::{Deserialize, Serialize};

use super::{
    Followed, Key, Moment, Record, Version,
    followed::{self, StoredFollowed},
    key::{self, StoredKey},
};
use crate::store::{Table, hex};

/// A random 16-byte id, written as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkplaceId(pub [u8; 16]);

impl fmt::Display for WorkplaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::write(&self.0))
    }
}

impl FromStr for WorkplaceId {
    type Err = NotAnId;

    /// Fails on anything but 32 lower-case hexadecimal digits.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        hex::read(text).map(Self).ok_or(NotAnId)
    }
}

/// One party of this browser profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workplace {
    /// Its random id, which no file carries.
    pub id: WorkplaceId,
    /// What it does in the procedure.
    pub role: Role,
    /// The documents it follows, never empty; one answer serves them all.
    pub documents: Vec<Followed>,
    /// The unit it speaks for.
    pub unit: UnitCode,
    /// That unit's name.
    pub unit_name: String,
    /// The office that signs; `village` for the unit itself.
    pub office: OfficeId,
    /// That office's own name, where it is not the one that the document gives it.
    pub office_name: Option<String>,
    /// The signing key.
    pub key: Key,
    /// The public key's RFC 7638 thumbprint.
    pub thumbprint: String,
    /// The age identities of its earlier keys, the latest last, each sealed to the age recipient of the key after it: so they
    /// lie under whatever protects the present key. They open what was sealed to those keys, and sign nothing.
    pub former: Vec<String>,
    /// Play data, which never mixes with real data.
    pub example: bool,
    /// When it was made.
    pub created: Moment,
}

/// What a workplace does in the procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Assesses itself.
    Village,
    /// Collects, checks and rolls up villages.
    Township,
    /// Gives an opinion on its own criteria.
    Monitor,
    /// Collects, checks and rolls up townships.
    County,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    id: String,
    role: Role,
    documents: Vec<StoredFollowed>,
    unit: String,
    unit_name: String,
    office: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    office_name: Option<String>,
    key: StoredKey,
    thumbprint: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    former: Vec<String>,
    example: bool,
    created: Moment,
}

impl Record for Workplace {
    const TABLE: Table = Table::Workplaces;
    type Stored = Stored;

    fn store(&self) -> Stored {
        Stored {
            v: Version,
            id: self.id.to_string(),
            role: self.role,
            documents: self.documents.iter().map(followed::store).collect(),
            unit: self.unit.to_string(),
            unit_name: self.unit_name.clone(),
            office: self.office.to_string(),
            office_name: self.office_name.clone(),
            key: key::store(&self.key),
            thumbprint: self.thumbprint.clone(),
            former: self.former.clone(),
            example: self.example,
            created: self.created,
        }
    }

    fn read(it: Stored) -> Option<Self> {
        Some(Self {
            id: it.id.parse().ok()?,
            role: it.role,
            documents: it.documents.into_iter().map(followed::read).collect::<Option<_>>()?,
            unit: it.unit.parse().ok()?,
            unit_name: it.unit_name,
            office: it.office.parse().ok()?,
            office_name: it.office_name,
            key: key::read(it.key)?,
            thumbprint: it.thumbprint,
            former: it.former,
            example: it.example,
            created: it.created,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(
            &sample::workplace(1),
            r#"{"v":1,"id":"01010101010101010101010101010101","role":"village",
            "documents":[{"pack":"sulide-bawu-2022","level":"village","version":1,"since":"2026-04-01"}],
            "unit":"150626200205","unit_name":"示例一村","office":"village",
            "key":{"plain":"0101010101010101010101010101010101010101010101010101010101010101"},
            "thumbprint":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","example":false,
            "created":{"ms":1774972800000,"day":"2026-04-01"}}"#,
        );
    }

    #[test]
    fn one_that_changed_its_key_is_written_like_this() {
        let changed = Workplace { former: vec!["-----BEGIN…".into()], ..sample::workplace(1) };
        assert_written(
            &changed,
            r#"{"v":1,"id":"01010101010101010101010101010101","role":"village",
            "documents":[{"pack":"sulide-bawu-2022","level":"village","version":1,"since":"2026-04-01"}],
            "unit":"150626200205","unit_name":"示例一村","office":"village",
            "key":{"plain":"0101010101010101010101010101010101010101010101010101010101010101"},
            "thumbprint":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","former":["-----BEGIN…"],"example":false,
            "created":{"ms":1774972800000,"day":"2026-04-01"}}"#,
        );
    }
}

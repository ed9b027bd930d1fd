//! A workplace: a party that this browser profile speaks for, with its key.

use std::{fmt, str::FromStr};

use cunping_core::{
    days::Day,
    id::{IdError, OfficeId, UnitCode},
};
use serde::{Deserialize, Serialize};

use super::{ClockTime, Followed, OwnKey, Record, text};
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
    type Err = IdError;

    /// Fails on anything but 32 lower-case hexadecimal digits.
    fn from_str(text: &str) -> Result<Self, IdError> {
        hex::read(text).map(Self).ok_or(IdError)
    }
}

/// One party of this browser profile, with its key. Stored as two records: the key is in a table of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workplace {
    /// Its random id, which is in no signed file.
    pub id: WorkplaceId,
    /// Its part in the procedure.
    pub role: Role,
    /// The documents it follows; never empty. An answer serves all of them.
    pub documents: Vec<Followed>,
    /// The unit it speaks for.
    pub unit: UnitCode,
    /// That unit's name.
    pub unit_name: String,
    /// The codes and names that the unit had before, the first one first.
    pub earlier: Vec<EarlierUnit>,
    /// The office that signs; `village` for the unit itself.
    pub office: OfficeId,
    /// That office's own name, if it is not the one that the document gives it.
    pub office_name: Option<String>,
    /// The key that it signs with.
    pub own: OwnKey,
    /// True for an example, whose data never mixes with real data.
    pub example: bool,
    /// The moment at which it was made.
    pub created: ClockTime,
}

/// A code and name that a workplace's unit had: villages merge, are renamed, get another code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierUnit {
    /// The division code.
    #[serde(with = "text")]
    pub unit: UnitCode,
    /// The name.
    pub name: String,
    /// The moment at which the workplace gave them up for the next ones.
    pub until: ClockTime,
}

/// A workplace without its key, as it is stored in the table of workplaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct KeylessWorkplace {
    #[serde(with = "text")]
    pub(in crate::store) id: WorkplaceId,
    pub(in crate::store) role: Role,
    pub(in crate::store) documents: Vec<Followed>,
    #[serde(with = "text")]
    pub(in crate::store) unit: UnitCode,
    pub(in crate::store) unit_name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::store) earlier: Vec<EarlierUnit>,
    #[serde(with = "text")]
    pub(in crate::store) office: OfficeId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::store) office_name: Option<String>,
    pub(in crate::store) example: bool,
    pub(in crate::store) created: ClockTime,
}

impl Workplace {
    /// Returns whether a code is its unit's, or was before: files under either are its own.
    #[must_use]
    pub fn is_or_was(&self, unit: UnitCode) -> bool {
        self.unit == unit || self.earlier.iter().any(|before| before.unit == unit)
    }

    /// Returns the day on which its unit got the code that it has now; `None` if it never had another.
    #[must_use]
    pub fn code_since(&self) -> Option<Day> {
        self.earlier.iter().rev().find(|before| before.unit != self.unit).map(|before| before.until.day)
    }

    /// Returns the name that its unit has, or had last, under a code; `None` for a code that it never had.
    #[must_use]
    pub fn name_under(&self, unit: UnitCode) -> Option<&str> {
        let before = || self.earlier.iter().rev().find(|before| before.unit == unit).map(|before| before.name.as_str());
        if self.unit == unit { Some(&self.unit_name) } else { before() }
    }

    /// Returns all of it but its key.
    pub(in crate::store) fn place(&self) -> KeylessWorkplace {
        let Self { id, role, unit, example, created, .. } = *self;
        KeylessWorkplace {
            id,
            role,
            documents: self.documents.clone(),
            unit,
            unit_name: self.unit_name.clone(),
            earlier: self.earlier.clone(),
            office: self.office.clone(),
            office_name: self.office_name.clone(),
            example,
            created,
        }
    }
}

impl KeylessWorkplace {
    /// Puts the workplace together with its key.
    pub(in crate::store) fn with_key(self, own: OwnKey) -> Workplace {
        let Self { id, role, documents, unit, unit_name, earlier, office, office_name, example, created } = self;
        Workplace { id, role, documents, unit, unit_name, earlier, office, office_name, own, example, created }
    }

    /// Returns the texts in it that somebody wrote.
    pub(in crate::store) fn words(&self) -> impl Iterator<Item = &str> {
        let before = self.earlier.iter().map(|before| before.name.as_str());
        std::iter::once(self.unit_name.as_str()).chain(self.office_name.as_deref()).chain(before)
    }
}

/// The part of a workplace in the procedure.
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

impl Record for KeylessWorkplace {
    const TABLE: Table = Table::Workplaces;
    type Stored = Self;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(
            &sample::workplace(1).place(),
            r#"{"v":1,"id":"01010101010101010101010101010101","role":"village",
            "documents":[{"pack":"sulide-bawu-2022","level":"village","version":1,"since":"2026-04-01"}],
            "unit":"150626200205","unit_name":"示例一村","office":"village","example":false,
            "created":{"ms":1774972800000,"day":"2026-04-01"}}"#,
        );
    }

    #[test]
    fn one_whose_unit_had_another_code_says_so() {
        let place = sample::workplace(1).after(sample::renamed(1)).place();
        assert_written(
            &place,
            r#"{"v":1,"id":"01010101010101010101010101010101","role":"village",
            "documents":[{"pack":"sulide-bawu-2022","level":"village","version":1,"since":"2026-04-01"}],
            "unit":"150626200299","unit_name":"示例新村",
            "earlier":[{"unit":"150626200205","name":"示例一村","until":{"ms":1774972800000,"day":"2026-04-01"}}],
            "office":"village","example":false,"created":{"ms":1774972800000,"day":"2026-04-01"}}"#,
        );
        assert_eq!(place.words().collect::<Vec<_>>(), ["示例新村", "示例一村"]);
    }

    #[test]
    fn a_code_that_it_had_is_still_its_own_and_only_another_code_counts_as_a_change() {
        let before = sample::workplace(1);
        let after = before.after(sample::renamed(1));
        let [old, new, other] = ["150626200205", "150626200299", "150626200206"].map(|code| code.parse().unwrap());
        assert!(after.is_or_was(old) && after.is_or_was(new) && !after.is_or_was(other));
        assert_eq!((before.code_since(), after.code_since()), (None, Some(sample::moment().day)));
        assert_eq!([old, new, other].map(|code| after.name_under(code)), [Some("示例一村"), Some("示例新村"), None]);
        let only_named = EarlierUnit { unit: new, name: "示例村".into(), until: sample::moment() };
        let named = Workplace { earlier: vec![only_named], ..after.clone() };
        assert_eq!(named.code_since(), None);
    }
}

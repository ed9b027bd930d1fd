//! The serde form of ids, times and periods: their text. Only with the feature `serde`.
//!
//! The feature is for messages between two ends that are built together, the page and its worker: each type is read and
//! written as it is, so the form follows the type and is promised to nobody. Whatever is kept or sent has the forms of
//! the docs, by [`crate::json`]. A message says what a file holds and what was found in it. The members that say what
//! the importer knows besides, and the reasons of findings, are skipped: they are read as not known, and refused where
//! a message has them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::{
    bundle::Thumbprint,
    id::{Digest, LevelId, OfficeId, PackId, RuleId, UnitCode},
    moment::Moment,
    period::Period,
};

/// Writes each type by its `Display` and reads it by its `FromStr`, which checks the form.
macro_rules! as_text {
    ($($name:ty),+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(D::Error::custom)
            }
        }
    )+};
}

as_text!(Digest, LevelId, Moment, OfficeId, PackId, Period, RuleId, Thumbprint, UnitCode);

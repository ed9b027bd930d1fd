//! The version number of every stored record. Reading accepts its own number only.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// The number `N`, as the field `v` of a stored record.
pub(in crate::store) struct Version<const N: u32>;

impl<const N: u32> Serialize for Version<N> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u32(N)
    }
}

impl<'de, const N: u32> Deserialize<'de> for Version<N> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let version = u32::deserialize(from)?;
        (version == N).then_some(Self).ok_or_else(|| D::Error::custom("another version"))
    }
}

//! Values that a record holds as their text: `#[serde(with = "text")]`, and [`Text`] inside other values.

use std::{fmt::Display, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A value that is written as its text, and read only if the text is one of its kind.
pub(super) struct Text<T>(pub(super) T);

impl<T: Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de, T: FromStr> Deserialize<'de> for Text<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map(Self).map_err(|_| D::Error::custom("not valid"))
    }
}

/// Writes a value as its text.
pub(super) fn serialize<T: Display, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    Text(value).serialize(to)
}

/// Reads a value from its text.
pub(super) fn deserialize<'de, T: FromStr, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    Text::deserialize(from).map(|Text(value)| value)
}

/// A value that may be missing.
pub(super) mod option {
    use super::*;

    /// Writes a value as its text.
    pub(in super::super) fn serialize<T: Display, S: Serializer>(value: &Option<T>, to: S) -> Result<S::Ok, S::Error> {
        value.as_ref().map(Text).serialize(to)
    }

    /// Reads a value from its text.
    pub(in super::super) fn deserialize<'de, T: FromStr, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
        Ok(Option::<Text<T>>::deserialize(from)?.map(|Text(value)| value))
    }
}

/// Several values, in their order.
pub(super) mod list {
    use super::*;

    /// Writes values as their texts.
    pub(in super::super) fn serialize<'a, C, T: Display + 'a, S: Serializer>(
        all: &'a C,
        to: S,
    ) -> Result<S::Ok, S::Error>
    where
        &'a C: IntoIterator<Item = &'a T>,
    {
        to.collect_seq(all.into_iter().map(Text))
    }

    /// Reads values from their texts.
    pub(in super::super) fn deserialize<'de, C, D: Deserializer<'de>>(from: D) -> Result<C, D::Error>
    where
        C: IntoIterator<Item: FromStr> + FromIterator<C::Item>,
    {
        Ok(Vec::<Text<C::Item>>::deserialize(from)?.into_iter().map(|Text(value)| value).collect())
    }
}

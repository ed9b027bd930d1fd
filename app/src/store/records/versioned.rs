//! What stands in a record's JSON object beside its own fields: the version before them, the time of saving after them.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{
        DeserializeOwned, DeserializeSeed, Error, IntoDeserializer, MapAccess, Visitor, value::MapAccessDeserializer,
    },
};

use super::Saved;

/// The version of every record. Reading accepts this one only.
const VERSION: u32 = 1;

/// A record as it is written: its version, then its own fields.
#[derive(Serialize, Deserialize)]
#[serde(bound = "T: Serialize + DeserializeOwned")]
pub(super) struct Versioned<T>(#[serde(serialize_with = "serialize", deserialize_with = "deserialize")] pub(super) T);

/// Writes a record, its version first.
pub(super) fn serialize<T: Serialize, S: Serializer>(record: &T, to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct BehindVersion<'a, T> {
        v: u32,
        #[serde(flatten)]
        record: &'a T,
    }
    BehindVersion { v: VERSION, record }.serialize(to)
}

/// Reads a record of this version.
pub(super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let (v, record): (u32, T) = beside(from, "v")?;
    (v == VERSION).then_some(record).ok_or_else(|| D::Error::custom("another version"))
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Saved<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        beside(from, "saved_at").map(|(at_ms, value)| Self { value, at_ms })
    }
}

/// Reads one member of an object, and all the others as a `T`, which can so refuse members that it does not know.
fn beside<'de, V, T, D>(from: D, name: &'static str) -> Result<(V, T), D::Error>
where
    V: Deserialize<'de>,
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    from.deserialize_map(Beside(name, PhantomData))
}

struct Beside<V, T>(&'static str, PhantomData<(V, T)>);

impl<'de, V: Deserialize<'de>, T: Deserialize<'de>> Visitor<'de> for Beside<V, T> {
    type Value = (V, T);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with `{}`", self.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(V, T), A::Error> {
        let mut found = None;
        let record = T::deserialize(MapAccessDeserializer::new(Others { members, name: self.0, found: &mut found }))?;
        Ok((found.ok_or_else(|| A::Error::missing_field(self.0))?, record))
    }
}

/// The members of an object without the one of this name, which is read on the way.
struct Others<'a, A, V> {
    members: A,
    name: &'static str,
    found: &'a mut Option<V>,
}

impl<'de, A: MapAccess<'de>, V: Deserialize<'de>> MapAccess<'de> for Others<'_, A, V> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        while let Some(key) = self.members.next_key::<String>()? {
            if key != self.name {
                return seed.deserialize(key.into_deserializer()).map(Some);
            }
            if self.found.replace(self.members.next_value()?).is_some() {
                return Err(A::Error::duplicate_field(self.name));
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.members.next_value_seed(seed)
    }
}

#[cfg(test)]
mod tests {
    use crate::store::{
        Draft, Saved,
        records::{assert_written, read},
    };

    #[test]
    fn only_a_whole_record_and_nothing_but_a_record_is_read() {
        let good = r#"{"v":1,"place":"a","text":"b","saved_at":5}"#;
        let value = Draft { place: "a".into(), text: "b".into() };
        assert_written(&Saved { value, at_ms: 5 }, good);
        let reads = |text: &str| read::<Saved<Draft>>(text).is_some();
        assert!(reads(r#"{"saved_at":5,"text":"b","place":"a","v":1}"#), "the order is no part of the form");
        for (part, instead) in [
            ("\"v\":1,", ""),
            ("\"v\":1", "\"v\":1,\"v\":1"),
            ("\"v\":1", "\"v\":\"1\""),
            (",\"saved_at\":5", ""),
            (":5", ":5,\"saved_at\":5"),
            (":5", ":5,\"more\":5"),
            ("\"text\":\"b\",", ""),
            ("\"text\":\"b\"", "\"text\":7"),
        ] {
            let bad = good.replacen(part, instead, 1);
            assert!(bad != good && !reads(&bad), "{bad}");
        }
    }
}

//! Writes bytes as lower-case hexadecimal digits, and reads them back.

use std::fmt;

use data_encoding::HEXLOWER;
use serde::{
    Deserializer, Serializer,
    de::{Error, Visitor},
};
use zeroize::Zeroizing;

/// Writes bytes as digits.
pub(super) fn write(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

/// Reads the bytes of exactly `2 * N` lower-case digits; `None` for any other text.
pub(super) fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let fits = text.len() == 2 * N && HEXLOWER.decode_mut(text.as_bytes(), &mut bytes).is_ok();
    fits.then_some(bytes)
}

/// Serializes bytes as digits, for `#[serde(with = "hex")]`. The bytes may be a secret, so the digits are wiped.
pub(super) fn serialize<S: Serializer, const N: usize>(bytes: &[u8; N], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&Zeroizing::new(write(bytes)))
}

/// Deserializes what [`serialize`] writes, without a copy of the digits where the text has no escapes.
pub(super) fn deserialize<'de, D: Deserializer<'de>, const N: usize>(from: D) -> Result<[u8; N], D::Error> {
    struct Digits<const N: usize>;

    impl<const N: usize> Visitor<'_> for Digits<N> {
        type Value = [u8; N];

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{} hexadecimal digits", 2 * N)
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<[u8; N], E> {
            read(text).ok_or_else(|| E::custom("not hexadecimal digits"))
        }
    }

    from.deserialize_str(Digits)
}

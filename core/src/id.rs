//! Ids of packs, criteria and indicators, division codes, digests.

use std::{fmt, str::FromStr};

use data_encoding::HEXLOWER;

/// The error for text that does not have the form of its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("does not have the form of its id")]
pub struct IdError;

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Box<str>);

        impl $name {
            /// Returns the id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            /// Fails on text that is empty, longer than 80 bytes, or has anything but `a–z 0–9 - . /`.
            fn from_str(text: &str) -> Result<Self, IdError> {
                is_plain(text).then(|| Self(text.into())).ok_or(IdError)
            }
        }
    };
}

fn is_plain(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'/');
    (1..=80).contains(&text.len()) && text.bytes().all(allowed)
}

text_id!(
    /// A document, such as `sulide-bawu-2022`.
    PackId
);
text_id!(
    /// A level or award of a document, such as `village`.
    LevelId
);
text_id!(
    /// A criterion, check, measure or target of a document, such as `village.8.1`.
    RuleId
);
text_id!(
    /// An indicator of the shared catalogue. Incident categories are paths: `crime/homicide` is a `crime`.
    IndicatorId
);
text_id!(
    /// An attribute of an incident, such as `deaths`.
    AttributeId
);
text_id!(
    /// An office that a document names, such as `sumu-pingan`.
    OfficeId
);
text_id!(
    /// A note of a pack: a reading, a contradiction, a step, a deadline.
    NoteId
);

impl IndicatorId {
    /// The last step of a category that stands for every kind of the one above that a document does not ask about.
    const ANOTHER_KIND: &str = "another-kind";

    /// Returns the id that says “of this category, and of no kind of it that the document asks about by itself”. Facts
    /// for a document have it in place of a kind that only other documents know; the catalogue has no such category.
    #[must_use]
    pub fn another_kind(&self) -> Self {
        Self(format!("{}/{}", self.0, Self::ANOTHER_KIND).into())
    }

    /// Returns the category of which this id says “another kind”; `None` for every other id. See
    /// [`IndicatorId::another_kind`].
    #[must_use]
    pub fn of_another_kind(&self) -> Option<Self> {
        let (above, last) = self.0.rsplit_once('/')?;
        (last == Self::ANOTHER_KIND).then(|| Self(above.into()))
    }

    /// Returns the category above; `None` at the top.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('/').map(|(above, _)| Self(above.into()))
    }

    /// Tells whether this category is `other` or lies below it in the tree of categories.
    #[must_use]
    pub fn is_a(&self, other: &Self) -> bool {
        self.0.strip_prefix(&*other.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// A 12-digit division code (统计用区划代码).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitCode(u64);

/// The administrative level of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitLevel {
    /// 村, 嘎查, 社区.
    Village,
    /// 乡, 镇, 街道, 苏木.
    Township,
    /// 县, 区, 旗, 县级市.
    County,
    /// 地级市, 州, 盟.
    Prefecture,
    /// 省, 自治区, 直辖市.
    Province,
}

impl UnitCode {
    /// Returns the level of the unit, read off the trailing zeros of its code (2 + 2 + 2 + 3 + 3 digits).
    #[must_use]
    pub fn level(self) -> UnitLevel {
        match self.0 {
            n if n % 1_000 != 0 => UnitLevel::Village,
            n if n % 1_000_000 != 0 => UnitLevel::Township,
            n if n % 100_000_000 != 0 => UnitLevel::County,
            n if n % 10_000_000_000 != 0 => UnitLevel::Prefecture,
            _ => UnitLevel::Province,
        }
    }

    /// Returns the township (or street) in which a village lies; for a higher unit, the unit itself.
    #[must_use]
    pub fn township(self) -> Self {
        Self(self.0 / 1_000 * 1_000)
    }

    /// Tells whether the unit is `area` or lies in it.
    #[must_use]
    pub fn lies_in(self, area: Self) -> bool {
        let step = match area.level() {
            UnitLevel::Village => 1,
            UnitLevel::Township => 1_000,
            UnitLevel::County => 1_000_000,
            UnitLevel::Prefecture => 100_000_000,
            UnitLevel::Province => 10_000_000_000,
        };
        self.0 / step == area.0 / step
    }

    /// Returns the unit in which it lies directly; for a province, the province itself.
    #[must_use]
    pub fn above(self) -> Self {
        let step = match self.level() {
            UnitLevel::Village => 1_000,
            UnitLevel::Township => 1_000_000,
            UnitLevel::County => 100_000_000,
            UnitLevel::Prefecture | UnitLevel::Province => 10_000_000_000,
        };
        Self(self.0 / step * step)
    }

    /// Returns the county in which a unit lies; for a higher unit, the unit itself.
    #[must_use]
    pub fn county(self) -> Self {
        Self(self.0 / 1_000_000 * 1_000_000)
    }
}

impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}", self.0)
    }
}

impl FromStr for UnitCode {
    type Err = IdError;

    /// Fails on anything but 12 ASCII digits of which the first two are not zero.
    fn from_str(text: &str) -> Result<Self, IdError> {
        let digits = text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with("00");
        digits.then(|| text.parse().ok().map(Self)).flatten().ok_or(IdError)
    }
}

/// A SHA-256 digest, written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// Computes the digest of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        use sha2::Digest as _;
        Self(sha2::Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        HEXLOWER.encode_display(&self.0).fmt(f)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl FromStr for Digest {
    type Err = IdError;

    /// Fails on anything but 64 lower-case hexadecimal digits.
    fn from_str(text: &str) -> Result<Self, IdError> {
        hex(text).map(Self).ok_or(IdError)
    }
}

/// A random 16-byte id of an incident, written as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IncidentId(pub [u8; 16]);

impl fmt::Display for IncidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        HEXLOWER.encode_display(&self.0).fmt(f)
    }
}

impl FromStr for IncidentId {
    type Err = IdError;

    /// Fails on anything but 32 lower-case hexadecimal digits.
    fn from_str(text: &str) -> Result<Self, IdError> {
        hex(text).map(Self).ok_or(IdError)
    }
}

fn hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let fits = text.len() == 2 * N && HEXLOWER.decode_mut(text.as_bytes(), &mut bytes).is_ok();
    fits.then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_of_codes() {
        for (code, level) in [
            ("150626200205", UnitLevel::Village),
            ("150626200000", UnitLevel::Township),
            ("150626000000", UnitLevel::County),
            ("150600000000", UnitLevel::Prefecture),
            ("150000000000", UnitLevel::Province),
        ] {
            assert_eq!(code.parse::<UnitCode>().unwrap().level(), level);
        }
        let village: UnitCode = "150626200205".parse().unwrap();
        assert_eq!(village.township().to_string(), "150626200000");
        let mut above = village;
        for code in ["150626200000", "150626000000", "150600000000", "150000000000", "150000000000"] {
            above = above.above();
            assert_eq!(above.to_string(), code);
        }
        for (area, inside) in [
            ("150626200205", true),
            ("150626200000", true),
            ("150626000000", true),
            ("150000000000", true),
            ("150626200206", false),
            ("150626201000", false),
            ("150600000000", true),
            ("140000000000", false),
        ] {
            assert_eq!(village.lies_in(area.parse().unwrap()), inside, "{area}");
        }
    }

    #[test]
    fn refuses_what_is_no_id() {
        for text in
            ["", "15062620020", "1506262002050", "15062620020x", "１50626200205", "+50626200205", "001234567890"]
        {
            assert!(text.parse::<UnitCode>().is_err(), "{text}");
        }
        assert!("A".parse::<PackId>().is_err());
        assert!("+f".repeat(32).parse::<Digest>().is_err());
    }

    #[test]
    fn a_category_is_itself_and_what_stands_above_it() {
        let homicide: IndicatorId = "crime/homicide".parse().unwrap();
        assert!(homicide.is_a(&homicide));
        assert!(homicide.is_a(&"crime".parse().unwrap()));
        assert!(!homicide.is_a(&"cri".parse().unwrap()));
        assert!(!"crime".parse::<IndicatorId>().unwrap().is_a(&homicide));
    }
}

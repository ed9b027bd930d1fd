//! Kinds and versions of bundles, and their names in a JWS header.

use std::fmt;

/// The version that is written of every kind.
pub const FORMAT: u32 = 1;

/// The kind of a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Kind {
    /// A key's enrolment with an office.
    Enrolment,
    /// A unit's own assessment (自评).
    Assessment,
    /// A monitoring unit's opinion (意见).
    Opinion,
    /// An office's decision (认定).
    Recognition,
    /// An office's answer to a file (回执).
    Receipt,
    /// An office's roll-up (汇总).
    Rollup,
    /// Units, parties, keys of an area.
    Directory,
    /// A document's supplement (补充标准).
    Overlay,
    /// A document as data.
    Pack,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Enrolment,
        Self::Assessment,
        Self::Opinion,
        Self::Recognition,
        Self::Receipt,
        Self::Rollup,
        Self::Directory,
        Self::Overlay,
        Self::Pack,
    ];

    /// Returns the kind's name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Enrolment => "enrolment",
            Self::Assessment => "assessment",
            Self::Opinion => "opinion",
            Self::Recognition => "recognition",
            Self::Receipt => "receipt",
            Self::Rollup => "rollup",
            Self::Directory => "directory",
            Self::Overlay => "overlay",
            Self::Pack => "pack",
        }
    }

    /// Returns the `typ` of a bundle of this kind and version: a media type without `application/` (RFC 7515 §4.1.9),
    /// such as `vnd.cunping.assessment.v1+json`.
    #[must_use]
    pub fn typ(self, format: u32) -> String {
        format!("vnd.cunping.{}.v{format}+json", self.name())
    }

    /// Parses a `typ` into kind and version; returns `None` for any other text.
    pub(super) fn of_typ(typ: &str) -> Option<(Self, u32)> {
        let (name, format) = typ.strip_prefix("vnd.cunping.")?.strip_suffix("+json")?.split_once(".v")?;
        let kind = Self::ALL.into_iter().find(|kind| kind.name() == name)?;
        if format.starts_with('0') || format.is_empty() || !format.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        // A version beyond every number that is counted here is a later one all the same.
        Some((kind, format.parse().unwrap_or(u32::MAX)))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typ_has_one_spelling() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_typ(&kind.typ(12)), Some((kind, 12)));
            let beyond = kind.typ(u32::MAX).replace("295+", "296+");
            assert_eq!(Kind::of_typ(&beyond), Some((kind, u32::MAX)), "{beyond}");
        }
        for typ in [
            "",
            "JWT",
            "vnd.cunping.assessment.v0+json",
            "vnd.cunping.assessment.v01+json",
            "vnd.cunping.assessment.v+1+json",
            "vnd.cunping.assessment.v+json",
            "vnd.cunping.assessment.v１+json",
            "vnd.cunping.Assessment.v1+json",
            "application/vnd.cunping.assessment.v1+json",
        ] {
            assert_eq!(Kind::of_typ(typ), None, "{typ}");
        }
    }
}

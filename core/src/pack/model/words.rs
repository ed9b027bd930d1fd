//! Words of this program in both languages of the page.

/// Words of this program (never of a document), in both languages of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

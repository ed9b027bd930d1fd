//! Words of this program in both languages of the page.

/// Words of this program (never of a document), in both languages of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

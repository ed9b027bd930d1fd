//! The forms that a document prints, official words to the letter.

use crate::id::{LevelId, OfficeId};

/// A form that the document prints, official words to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// `1`, `2`, …: see [`Form::is_id`].
    pub id: String,
    /// The annex as printed, such as 附件1 or 附件 3.
    pub annex: String,
    /// Printed title.
    pub title: String,
    /// The level whose unit fills it.
    pub level: LevelId,
    /// The kind of form.
    pub kind: FormKind,
    /// Header cells, as printed.
    pub header: Vec<String>,
    /// The cell beside the rows; `None` where there is none.
    pub side: Option<String>,
    /// Blocks for review below the rows.
    pub blocks: Vec<Block>,
    /// The line for who and when, as printed.
    pub signature_line: Option<String>,
    /// The note below the table.
    pub footnote: String,
}

impl Form {
    /// Tells whether a text can be a form's id: 1 to 8 ASCII letters and digits, so that it can stand in an address.
    #[must_use]
    pub fn is_id(text: &str) -> bool {
        (1..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
    }
}

/// A kind of form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// 统计表: the unit's own answers for a quarter or year.
    Report,
    /// 认定表: opinions and reviews at the year's end.
    Recognition,
}

/// A block for an office's review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Heading, as printed.
    pub heading: String,
    /// The word for the seal, as printed.
    pub seal: String,
    /// The date line as printed, year included.
    pub date: String,
    /// The office whose decision fills it; `None` where the pack does not say.
    pub office: Option<OfficeId>,
}

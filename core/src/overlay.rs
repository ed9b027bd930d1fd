//! Overlays: files that supply what a document leaves to others, such as points, pass mark, vetoes, figures, texts.

mod change;
mod check;
mod file;

use std::collections::BTreeMap;

use crate::{
    days::Day,
    id::{Digest, LevelId, NoteId, PackId, RuleId},
    pack::Pack,
    privacy::{PersonalKind, of_figure, of_texts},
};

pub use change::{OverlayChange, OverlaySetting, SetTo, changes};
pub use check::{OverlayError, left, open_checks};
pub use file::{FORMAT, LIMITS, OverlayFileError};

/// The values that somebody other than the document sets for one level of it. Always shown as “not from the document”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// SHA-256 of its canonical JSON.
    pub digest: Digest,
    /// The document.
    pub pack: PackId,
    /// The version of the document's pack that it was made for, from 1. It has no effect under another one, whose
    /// criteria can ask for something else under the same ids.
    pub version: u32,
    /// The level of the document.
    pub level: LevelId,
    /// Its title.
    pub title: String,
    /// Its issuer.
    pub issuer: String,
    /// Its document number; `None` where it has none.
    pub number: Option<String>,
    /// The day of issue.
    pub issued: Day,
    /// Whole points of scored sections, or of every criterion of one; together 100, or none.
    pub weights: BTreeMap<RuleId, i64>,
    /// The pass mark, 0 to 100.
    pub pass_mark: Option<i64>,
    /// Further criteria that veto, in the file's order, none twice.
    pub vetoes: Vec<RuleId>,
    /// Checks that the document leaves open where their condition does not hold; `true` where they then count as met.
    pub settles: BTreeMap<RuleId, bool>,
    /// Published figures, in the smallest step that the document's reference gives.
    pub values: BTreeMap<NoteId, i64>,
    /// The items of texts that the document names and does not contain.
    pub texts: BTreeMap<NoteId, Vec<String>>,
}

impl Overlay {
    /// Tells whether it was made for this version of this document.
    #[must_use]
    pub fn is_for(&self, pack: &Pack) -> bool {
        self.pack == pack.id && self.version == pack.version
    }

    /// Lists every free text in it, with its path in the file.
    #[must_use]
    pub fn said(&self) -> Vec<(String, &str)> {
        let head = [("title", Some(&self.title)), ("issuer", Some(&self.issuer)), ("number", self.number.as_ref())];
        let head = head.into_iter().filter_map(|(at, text)| Some((at.to_owned(), text?.as_str())));
        let items = self.texts.iter().flat_map(|(id, items)| {
            items.iter().enumerate().map(move |(i, text)| (format!("texts.{id}[{i}]"), text.as_str()))
        });
        head.chain(items).collect()
    }

    /// Finds personal numbers in its texts and figures, with their paths in the file.
    #[must_use]
    pub fn personal(&self) -> Vec<(String, PersonalKind)> {
        let figures = self.values.iter().filter_map(|(id, value)| Some((format!("values.{id}"), of_figure(*value)?)));
        of_texts(&self.said()).into_iter().chain(figures).collect()
    }
}

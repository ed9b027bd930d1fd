//! The trait of every payload: it is written, read, and searched for texts and personal numbers.

use super::Kind;
use crate::{
    json::{Misfit, Value},
    privacy::{PersonalKind, of_texts},
};

/// The payload of one kind of bundle, in the version that is written.
pub trait Content: Sized {
    /// The kind.
    const KIND: Kind;

    /// Writes the payload as JSON, canonical once written out. Cannot fail.
    fn to_json(&self) -> Value<'_>;

    /// Reads a payload.
    ///
    /// # Errors
    ///
    /// All members that are missing, not known or of the wrong form, at least one.
    fn from_json(value: Value<'_>) -> Result<Self, Vec<Misfit>>;

    /// Lists every free text, and every id that the signer chose, with its path in the payload: the places where words
    /// can stand.
    fn texts(&self) -> Vec<(String, &str)>;

    /// Finds personal numbers and addresses anywhere in the payload, with their paths; figures and ids are searched as
    /// well as texts.
    fn personal(&self) -> Vec<(String, PersonalKind)> {
        of_texts(&self.texts())
    }
}

//! Reads JSON strictly under limits, as hostile files may hold it, and writes it canonically.

mod canonical;
mod error;
mod fields;
mod members;
mod misfit;
mod read;

use std::borrow::Cow;

pub use error::JsonError;
pub(crate) use fields::{Fields, Misfits, Named, Path, element, integer};
pub use members::Members;
pub use misfit::{Expected, Misfit, Why};
pub use read::{Limits, parse, read};

/// A JSON value (RFC 8259) that every reader understands alike: integers only, no key twice. A value that was read
/// borrows its strings from the text, except those with escapes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer within ±(2^53 − 1).
    Number(i64),
    /// A string; never half a surrogate pair.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Value<'a>>),
    /// An object.
    Object(Members<'a>),
}

impl Value<'_> {
    /// Builds a JSON string from the text of `value`.
    pub fn text(value: impl ToString) -> Self {
        Self::Text(Cow::Owned(value.to_string()))
    }

    /// Builds an object of these members; of members with the same name the last counts.
    pub fn object<'n>(members: impl IntoIterator<Item = (&'n str, Self)>) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (Cow::Owned(name.to_owned()), value)).collect())
    }
}

//! Reads JSON strictly under limits, as hostile files may hold it, and writes it canonically.

mod canonical;
mod error;
mod fields;
mod members;
mod misfit;
mod node;
mod read;
mod reader;

use std::borrow::Cow;

pub use error::JsonError;
pub(crate) use fields::{Fields, whole};
pub use members::Members;
pub use misfit::{Expected, Misfit, MisfitReason};
#[cfg(feature = "authoring")]
pub(crate) use node::below;
pub(crate) use node::{Node, Path};
pub use read::{Limits, parse, read};
pub(crate) use reader::{Misfits, Named, Reader};

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

    /// Returns the member of an object; `None` where this is none or has no such member.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        if let Self::Object(members) = self { members.get(name) } else { None }
    }

    /// Returns the elements of a list; none for any other value.
    pub(crate) fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// Returns the text; `None` for any other value.
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}

//! JSON as hostile files may hold it: read strictly under limits, written canonically. Knows no format built on it.

mod canonical;
mod fields;
mod misfit;
mod problem;
mod read;

use std::collections::BTreeMap;

pub(crate) use fields::{Fields, Misfits, Named, Path, element, integer};
pub use misfit::{Expected, Misfit, Why};
pub use problem::JsonProblem;
pub use read::{Limits, parse};

/// A JSON value (RFC 8259) as every reader understands it alike: integers only, no key twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer within ±(2^53 − 1).
    Number(i64),
    /// A string; never half a surrogate pair.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object.
    Object(BTreeMap<String, Value>),
}

impl Value {
    /// An object of these members; of members with the same name the last counts.
    pub fn object<'a>(members: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The text of `value`, as a JSON string.
    pub fn text(value: impl ToString) -> Self {
        Self::Text(value.to_string())
    }
}

//! A value with its place.

use std::fmt;

use super::Value;

/// The place of a value. Written out only where something does not fit.
#[derive(Clone, Copy)]
pub(crate) enum Path<'p> {
    /// The whole.
    Whole,
    /// A member of an object.
    Member(&'p Path<'p>, &'p str),
    /// An element of a list.
    Element(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Member(Path::Whole, name) => shortened(f, name),
            Self::Member(object, name) => {
                write!(f, "{object}.")?;
                shortened(f, name)
            }
            Self::Element(list, index) => write!(f, "{list}[{index}]"),
        }
    }
}

/// The most characters of a name in a path; those of the formats and all ids are shorter.
const LONGEST_NAME: usize = 100;

/// Writes a name of a member. One that is longer than any of the formats is cut: a stranger chose it.
fn shortened(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => write!(f, "{}…", name.get(..end).unwrap_or_default()),
        None => f.write_str(name),
    }
}

impl Path<'_> {
    /// Writes the place as a JSON Pointer (RFC 6901).
    pub(crate) fn pointer(self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Member(object, name) => below(&object.pointer(), name),
            Self::Element(list, index) => below(&list.pointer(), &index.to_string()),
        }
    }
}

/// Appends the name of a member to a JSON Pointer (RFC 6901 §3).
pub(crate) fn below(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// A value with its place.
#[derive(Clone, Copy)]
pub(crate) struct Node<'n> {
    pub(crate) value: &'n Value<'n>,
    pub(crate) at: Path<'n>,
}

impl<'n> Node<'n> {
    /// Places a value at the top.
    pub(crate) fn whole(value: &'n Value<'n>) -> Self {
        Self { value, at: Path::Whole }
    }

    /// Iterates over the elements of a list; no element for any other value.
    pub(crate) fn items(&'n self) -> impl ExactSizeIterator<Item = Self> {
        self.value.items().iter().enumerate().map(|(i, value)| Node { value, at: Path::Element(&self.at, i) })
    }

    /// Iterates over the members of an object with their names; no member for any other value.
    pub(crate) fn members(&'n self) -> impl Iterator<Item = (&'n str, Self)> {
        let members = if let Value::Object(members) = self.value { Some(members.iter()) } else { None };
        let named = members.into_iter().flatten();
        named.map(|(name, value)| (name, Node { value, at: Path::Member(&self.at, name) }))
    }
}

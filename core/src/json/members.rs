//! The members of a JSON object, in the order in which they are written.

use std::{borrow::Cow, cmp::Ordering};

use super::Value;

/// The members of an object, no name twice, ordered by the UTF-16 units of their names (RFC 8785 §3.2.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members<'a>(Vec<Member<'a>>);

/// A name and its value.
pub(super) type Member<'a> = (Cow<'a, str>, Value<'a>);

impl<'a> Members<'a> {
    /// Wraps members that are in order already, no name twice.
    pub(super) fn ordered(members: impl Iterator<Item = Member<'a>>) -> Self {
        Self(members.collect())
    }

    /// Iterates over the names and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value<'a>)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// Returns the value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.iter().find(|member| member.0 == name).map(|member| member.1)
    }
}

impl<'a> FromIterator<Member<'a>> for Members<'a> {
    /// Puts the members in order; of members with the same name the last counts.
    fn from_iter<I: IntoIterator<Item = Member<'a>>>(members: I) -> Self {
        let mut members: Vec<_> = members.into_iter().collect();
        // The sort keeps the order of equals, so that turned round the last of them comes first and stays.
        members.reverse();
        members.sort_by(|a, b| order(&a.0, &b.0));
        members.dedup_by(|a, b| a.0 == b.0);
        Self(members)
    }
}

impl<'a> IntoIterator for Members<'a> {
    type Item = Member<'a>;
    type IntoIter = std::vec::IntoIter<Member<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Compares two names by UTF-16 units, which for ASCII is the order of the bytes.
pub(super) fn order(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_by_units_and_the_last_of_a_name_counts() {
        let names = ["b", "\u{e000}", "\u{1f600}", "", "a", "村", "b"];
        let members = names.iter().zip(1..).map(|(name, at)| ((*name).into(), Value::Number(at)));
        let members: Members<'_> = members.collect();
        let found: Vec<_> = members.iter().map(|(name, value)| (name.to_owned(), value.clone())).collect();
        let expected = [("", 4), ("a", 5), ("b", 7), ("村", 6), ("\u{1f600}", 3), ("\u{e000}", 2)];
        assert_eq!(found, expected.map(|(name, at)| (name.to_owned(), Value::Number(at))));
        assert_eq!((members.get("村"), members.get("c")), (Some(&Value::Number(6)), None));
        assert_eq!(members.get("\u{e000}"), Some(&Value::Number(2)));
    }
}

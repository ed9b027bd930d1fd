//! Takes an object apart member by member and notes everything that does not fit.

use std::{collections::BTreeMap, fmt, str::FromStr};

use super::{Expected, Members, Misfit, Value, Why};
use crate::{
    bundle::{Recipient, Thumbprint},
    days::Day,
    id::{AttributeId, Digest, IncidentId, IndicatorId, LevelId, NoteId, OfficeId, PackId, RuleId, UnitCode},
    moment::Moment,
    period::Period,
};

/// The misfits found so far, in the order of reading.
pub(crate) type Misfits = Vec<Misfit>;

/// A type that is parsed from text.
pub(crate) trait Named: FromStr {
    /// The misfit that is noted when the text cannot be parsed.
    const EXPECTED: Expected;
}

macro_rules! named {
    ($($name:ty => $expected:ident),* $(,)?) => {
        $(impl Named for $name { const EXPECTED: Expected = Expected::$expected; })*
    };
}

named!(
    PackId => Id, LevelId => Id, RuleId => Id, IndicatorId => Id, AttributeId => Id, OfficeId => Id,
    NoteId => Id, UnitCode => UnitCode, Digest => Digest, Thumbprint => Thumbprint, IncidentId => IncidentId, Period => Period,
    Moment => Moment, Recipient => Recipient,
);

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
            Self::Member(Path::Whole, name) => f.write_str(name),
            Self::Member(object, name) => write!(f, "{object}.{name}"),
            Self::Element(list, index) => write!(f, "{list}[{index}]"),
        }
    }
}

/// An object that is being taken apart. Every accessor notes what does not fit and then returns `None`.
pub(crate) struct Fields<'m> {
    at: Path<'m>,
    members: Members<'m>,
    misfits: &'m mut Misfits,
}

impl<'m> Fields<'m> {
    pub(crate) fn of(value: Value<'m>, at: Path<'m>, misfits: &'m mut Misfits) -> Option<Self> {
        match value {
            Value::Object(members) => Some(Self { at, members, misfits }),
            _ => note(misfits, at, Why::Not(Expected::Object)),
        }
    }

    pub(crate) fn note<T>(&mut self, name: &str, why: Why) -> Option<T> {
        note(self.misfits, Path::Member(&self.at, name), why)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.members.get(name).is_some()
    }

    pub(crate) fn value(&mut self, name: &str) -> Option<Value<'m>> {
        match self.members.remove(name) {
            Some(value) => Some(value),
            None => self.note(name, Why::Missing),
        }
    }

    pub(crate) fn text(&mut self, name: &str, longest: usize) -> Option<String> {
        match self.value(name)? {
            Value::Text(text) if text.chars().count() > longest => self.note(name, Why::TooLong(longest)),
            Value::Text(text) => Some(text.into_owned()),
            _ => self.note(name, Why::Not(Expected::Text)),
        }
    }

    pub(crate) fn integer(&mut self, name: &str) -> Option<i64> {
        match self.value(name)? {
            Value::Number(number) => Some(number),
            _ => self.note(name, Why::Not(Expected::Integer)),
        }
    }

    /// Takes an integer from `least` to 2^32 − 1.
    pub(crate) fn small(&mut self, name: &str, least: u32) -> Option<u32> {
        let number = self.integer(name)?;
        match u32::try_from(number) {
            Ok(number) if number >= least => Some(number),
            _ => self.note(name, Why::Not(Expected::Small)),
        }
    }

    pub(crate) fn bool(&mut self, name: &str) -> Option<bool> {
        match self.value(name)? {
            Value::Bool(value) => Some(value),
            _ => self.note(name, Why::Not(Expected::Bool)),
        }
    }

    /// Takes a member that is `true` or absent, so that there is one way to write each answer.
    pub(crate) fn flag(&mut self, name: &str) -> Option<bool> {
        match self.members.remove(name) {
            None => Some(false),
            Some(Value::Bool(true)) => Some(true),
            Some(_) => self.note(name, Why::Not(Expected::True)),
        }
    }

    pub(crate) fn named<T: Named>(&mut self, name: &str) -> Option<T> {
        match self.value(name)? {
            Value::Text(text) => text.parse().map_or_else(|_| self.note(name, Why::Not(T::EXPECTED)), Some),
            _ => self.note(name, Why::Not(T::EXPECTED)),
        }
    }

    /// Takes a member as [`Fields::named`] does; returns `Some(None)` where it is absent, which is no misfit.
    pub(crate) fn optional<T: Named>(&mut self, name: &str) -> Option<Option<T>> {
        if self.has(name) { self.named(name).map(Some) } else { Some(None) }
    }

    pub(crate) fn day(&mut self, name: &str) -> Option<Day> {
        match self.value(name)? {
            Value::Text(text) => match crate::moment::day(&text) {
                Some(day) => Some(day),
                None => self.note(name, Why::Not(Expected::Day)),
            },
            _ => self.note(name, Why::Not(Expected::Day)),
        }
    }

    /// Takes a word of the format.
    pub(crate) fn word<T>(&mut self, name: &str, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = match self.value(name)? {
            Value::Text(text) => meaning(&text),
            _ => None,
        };
        found.map_or_else(|| self.note(name, Why::Not(Expected::Word)), Some)
    }

    pub(crate) fn object<'a>(&'a mut self, name: &'a str) -> Option<Fields<'a>> {
        let value = self.value(name)?;
        Fields::of(value, Path::Member(&self.at, name), self.misfits)
    }

    /// Takes a list of at most `most` elements; `read` gets each with its path. Returns `None` where one does not fit.
    pub(crate) fn list<T>(
        &mut self,
        name: &str,
        most: usize,
        mut read: impl FnMut(Value<'_>, Path<'_>, &mut Misfits) -> Option<T>,
    ) -> Option<Vec<T>> {
        let values = match self.value(name)? {
            Value::List(values) if values.len() > most => return self.note(name, Why::TooMany(most)),
            Value::List(values) => values,
            _ => return self.note(name, Why::Not(Expected::List)),
        };
        let (count, path) = (values.len(), Path::Member(&self.at, name));
        let mut fit = Vec::with_capacity(count);
        fit.extend(
            values.into_iter().enumerate().filter_map(|(i, value)| read(value, Path::Element(&path, i), self.misfits)),
        );
        (fit.len() == count).then_some(fit)
    }

    /// Takes the members of an object whose names are data. Returns `None` where one does not fit.
    pub(crate) fn entries<K: Named + Ord, T>(
        &mut self,
        name: &str,
        read: impl Fn(Value<'_>) -> Result<T, Why>,
    ) -> Option<BTreeMap<K, T>> {
        let mut inner = self.object(name)?;
        let members = std::mem::take(&mut inner.members);
        let (mut count, mut entries) = (0, BTreeMap::new());
        for (name, value) in members {
            count += 1;
            match (name.parse(), read(value)) {
                (Err(_), _) => inner.note(&name, Why::Not(K::EXPECTED)),
                (_, Err(why)) => inner.note(&name, why),
                (Ok(key), Ok(value)) => entries.insert(key, value),
            };
        }
        (entries.len() == count).then_some(entries)
    }

    /// Notes every member that was not taken as unknown.
    pub(crate) fn finish(self) {
        for (name, _) in self.members.iter() {
            note::<()>(self.misfits, Path::Member(&self.at, name), Why::Unknown);
        }
    }
}

fn note<T>(misfits: &mut Misfits, at: Path<'_>, why: Why) -> Option<T> {
    misfits.push(Misfit { at: at.to_string(), why });
    None
}

/// Reads an element of a list that is a number.
pub(crate) fn integer(value: Value<'_>, at: Path<'_>, misfits: &mut Misfits) -> Option<i64> {
    if let Value::Number(number) = value { Some(number) } else { note(misfits, at, Why::Not(Expected::Integer)) }
}

/// Reads an element of a list that is parsed from text.
pub(crate) fn element<T: Named>(value: Value<'_>, at: Path<'_>, misfits: &mut Misfits) -> Option<T> {
    let named = if let Value::Text(text) = &value { text.parse().ok() } else { None };
    named.map_or_else(|| note(misfits, at, Why::Not(T::EXPECTED)), Some)
}

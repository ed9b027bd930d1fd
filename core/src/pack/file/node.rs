//! One tree for both ways of writing a pack, JSON and TOML: values with their places.

use std::{borrow::Cow, collections::BTreeMap};

use super::error::Place;
use crate::json::Value as Json;

/// A value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) value: Value,
}

/// A value.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Whole(i64),
    Flag(bool),
    List(Vec<Node>),
    Table(BTreeMap<String, Node>),
    /// Null, or a number that is not whole or too large: no pack has them.
    Other,
}

impl Node {
    /// Converts a parsed JSON value; `path` is its pointer.
    pub(crate) fn of_json(json: Json<'_>, path: String) -> Self {
        let value = match json {
            Json::Null => Value::Other,
            Json::Bool(flag) => Value::Flag(flag),
            Json::Number(number) => Value::Whole(number),
            Json::Text(text) => Value::Text(text.into_owned()),
            Json::List(items) => {
                let entry = |(n, item): (usize, Json<'_>)| Self::of_json(item, child(&path, &n.to_string()));
                Value::List(items.into_iter().enumerate().map(entry).collect())
            }
            Json::Object(map) => {
                let entry = |(key, item): (Cow<'_, str>, Json<'_>)| {
                    let path = child(&path, &key);
                    (key.into_owned(), Self::of_json(item, path))
                };
                Value::Table(map.into_iter().map(entry).collect())
            }
        };
        Self { place: Place { path, ..Place::default() }, value }
    }

    /// Converts the tree to JSON.
    pub(crate) fn to_json(&self) -> Json<'static> {
        match &self.value {
            Value::Text(text) => Json::text(text),
            Value::Whole(number) => Json::Number(*number),
            Value::Flag(flag) => Json::Bool(*flag),
            Value::List(items) => Json::List(items.iter().map(Self::to_json).collect()),
            Value::Table(map) => Json::object(map.iter().map(|(key, item)| (key.as_str(), item.to_json()))),
            Value::Other => Json::Null,
        }
    }

    /// Returns the value under a key; `None` where this is no table or has no such key.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Table(map) => map.get(key),
            _ => None,
        }
    }

    /// Returns the entries of a list; empty for any other value.
    pub(crate) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// Returns the text; `None` for any other value.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the place of a key of this table, whether it is there or not.
    pub(crate) fn place_of(&self, key: &str) -> Place {
        let missing = || Place { path: child(&self.place.path, key), ..self.place.clone() };
        self.get(key).map_or_else(missing, |node| node.place.clone())
    }
}

/// Appends `key` to the pointer `path` (RFC 6901 §3).
pub(crate) fn child(path: &str, key: &str) -> String {
    format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"))
}

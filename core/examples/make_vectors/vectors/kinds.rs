//! Files of every kind but assessments: good ones, and those whose payload does not fit. Made by a writer of their own.

mod authority;
mod bad;
mod directory;
mod good;
mod payload;

use serde_json::Value;

use super::{
    Vector, refused,
    writer::{Parts, TYP, canonical, header, key},
};

pub(super) fn all() -> Vec<Vector> {
    [good::all(), directory::all(), authority::all(), bad::all()].into_iter().flatten().collect()
}

/// A file of the kind that the payload names, signed by the key of a seed.
fn signed(seed: u8, payload: &Value) -> Parts {
    let kind = payload["kind"].as_str().expect("a kind");
    signed_as(kind, seed, payload)
}

/// A file of a kind, whatever its payload says.
fn signed_as(kind: &str, seed: u8, payload: &Value) -> Parts {
    let mut header = header(&key(seed));
    header["typ"] = TYP.replace("assessment", kind).into();
    Parts::sign(&key(seed), &canonical(&header), canonical(payload))
}

/// A file that opens. States that are not given are those of a good file; `-` says that an axis is not there.
fn opened(name: &str, about: &str, kind: &str, parts: &Parts, states: &[(&'static str, &str)]) -> Vector {
    let usual = [
        ("directory", "good-directory.txt"),
        ("seen", "-"),
        ("after", "-"),
        ("key", "enrolled"),
        ("authority", "yes"),
        ("clock", "plausible"),
        ("pack", "known"),
        ("recompute", "-"),
        ("chain", "new"),
        ("privacy", "clean"),
        ("mix", "real"),
        ("counts", "yes"),
    ];
    let given = |key: &str| states.iter().find(|state| state.0 == key).map(|state| state.1);
    let mut header = vec![("expect", "opened".to_owned()), ("kind", kind.to_owned()), ("digest", parts.digest())];
    let there = usual.into_iter().map(|(key, value)| (key, given(key).unwrap_or(value)));
    header.extend(there.filter(|(_, value)| *value != "-").map(|(key, value)| (key, value.to_owned())));
    header.push(("about", about.to_owned()));
    Vector { name: format!("{name}.txt"), header, bytes: parts.file().into_bytes() }
}

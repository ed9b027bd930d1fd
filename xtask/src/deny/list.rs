//! The kept list of advisories: which versions of which crate each is about. It needs no network.

use semver::{Version, VersionReq};
use toml::Table;

use crate::stop::{Done, Stop};

/// The advisories as of a day.
pub(crate) struct List {
    /// The day of the database, as `2026-08-21`.
    pub(crate) taken: String,
    advisories: Vec<Advisory>,
}

/// One advisory.
pub(crate) struct Advisory {
    /// Its RustSec number.
    pub(crate) id: String,
    /// `vulnerability`, `unsound`, `unmaintained` or `notice`.
    pub(crate) kind: String,
    name: String,
    safe: Vec<VersionReq>,
}

impl List {
    /// Parses `xtask/advisories.toml`.
    ///
    /// # Errors
    ///
    /// For anything that it cannot read, so that no advisory is missed.
    pub(crate) fn parse(text: &str) -> Done<Self> {
        let table: Table = text.parse().map_err(|error| wrong(format!("{error}")))?;
        let taken = table.get("taken").and_then(toml::Value::as_str).ok_or_else(|| wrong("no `taken`".to_owned()))?;
        let entries = table.get("advisories").and_then(toml::Value::as_table);
        let entries = entries.ok_or_else(|| wrong("no `advisories`".to_owned()))?;
        let advisories = entries.iter().map(|(id, entry)| Advisory::of(id, entry)).collect::<Done<Vec<_>>>()?;
        Ok(Self { taken: taken.to_owned(), advisories })
    }

    /// Lists the advisories about this version of a crate.
    pub(crate) fn applying(&self, name: &str, version: &Version) -> Vec<&Advisory> {
        let affected = |safe: &[VersionReq]| !safe.iter().any(|safe| safe.matches(version));
        self.advisories.iter().filter(|advisory| advisory.name == name && affected(&advisory.safe)).collect()
    }
}

impl Advisory {
    fn of(id: &str, entry: &toml::Value) -> Done<Self> {
        let incomplete = || wrong(format!("{id} is incomplete"));
        let word = |key| entry.get(key).and_then(toml::Value::as_str).map(str::to_owned).ok_or_else(incomplete);
        let safe = entry.get("safe").and_then(toml::Value::as_array).ok_or_else(incomplete)?;
        let safe = safe.iter().map(|range| {
            let range = range.as_str().ok_or_else(incomplete)?;
            VersionReq::parse(range).map_err(|error| wrong(format!("{id}: `{range}`: {error}")))
        });
        Ok(Self { id: id.to_owned(), kind: word("kind")?, name: word("crate")?, safe: safe.collect::<Done<Vec<_>>>()? })
    }
}

fn wrong(words: String) -> Stop {
    Stop::failed(format!("xtask/advisories.toml: {words}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_no_silence() {
        for text in [
            "",
            "taken = \"2026-08-21\"",
            "taken = \"2026-08-21\"\n[advisories]\nA = { crate = \"a\", safe = [] }",
            "taken = \"2026-08-21\"\n[advisories]\nA = { crate = \"a\", kind = \"notice\" }",
            "taken = \"2026-08-21\"\n[advisories]\nA = { crate = \"a\", kind = \"notice\", safe = [\"soon\"] }",
        ] {
            assert!(List::parse(text).is_err(), "{text}");
        }
    }
}

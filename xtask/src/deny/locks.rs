//! Reads the crates and versions in a Cargo.lock.

use semver::Version;
use toml::{Table, Value};

use crate::stop::{Done, Stop};

/// One crate in one lock file.
pub(crate) struct Locked {
    /// Path of the lock file, below the repository's root.
    pub(crate) lock: String,
    /// Name of the crate.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: Version,
}

/// Parses the text of a lock file; `lock` is its path.
pub(crate) fn parse(lock: &str, text: &str) -> Done<Vec<Locked>> {
    let wrong = |words: String| Stop::failed(format!("{lock}: {words}"));
    let table: Table = text.parse().map_err(|error| wrong(format!("{error}")))?;
    let packages = table.get("package").and_then(Value::as_array);
    let packages = packages.ok_or_else(|| wrong("names no package".to_owned()))?;
    let locked = packages.iter().map(|package| {
        let word =
            |key| package.get(key).and_then(Value::as_str).ok_or_else(|| wrong(format!("a package has no {key}")));
        let version = Version::parse(word("version")?).map_err(|error| wrong(format!("{error}")))?;
        Ok(Locked { lock: lock.to_owned(), name: word("name")?.to_owned(), version })
    });
    locked.collect()
}

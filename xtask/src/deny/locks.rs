//! What a Cargo.lock locks. Resolves nothing.

use semver::Version;
use toml::{Table, Value};

use crate::stop::{Done, Stop};

/// One crate in one lock file.
pub(crate) struct Locked {
    /// The lock file, below the repository's root.
    pub(crate) lock: String,
    /// The crate.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: Version,
}

/// Reads the text of the lock file that is called `lock`.
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

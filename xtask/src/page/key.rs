//! Tells whether the page in dist/ was built from today's sources.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::run::Run;
use crate::stop::Done;
use crate::{files, paths};

/// Everything that the page is built from; folders of tests in them do not count.
const SOURCES: [&str; 10] =
    ["app", "core", "text", "packs", "public", "xtask/src", "xtask/tools", "Trunk.toml", "Cargo.toml", "Cargo.lock"];

/// Returns a digest of everything that the page is built from, including the compiler.
pub(crate) fn of_sources() -> Done<String> {
    let mut list = Vec::new();
    for source in SOURCES {
        let path = paths::root().join(source);
        match path.is_dir() {
            true => list.extend(files::walk(&path, &is_tests)?),
            false => list.push(path),
        }
    }
    let mut digest = digest_of(&list)?;
    digest.update(Run::new("rustc").arg("-vV").output().unwrap_or_default());
    Ok(hex(digest))
}

/// Returns true if dist/ was built from `key` and has not been changed since.
pub(crate) fn is_fresh(key: &str) -> Done<bool> {
    let known = std::fs::read_to_string(record()).unwrap_or_default();
    Ok(!known.is_empty() && known == line(key)?)
}

/// Records that dist/ was built from `key`.
pub(crate) fn remember(key: &str) -> Done {
    files::write(&record(), line(key)?.as_bytes())
}

fn line(key: &str) -> Done<String> {
    let dist = super::dist();
    let built = if dist.is_dir() { hex(digest_of(&files::walk(&dist, &|_| false)?)?) } else { String::new() };
    Ok(format!("{key} {built}\n"))
}

fn record() -> PathBuf {
    paths::page_work().join("built-from")
}

fn is_tests(folder: &Path) -> bool {
    matches!(folder.file_name().and_then(OsStr::to_str), Some("tests" | "benches" | "examples"))
}

fn digest_of(list: &[PathBuf]) -> Done<Sha256> {
    let mut digest = Sha256::new();
    for path in list {
        let bytes = files::read(path)?;
        let name = path.strip_prefix(paths::root()).unwrap_or(path);
        digest.update(name.to_string_lossy().as_bytes());
        digest.update([0]);
        digest.update(bytes.len().to_le_bytes());
        digest.update(bytes);
    }
    Ok(digest)
}

fn hex(digest: Sha256) -> String {
    HEXLOWER.encode(&digest.finalize())
}

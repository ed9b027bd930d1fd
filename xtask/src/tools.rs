//! The tools of the build, pinned.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::paths;

const TOOLS: [&str; 2] = ["trunk-0.21.14", "wasm-bindgen-0.2.130"];

fn bins() -> impl Iterator<Item = PathBuf> {
    TOOLS.into_iter().map(|tool| paths::cache().join("tools").join(tool).join("bin"))
}

/// `PATH` with the tools in front.
pub(crate) fn path() -> OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    env::join_paths(bins().chain(env::split_paths(&old))).unwrap_or(old)
}

/// The file of a tool.
pub(crate) fn program(name: &str) -> PathBuf {
    bins().map(|bin| bin.join(name)).find(|file| file.exists()).unwrap_or_else(|| PathBuf::from(name))
}

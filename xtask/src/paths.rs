//! The paths of the repository, the target folder, and the cache shared between clones.

use std::env;
use std::path::PathBuf;
use std::sync::OnceLock;

static ME: OnceLock<PathBuf> = OnceLock::new();

/// Records where this program is. Must be called first: a test step may rebuild it, and after that the system names
/// the deleted file.
pub(crate) fn note_me() {
    let _noted_before = env::current_exe().map(|me| ME.set(me));
}

/// Returns where this program was when it started; `None` if the system did not say.
pub(crate) fn me() -> Option<&'static PathBuf> {
    ME.get()
}

/// Returns the repository's root.
pub(crate) fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// Returns the target folder that all chores share.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Returns the folder that chores keep between runs in this clone: the joined stylesheet, the keys of finished builds.
pub(crate) fn page_work() -> PathBuf {
    root().join("target").join("page-work")
}

/// Returns the folder of tools and old browsers, shared between clones.
pub(crate) fn cache() -> PathBuf {
    let base = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|dir| dir.is_absolute()).unwrap_or_else(|| {
        let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).unwrap_or_default();
        PathBuf::from(home).join(".cache")
    });
    base.join("cunping")
}

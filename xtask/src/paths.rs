//! Where things lie: the repository, the target folder, the cache shared between clones. Creates nothing.

use std::env;
use std::path::PathBuf;
use std::sync::OnceLock;

static ME: OnceLock<PathBuf> = OnceLock::new();

/// Notes where this program lies. To be called first: a test step may build it anew, and what the system names after that
/// is the file that is gone.
pub(crate) fn note_me() {
    let _noted_before = env::current_exe().map(|me| ME.set(me));
}

/// Where this program lay when it began; `None` where the system did not say.
pub(crate) fn me() -> Option<&'static PathBuf> {
    ME.get()
}

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// The one target folder.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// What the chores keep between runs of this clone: the joined stylesheet, the keys of finished builds.
pub(crate) fn page_work() -> PathBuf {
    root().join("target").join("page-work")
}

/// Tools and old browsers, shared between clones.
pub(crate) fn cache() -> PathBuf {
    let base = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|dir| dir.is_absolute()).unwrap_or_else(|| {
        let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).unwrap_or_default();
        PathBuf::from(home).join(".cache")
    });
    base.join("cunping")
}

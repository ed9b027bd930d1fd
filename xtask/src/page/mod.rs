//! Builds the page with Trunk: sets the flags and starts Trunk, which runs the steps and hooks.

mod key;

use std::path::PathBuf;

use crate::run::Run;
use crate::say::say;
use crate::stop::{Done, Stop};
use crate::{bindgen, paths, styles, tools};

/// A way to build the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// For daily work: the prebuilt standard library, not optimised for size, into `dist-dev/`.
    Dev,
    /// For shipping: runs on every supported engine, as small as possible, into `dist/`.
    Release,
}

/// Compiler flags. Old engines run the WebAssembly MVP only, and the prebuilt standard library needs more. Type-erased
/// views, panics without messages and a standard library optimised for size save a sixth of the module.
const FLAGS: &str = "-Ctarget-cpu=mvp --cfg erase_components -Zunstable-options -Cpanic=immediate-abort";

/// Returns the folder of the page that ships.
pub(crate) fn dist() -> PathBuf {
    paths::root().join("dist")
}

/// Builds the page. The release build is skipped if nothing that it is made from has changed.
pub(crate) fn build(mode: Mode) -> Done {
    tools::for_build()?;
    if mode == Mode::Dev {
        trunk("dist-dev")?.ok()?;
        say("the page is in dist-dev/: cargo run -p cunping -- serve --dir dist-dev");
        return Ok(());
    }
    let key = key::of_sources()?;
    if key::is_fresh(&key)? {
        say("the page is up to date");
        return Ok(());
    }
    trunk("dist")?
        .arg("--release")
        // Set for the page's target only: hooks and build scripts run on this machine.
        .with("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS)
        .with("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .with("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .with("RUSTC_BOOTSTRAP", "1")
        .ok()?;
    key::remember(&key)
}

fn trunk(dist: &str) -> Done<Run> {
    // Trunk looks for its assets before its first hook has run.
    styles::write()?;
    let me = paths::me().ok_or_else(|| Stop::failed("the system does not say where this program lies".to_owned()))?;
    Ok(Run::new(tools::trunk())
        .args(["build", "--locked", "true", "--skip-version-check", "--log", "warn", "--dist", dist])
        .with("PATH", tools::path(&[bindgen::stand_in()?])?)
        .with("CUNPING_XTASK", me)
        // Trunk reads the variable as a flag with a value, and refuses the usual `1`.
        .without("NO_COLOR"))
}

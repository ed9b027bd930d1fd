//! Builds the page with Trunk. Knows the flags; the steps inside are Trunk's and the hooks'.

mod key;

use std::path::PathBuf;

use crate::run::Run;
use crate::say::say;
use crate::stop::{Done, Stop};
use crate::{bindgen, paths, styles, tools};

/// How the page is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// For the daily loop: the prebuilt standard library, no size work, into `dist-dev/`.
    Dev,
    /// What ships: every engine of the browser floor, smallest, into `dist/`.
    Release,
}

/// Old engines run the WebAssembly MVP only, and the prebuilt standard library asks for more. Views of one type,
/// panics without words and a standard library made for size leave a sixth of the module out.
const FLAGS: &str = "-Ctarget-cpu=mvp --cfg erase_components -Zunstable-options -Cpanic=immediate-abort";

/// Where the page that ships lies.
pub(crate) fn dist() -> PathBuf {
    paths::root().join("dist")
}

/// Builds the page; what ships is left alone when nothing that it is made of has changed.
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
        // The flags are set for the page's target alone: the hooks and build scripts run on this machine.
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
        // Trunk reads it as a flag with a value and refuses the usual `1`.
        .without("NO_COLOR"))
}

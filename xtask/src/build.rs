//! Builds the page with Trunk. Knows the flags; the steps inside are Trunk's and the hooks'.

use std::env;
use std::process::Command;

use crate::stop::{Done, Stop};
use crate::{paths, say::say, styles, tools};

/// How the page is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// For the daily loop: the prebuilt standard library, no size work, into `dist-dev/`.
    Dev,
    /// What ships: every engine of the browser floor, smallest, into `dist/`.
    Release,
}

/// Builds the page.
pub(crate) fn page(mode: Mode) -> Done {
    // Trunk looks at its assets before its first hook has run.
    styles::write()?;
    let me = env::current_exe().map_err(|error| Stop::failed(format!("own path: {error}")))?;
    let mut trunk = Command::new(tools::program("trunk"));
    trunk.current_dir(paths::root()).env("PATH", tools::path()).env("CUNPING_XTASK", me).env_remove("NO_COLOR");
    trunk.args(["build", "--offline"]);
    match mode {
        Mode::Dev => trunk.args(["--dist", "dist-dev"]),
        Mode::Release => trunk
            .args(["--release", "--dist", "dist"])
            // Old engines run the WebAssembly MVP only, and the prebuilt standard library asks for more. The flags
            // are set for the page's target alone: the hooks and build scripts run on this machine.
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Ctarget-cpu=mvp")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("RUSTC_BOOTSTRAP", "1"),
    };
    let status = trunk.status().map_err(|error| Stop::failed(format!("could not start `trunk`: {error}")))?;
    if !status.success() {
        return Err(Stop::failed("the page did not build; the reason is above"));
    }
    say(if mode == Mode::Dev { "the page is in dist-dev/" } else { "the page is in dist/" });
    Ok(())
}

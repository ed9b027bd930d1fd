//! Installs the parts of the Rust toolchain that the page needs, with rustup. The compiler itself must be there.

use std::path::Path;

use crate::run::Run;
use crate::say::say;
use crate::stop::{Done, Stop};

const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the page's target, and the standard library's source, which is rebuilt for old engines.
pub(crate) fn page_target() -> Done {
    let Some(sysroot) = Run::new("rustc").args(["--print", "sysroot"]).output() else {
        return Err(Stop::failed("`rustc` does not run: install Rust with rustup (https://rustup.rs), then try again"));
    };
    let lib = Path::new(sysroot.trim()).join("lib/rustlib");
    if !lib.join(TARGET).exists() {
        say(format!("adding the target {TARGET} (usually 10 seconds)"));
        Run::new("rustup").args(["target", "add", TARGET]).ok()?;
    }
    if !lib.join("src/rust/library/std").exists() {
        say("adding the standard library's source (usually 10 seconds)");
        Run::new("rustup").args(["component", "add", "rust-src"]).ok()?;
    }
    Ok(())
}

/// Installs the formatter and the linter, which a minimal toolchain lacks.
pub(crate) fn checkers() -> Done {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if Run::new(program).arg("--version").output().is_none() {
            say(format!("adding {component} (usually 10 seconds)"));
            Run::new("rustup").args(["component", "add", component]).ok()?;
        }
    }
    Ok(())
}

//! `cargo xtask serve`: from a fresh clone to the page in a browser. The server itself is in `cli`.

use std::path::PathBuf;

use crate::run::Run;
use crate::step::step;
use crate::stop::Done;
use crate::{page, paths, tools};

/// Builds whatever is missing, then becomes `cunping serve` with these arguments.
pub(crate) fn run(args: &[&str]) -> Done {
    step("setup", "the tools of the build", "nothing, 15 minutes on a new machine", tools::for_build)?;
    step("page", "the page", "5 to 9 minutes, nothing when unchanged", || page::build(page::Mode::Release))?;
    step("binary", "cunping with the page inside", "2 minutes", binary)?;
    Run::new(binary_path()).arg("serve").args(args).become_it()
}

/// Builds the binary that ships.
pub(crate) fn binary() -> Done {
    build().args(["--features", "embed"]).ok()
}

/// Builds all that the binary consists of but the page, which takes longer to build than the rest.
pub(crate) fn parts() -> Done {
    build().ok()
}

fn build() -> Run {
    Run::new("cargo").args(["build", "--locked", "--release", "--package", "cunping"])
}

/// Returns the path of the binary that ships.
pub(crate) fn binary_path() -> PathBuf {
    paths::target().join("release").join(format!("cunping{}", std::env::consts::EXE_SUFFIX))
}

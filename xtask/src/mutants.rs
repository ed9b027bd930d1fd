//! Mutants of the rules: cargo-mutants changes core's code in one place at a time, and names each change that no test
//! notices. Takes hours for everything, so it is a chore of its own and no step of the tests.

use crate::run::Run;
use crate::stop::{Done, Stop};
use crate::{paths, tools};

/// Where a change that no test notices would be a wrong result: evaluation, counting, and whose files count.
const RULES: [&str; 4] = [
    "core/src/evaluate/**/*.rs",
    "core/src/rollup/**/*.rs",
    "core/src/bundle/authority/**/*.rs",
    "core/src/bundle/*.rs",
];

/// Tries the mutants of the named files, or of all rules. `xtask/mutants.toml` excludes those that change nothing, each
/// with its reason.
///
/// # Errors
///
/// When a mutant survives.
pub(crate) fn run(files: &[&str]) -> Done {
    if files.iter().any(|file| file.starts_with('-')) {
        return Err(Stop::usage("cargo xtask mutants [FILE…]".to_owned()));
    }
    let chosen = if files.is_empty() { &RULES[..] } else { files };
    let config = paths::root().join("xtask/mutants.toml");
    let mut run =
        Run::new(tools::cargo_mutants()?).args(["mutants", "--package", "cunping-core", "--config"]).arg(config);
    run = run.arg("--output").arg(paths::target().join("mutants"));
    for file in chosen {
        run = run.args(["--file", *file]);
    }
    run.within(paths::root()).ok()
}

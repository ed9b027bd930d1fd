//! Mutants of the rules: cargo-mutants changes core's code in one place at a time, and names each change that no test
//! notices. Takes hours for everything, so it is a chore of its own and no step of the tests.

use std::fs;

use crate::run::Run;
use crate::stop::{Done, Stop};
use crate::{paths, tools};

/// A part of the rules in which a change that no test notices would be a wrong result, and the targets in `core/tests`
/// that notice most of them.
struct Part {
    name: &'static str,
    under: &'static str,
    files: &'static [&'static str],
    tests: &'static [&'static str],
}

const PARTS: [Part; 3] = [
    Part {
        name: "evaluation",
        under: "core/src/evaluate",
        files: &["core/src/evaluate.rs", "core/src/evaluate/**/*.rs"],
        tests: &["evaluate", "logic", "gather"],
    },
    Part {
        name: "counting",
        under: "core/src/rollup",
        files: &["core/src/rollup.rs", "core/src/rollup/**/*.rs"],
        tests: &["counting"],
    },
    Part {
        name: "verification",
        under: "core/src/bundle",
        files: &["core/src/bundle.rs", "core/src/bundle/*.rs", "core/src/bundle/authority/**/*.rs"],
        tests: &["bundles", "deciding", "vectors"],
    },
];

/// Tries the mutants of the named files, or those of every part. `xtask/mutants.toml` excludes those that change
/// nothing, each with its reason.
///
/// # Errors
///
/// When a named file lies in no part, or a mutant survives, after all parts were tried.
pub(crate) fn run(files: &[&str]) -> Done {
    if let Some(file) = files.iter().find(|file| !PARTS.iter().any(|part| file.starts_with(part.under))) {
        let parts = PARTS.map(|part| part.under).join(", ");
        return Err(Stop::usage(format!("cargo xtask mutants [FILE…]; {file} does not lie below {parts}")));
    }
    let mut survived = Vec::new();
    for part in PARTS {
        let named: Vec<&str> = files.iter().copied().filter(|file| file.starts_with(part.under)).collect();
        let chosen = if files.is_empty() { part.files } else { &named };
        if !chosen.is_empty() && tried(&part, chosen).is_err() {
            survived.push(part.name);
        }
    }
    match survived.is_empty() {
        true => Ok(()),
        false => Err(Stop::failed(format!("target/mutants names what survived in: {}", survived.join(", ")))),
    }
}

/// Tries these files' mutants against the part's tests, and whatever those miss against all of core's, which take ten
/// times as long to build.
fn tried(part: &Part, files: &[&str]) -> Done {
    // What stands after `--` limits which tests are run, and not which are built.
    let targets = std::iter::once("--cargo-arg=--lib".to_owned());
    let targets = targets.chain(part.tests.iter().map(|test| format!("--cargo-arg=--test={test}")));
    let first = mutants(part, files)?.args(targets).ok();
    first.or_else(|_| mutants(part, files)?.arg("--iterate").ok())
}

/// Returns the run over these files, which writes its lists below `target/mutants/<part>`.
fn mutants(part: &Part, files: &[&str]) -> Done<Run> {
    let config = paths::root().join("xtask/mutants.toml");
    let lists = paths::target().join("mutants");
    fs::create_dir_all(&lists).map_err(|error| Stop::io(&lists, &error))?;
    let mut run =
        Run::new(tools::cargo_mutants()?).args(["mutants", "--package", "cunping-core", "--config"]).arg(config);
    run = run.args(["--profile", "mutants", "--output"]).arg(lists.join(part.name));
    for file in files {
        run = run.args(["--file", *file]);
    }
    Ok(run.within(paths::root()))
}

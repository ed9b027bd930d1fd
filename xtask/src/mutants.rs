//! Mutants of the rules: cargo-mutants changes core's code in one place at a time, and names each change that no test
//! notices. Takes hours for everything, so it is a chore of its own and no step of the tests.

use std::fs;

use crate::run::Run;
use crate::stop::{Done, Stop};
use crate::{paths, tools};

/// A part of the rules in which a change that no test notices would be a wrong result, and the targets in `core/tests`
/// that have to notice it.
struct Part {
    name: &'static str,
    files: &'static [&'static str],
    tests: &'static [&'static str],
}

const PARTS: [Part; 3] = [
    Part {
        name: "evaluation",
        files: &["core/src/evaluate.rs", "core/src/evaluate/**/*.rs"],
        tests: &["evaluate", "logic", "gather", "overlays", "packs"],
    },
    Part {
        name: "counting",
        files: &["core/src/rollup.rs", "core/src/rollup/**/*.rs"],
        tests: &["counting", "bundles", "packs"],
    },
    Part {
        name: "verification",
        files: &["core/src/bundle.rs", "core/src/bundle/*.rs", "core/src/bundle/authority/**/*.rs"],
        tests: &["bundles", "deciding", "vectors"],
    },
];

/// Tries the mutants of the named files against all of core's tests, or those of every part against the tests of that
/// part. `xtask/mutants.toml` excludes those that change nothing, each with its reason.
///
/// # Errors
///
/// When a mutant survives, after all parts were tried.
pub(crate) fn run(files: &[&str]) -> Done {
    if files.iter().any(|file| file.starts_with('-')) {
        return Err(Stop::usage("cargo xtask mutants [FILE…]".to_owned()));
    }
    if !files.is_empty() {
        return tried("named", files)?.ok();
    }
    let mut survived = Vec::new();
    for Part { name, files, tests } in PARTS {
        let tests = tests.iter().flat_map(|test| ["--test", test]);
        if tried(name, files)?.args(["--", "--lib"]).args(tests).ok().is_err() {
            survived.push(name);
        }
    }
    match survived.is_empty() {
        true => Ok(()),
        false => Err(Stop::failed(format!("target/mutants names what survived in: {}", survived.join(", ")))),
    }
}

/// Returns the run over these files, which writes its lists below `target/mutants/<name>`.
fn tried(name: &str, files: &[&str]) -> Done<Run> {
    let config = paths::root().join("xtask/mutants.toml");
    let lists = paths::target().join("mutants");
    fs::create_dir_all(&lists).map_err(|error| Stop::io(&lists, &error))?;
    let mut run =
        Run::new(tools::cargo_mutants()?).args(["mutants", "--package", "cunping-core", "--config"]).arg(config);
    run = run.args(["--profile", "mutants", "--output"]).arg(lists.join(name));
    for file in files {
        run = run.args(["--file", *file]);
    }
    Ok(run.within(paths::root()))
}

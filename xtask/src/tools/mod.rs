//! Installs the tools and says where they are.

mod browsers;
mod install;
mod pins;
mod rust;
mod source;
mod system;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::paths;
use crate::stop::{Done, Stop};
use install::Tool;

pub(crate) use browsers::environment as old_browsers;

/// The tools that building the page needs.
const BUILD: [Tool; 3] = [
    Tool { pin: pins::TRUNK, file: "bin/trunk", takes: "3 minutes" },
    Tool { pin: pins::WASM_BINDGEN, file: "bin/wasm-bindgen", takes: "5 minutes" },
    Tool { pin: pins::BINARYEN, file: "node_modules/.bin/wasm-opt", takes: "10 seconds" },
];

const JOSE: Tool = Tool { pin: pins::JOSE, file: "bin/python", takes: "15 seconds" };

const DENY: Tool = Tool { pin: pins::CARGO_DENY, file: "bin/cargo-deny", takes: "3 minutes" };

const FUZZ: Tool = Tool { pin: pins::CARGO_FUZZ, file: "bin/cargo-fuzz", takes: "1 minute" };

const MUTANTS: Tool = Tool { pin: pins::CARGO_MUTANTS, file: "bin/cargo-mutants", takes: "2 minutes" };

/// Returns the path of Trunk.
pub(crate) fn trunk() -> PathBuf {
    let [trunk, ..] = &BUILD;
    trunk.path()
}

/// Returns the path of wasm-bindgen.
pub(crate) fn wasm_bindgen() -> PathBuf {
    let [_, wasm_bindgen, _] = &BUILD;
    wasm_bindgen.path()
}

/// Installs the tools that building the page needs, unless they are there.
pub(crate) fn for_build() -> Done {
    rust::page_target()?;
    system::node()?;
    BUILD.iter().try_for_each(Tool::install)
}

/// Installs what the tests need beyond the build.
pub(crate) fn for_tests() -> Done {
    rust::checkers()?;
    system::for_tests()?;
    JOSE.install()?;
    for_fuzz()?;
    browsers::install()
}

/// Installs what the fuzzer needs: its runner, and a C++ compiler for its engine.
pub(crate) fn for_fuzz() -> Done {
    system::for_fuzz()?;
    FUZZ.install()
}

/// Returns the path of the fuzzer's runner.
pub(crate) fn cargo_fuzz() -> PathBuf {
    FUZZ.path()
}

/// Installs cargo-mutants, which tries the tests, and returns its path.
pub(crate) fn cargo_mutants() -> Done<PathBuf> {
    MUTANTS.install()?;
    Ok(MUTANTS.path())
}

/// Installs cargo-deny, which checks licences and sources, and returns its path.
pub(crate) fn deny() -> Done<PathBuf> {
    DENY.install()?;
    Ok(DENY.path())
}

/// Returns the variables by which the tests find the Python with two independent JOSE libraries.
pub(crate) fn jose_pythons() -> [(&'static str, PathBuf); 2] {
    [("CUNPING_JOSE_PYTHON", JOSE.path()), ("CUNPING_JWCRYPTO_PYTHON", JOSE.path())]
}

/// Returns `PATH` with `first` and then the build's tools put in front.
pub(crate) fn path(first: &[PathBuf]) -> Done<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let bins = BUILD.iter().filter_map(|tool| tool.path().parent().map(PathBuf::from));
    env::join_paths(first.iter().cloned().chain(bins).chain(env::split_paths(&old)))
        .map_err(|_| Stop::failed(format!("`{}` cannot be part of PATH", paths::cache().display())))
}

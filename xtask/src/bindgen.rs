//! Stands in for `wasm-bindgen` in a build: moves the screens that are fetched later out of the page's module.
//!
//! The linker must keep what the split needs (`app/build.rs`), and wasm-bindgen must leave the linker's exports alone,
//! because the chunk shares the page's memory and its table of functions.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::run::Run;
use crate::stop::{Done, Stop};
use crate::{files, paths, tools};

/// The chunk's name among the shipped files.
pub(crate) const CHUNK: &str = "rest.wasm";

/// The import name of the chunk's loader in the page's module. In the glue it stands for an object of
/// `public/boot.js`.
pub(crate) const LOADERS: &str = "./__wasm_split.js";

/// The binary that contains the split point.
const PAGE: &str = "page.wasm";

/// Writes the program that Trunk finds as `wasm-bindgen`, and returns its folder.
pub(crate) fn stand_in() -> Done<PathBuf> {
    let folder = paths::page_work().join("bin");
    let file = folder.join("wasm-bindgen");
    files::write(&file, b"#!/bin/sh\nexec \"$CUNPING_XTASK\" bindgen \"$@\"\n")?;
    files::executable(&file)?;
    Ok(folder)
}

/// Returns the path of the last build's chunk.
pub(crate) fn chunk() -> PathBuf {
    folder().join(CHUNK)
}

/// Runs wasm-bindgen with Trunk's arguments; for the page's module, on what is left after the split.
pub(crate) fn run(args: &[&str]) -> Done {
    let run = Run::new(tools::wasm_bindgen());
    let module = args.iter().find(|arg| Path::new(arg).file_name() == Some(OsStr::new(PAGE)));
    let Some(module) = module else { return run.args(args).ok() };
    let rest = split(Path::new(module), &files::read(Path::new(module))?)?;
    run.arg("--keep-lld-exports").args(args.iter().filter(|arg| *arg != module)).arg(rest).ok()
}

fn folder() -> PathBuf {
    paths::page_work().join("split")
}

/// Splits a module in two, and returns the path of the part that the page starts with.
fn split(module: &Path, bytes: &[u8]) -> Done<PathBuf> {
    let folder = folder();
    files::remove(&folder)?;
    fs::create_dir_all(&folder).map_err(|error| Stop::io(&folder, &error))?;
    let main = folder.join(module.file_name().unwrap_or_default());
    let mut options = Options::new(bytes);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LOADERS;
    let split =
        transform(options).map_err(|error| Stop::failed(format!("`{}` was not split: {error}", module.display())))?;
    let [made] = split.split_modules.as_slice() else {
        return Err(Stop::failed(format!(
            "`{}` fell into {} chunks beside the first: public/boot.js fetches one",
            module.display(),
            split.split_modules.len()
        )));
    };
    fs::rename(made, chunk()).map_err(|error| Stop::io(made, &error))?;
    Ok(main)
}

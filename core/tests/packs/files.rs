//! Finds and reads the files of the tests.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use cunping_core::pack::{Pack, authoring};

/// Returns the folder of all packs.
pub(crate) fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs")
}

/// Returns a folder of this test.
pub(crate) fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(name)
}

/// Lists the paths in a folder, in order; empty where there is no folder.
pub(crate) fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Reads the TOML files of a folder, by name.
pub(crate) fn toml_files(folder: &Path) -> BTreeMap<String, String> {
    let files = walk(folder).into_iter().filter(|path| path.extension().is_some_and(|it| it == "toml"));
    files.map(|path| (name(&path), text(&path))).collect()
}

/// Returns the last part of a path.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// Reads a file as text.
pub(crate) fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Lists the folders of authored packs: those with a `pack.toml`.
pub(crate) fn authored() -> Vec<PathBuf> {
    walk(&packs()).into_iter().filter(|folder| folder.join("pack.toml").is_file()).collect()
}

/// Compiles an authored pack.
pub(crate) fn compile(folder: &Path) -> Vec<u8> {
    authoring::compile(&toml_files(folder), &toml_files(&packs().join("catalogue"))).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}:\n{}", folder.display(), lines.join("\n"))
    })
}

/// Compiles an authored pack and reads it.
pub(crate) fn pack(folder: &Path) -> Pack {
    Pack::from_json(&compile(folder)).unwrap()
}

/// Compares a generated file with the one that is kept. On a difference the new one is left for a person to look at.
pub(crate) fn kept(path: &Path, generated: &str) {
    if fs::read_to_string(path).is_ok_and(|kept| kept == generated) {
        return;
    }
    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name(path));
    fs::write(&new, generated).unwrap();
    panic!("{} differs from what is generated; compare with {}", path.display(), new.display());
}

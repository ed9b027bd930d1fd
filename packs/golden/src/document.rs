//! An authored document as its folder has it: the pack, compiled, and the files of its cases.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use cunping_core::{
    id::LevelId,
    pack::{Level, Pack, PackErrors, authoring},
};
use serde_json::Value;

use crate::{
    CaseError,
    file::{CaseFile, TargetFile},
};

/// A document with its cases.
pub(crate) struct Document {
    folder: PathBuf,
    /// The pack as the folder has it today, released or not.
    pub(crate) pack: Pack,
    /// The files of its cases, by name.
    pub(crate) files: BTreeMap<String, CaseFile>,
}

impl Document {
    /// Reads a document and all its cases. Fails with the first file that cannot be read, or all problems of the pack.
    pub(crate) fn read(folder: &Path) -> Result<Self, CaseError> {
        let mut files = BTreeMap::new();
        for (name, text) in toml_files(&folder.join("cases"))? {
            let file: CaseFile = toml::from_str(&text).map_err(|error| CaseError::new(&name, error))?;
            files.insert(name, file);
        }
        Ok(Self { folder: folder.to_owned(), pack: pack(folder)?, files })
    }

    /// Reads the cases of its targets, by name of their file. Fails when one cannot be read.
    pub(crate) fn targets(&self) -> Result<BTreeMap<String, TargetFile>, CaseError> {
        let folder = self.folder.join("cases/targets");
        let mut files = BTreeMap::new();
        for (name, text) in if folder.is_dir() { toml_files(&folder)? } else { BTreeMap::new() } {
            let file: TargetFile = toml::from_str(&text).map_err(|error| CaseError::new(&name, error))?;
            files.insert(name, file);
        }
        Ok(files)
    }

    /// Finds a level; `at` is the case that names it. Fails when the document has no such level.
    pub(crate) fn level(&self, at: &str, id: &str) -> Result<&Level, CaseError> {
        let level = id.parse::<LevelId>().ok().and_then(|id| self.pack.level(&id));
        level.ok_or_else(|| CaseError::new(at, format!("the document has no level `{id}`")))
    }

    /// Reads the overlay that a case names, as its file has it. Fails when the file cannot be read or is no JSON.
    pub(crate) fn overlay(&self, name: &str) -> Result<Value, CaseError> {
        let path = self.folder.join("cases/overlays").join(format!("{name}.json"));
        serde_json::from_str(&text(&path)?).map_err(|error| CaseError::new(path.display(), error))
    }
}

/// Lists the folders of all documents in this source tree, those with a `pack.toml`, in order. Fails when the folder of
/// packs cannot be read.
pub(crate) fn folders() -> Result<Vec<PathBuf>, CaseError> {
    let folders = paths(packs())?.into_iter();
    Ok(folders.filter(|folder| folder.join("pack.toml").is_file()).collect())
}

/// Finds the folder of the document with this id. Fails when there is none.
pub(crate) fn named(id: &str) -> Result<PathBuf, CaseError> {
    let folders = folders()?;
    if let Some(folder) = folders.iter().find(|folder| folder.file_name().is_some_and(|name| name == id)) {
        return Ok(folder.clone());
    }
    let known: Vec<&str> = folders.iter().filter_map(|folder| folder.file_name()?.to_str()).collect();
    Err(CaseError::new(id, format!("no such document; there are: {}", known.join(", "))))
}

/// Returns the folder of all packs, in which this crate lies too.
pub(crate) fn packs() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

fn pack(folder: &Path) -> Result<Pack, CaseError> {
    let wrong = |problems: PackErrors| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        CaseError::new(folder.display(), lines.join("\n"))
    };
    let catalogue = toml_files(&packs().join("catalogue"))?;
    let json = authoring::compile(&toml_files(folder)?, &catalogue).map_err(wrong)?;
    Pack::from_json(&json).map_err(wrong)
}

/// Reads the TOML files that lie in a folder itself, by name.
fn toml_files(folder: &Path) -> Result<BTreeMap<String, String>, CaseError> {
    let mut files = BTreeMap::new();
    for path in paths(folder)? {
        if let Some(name) = path.file_name().filter(|_| path.extension().is_some_and(|it| it == "toml")) {
            files.insert(name.to_string_lossy().into_owned(), text(&path)?);
        }
    }
    Ok(files)
}

/// Lists the paths in a folder, in order.
pub(crate) fn paths(folder: &Path) -> Result<Vec<PathBuf>, CaseError> {
    let wrong = |error: io::Error| CaseError::new(folder.display(), error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        paths.push(entry.map_err(wrong)?.path());
    }
    paths.sort();
    Ok(paths)
}

pub(crate) fn text(path: &Path) -> Result<String, CaseError> {
    fs::read_to_string(path).map_err(|error| CaseError::new(path.display(), error))
}

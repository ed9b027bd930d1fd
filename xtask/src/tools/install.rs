//! Installs one pinned tool into the cache that all clones share. Two clones at once wait for each other.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::run::Run;
use crate::say::say;
use crate::stop::{Done, Stop};
use crate::{files, paths};

/// A tool of one version, in a folder of its own.
pub(crate) struct Tool {
    /// Its name, and its folder's with the version.
    pub(crate) name: &'static str,
    /// Its pinned version.
    pub(crate) version: &'static str,
    /// Puts it into the folder.
    pub(crate) source: Source,
    /// The file that runs, below the folder.
    pub(crate) file: &'static str,
    /// How long that usually takes on two cores.
    pub(crate) takes: &'static str,
}

/// Installs a tool into the folder.
pub(crate) type Source = fn(&Tool, &Path) -> Done;

/// From the crate of the tool's name, with its own lock file.
pub(crate) const CARGO: Source = |tool, folder| cargo(folder, ["--locked", &format!("{}@{}", tool.name, tool.version)]);

/// wasm-bindgen's crate has another name and ships without a lock file.
pub(crate) const WASM_BINDGEN_CLI: Source =
    |tool, folder| cargo(folder, [format!("wasm-bindgen-cli@{}", tool.version).as_str()]);

/// From the npm package of the tool's name.
pub(crate) const NPM: Source = |tool, folder| {
    let package = format!("{}@{}", tool.name, tool.version);
    Run::new("npm").args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(folder).arg(package).ok()
};

/// From the Python package of the tool's name, in an environment of its own.
pub(crate) const PIP: Source = |tool, folder| {
    Run::new("python3").args(["-m", "venv"]).arg(folder).ok()?;
    let package = format!("{}=={}", tool.name, tool.version);
    Run::new(folder.join("bin/python")).args(["-m", "pip", "install", "--quiet", &package]).ok()
};

fn cargo<'a>(folder: &Path, what: impl IntoIterator<Item = &'a str>) -> Done {
    // Cargo's own variables name this workspace; the tool is another.
    Run::new("cargo").args(["install", "--quiet", "--root"]).arg(folder).args(what).without("CARGO_TARGET_DIR").ok()
}

impl Tool {
    /// The file that runs.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder().join(self.file)
    }

    /// Installs the tool unless it is there.
    pub(crate) fn install(&self) -> Done {
        let Self { name, version, takes, .. } = self;
        once(&self.folder(), &self.path(), &format!("{name} {version}"), takes, |folder| (self.source)(self, folder))
    }

    fn folder(&self) -> PathBuf {
        paths::cache().join("tools").join(format!("{}-{}", self.name, self.version))
    }
}

/// Fills `folder` by `fill` unless `proof` exists. The folder appears whole or not at all.
pub(crate) fn once(folder: &Path, proof: &Path, name: &str, takes: &str, fill: impl Fn(&Path) -> Done) -> Done {
    if proof.exists() {
        return Ok(());
    }
    let parent = folder.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(|error| Stop::io(parent, &error))?;
    let lock = parent.join(".lock");
    let held = File::create(&lock).and_then(|file| file.lock().map(|()| file));
    let _held = held.map_err(|error| Stop::io(&lock, &error))?;
    if proof.exists() {
        return Ok(());
    }
    say(format!("installing {name} (usually {takes}) into {}", folder.display()));
    let unfinished = parent.join(format!(".unfinished-{}", folder.file_name().and_then(OsStr::to_str).unwrap_or("")));
    files::remove(&unfinished)?;
    fill(&unfinished)?;
    files::remove(folder)?;
    fs::rename(&unfinished, folder).map_err(|error| Stop::io(folder, &error))?;
    if proof.exists() {
        return Ok(());
    }
    Err(Stop::failed(format!("{name} was installed, yet `{}` is not there", proof.display())))
}

//! Installs one pinned tool into the cache that all clones share. Two clones at once wait for each other.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::pins::Pin;
use crate::say::say;
use crate::stop::{Done, Stop};
use crate::{files, paths};

/// A pinned tool, in a folder of its own.
pub(crate) struct Tool {
    /// Its name, version, source and digest.
    pub(crate) pin: Pin,
    /// The executable file, below the folder.
    pub(crate) file: &'static str,
    /// The usual time to install it on two cores.
    pub(crate) takes: &'static str,
}

impl Tool {
    /// Returns the path of the executable file.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder().join(self.file)
    }

    /// Installs the tool unless it is there.
    pub(crate) fn install(&self) -> Done {
        let Pin { name, version, source } = self.pin;
        let fill = |folder: &Path| source.install(name, version, folder);
        once(&self.folder(), &self.path(), &format!("{name} {version}"), self.takes, fill)
    }

    fn folder(&self) -> PathBuf {
        paths::cache().join("tools").join(self.pin.folder())
    }
}

impl Pin {
    /// Returns the name of its folder. It contains the version and the lock file's digest, so a new version or lock
    /// file is installed anew.
    pub(crate) fn folder(&self) -> String {
        let name = self.name.trim_start_matches('@').replace('/', "-");
        format!("{name}-{}{}", self.version, self.source.mark())
    }
}

/// Fills `folder` with `fill` unless `proof` exists. The folder appears complete or not at all.
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

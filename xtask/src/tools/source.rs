//! Where tools come from, and how each is checked against the digests in the repository.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::files;
use crate::run::Run;
use crate::stop::{Done, Stop};

/// A registry, and what binds the package from it.
#[derive(Clone, Copy)]
pub(crate) enum Source {
    /// From crates.io, as an archive with this SHA-256; built with the lock file in it, or with ours instead, and with
    /// `profile` overriding some of its makers' Cargo settings.
    Crate { digest: &'static str, lock: Option<&'static str>, profile: &'static [(&'static str, &'static str)] },
    /// From npm, by a lock file with digests; no script of a package is run.
    Npm { manifest: &'static str, lock: &'static str },
    /// From PyPI, into an environment of its own, by a list with digests; nothing is built.
    Pip { requirements: &'static str },
}

impl Source {
    /// Returns the suffix of an installed tool's folder, so that another lock file makes another folder. A crate needs
    /// none without a lock file of ours: its digest changes only with its version.
    pub(crate) fn mark(self) -> String {
        match self {
            Self::Crate { lock: None, .. } => String::new(),
            Self::Crate { lock: Some(text), .. } | Self::Npm { lock: text, .. } | Self::Pip { requirements: text } => {
                format!("-{}", digest(text.as_bytes()).get(..8).unwrap_or_default())
            }
        }
    }

    /// Installs the package into the folder.
    pub(crate) fn install(self, name: &str, version: &str, folder: &Path) -> Done {
        match self {
            Self::Crate { digest, lock, profile } => {
                let archive = from_crates(&format!("{name}@{version}"), &format!("{name}-{version}"), digest)?;
                build(&archive, &format!("{name}-{version}"), (lock, profile), folder)
            }
            Self::Npm { manifest, lock } => from_npm(manifest, lock, folder),
            Self::Pip { requirements } => from_pypi(requirements, folder),
        }
    }
}

/// Fetches the archive of a crate and checks its digest. It is not built here, so that a wrong archive is found before
/// any of it runs.
fn from_crates(package: &str, stem: &str, expected: &str) -> Done<PathBuf> {
    if Run::new("cargo").args(["info", "--quiet", package]).output().is_none() {
        return Err(Stop::failed(format!("{package} could not be fetched from crates.io")));
    }
    let archives = fetched(&format!("{stem}.crate"))?;
    for file in &archives {
        is_expected(file, &files::read(file)?, expected)?;
    }
    let none = || Stop::failed(format!("cargo fetched {package}, yet keeps no `{stem}.crate` in its registry's cache"));
    archives.into_iter().next().ok_or_else(none)
}

/// Builds a crate from its archive, with the lock file in it unless another is given.
fn build(archive: &Path, stem: &str, (lock, profile): (Option<&str>, &[(&str, &str)]), folder: &Path) -> Done {
    fs::create_dir_all(folder).map_err(|error| Stop::io(folder, &error))?;
    Run::new("tar").arg("-xzf").arg(archive).arg("-C").arg(folder).ok()?;
    let source = folder.join(stem);
    if let Some(lock) = lock {
        files::write(&source.join("Cargo.lock"), lock.as_bytes())?;
    }
    // Cargo's own variables name this workspace; the tool is another one.
    let install =
        Run::new("cargo").args(["install", "--quiet", "--locked", "--root"]).arg(folder).arg("--path").arg(&source);
    let install = profile.iter().fold(install, |run, (name, value)| run.with(name, value));
    install.without("CARGO_TARGET_DIR").ok()?;
    files::remove(&source)
}

fn is_expected(file: &Path, bytes: &[u8], expected: &str) -> Done {
    let found = digest(bytes);
    if found == expected {
        return Ok(());
    }
    Err(Stop::failed(format!(
        "`{}` is not what xtask/src/tools/pins.rs says: its SHA-256 is {found}, not {expected}. Nothing was installed; do not \
         use it before you know why",
        file.display()
    )))
}

/// Lists every archive of this name in Cargo's cache, in whichever registry's folder.
fn fetched(archive: &str) -> Done<Vec<PathBuf>> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let cache = home.unwrap_or_default().join("registry").join("cache");
    let registries = fs::read_dir(&cache).map_err(|error| Stop::io(&cache, &error))?;
    Ok(registries.flatten().map(|registry| registry.path().join(archive)).filter(|file| file.is_file()).collect())
}

fn from_npm(manifest: &str, lock: &str, folder: &Path) -> Done {
    files::write(&folder.join("package.json"), manifest.as_bytes())?;
    files::write(&folder.join("package-lock.json"), lock.as_bytes())?;
    Run::new("npm")
        .args(["ci", "--ignore-scripts", "--legacy-peer-deps", "--silent", "--no-audit", "--no-fund"])
        .within(folder)
        .ok()
}

fn from_pypi(requirements: &str, folder: &Path) -> Done {
    Run::new("python3").args(["-m", "venv"]).arg(folder).ok()?;
    let list = folder.join("requirements.txt");
    files::write(&list, requirements.as_bytes())?;
    Run::new(folder.join("bin/python"))
        .args(["-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:", "--requirement"])
        .arg(list)
        .ok()
}

fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_lock_file_is_another_folder_and_the_same_one_is_not() {
        let npm = |lock| Source::Npm { manifest: "{}", lock }.mark();
        assert_eq!(npm("a"), npm("a"));
        assert_ne!(npm("a"), npm("b"));
        let cargo = |lock| Source::Crate { digest: "", lock, profile: &[] }.mark();
        assert_eq!(cargo(None), "");
        assert_ne!(cargo(Some("a")), cargo(Some("b")));
        let pip = |requirements| Source::Pip { requirements }.mark();
        assert_ne!(pip("a"), pip("b"));
        assert_eq!(npm("a").len(), 9);
    }

    #[test]
    fn an_archive_with_other_bytes_is_refused() {
        let sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert!(is_expected(Path::new("a.crate"), b"abc", sha).is_ok());
        let refused = is_expected(Path::new("a.crate"), b"abd", sha).unwrap_err().to_string();
        assert!(refused.contains("a.crate") && refused.contains(sha), "{refused}");
    }
}

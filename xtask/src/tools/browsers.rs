//! Old engines, for the tests only: taken out of the packages that carry them. Starts none.

use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use super::install;
use super::pins::BROWSERS;
use crate::run::Run;
use crate::stop::{Done, Stop};
use crate::{files, paths};

/// Unpacks every old engine that is not there yet.
pub(crate) fn install() -> Done {
    for (_, package, version) in BROWSERS {
        let folder = folder(package, version);
        let name = format!("{package} {version}");
        install::once(&folder, &folder.join("chromium"), &name, "20 seconds", |folder| fill(folder, package, version))?;
    }
    Ok(())
}

/// The variables by which the tests find each engine.
pub(crate) fn environment() -> Vec<(&'static str, PathBuf)> {
    BROWSERS.iter().map(|(variable, package, version)| (*variable, folder(package, version).join("chromium"))).collect()
}

fn folder(package: &str, version: &str) -> PathBuf {
    let name = package.trim_start_matches('@').replace('/', "-");
    paths::cache().join("browsers").join(format!("{name}-{version}"))
}

fn fill(folder: &Path, package: &str, version: &str) -> Done {
    fs::create_dir_all(folder).map_err(|error| Stop::io(folder, &error))?;
    let spec = format!("{package}@{version}");
    Run::new("npm").args(["pack", "--silent", "--pack-destination"]).arg(folder).arg(spec).ok()?;
    for archive in files::walk(folder, &|_| false)? {
        Run::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(folder).ok()?;
        files::remove(&archive)?;
    }
    let bin = folder.join("package/bin");
    unpack(&bin.join("chromium.br"), &folder.join("chromium"))?;
    let libraries = folder.join("swiftshader.tar");
    unpack(&bin.join("swiftshader.tar.br"), &libraries)?;
    Run::new("tar").arg("-xf").arg(&libraries).arg("-C").arg(folder).ok()?;
    files::remove(&libraries)?;
    files::remove(&folder.join("package"))?;
    executable(&folder.join("chromium"))
}

fn unpack(from: &Path, to: &Path) -> Done {
    let source = File::open(from).map_err(|error| Stop::io(from, &error))?;
    let target = File::create(to).map_err(|error| Stop::io(to, &error))?;
    brotli::BrotliDecompress(&mut BufReader::new(source), &mut BufWriter::new(target))
        .map_err(|error| Stop::io(from, &error))
}

#[cfg(unix)]
fn executable(file: &Path) -> Done {
    use std::os::unix::fs::PermissionsExt;

    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).map_err(|error| Stop::io(file, &error))
}

#[cfg(not(unix))]
fn executable(_: &Path) -> Done {
    Ok(())
}

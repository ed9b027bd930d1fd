//! Installs old engines, for the tests only, from the packages that carry them.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use super::install;
use super::pins::{CHROMIUM_86, CHROMIUM_109, Pin};
use crate::run::Run;
use crate::stop::{Done, Stop};
use crate::{files, paths};

/// The variable by which the tests find each engine, and the package that carries it.
const BROWSERS: [(&str, Pin); 2] = [CHROMIUM_86, CHROMIUM_109];

/// Unpacks every old engine that is not installed yet.
pub(crate) fn install() -> Done {
    for (_, pin) in BROWSERS {
        let folder = folder(&pin);
        let name = format!("{} {}", pin.name, pin.version);
        install::once(&folder, &folder.join("chromium"), &name, "20 seconds", |folder| fill(folder, &pin))?;
    }
    Ok(())
}

/// Returns the variables by which the tests find each engine.
pub(crate) fn environment() -> Vec<(&'static str, PathBuf)> {
    BROWSERS.iter().map(|(variable, pin)| (*variable, folder(pin).join("chromium"))).collect()
}

fn folder(pin: &Pin) -> PathBuf {
    paths::cache().join("browsers").join(pin.folder())
}

fn fill(folder: &Path, pin: &Pin) -> Done {
    pin.source.install(pin.name, pin.version, folder)?;
    let modules = folder.join("node_modules");
    let bin = modules.join(pin.name).join("bin");
    unpack(&bin.join("chromium.br"), &folder.join("chromium"))?;
    let libraries = folder.join("swiftshader.tar");
    unpack(&bin.join("swiftshader.tar.br"), &libraries)?;
    Run::new("tar").arg("-xf").arg(&libraries).arg("-C").arg(folder).ok()?;
    files::remove(&libraries)?;
    files::remove(&modules)?;
    files::executable(&folder.join("chromium"))
}

fn unpack(from: &Path, to: &Path) -> Done {
    let source = File::open(from).map_err(|error| Stop::io(from, &error))?;
    let target = File::create(to).map_err(|error| Stop::io(to, &error))?;
    brotli::BrotliDecompress(&mut BufReader::new(source), &mut BufWriter::new(target))
        .map_err(|error| Stop::io(from, &error))
}

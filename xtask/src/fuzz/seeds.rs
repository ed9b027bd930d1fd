//! The inputs that a target starts with: vectors, packs, and the files in `fuzz/seeds`.

use std::path::{Path, PathBuf};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::stop::{Done, Stop};
use crate::{files, paths};

/// Writes a target's seeds into a folder of their own, replacing older ones.
pub(super) fn write(target: &str) -> Done<PathBuf> {
    let to = paths::target().join("fuzz/seeds").join(target);
    files::remove(&to)?;
    std::fs::create_dir_all(&to).map_err(|error| Stop::io(&to, &error))?;
    let root = paths::root();
    match target {
        "bundle" => copy(&root.join("core/tests/vectors"), &to, Some)?,
        "import" => {
            copy(&root.join("core/tests/vectors"), &to, Some)?;
            copy(&root.join("fuzz/seeds/encrypted"), &to, Some)?;
        }
        "payload" => copy(&root.join("core/tests/vectors"), &to, payload)?,
        "file" => copy(&root.join("packs"), &to, |bytes| Some(bytes).filter(|it| it.starts_with(b"{")))?,
        "pack" => {
            copy(&root.join("packs/released"), &to, Some)?;
            authored(&root.join("packs"), &to)?;
        }
        _ => {}
    }
    let own = root.join("fuzz/seeds").join(target);
    if own.is_dir() {
        copy(&own, &to, Some)?;
    }
    Ok(to)
}

fn copy(from: &Path, to: &Path, part: impl Fn(Vec<u8>) -> Option<Vec<u8>>) -> Done {
    for path in files::walk(from, &|_| false)? {
        if let (Some(name), Some(bytes)) = (path.file_name(), part(files::read(&path)?)) {
            files::write(&to.join(name), &bytes)?;
        }
    }
    Ok(())
}

/// Returns the payload of a vector; `None` if there is none that can be decoded.
fn payload(vector: Vec<u8>) -> Option<Vec<u8>> {
    let text = String::from_utf8(vector).ok()?;
    let (_, after) = text.split_once("\"payload\":\"")?;
    URL_SAFE_NO_PAD.decode(after.split('"').next()?).ok()
}

/// Writes each pack with the catalogue as people write them: its files one after another, each after a line with its
/// name.
fn authored(packs: &Path, to: &Path) -> Done {
    let toml = |folder: &Path, before: &str| -> Done<String> {
        let mut all = String::new();
        for path in files::walk(folder, &|_| true)?
            .iter()
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        {
            let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            all += &format!("#file {before}{name}\n{}\n", String::from_utf8_lossy(&files::read(path)?));
        }
        Ok(all)
    };
    let catalogue = toml(&packs.join("catalogue"), "catalogue/")?;
    for path in files::walk(packs, &|_| false)?.iter().filter(|path| path.ends_with("pack.toml")) {
        let Some(folder) = path.parent() else { continue };
        let name = folder.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        files::write(&to.join(format!("{name}.toml")), (toml(folder, "")? + &catalogue).as_bytes())?;
    }
    Ok(())
}

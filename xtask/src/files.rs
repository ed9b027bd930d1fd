//! Reads, writes, lists and removes files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::stop::{Done, Stop};

/// Lists every file under `dir`, sorted by path; folders for which `skip` is true are left out.
pub(crate) fn walk(dir: &Path, skip: &dyn Fn(&Path) -> bool) -> Done<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| Stop::io(&folder, &error))? {
            let path = entry.map_err(|error| Stop::io(&folder, &error))?.path();
            match path.is_dir() {
                true if skip(&path) => {}
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Reads a file's bytes.
pub(crate) fn read(path: &Path) -> Done<Vec<u8>> {
    fs::read(path).map_err(|error| Stop::io(path, &error))
}

/// Writes a file, and makes the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Done {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Stop::io(folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| Stop::io(path, &error))
}

/// Makes a file executable for everybody, where the system needs that.
#[cfg(unix)]
pub(crate) fn executable(file: &Path) -> Done {
    use std::os::unix::fs::PermissionsExt;

    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).map_err(|error| Stop::io(file, &error))
}

/// Makes a file executable for everybody, where the system needs that.
#[cfg(not(unix))]
pub(crate) fn executable(_: &Path) -> Done {
    Ok(())
}

/// Removes a file or a whole folder; does nothing if it does not exist.
pub(crate) fn remove(path: &Path) -> Done {
    let result = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match result {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Stop::io(path, &error)),
        _ => Ok(()),
    }
}

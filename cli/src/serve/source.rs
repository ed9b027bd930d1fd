//! Loads the served files from a folder, or from the binary itself.

use std::path::Path;

use bytes::Bytes;

use crate::stop::{Done, Stop};

/// A served file: its name below the site's root, and its bytes.
pub(crate) type ServedFile = (String, Bytes);

/// Returns the files of `dir`, or without it those inside the binary.
pub(crate) fn files(dir: Option<&Path>) -> Done<Vec<ServedFile>> {
    let files = match dir {
        Some(dir) => {
            let mut files = Vec::new();
            read(dir, "", &mut files).map_err(|error| {
                let dir = dir.display();
                Stop::could_not_run(format!("无法读取文件夹 `{dir}` / cannot read the folder `{dir}`: {error}"))
            })?;
            files
        }
        None => embedded(),
    };
    if files.iter().any(|(name, _)| name == "index.html") {
        return Ok(files);
    }
    Err(Stop::could_not_run(match dir {
        Some(dir) => format!(
            "文件夹 `{dir}` 里没有 index.html\nthe folder `{dir}` has no index.html: is it a built page?",
            dir = dir.display()
        ),
        None => "这个程序里没有页面，请指定文件夹：cunping serve --dir DIR\n\
                 this binary has no page inside; name a folder: cunping serve --dir DIR"
            .to_owned(),
    }))
}

fn read(dir: &Path, prefix: &str, files: &mut Vec<ServedFile>) -> std::io::Result<()> {
    for entry in dir.read_dir()? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let name = format!("{prefix}{name}");
        let path = entry.path();
        if path.is_dir() {
            read(&path, &format!("{name}/"), files)?;
        } else {
            files.push((name, std::fs::read(&path)?.into()));
        }
    }
    Ok(())
}

#[cfg(feature = "embed")]
fn embedded() -> Vec<ServedFile> {
    use rust_embed::Embed;
    use std::borrow::Cow;

    #[derive(Embed)]
    #[folder = "../dist"]
    struct Page;

    Page::iter()
        .filter_map(|name| {
            let bytes = match Page::get(&name)?.data {
                Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                Cow::Owned(bytes) => bytes.into(),
            };
            Some((name.into_owned(), bytes))
        })
        .collect()
}

#[cfg(not(feature = "embed"))]
fn embedded() -> Vec<ServedFile> {
    Vec::new()
}

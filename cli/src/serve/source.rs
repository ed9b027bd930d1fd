//! Loads the served files from a folder, or from the binary itself. Of a folder only files in it are served: whatever else
//! stands there is named and left out, and nothing is opened that could wait for ever.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use bytes::Bytes;

use crate::output;
use crate::stop::{Done, Stop};

/// A served file: its name below the site's root, and its bytes.
pub(crate) type ServedFile = (String, Bytes);

/// Returns the files of `dir`, or without it those inside the binary.
pub(crate) fn files(dir: Option<&Path>) -> Done<Vec<ServedFile>> {
    let files = match dir {
        Some(dir) => {
            let root = dir.canonicalize().map_err(|error| {
                let dir = dir.display();
                Stop::could_not_run(format!("无法读取文件夹 `{dir}` / cannot read the folder `{dir}`: {error}"))
            })?;
            let mut folder = Folder { root: root.clone(), above: vec![root], files: Vec::new() };
            folder.read(dir, "")?;
            folder.files
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

/// A folder while it is being read.
struct Folder {
    /// The folder itself, without links.
    root: PathBuf,
    /// The folder that is being read and those above it, without links.
    above: Vec<PathBuf>,
    files: Vec<ServedFile>,
}

/// Why something in the folder is not served.
#[derive(Clone, Copy)]
enum Unserved {
    Dangling,
    Loop,
    Outside,
    NoFile,
    Unreadable,
    Name,
}

impl Folder {
    /// Reads a folder. Names that begin with a dot (`.git`, `.env`) are not meant for others, and are not served.
    fn read(&mut self, dir: &Path, prefix: &str) -> Done {
        for entry in dir.read_dir().map_err(|error| unreadable(dir, &error))? {
            let entry = entry.map_err(|error| unreadable(dir, &error))?;
            let path = entry.path();
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let Ok(name) = entry.file_name().into_string() else {
                Unserved::Name.say(&path)?;
                continue;
            };
            let name = format!("{prefix}{name}");
            let kind = entry.file_type().map_err(|error| unreadable(&path, &error))?;
            let real = if kind.is_symlink() {
                match self.follow(&path) {
                    Ok(real) => real,
                    Err(why) => {
                        why.say(&path)?;
                        continue;
                    }
                }
            } else {
                self.here().join(entry.file_name())
            };
            let kind = fs::metadata(&real).map_err(|error| unreadable(&path, &error))?;
            if kind.is_dir() {
                self.above.push(real);
                self.read(&path, &format!("{name}/"))?;
                self.above.pop();
            } else if kind.is_file() {
                let bytes = fs::read(&real).map_err(|error| unreadable(&path, &error))?;
                self.files.push((name, bytes.into()));
            } else {
                Unserved::NoFile.say(&path)?;
            }
        }
        Ok(())
    }

    fn here(&self) -> &Path {
        self.above.last().unwrap_or(&self.root)
    }

    /// Returns where a link leads, if that is in the folder and not above the link itself.
    fn follow(&self, link: &Path) -> Result<PathBuf, Unserved> {
        let real = link.canonicalize().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unserved::Dangling,
            io::ErrorKind::PermissionDenied => Unserved::Unreadable,
            _ => Unserved::Loop,
        })?;
        match real {
            _ if !real.starts_with(&self.root) => Err(Unserved::Outside),
            _ if self.above.contains(&real) => Err(Unserved::Loop),
            _ => Ok(real),
        }
    }
}

impl Unserved {
    /// Says on standard error what is not served, and why.
    fn say(self, path: &Path) -> Done {
        let (zh, en) = match self {
            Self::Dangling => ("它指向的文件不存在", "what it links to does not exist"),
            Self::Loop => ("它绕回自己所在的地方", "the link leads back to itself or to a folder around it"),
            Self::Outside => ("它指向这个文件夹以外", "the link leads out of the folder"),
            Self::NoFile => ("它不是普通文件", "it is no ordinary file"),
            Self::Unreadable => ("它指向的文件读不到", "what it links to cannot be read"),
            Self::Name => ("它的名字不是 UTF-8", "its name is not UTF-8"),
        };
        let path = path.display();
        output::lines_aside([format!("不提供 `{path}`：{zh}"), format!("not served: `{path}`: {en}")])
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Stop {
    Stop::could_not_run(format!("无法读取 `{path}` / cannot read `{path}`: {error}", path = path.display()))
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

//! Source files as the checks see them: path, and text without comments and test modules.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// One tracked or new file of the project.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every file below `folder` with this ending that git does not ignore, in path order.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<Source> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "--", folder])
        .current_dir(root())
        .output()
        .unwrap();
    let names = String::from_utf8(listed.stdout).unwrap();
    let mut found: Vec<Source> = names
        .lines()
        .filter(|path| path.ends_with(ending))
        .filter_map(|path| Some(Source { path: path.into(), text: fs::read_to_string(root().join(path)).ok()? }))
        .collect();
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no {ending} below {folder}");
    found
}

impl Source {
    /// The code: no comment lines, no tests, whether in a trailing module or in files of their own.
    pub(crate) fn code(&self) -> String {
        if ["/tests.rs", "/tests/", "/sample.rs", "/conformance"].iter().any(|part| self.path.contains(part)) {
            return String::new();
        }
        let text = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Fails, naming every file whose code holds one of `words`, except below the paths in `allowed`.
pub(crate) fn only(folder: &str, words: &[&str], allowed: &[&str]) {
    let mut wrong = Vec::new();
    let mut seen = false;
    for file in files(folder, ".rs") {
        let code = file.code();
        for word in words.iter().filter(|word| code.contains(**word)) {
            if allowed.iter().any(|path| file.path.starts_with(path)) {
                seen = true;
            } else {
                wrong.push(format!("{} names `{word}`", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen || allowed.is_empty(), "nothing in {allowed:?} names {words:?}: is the rule still about something?");
}

//! `cargo xtask advisories FOLDER`: rewrites the kept list from a clone of RustSec's advisory-db. The clone must be
//! there already.

use std::ffi::OsStr;
use std::fmt::Write;
use std::path::Path;

use semver::VersionReq;
use toml::{Table, Value};

use super::list::List;
use crate::run::Run;
use crate::say::say;
use crate::stop::{Done, Stop};
use crate::{files, paths};

const HEAD: &str = "\
# What RustSec's advisory-db knew of crates on the day `taken`, so that a build without a network is checked too.
# Written by `cargo xtask advisories FOLDER`, read by `cargo xtask test --only deny`. A version that `safe` does not name is
# affected. Which of them may stand, and why, is said in deny.toml.
";

/// Writes `xtask/advisories.toml` from the clone in `folder`.
pub(crate) fn run(folder: &str) -> Done {
    let folder = std::env::current_dir().map_err(|error| Stop::io(Path::new("."), &error))?.join(folder);
    let taken = Run::new("git").arg("-C").arg(&folder).args(["log", "-1", "--format=%cs"]).output();
    let taken = taken.ok_or_else(|| Stop::usage(format!("`{}` is no clone of advisory-db", folder.display())))?;
    let mut lines = Vec::new();
    for file in files::walk(&folder.join("crates"), &|_| false)? {
        if file.extension().and_then(OsStr::to_str) == Some("md") {
            let text = String::from_utf8_lossy(&files::read(&file)?).into_owned();
            lines.extend(line(&text).map_err(|words| Stop::failed(format!("`{}`: {words}", file.display())))?);
        }
    }
    lines.sort();
    let text = format!("{HEAD}\ntaken = \"{}\"\n\n[advisories]\n{}", taken.trim(), lines.concat());
    List::parse(&text)?;
    files::write(&paths::root().join("xtask/advisories.toml"), text.as_bytes())?;
    say(format!("{} advisories as of {}", lines.len(), taken.trim()));
    Ok(())
}

/// Returns one advisory as a line of the list; `None` if it was withdrawn.
fn line(text: &str) -> Result<Option<String>, String> {
    let front = text.split_once("```toml\n").and_then(|(_, rest)| rest.split_once("\n```"));
    let (front, _) = front.ok_or("no front matter")?;
    let table: Table = front.parse().map_err(|error| format!("{error}"))?;
    let about = table.get("advisory").ok_or("no `advisory`")?;
    if about.get("withdrawn").is_some() {
        return Ok(None);
    }
    let word = |key| about.get(key).and_then(Value::as_str);
    let (id, name) = word("id").zip(word("package")).ok_or("no `id` or `package`")?;
    let kind = word("informational").unwrap_or("vulnerability");
    let mut safe = String::new();
    for key in ["patched", "unaffected"] {
        let ranges = table.get("versions").and_then(|versions| versions.get(key)).and_then(Value::as_array);
        for range in ranges.into_iter().flatten().filter_map(Value::as_str) {
            VersionReq::parse(range).map_err(|error| format!("`{range}`: {error}"))?;
            let comma = if safe.is_empty() { "" } else { ", " };
            write!(safe, "{comma}\"{range}\"").map_err(|error| error.to_string())?;
        }
    }
    Ok(Some(format!("{id} = {{ crate = \"{name}\", kind = \"{kind}\", safe = [{safe}] }}\n")))
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn an_advisory_becomes_a_line() {
        let text = |more: &str| {
            format!(
                "```toml\n[advisory]\nid = \"RUSTSEC-2020-0002\"\npackage = \"leaky\"\n{more}\n[versions]\n\
                 patched = [\">= 1.2.3\"]\nunaffected = [\"< 1.0.0\"]\n```\n\n# It leaks\n"
            )
        };
        let expected =
            "RUSTSEC-2020-0002 = { crate = \"leaky\", kind = \"vulnerability\", safe = [\">= 1.2.3\", \"< 1.0.0\"] }\n";
        assert_eq!(line(&text("")).unwrap().unwrap(), expected);
        assert!(line(&text("informational = \"unsound\"")).unwrap().unwrap().contains("kind = \"unsound\""));
        assert_eq!(line(&text("withdrawn = \"2021-01-01\"")).unwrap(), None);
        assert!(line("# It leaks").is_err());
    }
}

//! `cargo xtask cases`: prints a document's golden cases, or spells all out for the browsers' tests. Reads no case itself.

use std::path::PathBuf;

use crate::paths;
use crate::run::Run;
use crate::stop::Done;

/// Prints every golden case of a document for a reader who knows it.
pub(crate) fn print(pack: &str) -> Done {
    golden().args(["print", pack]).ok()
}

/// Spells out the golden cases of every document, and returns the file that has them.
pub(crate) fn spell() -> Done<PathBuf> {
    let file = paths::root().join("target/golden/cases.json");
    golden().arg("spell").arg(&file).ok()?;
    Ok(file)
}

fn golden() -> Run {
    Run::new("cargo").args(["run", "--quiet", "--package", "cunping-golden", "--"])
}

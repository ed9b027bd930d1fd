//! `cargo xtask cases`: prints a document's golden cases, or writes all of them out for the browser tests.

use std::path::PathBuf;

use crate::paths;
use crate::run::Run;
use crate::stop::Done;

/// Prints every golden case of a document, for a reader who knows the document.
pub(crate) fn print(pack: &str) -> Done {
    golden().args(["print", pack]).ok()
}

/// Writes out the golden cases of every document, and returns the file.
pub(crate) fn spell() -> Done<PathBuf> {
    let file = paths::root().join("target/golden/cases.json");
    golden().arg("spell").arg(&file).ok()?;
    Ok(file)
}

fn golden() -> Run {
    Run::new("cargo").args(["run", "--quiet", "--package", "cunping-golden", "--"])
}

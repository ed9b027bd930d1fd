//! Golden cases: facts, with the findings that a person who read the document expects; and the reading itself.

mod document;
mod error;
mod file;
mod print;
mod readings;
mod spell;

use std::path::Path;

use serde_json::Value;

pub use error::CaseError;
pub use print::printed;
pub use readings::{SourcesRead, read};

use document::Document;

/// Spells out the cases of the document in `folder`, which has a `pack.toml`: by file, in the order of their names.
///
/// A case is an object of `pack`, `name` (`<file>: <name>`), `level`, `as_of`, `facts`, `expect` and, where it names
/// one, `overlays`. `facts` is a facts file of what the document names, and nothing else. `expect` always has
/// `provisional` and `otherwise`, the finding of every rule that it does not name.
///
/// Fails with the first file that cannot be read or compiled, or the first case with facts that its document forbids.
pub fn of(folder: &Path) -> Result<Vec<Value>, CaseError> {
    let document = Document::read(folder)?;
    let mut spelled = Vec::new();
    for (name, file) in &document.files {
        for case in &file.cases {
            spelled.push(spell::case(&document, &format!("{name}: {}", case.name), file, case)?);
        }
    }
    Ok(spelled)
}

/// Spells out the cases of every document in this source tree, one after another, each as [`of`] does.
///
/// Fails where [`of`] fails for one of them, or the folder of packs cannot be read.
pub fn all() -> Result<Vec<Value>, CaseError> {
    let mut spelled = Vec::new();
    for folder in document::folders()? {
        spelled.extend(of(&folder)?);
    }
    Ok(spelled)
}

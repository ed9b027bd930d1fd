//! The file of a backup: one JSON document with a digest over what it holds. Not encrypted; says so in a field.

use std::collections::BTreeMap;

use cunping_core::id::Digest;
use serde::{Deserialize, Serialize};

use crate::store::{Moment, Table, table::Row};

const KIND: &str = "cunping-backup";
const FORMAT: u64 = 1;
const UNPROTECTED: &str = "none";

/// Why a text is not restored. Nothing of it is, then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupProblem {
    /// It ends in the middle.
    Truncated,
    /// It is not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is something else, such as a bundle.
    NotABackup,
    /// It is of a newer program.
    Newer {
        /// The format it says it has.
        format: u64,
    },
    /// It is protected in a way this program cannot undo.
    Protected,
    /// It is not as it was written: changed on the way, or by hand.
    Altered,
}

/// What every format begins with.
#[derive(Deserialize)]
struct Head {
    kind: String,
    format: u64,
    protection: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    kind: String,
    format: u64,
    protection: String,
    /// SHA-256 over the compact JSON of `content`, with keys in the order written here and sorted within `rows`.
    sha256: String,
    content: Content,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    made: Moment,
    /// By table, then key: the text of each row, exactly as it is stored.
    rows: BTreeMap<String, BTreeMap<String, String>>,
}

/// The text of a backup of these rows.
pub(super) fn write(made: Moment, rows: impl Iterator<Item = (Table, Row)>) -> String {
    let mut content = Content { made, rows: BTreeMap::new() };
    for (table, (key, value)) in rows {
        content.rows.entry(table.name().to_owned()).or_default().insert(key, value);
    }
    let sha256 = digest(&content);
    let document = Document { kind: KIND.into(), format: FORMAT, protection: UNPROTECTED.into(), sha256, content };
    json(&document)
}

/// When a backup was made, and its rows. Fails on anything that is not exactly as it was written.
pub(super) fn read(text: &str) -> Result<(Moment, Vec<(Table, Row)>), BackupProblem> {
    let head: Head = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => BackupProblem::Truncated,
        serde_json::error::Category::Data => BackupProblem::NotABackup,
        _ => BackupProblem::NotJson { line: error.line(), column: error.column() },
    })?;
    if head.kind != KIND {
        return Err(BackupProblem::NotABackup);
    }
    if head.format != FORMAT {
        return Err(BackupProblem::Newer { format: head.format });
    }
    if head.protection != UNPROTECTED {
        return Err(BackupProblem::Protected);
    }
    let document: Document = serde_json::from_str(text).map_err(|_| BackupProblem::Altered)?;
    if document.sha256 != digest(&document.content) {
        return Err(BackupProblem::Altered);
    }
    let mut rows = Vec::new();
    for (name, of_table) in document.content.rows {
        let table = Table::named(&name).ok_or(BackupProblem::Altered)?;
        rows.extend(of_table.into_iter().map(|row| (table, row)));
    }
    Ok((document.content.made, rows))
}

fn digest(content: &Content) -> String {
    Digest::of(json(content).as_bytes()).to_string()
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| unreachable!("a backup holds nothing JSON cannot"))
}

//! The file of a backup: one JSON document with a digest over its content. It is not encrypted, and a field says so.

use std::collections::BTreeMap;

use cunping_core::id::Digest;
use serde::{Deserialize, Serialize};

use crate::store::{ClockTime, Table, table::StoredRow};

const KIND: &str = "cunping-backup";
const FORMAT: u64 = 1;
const UNPROTECTED: &str = "none";

/// Why a text cannot be read as a backup. Nothing of it is restored then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// It ends in the middle.
    #[error("ends in the middle")]
    Truncated,
    /// It is not JSON.
    #[error("not JSON at {line}:{column}")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is something else, such as a bundle.
    #[error("not a backup")]
    NotABackup,
    /// It was made by a newer program.
    #[error("format {format} is newer than this program")]
    Newer {
        /// The format that it states.
        format: u64,
    },
    /// It is protected in a way that this program cannot undo.
    #[error("protected in an unknown way")]
    Protected,
    /// Its content does not match its digest: it was changed on the way, or by hand.
    #[error("does not match its digest")]
    Altered,
}

/// The fields that every format has.
#[derive(Deserialize)]
struct BackupHead {
    kind: String,
    format: u64,
    protection: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BackupDocument {
    kind: String,
    format: u64,
    protection: String,
    /// SHA-256 over the compact JSON of `content`, with keys in the order written here and sorted within `rows`.
    sha256: String,
    content: BackupContent,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BackupContent {
    made: ClockTime,
    /// By table, then key: the text of each row, exactly as it is stored.
    rows: BTreeMap<String, BTreeMap<String, String>>,
}

/// Writes the text of a backup of these rows.
pub(super) fn write(made: ClockTime, rows: impl Iterator<Item = (Table, StoredRow)>) -> String {
    let mut content = BackupContent { made, rows: BTreeMap::new() };
    for (table, (key, value)) in rows {
        content.rows.entry(table.name().to_owned()).or_default().insert(key, value);
    }
    let sha256 = digest(&content);
    let document =
        BackupDocument { kind: KIND.into(), format: FORMAT, protection: UNPROTECTED.into(), sha256, content };
    ascii(&json(&document))
}

/// Writes JSON in ASCII only: other characters stand inside strings, where JSON has escapes for them (RFC 8259 §7), so
/// that no editor's code page changes a byte.
fn ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            out.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    out
}

/// Reads the moment at which a backup was made, and its rows. Fails on anything that is not exactly as it was written.
pub(super) fn read(text: &str) -> Result<(ClockTime, Vec<(Table, StoredRow)>), BackupError> {
    let head: BackupHead = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => BackupError::Truncated,
        serde_json::error::Category::Data => BackupError::NotABackup,
        _ => BackupError::NotJson { line: error.line(), column: error.column() },
    })?;
    if head.kind != KIND {
        return Err(BackupError::NotABackup);
    }
    if head.format != FORMAT {
        return Err(BackupError::Newer { format: head.format });
    }
    if head.protection != UNPROTECTED {
        return Err(BackupError::Protected);
    }
    let document: BackupDocument = serde_json::from_str(text).map_err(|_| BackupError::Altered)?;
    if document.sha256 != digest(&document.content) {
        return Err(BackupError::Altered);
    }
    let mut rows = Vec::new();
    for (name, of_table) in document.content.rows {
        let table = Table::named(&name).ok_or(BackupError::Altered)?;
        rows.extend(of_table.into_iter().map(|row| (table, row)));
    }
    Ok((document.content.made, rows))
}

/// Returns a digest over the content of rows, which does not depend on the time. Settings are left out, and texts of
/// files, which the digests in their records stand for.
pub(super) fn contents<'a>(rows: impl Iterator<Item = &'a (Table, StoredRow)>) -> Digest {
    let mut content: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for (table, (key, value)) in rows.filter(|(table, _)| !matches!(table, Table::Settings | Table::Texts)) {
        content.entry(table.name()).or_default().insert(key, value);
    }
    Digest::of(json(&content).as_bytes())
}

fn digest(content: &BackupContent) -> String {
    Digest::of(json(content).as_bytes()).to_string()
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| unreachable!("a backup holds nothing JSON cannot"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::conformance::sample;

    fn sample_text() -> String {
        let rows = [(Table::Settings, "lang"), (Table::Texts, "a"), (Table::Texts, "b")];
        write(sample::moment(), rows.map(|(table, key)| (table, (key.into(), "{\"甲\":1}".into()))).into_iter())
    }

    #[test]
    fn is_written_like_this() {
        let expected = concat!(
            r#"{"kind":"cunping-backup","format":1,"protection":"none","#,
            r#""sha256":"c6544e3f2ae694ea20aeec286a9db996aac8de70099aea2d659581b2160b7342","#,
            r#""content":{"made":{"ms":1774972800000,"day":"2026-04-01"},"#,
            r#""rows":{"settings":{"lang":"{\"\u7532\":1}"},"#,
            r#""texts":{"a":"{\"\u7532\":1}","b":"{\"\u7532\":1}"}}}}"#,
        );
        assert_eq!(sample_text(), expected);
        let (made, rows) = read(expected).unwrap();
        assert_eq!((made, rows.len()), (sample::moment(), 3));
    }

    #[test]
    fn no_part_of_one_is_taken() {
        let text = sample_text();
        for (end, _) in text.char_indices().skip(1) {
            assert_eq!(read(&text[..end]), Err(BackupError::Truncated), "{end}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let text = sample_text();
        for (bad, problem) in [
            (text.replace("\\u7532", "乙"), BackupError::Altered),
            (text.replace("\"a\":", "\"c\":"), BackupError::Altered),
            (text.replace("\"texts\":", "\"scripts\":"), BackupError::Altered),
            (text.replace("\"made\":{", "\"made\":{\"by\":1,"), BackupError::Altered),
            (text.replace("1774972800000", "1774972800001"), BackupError::Altered),
            (text.replace("\"format\":1", "\"format\":2"), BackupError::Newer { format: 2 }),
            (text.replace("\"none\"", "\"passphrase\""), BackupError::Protected),
            (text.replace("cunping-backup", "cunping-assessment"), BackupError::NotABackup),
            ("[]".into(), BackupError::NotABackup),
            ("{}".into(), BackupError::NotABackup),
            (format!("{text}x"), BackupError::NotJson { line: 1, column: text.len() + 1 }),
            ("村\n评".into(), BackupError::NotJson { line: 1, column: 1 }),
            ("[".repeat(10_000), BackupError::NotABackup),
        ] {
            assert_eq!(read(&bad), Err(problem), "{bad}");
        }
    }

    #[test]
    fn no_code_page_changes_it() {
        let rows =
            || [(Table::Settings, "lang")].map(|(table, key)| (table, (key.into(), "村😀\u{7f}".into()))).into_iter();
        let text = write(sample::moment(), rows());
        assert!(text.is_ascii() && text.contains(r"\u6751\ud83d\ude00"));
        assert_eq!(read(&text).unwrap().1, rows().collect::<Vec<_>>());
    }

    #[test]
    fn white_space_alters_nothing() {
        let pretty: serde_json::Value = serde_json::from_str(&sample_text()).unwrap();
        assert!(read(&format!("{pretty:#}\n")).is_ok());
    }
}

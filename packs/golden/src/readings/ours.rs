//! The dated list of official words that are in no source: each with its pack, the day and the reason.

use cunping_core::days::Day;
use serde::Deserialize;

use crate::CaseError;

/// One word of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OurWord {
    pub(super) pack: String,
    pub(super) word: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OursFile {
    #[serde(default)]
    ours: Vec<WrittenEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEntry {
    pack: String,
    word: String,
    on: String,
    why: String,
}

/// Reads the list. Fails when it is no such list, or an entry has no day or no reason, or stands there twice.
pub(super) fn read(text: &str) -> Result<Vec<OurWord>, CaseError> {
    let wrong = |what: String| CaseError::new("packs/ours.toml", what);
    let file: OursFile = toml::from_str(text).map_err(|error| wrong(error.to_string()))?;
    let mut words: Vec<OurWord> = Vec::new();
    for WrittenEntry { pack, word, on, why } in file.ours {
        if on.parse::<Day>().is_err() || why.trim().is_empty() {
            return Err(wrong(format!(
                "“{word}” of {pack}: `on` is a day such as 2026-11-30, `why` says why it is ours"
            )));
        }
        let entry = OurWord { pack, word };
        if words.contains(&entry) {
            return Err(wrong(format!("“{}” of {} is there twice", entry.word, entry.pack)));
        }
        words.push(entry);
    }
    Ok(words)
}

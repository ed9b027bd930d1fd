//! The settings of this browser profile. Each has its own row, so that two tabs do not undo each other's.

use cunping_core::id::{Digest, LevelId, PackId};
use serde::{Deserialize, Serialize};

use super::{Record, Version, WorkplaceId};
use crate::store::Table;

/// All settings; one that was never set has its default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language tag; `None` until somebody has chosen.
    pub lang: Option<String>,
    /// Larger type.
    pub large_type: bool,
    /// The workplace that was last worked in.
    pub current_workplace: Option<WorkplaceId>,
    /// The document that was last worked with, and the level of it.
    pub current_document: Option<(PackId, LevelId)>,
    /// The time of the last backup, in milliseconds since 1970, UTC, and the digest of its content.
    pub last_backup: Option<(i64, Digest)>,
    /// The number of backups that were made.
    pub backup_count: u32,
    /// The browser's answer when asked to keep the data; `None` before there is one.
    pub persisted: Option<bool>,
}

/// One setting with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The language tag.
    Lang(String),
    /// Larger type.
    LargeType(bool),
    /// The workplace now worked in, if any.
    CurrentWorkplace(Option<WorkplaceId>),
    /// The document now worked with, and the level of it.
    CurrentDocument(PackId, LevelId),
    /// A backup was made and handed over.
    Backup {
        /// The time, in milliseconds since 1970, UTC.
        at_ms: i64,
        /// The number of backups, this one included.
        count: u32,
        /// The digest of its content ([`Backup::contents`](crate::store::Backup)).
        contents: Digest,
    },
    /// The browser's answer when asked to keep the data.
    Persisted(bool),
}

impl Settings {
    /// Sets one setting.
    pub fn take(&mut self, setting: Setting) {
        match setting {
            Setting::Lang(lang) => self.lang = Some(lang),
            Setting::LargeType(large) => self.large_type = large,
            Setting::CurrentWorkplace(id) => self.current_workplace = id,
            Setting::CurrentDocument(pack, level) => self.current_document = Some((pack, level)),
            Setting::Backup { at_ms, count, contents } => {
                (self.last_backup, self.backup_count) = (Some((at_ms, contents)), count);
            }
            Setting::Persisted(answer) => self.persisted = Some(answer),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    set: StoredSetting,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum StoredSetting {
    Lang(String),
    LargeType(bool),
    CurrentWorkplace(Option<String>),
    CurrentDocument { pack: String, level: String },
    Backup { at_ms: i64, count: u32, contents: String },
    Persisted(bool),
}

impl Record for Setting {
    const TABLE: Table = Table::Settings;
    type Stored = Stored;

    fn store(&self) -> Stored {
        let set = match self {
            Self::Lang(lang) => StoredSetting::Lang(lang.clone()),
            Self::LargeType(large) => StoredSetting::LargeType(*large),
            Self::CurrentWorkplace(id) => StoredSetting::CurrentWorkplace(id.map(|id| id.to_string())),
            Self::CurrentDocument(pack, level) => {
                StoredSetting::CurrentDocument { pack: pack.to_string(), level: level.to_string() }
            }
            Self::Backup { at_ms, count, contents } => {
                StoredSetting::Backup { at_ms: *at_ms, count: *count, contents: contents.to_string() }
            }
            Self::Persisted(answer) => StoredSetting::Persisted(*answer),
        };
        Stored { v: Version, set }
    }

    fn read(it: Stored) -> Option<Self> {
        Some(match it.set {
            StoredSetting::Lang(lang) => Self::Lang(lang),
            StoredSetting::LargeType(large) => Self::LargeType(large),
            StoredSetting::CurrentWorkplace(id) => Self::CurrentWorkplace(id.map(|id| id.parse()).transpose().ok()?),
            StoredSetting::CurrentDocument { pack, level } => {
                Self::CurrentDocument(pack.parse().ok()?, level.parse().ok()?)
            }
            StoredSetting::Backup { at_ms, count, contents } => {
                Self::Backup { at_ms, count, contents: contents.parse().ok()? }
            }
            StoredSetting::Persisted(answer) => Self::Persisted(answer),
        })
    }
}

/// Returns the key of a setting: its name.
pub(in crate::store) fn setting_key(setting: &Setting) -> &'static str {
    match setting {
        Setting::Lang(_) => "lang",
        Setting::LargeType(_) => "large_type",
        Setting::CurrentWorkplace(_) => "current_workplace",
        Setting::CurrentDocument(..) => "current_document",
        Setting::Backup { .. } => "backup",
        Setting::Persisted(_) => "persisted",
    }
}

#[cfg(test)]
mod tests {
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        let texts = [
            r#"{"v":1,"set":{"backup":{"at_ms":1774972800000,"count":2,"contents":"0909090909090909090909090909090909090909090909090909090909090909"}}}"#,
            r#"{"v":1,"set":{"current_document":{"pack":"sulide-bawu-2022","level":"village"}}}"#,
            r#"{"v":1,"set":{"current_workplace":"01010101010101010101010101010101"}}"#,
            r#"{"v":1,"set":{"large_type":true}}"#,
            r#"{"v":1,"set":{"lang":"zh"}}"#,
            r#"{"v":1,"set":{"persisted":false}}"#,
        ];
        for (setting, text) in sample::settings().iter().zip(texts) {
            assert_written(setting, text);
        }
    }
}

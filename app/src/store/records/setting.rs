//! The settings of this browser profile. Each has its own row, so that two tabs do not undo each other's.

use cunping_core::id::{Digest, LevelId, PackId};
use serde::{Deserialize, Serialize};

use super::{Record, WorkplaceId, text};
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Setting {
    /// The language tag.
    Lang(String),
    /// Larger type.
    LargeType(bool),
    /// The workplace now worked in, if any.
    CurrentWorkplace(#[serde(with = "text::option")] Option<WorkplaceId>),
    /// The document now worked with, and the level of it.
    CurrentDocument {
        /// The document.
        #[serde(with = "text")]
        pack: PackId,
        /// The level.
        #[serde(with = "text")]
        level: LevelId,
    },
    /// A backup was made and handed over.
    Backup {
        /// The time, in milliseconds since 1970, UTC.
        at_ms: i64,
        /// The number of backups, this one included.
        count: u32,
        /// The digest of its content ([`Backup::contents`](crate::store::Backup)).
        #[serde(with = "text")]
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
            Setting::CurrentDocument { pack, level } => self.current_document = Some((pack, level)),
            Setting::Backup { at_ms, count, contents } => {
                (self.last_backup, self.backup_count) = (Some((at_ms, contents)), count);
            }
            Setting::Persisted(answer) => self.persisted = Some(answer),
        }
    }
}

/// A setting as it is stored.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct StoredSetting {
    set: Setting,
}

impl Record for Setting {
    const TABLE: Table = Table::Settings;
    type Stored = StoredSetting;
}

impl From<Setting> for StoredSetting {
    fn from(set: Setting) -> Self {
        Self { set }
    }
}

impl From<StoredSetting> for Setting {
    fn from(stored: StoredSetting) -> Self {
        stored.set
    }
}

/// Returns the key of a setting: its name.
pub(in crate::store) fn setting_key(setting: &Setting) -> &'static str {
    match setting {
        Setting::Lang(_) => "lang",
        Setting::LargeType(_) => "large_type",
        Setting::CurrentWorkplace(_) => "current_workplace",
        Setting::CurrentDocument { .. } => "current_document",
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

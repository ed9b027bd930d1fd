//! What is known of a file, sent or received, beside its text. Verifies nothing: whoever adds one has done that.

use cunping_core::{
    id::{Digest, LevelId, PackId, UnitCode},
    period::Period,
};
use serde::{Deserialize, Serialize};

use super::{Moment, Owned, Record, Version, WorkplaceId, key};
use crate::store::Table;

/// What a list of files shows of one, without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRecord {
    /// The bundle digest.
    pub digest: Digest,
    /// Whether this workplace signed it.
    pub direction: Direction,
    /// When this workplace first saw it; decides lateness.
    pub first_seen: Moment,
    /// The name it came or left with, which nothing relies on.
    pub file_name: String,
    /// What kind of bundle, such as `assessment`.
    pub kind: String,
    /// Whose facts.
    pub unit: UnitCode,
    /// By which document.
    pub pack: PackId,
    /// Which level of it.
    pub level: LevelId,
    /// Which period.
    pub period: Period,
    /// The sequence number it claims.
    pub sequence: u32,
    /// The thumbprint of the key that signed it.
    pub kid: String,
    /// Removed by a person; kept, so that it can be undone.
    pub hidden: bool,
}

/// Which way a file went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Signed here.
    Sent,
    /// Taken in here.
    Received,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Stored {
    v: Version<1>,
    digest: String,
    direction: Direction,
    first_seen: Moment,
    file_name: String,
    kind: String,
    unit: String,
    pack: String,
    level: String,
    period: String,
    sequence: u32,
    kid: String,
    hidden: bool,
}

impl Record for FileRecord {
    const TABLE: Table = Table::Bundles;
    type Stored = Stored;

    fn store(&self) -> Stored {
        Stored {
            v: Version,
            digest: self.digest.to_string(),
            direction: self.direction,
            first_seen: self.first_seen,
            file_name: self.file_name.clone(),
            kind: self.kind.clone(),
            unit: self.unit.to_string(),
            pack: self.pack.to_string(),
            level: self.level.to_string(),
            period: self.period.to_string(),
            sequence: self.sequence,
            kid: self.kid.clone(),
            hidden: self.hidden,
        }
    }

    fn read(it: Stored) -> Option<Self> {
        Some(Self {
            digest: it.digest.parse().ok()?,
            direction: it.direction,
            first_seen: it.first_seen,
            file_name: it.file_name,
            kind: it.kind,
            unit: it.unit.parse().ok()?,
            pack: it.pack.parse().ok()?,
            level: it.level.parse().ok()?,
            period: it.period.parse().ok()?,
            sequence: it.sequence,
            kid: it.kid,
            hidden: it.hidden,
        })
    }
}

impl Owned for FileRecord {
    fn key(&self, of: WorkplaceId) -> String {
        file_key(of, &self.digest)
    }
}

/// The key of what is known of a file, and of its text in the table beside.
pub(in crate::store) fn file_key(of: WorkplaceId, digest: &Digest) -> String {
    key(of, &[&digest.to_string()])
}

/// The key of the marker that a sequence number is taken.
pub(in crate::store) fn sent_key(of: WorkplaceId, file: &FileRecord) -> String {
    let (period, sequence) = (file.period.to_string(), file.sequence.to_string());
    key(of, &[&file.kind, file.pack.as_str(), file.level.as_str(), &period, &sequence])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{conformance::sample, records::assert_written};

    #[test]
    fn is_written_like_this() {
        assert_written(
            &sample::file(1, Direction::Sent),
            r#"{"v":1,"digest":"0101010101010101010101010101010101010101010101010101010101010101",
            "direction":"sent","first_seen":{"ms":1774972800000,"day":"2026-04-01"},
            "file_name":"八无_示例一村_2026_第1次.cunping.json","kind":"assessment","unit":"150626200205",
            "pack":"sulide-bawu-2022","level":"village","period":"2026-Q1","sequence":1,
            "kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","hidden":false}"#,
        );
    }
}

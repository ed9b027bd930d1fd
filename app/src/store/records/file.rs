//! The record of a file, sent or received, which is kept beside its text. Whoever adds one must have verified the file.

use cunping_core::{
    bundle::Kind,
    id::{Digest, LevelId, OfficeId, PackId, UnitCode},
    period::Period,
};
use serde::{Deserialize, Serialize};

use super::{ClockTime, Owned, Record, WorkplaceId, key, text};
use crate::store::Table;

/// The record of a file: what a list of files shows without reading its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRecord {
    /// The bundle digest.
    pub digest: Digest,
    /// The direction: signed here, or received.
    pub direction: Direction,
    /// The moment at which this workplace first saw it; decides whether it is late.
    pub first_seen: ClockTime,
    /// The name it came or left with; nothing relies on it.
    pub file_name: String,
    /// The kind of bundle, such as `assessment`.
    pub kind: String,
    /// The unit that it is about; the signer's own if it is about no other.
    pub unit: UnitCode,
    /// The document and period that it is about; `None` for kinds that are about none.
    pub about: Option<FileSubject>,
    /// The file that it answers; for receipts only.
    pub answers: Option<Digest>,
    /// The office of the document in whose name it decides; for recognitions only.
    pub decides_as: Option<OfficeId>,
    /// The sequence number that it states; 0 for kinds whose files do not supersede one another.
    pub sequence: u32,
    /// The thumbprint of the key that signed it.
    pub kid: String,
    /// True if a person has hidden it; it is kept, so that this can be undone.
    pub hidden: bool,
    /// True if it came encrypted.
    pub encrypted: bool,
}

/// The document, level and period that a file is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileSubject {
    /// The document.
    pub pack: PackId,
    /// Its level.
    pub level: LevelId,
    /// The period.
    pub period: Period,
}

impl FileRecord {
    /// Returns the period that it is about; `None` for kinds that are about none.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.about.as_ref().map(|it| it.period)
    }

    /// Returns whether it is of this kind.
    #[must_use]
    pub fn is(&self, kind: Kind) -> bool {
        self.kind == kind.name()
    }

    /// Returns whether it is an assessment of a level of a document in a period.
    #[must_use]
    pub fn assesses(&self, pack: &PackId, level: &LevelId, period: Period) -> bool {
        self.is(Kind::Assessment) && self.is_under(pack, level) && self.period() == Some(period)
    }

    /// Returns whether it is about a level of a document, in whatever period.
    #[must_use]
    pub fn is_under(&self, pack: &PackId, level: &LevelId) -> bool {
        self.about.as_ref().is_some_and(|about| about.pack == *pack && about.level == *level)
    }
}

/// The direction of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Signed here.
    Sent,
    /// Received from elsewhere.
    Received,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct StoredFile {
    #[serde(with = "text")]
    digest: Digest,
    direction: Direction,
    first_seen: ClockTime,
    file_name: String,
    kind: String,
    #[serde(with = "text")]
    unit: UnitCode,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "text::option")]
    pack: Option<PackId>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "text::option")]
    level: Option<LevelId>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "text::option")]
    period: Option<Period>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "text::option")]
    answers: Option<Digest>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "text::option")]
    decides_as: Option<OfficeId>,
    sequence: u32,
    kid: String,
    hidden: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    encrypted: bool,
}

impl Record for FileRecord {
    const TABLE: Table = Table::Bundles;
    type Stored = StoredFile;
}

impl From<FileRecord> for StoredFile {
    fn from(file: FileRecord) -> Self {
        let (pack, level, period) = match file.about {
            Some(FileSubject { pack, level, period }) => (Some(pack), Some(level), Some(period)),
            None => (None, None, None),
        };
        Self {
            digest: file.digest,
            direction: file.direction,
            first_seen: file.first_seen,
            file_name: file.file_name,
            kind: file.kind,
            unit: file.unit,
            pack,
            level,
            period,
            answers: file.answers,
            decides_as: file.decides_as,
            sequence: file.sequence,
            kid: file.kid,
            hidden: file.hidden,
            encrypted: file.encrypted,
        }
    }
}

impl TryFrom<StoredFile> for FileRecord {
    type Error = ();

    fn try_from(stored: StoredFile) -> Result<Self, ()> {
        let about = match (stored.pack, stored.level, stored.period) {
            (Some(pack), Some(level), Some(period)) => Some(FileSubject { pack, level, period }),
            (None, None, None) => None,
            _ => return Err(()),
        };
        Ok(Self {
            digest: stored.digest,
            direction: stored.direction,
            first_seen: stored.first_seen,
            file_name: stored.file_name,
            kind: stored.kind,
            unit: stored.unit,
            about,
            answers: stored.answers,
            decides_as: stored.decides_as,
            sequence: stored.sequence,
            kid: stored.kid,
            hidden: stored.hidden,
            encrypted: stored.encrypted,
        })
    }
}

impl Owned for FileRecord {
    fn key(&self, of: WorkplaceId) -> String {
        file_key(of, &self.digest)
    }
}

/// Returns the key of a file's record, and of its text in the other table.
pub(in crate::store) fn file_key(of: WorkplaceId, digest: &Digest) -> String {
    key(of, &[&digest.to_string()])
}

/// Returns the key of the marker that a sequence number is taken; `None` for kinds that have no sequence numbers.
pub(in crate::store) fn sent_key(of: WorkplaceId, file: &FileRecord) -> Option<String> {
    let (unit, sequence) = (file.unit.to_string(), file.sequence.to_string());
    let answers = file.answers.map(|digest| digest.to_string());
    let mut fields = vec![file.kind.as_str()];
    let period = file.about.as_ref().map(|about| about.period.to_string());
    if let (Some(about), Some(period)) = (&file.about, &period) {
        fields.extend([about.pack.as_str(), about.level.as_str(), period]);
    }
    // Also for an assessment, which is about its signer's own unit: under another code a unit counts from 1 again.
    fields.push(&unit);
    fields.extend(answers.as_deref());
    fields.extend(file.decides_as.as_ref().map(OfficeId::as_str));
    fields.push(&sequence);
    (file.sequence > 0).then(|| key(of, &fields))
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

    #[test]
    fn one_that_came_encrypted_says_so() {
        let encrypted = FileRecord { encrypted: true, ..sample::file(1, Direction::Received) };
        assert_written(
            &encrypted,
            r#"{"v":1,"digest":"0101010101010101010101010101010101010101010101010101010101010101",
            "direction":"received","first_seen":{"ms":1774972800000,"day":"2026-04-01"},
            "file_name":"八无_示例一村_2026_第1次.cunping.json","kind":"assessment","unit":"150626200205",
            "pack":"sulide-bawu-2022","level":"village","period":"2026-Q1","sequence":1,
            "kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","hidden":false,"encrypted":true}"#,
        );
    }

    #[test]
    fn a_receipt_is_written_like_this() {
        let receipt = FileRecord {
            kind: "receipt".into(),
            about: None,
            answers: Some(Digest([2; 32])),
            ..sample::file(1, Direction::Received)
        };
        assert_written(
            &receipt,
            r#"{"v":1,"digest":"0101010101010101010101010101010101010101010101010101010101010101",
            "direction":"received","first_seen":{"ms":1774972800000,"day":"2026-04-01"},
            "file_name":"八无_示例一村_2026_第1次.cunping.json","kind":"receipt","unit":"150626200205",
            "answers":"0202020202020202020202020202020202020202020202020202020202020202","sequence":1,
            "kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","hidden":false}"#,
        );
    }

    #[test]
    fn a_recognition_is_written_like_this() {
        let decides_as = "county-office".parse().ok();
        let recognition = FileRecord { kind: "recognition".into(), decides_as, ..sample::file(1, Direction::Sent) };
        assert_written(
            &recognition,
            r#"{"v":1,"digest":"0101010101010101010101010101010101010101010101010101010101010101",
            "direction":"sent","first_seen":{"ms":1774972800000,"day":"2026-04-01"},
            "file_name":"八无_示例一村_2026_第1次.cunping.json","kind":"recognition","unit":"150626200205",
            "pack":"sulide-bawu-2022","level":"village","period":"2026-Q1","decides_as":"county-office","sequence":1,
            "kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","hidden":false}"#,
        );
    }

    #[test]
    fn every_line_has_its_own_numbers() {
        let file = |kind: &str, unit: &str, answers: Option<u8>| FileRecord {
            kind: kind.into(),
            unit: unit.parse().unwrap(),
            answers: answers.map(|seed| Digest([seed; 32])),
            ..sample::file(1, Direction::Sent)
        };
        let all = [
            file("assessment", "150626200205", None),
            file("assessment", "150626200299", None),
            file("opinion", "150626200205", None),
            file("opinion", "150626200206", None),
            file("recognition", "150626200205", None),
            FileRecord { decides_as: "county".parse().ok(), ..file("recognition", "150626200205", None) },
            FileRecord { decides_as: "province".parse().ok(), ..file("recognition", "150626200205", None) },
            file("receipt", "150626200205", Some(1)),
            file("receipt", "150626200205", Some(2)),
        ];
        let keys: std::collections::BTreeSet<_> =
            all.iter().map(|record| sent_key(sample::id(1), record).unwrap()).collect();
        assert_eq!(keys.len(), all.len());
        let alone = FileRecord { sequence: 0, ..file("enrolment", "150626200205", None) };
        assert_eq!(sent_key(sample::id(1), &alone), None);
    }
}

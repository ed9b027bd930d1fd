//! Makes the record of a signed file: what a list of files shows of it. Pure.

use cunping_core::bundle::{Payload, Verified};

use crate::store::{ClockTime, Direction, FileRecord, FileSubject};

/// Makes the record of a verified file; it is neither hidden nor marked as encrypted.
#[must_use]
pub fn record(verified: &Verified, direction: Direction, first_seen: ClockTime, file_name: String) -> FileRecord {
    let payload = &verified.payload;
    FileRecord {
        digest: verified.digest,
        direction,
        first_seen,
        file_name,
        kind: payload.kind().to_string(),
        unit: payload.unit(),
        about: about(payload),
        answers: if let Payload::Receipt(receipt) = payload { Some(receipt.file) } else { None },
        decides_as: if let Payload::Recognition(recognition) = payload {
            Some(recognition.office.clone())
        } else {
            None
        },
        sequence: verified.seen(false, first_seen.day).map_or(0, |seen| seen.sequence),
        kid: verified.key.thumbprint().to_string(),
        hidden: false,
        encrypted: false,
    }
}

/// Returns the document, level and period that a payload is about; `None` for kinds that are not about one.
#[must_use]
pub fn about(payload: &Payload) -> Option<FileSubject> {
    let (pack, level, period) = match payload {
        Payload::Assessment(it) => (&it.pack, &it.level, it.facts.period),
        Payload::Opinion(it) => (&it.subject.pack, &it.subject.level, it.subject.period),
        Payload::Recognition(it) => (&it.subject.pack, &it.subject.level, it.subject.period),
        Payload::Rollup(it) => (&it.pack, &it.level, it.period),
        Payload::Enrolment(_)
        | Payload::Receipt(_)
        | Payload::Directory(_)
        | Payload::Overlay(_)
        | Payload::Pack(_) => return None,
    };
    Some(FileSubject { pack: pack.id.clone(), level: level.clone(), period })
}

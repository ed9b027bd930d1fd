//! Makes the record of a signed file: what a list of files shows of it. Pure.

use cunping_core::{
    bundle::{Payload, Subject, Verified},
    id::Digest,
};

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
        answers: answers(payload),
        decides_as: if let Payload::Recognition(it) = payload { Some(it.office.clone()) } else { None },
        sequence: verified.seen(false, first_seen.day).map_or(0, |it| it.sequence),
        kid: verified.key.thumbprint().to_string(),
        hidden: false,
        encrypted: false,
    }
}

/// Returns the document, level and period that a payload is about; `None` for kinds that are not about one.
#[must_use]
pub fn about(payload: &Payload) -> Option<FileSubject> {
    let of = |it: &Subject| FileSubject { pack: it.pack.id.clone(), level: it.level.clone(), period: it.period };
    match payload {
        Payload::Assessment(it) => {
            Some(FileSubject { pack: it.pack.id.clone(), level: it.level.clone(), period: it.facts.period })
        }
        Payload::Opinion(it) => Some(of(&it.subject)),
        Payload::Recognition(it) => Some(of(&it.subject)),
        Payload::Rollup(it) => {
            Some(FileSubject { pack: it.pack.id.clone(), level: it.level.clone(), period: it.period })
        }
        Payload::Enrolment(_)
        | Payload::Receipt(_)
        | Payload::Directory(_)
        | Payload::Overlay(_)
        | Payload::Pack(_) => None,
    }
}

/// Returns the file that a receipt answers; `None` for other kinds.
fn answers(payload: &Payload) -> Option<Digest> {
    if let Payload::Receipt(it) = payload { Some(it.file) } else { None }
}

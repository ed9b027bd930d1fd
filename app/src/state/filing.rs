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
    let of = |subject: &Subject| FileSubject {
        pack: subject.pack.id.clone(),
        level: subject.level.clone(),
        period: subject.period,
    };
    match payload {
        Payload::Assessment(assessment) => Some(FileSubject {
            pack: assessment.pack.id.clone(),
            level: assessment.level.clone(),
            period: assessment.facts.period,
        }),
        Payload::Opinion(opinion) => Some(of(&opinion.subject)),
        Payload::Recognition(recognition) => Some(of(&recognition.subject)),
        Payload::Rollup(rollup) => {
            Some(FileSubject { pack: rollup.pack.id.clone(), level: rollup.level.clone(), period: rollup.period })
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
    if let Payload::Receipt(receipt) = payload { Some(receipt.file) } else { None }
}

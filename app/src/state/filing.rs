//! What a list of files shows of a signed one: its record, read off what was signed. Pure; stores nothing.

use cunping_core::{
    bundle::{Payload, Subject, Verified},
    id::Digest,
};

use crate::store::{About, Direction, FileRecord, Moment};

/// The record of an opened file.
#[must_use]
pub fn record(opened: &Verified, direction: Direction, first_seen: Moment, file_name: String) -> FileRecord {
    let payload = &opened.payload;
    FileRecord {
        digest: opened.digest,
        direction,
        first_seen,
        file_name,
        kind: payload.kind().to_string(),
        unit: payload.unit(),
        about: about(payload),
        answers: answers(payload),
        decides_as: if let Payload::Recognition(it) = payload { Some(it.office.clone()) } else { None },
        sequence: opened.seen(false, first_seen.day).map_or(0, |it| it.sequence),
        kid: opened.key.thumbprint().to_string(),
        hidden: false,
        encrypted: false,
    }
}

/// What a payload is about.
#[must_use]
pub fn about(payload: &Payload) -> Option<About> {
    let of = |it: &Subject| About { pack: it.pack.id.clone(), level: it.level.clone(), period: it.period };
    match payload {
        Payload::Assessment(it) => {
            Some(About { pack: it.pack.id.clone(), level: it.level.clone(), period: it.facts.period })
        }
        Payload::Opinion(it) => Some(of(&it.subject)),
        Payload::Recognition(it) => Some(of(&it.subject)),
        Payload::Rollup(it) => Some(About { pack: it.pack.id.clone(), level: it.level.clone(), period: it.period }),
        Payload::Enrolment(_)
        | Payload::Receipt(_)
        | Payload::Directory(_)
        | Payload::Overlay(_)
        | Payload::Pack(_) => None,
    }
}

/// The file that a payload answers.
fn answers(payload: &Payload) -> Option<Digest> {
    match payload {
        Payload::Receipt(it) => Some(it.file),
        _ => None,
    }
}

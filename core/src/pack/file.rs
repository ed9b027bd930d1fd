//! Reads the compiled form of a pack strictly: canonical JSON (RFC 8785). Reports every problem.

mod catalogue;
mod condition;
mod criterion;
mod digest;
mod document;
pub mod error;
mod form;
mod head;
mod level;
mod plan;
pub(super) mod reader;

#[cfg(feature = "authoring")]
pub(super) use catalogue::{GROUPS, catalogue};
pub(super) use document::document;

use super::Pack;
use crate::{
    id::Digest,
    json::{JsonError, Limits, Node, Value, read},
};
use error::{PackError, PackErrors, PackPlace, ProblemKind};
use reader::PackReader;

/// The version of the file format that this program writes, and the newest that it reads.
pub const FORMAT: i64 = 1;

/// The limits of a compiled pack.
pub const LIMITS: Limits = Limits { bytes: 1 << 20, depth: 32, text: 8 << 10, values: 100_000 };

impl Pack {
    /// Reads a compiled pack: strictly, whole or not at all.
    ///
    /// Fails with every problem found: bytes that are not canonical JSON, a newer format (then nothing else is
    /// reported), unknown keys, references to nothing, figures that cannot be.
    pub fn from_json(bytes: &[u8]) -> Result<Self, PackErrors> {
        let json = canonical(bytes).map_err(|kind| vec![PackError { place: PackPlace::default(), kind }])?;
        let mut reader = PackReader::default();
        let pack = document(&mut reader, Node::whole(&json), Digest::of(bytes));
        reader.finish(pack)
    }
}

fn canonical(bytes: &[u8]) -> Result<Value<'_>, ProblemKind> {
    let (json, canonical) = read(bytes, &LIMITS).map_err(|problem| match problem {
        JsonError::TooLarge { .. } => ProblemKind::TooLarge(LIMITS.bytes),
        other => ProblemKind::Syntax(other.code().to_owned()),
    })?;
    if canonical { Ok(json) } else { Err(ProblemKind::NotCanonical) }
}

//! The messages between page and worker about files to review.
//!
//! A message is a list: a JSON text first, then one body for every source that it names. From the page a body is a file
//! or a text; from the worker, the text of a bundle. One question has one answer, with the same job number. The page
//! asks for a few files at a time, so that it can cancel by not asking on, and show how many have been answered.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Looked, Refusal,
    wire::{WireRefusal, WireSheet},
};

/// The version of the messages, raised with every change of one. Both ends are built together, but a cache may keep an
/// older copy of one of them.
const VERSION: u32 = 6;

/// The largest size of an unencrypted file that is read, in bytes: that of the largest bundle that can be signed.
pub const MOST_BYTES: usize = cunping_core::bundle::MAX_BYTES;

/// The largest size of any file that is read, in bytes: an encrypted bundle is longer than a plain one.
pub const MOST_READ_BYTES: usize = super::crypto::MOST_ENCRYPTED_BYTES;

/// The largest size of a pasted text, in bytes. It may hold several bundles.
pub const MOST_PASTED_BYTES: usize = 8 << 20;

/// The page's question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    v: u32,
    /// The number of the question; its answer has the same.
    pub job: u32,
    /// The number of bodies that follow.
    pub bodies: usize,
    /// The overlays to review with, as canonical JSON.
    pub overlays: Vec<String>,
    /// The texts of the signed documents to review with, beside those that ship with the page.
    pub packs: Vec<String>,
}

/// The result for one bundle, or for something that could have been one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The index of the body it came in, from 0.
    pub body: usize,
    /// The content of the file, or why it was refused.
    pub outcome: Result<Looked, Refusal>,
    /// The text of a verified bundle, or of an encrypted file in armor, without what stood around it; empty if it was
    /// refused.
    pub text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    v: u32,
    job: u32,
    items: Vec<Item>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    body: usize,
    outcome: Outcome,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Verified(Box<WireSheet>),
    Other,
    Encrypted,
    Refused(WireRefusal),
}

/// The part of an answer that is read first: its version and job number.
#[derive(Deserialize)]
struct Head {
    v: u32,
    job: u32,
}

impl Ask {
    /// Makes a question of this version.
    #[must_use]
    pub fn new(job: u32, bodies: usize, overlays: Vec<String>, packs: Vec<String>) -> Self {
        Self { v: VERSION, job, bodies, overlays, packs }
    }

    /// Returns the JSON text of the question.
    #[must_use]
    pub fn to_text(&self) -> String {
        text(self)
    }

    /// Reads a question; `None` if it is none or of another version.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|ask: &Self| ask.v == VERSION)
    }
}

/// Returns the JSON text of an answer, and the bodies that go with it, one for every item.
#[must_use]
pub fn answer(job: u32, reviewed: Vec<Reviewed>) -> (String, Vec<String>) {
    let (items, bodies) =
        reviewed.into_iter().map(|it| (Item { body: it.body, outcome: Outcome::of(it.outcome) }, it.text)).unzip();
    (text(&Answer { v: VERSION, job, items }), bodies)
}

/// Reads the job number of an answer; `None` if it is none or of another version.
#[must_use]
pub fn job(text: &str) -> Option<u32> {
    serde_json::from_str(text).ok().filter(|head: &Head| head.v == VERSION).map(|head| head.job)
}

/// Reads an answer with its bodies; `None` if it does not read, is of another version, or has too few bodies.
#[must_use]
pub fn read(text: &str, bodies: impl IntoIterator<Item = String>) -> Option<Vec<Reviewed>> {
    let answer: Answer = serde_json::from_str(text).ok().filter(|it: &Answer| it.v == VERSION)?;
    let mut bodies = bodies.into_iter();
    let item = |it: Item| Some(Reviewed { body: it.body, outcome: it.outcome.read()?, text: bodies.next()? });
    answer.items.into_iter().map(item).collect()
}

impl Outcome {
    fn of(outcome: Result<Looked, Refusal>) -> Self {
        match outcome {
            Ok(Looked::Assessment(sheet)) => Self::Verified(Box::new(WireSheet::of(Arc::unwrap_or_clone(sheet)))),
            Ok(Looked::Other) => Self::Other,
            Ok(Looked::Encrypted) => Self::Encrypted,
            Err(refusal) => Self::Refused(WireRefusal::of(refusal)),
        }
    }

    fn read(self) -> Option<Result<Looked, Refusal>> {
        Some(match self {
            Self::Verified(sheet) => Ok(Looked::Assessment(Arc::new(sheet.read()?))),
            Self::Other => Ok(Looked::Other),
            Self::Encrypted => Ok(Looked::Encrypted),
            Self::Refused(refusal) => Err(refusal.read()),
        })
    }
}

fn text<T: Serialize>(message: &T) -> String {
    serde_json::to_string(message).unwrap_or_else(|_| unreachable!("a message holds nothing JSON cannot"))
}

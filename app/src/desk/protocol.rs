//! What page and worker say to each other. Carries messages; reviews nothing.
//!
//! A message is a list: a JSON text first, then one body for every source that it names. From the page a body is a
//! file or a text; from the worker, the text of a bundle. One question has one answer, with the same job number. The
//! page asks for a few files at a time: it stops asking to cancel, and what has been answered is its progress.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Looked, Refusal,
    wire::{WireRefusal, WireSheet},
};

/// Raised with every change of a message. Both ends are built together, but a cache may keep one of them.
const VERSION: u32 = 6;

/// The most bytes that a file may have to be read: whatever can be signed can be taken in.
pub const MOST_BYTES: usize = cunping_core::bundle::MAX_BYTES;

/// The most bytes of a file that are read: a bundle that came encrypted is longer.
pub const MOST_READ_BYTES: usize = super::crypto::MOST_ENCRYPTED_BYTES;

/// The most bytes of a text that was pasted, which may hold several bundles.
pub const MOST_PASTED_BYTES: usize = 8 << 20;

/// The page's question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    v: u32,
    /// Which question; the answer has the same number.
    pub job: u32,
    /// How many bodies follow.
    pub bodies: usize,
    /// The overlays to review with, as canonical texts.
    pub overlays: Vec<String>,
    /// The signed documents to review with, beside those that ship.
    pub packs: Vec<String>,
}

/// One bundle, or what could have been one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// Which body it came in, from 0.
    pub body: usize,
    /// What came of it.
    pub outcome: Result<Looked, Refusal>,
    /// The text of a bundle that could be opened, or of an encrypted file, armored, without what stood around it; else
    /// empty.
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

/// The job of an answer, and whether it can be read: nothing more is looked at.
#[derive(Deserialize)]
struct Head {
    v: u32,
    job: u32,
}

impl Ask {
    /// A question.
    #[must_use]
    pub fn new(job: u32, bodies: usize, overlays: Vec<String>, packs: Vec<String>) -> Self {
        Self { v: VERSION, job, bodies, overlays, packs }
    }

    /// Its text.
    #[must_use]
    pub fn to_text(&self) -> String {
        text(self)
    }

    /// The question of a text; `None` where another version asks.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|ask: &Self| ask.v == VERSION)
    }
}

/// The text of an answer, and the bodies that go with it, one for every item.
#[must_use]
pub fn answer(job: u32, reviewed: Vec<Reviewed>) -> (String, Vec<String>) {
    let (items, bodies) =
        reviewed.into_iter().map(|it| (Item { body: it.body, outcome: Outcome::of(it.outcome) }, it.text)).unzip();
    (text(&Answer { v: VERSION, job, items }), bodies)
}

/// The job that a text answers; `None` where another version answers.
#[must_use]
pub fn job(text: &str) -> Option<u32> {
    serde_json::from_str(text).ok().filter(|head: &Head| head.v == VERSION).map(|head| head.job)
}

/// What an answer says, given its bodies; `None` where it is none of this version.
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

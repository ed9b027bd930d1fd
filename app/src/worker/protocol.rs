//! The messages between page and worker about files to review.
//!
//! A message is a list: a JSON text first, then one body for every source that it names. From the page a body is a file
//! or a text; from the worker, the text of a bundle. One question has one answer, with the same job number. The page
//! asks for a few files at a time, so that it can cancel by not asking on, and show how many have been answered.
//!
//! The texts are what serde makes of the types themselves: both ends are built from one source.

use serde::{Deserialize, Serialize};

use super::{FileReview, Refusal};

/// The version of the messages, raised with every change of one. Both ends are built together, but a cache may keep an
/// older copy of one of them.
const VERSION: u32 = 9;

/// The largest size of any file that is read, in bytes: it may hold several bundles, or be an archive. Each bundle has
/// its own limit.
pub const MOST_READ_BYTES: usize = cunping_core::received::LIMITS.all;

/// The largest size of a pasted text, in bytes. It may hold several bundles.
pub const MOST_PASTED_BYTES: usize = 8 << 20;

/// The page's question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewRequest {
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewOutcome {
    /// The index of the body it came in, from 0.
    pub body: usize,
    /// Its name in the archive that the body is, with the names of the archives around it; `None` in any other body.
    pub inside: Option<String>,
    /// The content of the file, or why it was refused.
    pub outcome: Result<FileReview, Refusal>,
    /// The text of a verified bundle, or of an encrypted file in armor, without what stood around it; empty if it was
    /// refused. In a message it is a body of its own.
    #[serde(skip)]
    pub text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReviewReply {
    v: u32,
    job: u32,
    items: Vec<ReviewOutcome>,
}

/// The part of an answer that is read first: its version and job number.
#[derive(Deserialize)]
struct ReplyHead {
    v: u32,
    job: u32,
}

impl ReviewRequest {
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
pub fn answer(job: u32, mut items: Vec<ReviewOutcome>) -> (String, Vec<String>) {
    let bodies = items.iter_mut().map(|it| std::mem::take(&mut it.text)).collect();
    (text(&ReviewReply { v: VERSION, job, items }), bodies)
}

/// Reads the job number of an answer; `None` if it is none or of another version.
#[must_use]
pub fn job(text: &str) -> Option<u32> {
    serde_json::from_str(text).ok().filter(|head: &ReplyHead| head.v == VERSION).map(|head| head.job)
}

/// Reads an answer with its bodies; `None` if it does not read, is of another version, or has too few bodies.
#[must_use]
pub fn read(text: &str, bodies: impl IntoIterator<Item = String>) -> Option<Vec<ReviewOutcome>> {
    let answer: ReviewReply = serde_json::from_str(text).ok().filter(|reply: &ReviewReply| reply.v == VERSION)?;
    let mut bodies = bodies.into_iter();
    answer.items.into_iter().map(|outcome| Some(ReviewOutcome { text: bodies.next()?, ..outcome })).collect()
}

fn text<T: Serialize>(message: &T) -> String {
    serde_json::to_string(message).unwrap_or_else(|_| unreachable!("a message holds nothing JSON cannot"))
}

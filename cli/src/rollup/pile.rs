//! Verifies and reviews every file of a roll-up on all cores, and adds it to core's pile.

use std::thread;

use cunping_core::{
    bundle::{self, Payload, Verified},
    evaluate::Programs,
    json::Value,
    rollup::{Kept, Pile},
};
use cunping_text::{lang::Lang, problem};

use super::aside::FileNames;
use crate::{
    fault::FileFault,
    input::{NamedText, Texts},
    reading,
    review::{self, Reviewer},
    stop::Done,
};

/// Number of bytes read before a batch is reviewed.
const BATCH: usize = 4 << 20;

/// The files that take part, and those refused or not counted.
#[derive(Default)]
pub(super) struct Read {
    pub(super) pile: Pile,
    pub(super) refused: u64,
    /// The names of the files that take part.
    pub(super) names: FileNames,
    /// What is said of the others as JSON, where that was asked for.
    pub(super) said: Vec<String>,
}

impl Read {
    /// Reads every file once, in order; an error in one does not stop the others. Memory grows with the number of
    /// files kept, a small record each, not with their size.
    pub(super) fn all(texts: &Texts, reviewer: &Reviewer) -> Done<Self> {
        let mut read = Self::default();
        let (mut batch, mut bytes) = (Vec::new(), 0);
        reading::each(texts, reading::Holds::Bundles, bundle::MAX_BYTES, |given| {
            let input = match given {
                Ok(input) => input,
                Err(unread) => {
                    let (name, fault) = unread.parts();
                    return read.refuse(texts, name, std::slice::from_ref(fault), Vec::new());
                }
            };
            bytes += input.bytes.len();
            batch.push(input);
            if bytes < BATCH {
                return Ok(());
            }
            bytes = 0;
            read.take(&std::mem::take(&mut batch), reviewer, texts)
        })?;
        read.take(&batch, reviewer, texts)?;
        Ok(read)
    }

    fn take(&mut self, batch: &[NamedText], reviewer: &Reviewer, texts: &Texts) -> Done {
        for (input, CountedFile { kept, out }) in batch.iter().zip(reviewed(batch, reviewer, texts.lang)) {
            if let Some(kept) = kept {
                self.names.entry(kept.digest()).or_insert_with(|| input.name.clone());
                self.pile.add(kept);
            }
            if let Some(Out { faults, about }) = out {
                self.refuse(texts, &input.name, &faults, about)?;
            }
        }
        Ok(())
    }

    fn refuse(&mut self, texts: &Texts, name: &str, faults: &[FileFault], about: Said) -> Done {
        self.refused += 1;
        if texts.json {
            let members = FileFault::refused_members(faults, name).into_iter().chain(about);
            self.said.push(Value::object(members).canonical());
        }
        faults.iter().try_for_each(|fault| fault.report(name))
    }
}

/// What a file is about, as members of a JSON object.
type Said = Vec<(&'static str, Value<'static>)>;

/// Result of one file: the part that is kept, and the reason why the file does not count, if it does not.
struct CountedFile {
    kept: Option<Kept>,
    out: Option<Out>,
}

/// Why a file does not count.
struct Out {
    faults: Vec<FileFault>,
    about: Said,
}

/// Reviews a batch on all cores; returns the results in the batch's order.
fn reviewed(batch: &[NamedText], reviewer: &Reviewer, lang: Lang) -> Vec<CountedFile> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = batch.len().div_ceil(cores).max(1);
    let work = |part: &[NamedText]| -> Vec<CountedFile> {
        let mut programs = Programs::default();
        part.iter().map(|input| look(&input.bytes, (reviewer, lang), &mut programs)).collect()
    };
    thread::scope(|scope| {
        let parts: Vec<_> = batch.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
    })
}

fn look(bytes: &[u8], (reviewer, lang): (&Reviewer, Lang), programs: &mut Programs) -> CountedFile {
    let verified = match bundle::verify(bytes) {
        Ok(verified) => verified,
        Err(problem) => {
            let faults = FileFault::of_bundle(lang, &problem);
            return CountedFile { kept: None, out: Some(Out { faults, about: Vec::new() }) };
        }
    };
    let first_seen = reviewer.first_seen(&verified);
    let (verified, review) = match verified {
        Verified { digest, key, payload: Payload::Assessment(assessment) } => {
            let verified = Verified { digest, key, payload: *assessment };
            let review = reviewer.assessment(&verified, programs);
            let Verified { digest, key, payload } = verified;
            (Verified { digest, key, payload: Payload::Assessment(Box::new(payload)) }, review)
        }
        verified => {
            let review = reviewer.alone(&verified);
            (verified, review)
        }
    };
    let alone = review.states.alone();
    let counted = matches!(verified.payload, Payload::Assessment(_) | Payload::Recognition(_) | Payload::Rollup(_));
    let out = match (alone.counts(), counted) {
        (true, true) => None,
        (true, false) => {
            let words = problem::not_counted_kind(lang, verified.payload.kind());
            Some(vec![FileFault::whole("not-counted", words)])
        }
        (false, _) => {
            let told = alone.worst().map(|(_, axis)| {
                let words = problem::bundle_state(lang, verified.payload.kind(), &alone, axis);
                FileFault::whole(review::code(&alone, axis), words)
            });
            Some(told.into_iter().chain(reviewer.faults(lang, &verified, &review)).collect())
        }
    };
    let about = |faults| Out {
        faults,
        about: vec![
            ("digest", Value::text(verified.digest)),
            ("kind", Value::text(verified.payload.kind())),
            ("unit", Value::text(verified.payload.unit())),
        ],
    };
    let out = out.map(about);
    CountedFile { kept: Kept::of(verified, &review, first_seen), out }
}

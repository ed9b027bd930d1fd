//! Verifies and reviews every file of a roll-up on all cores, and adds it to core's pile.

use std::thread;

use cunping_core::{
    bundle::{self, BundleError, Payload, Review, States, Verified},
    evaluate::Programs,
    rollup::{Kept, Pile},
};
use cunping_text::{lang::Lang, problem};

use crate::{
    input::{self, NamedText, Texts},
    output,
    review::Reviewer,
    stop::Done,
};

/// Number of bytes read before a batch is reviewed.
const BATCH: usize = 4 << 20;

/// The files that take part, and the number of those refused or not counted.
#[derive(Default)]
pub(super) struct Read {
    pub(super) pile: Pile,
    pub(super) refused: u64,
}

impl Read {
    /// Reads every file once, in order; an error in one does not stop the others. Memory grows with the number of
    /// files kept, a small record each, not with their size.
    pub(super) fn all(texts: &Texts, reviewer: &Reviewer) -> Done<Self> {
        let mut read = Self::default();
        let (mut batch, mut bytes) = (Vec::new(), 0);
        input::each(&texts.files, bundle::MAX_BYTES, |input| {
            bytes += input.bytes.len();
            batch.push(input);
            if bytes < BATCH {
                return Ok(());
            }
            bytes = 0;
            read.take(&std::mem::take(&mut batch), reviewer, texts.lang)
        })?;
        read.take(&batch, reviewer, texts.lang)?;
        Ok(read)
    }

    fn take(&mut self, batch: &[NamedText], reviewer: &Reviewer, lang: Lang) -> Done {
        for (input, CountedFile { kept, out }) in batch.iter().zip(reviewed(batch, reviewer)) {
            if let Some(kept) = kept {
                self.pile.add(kept);
            }
            if let Some(out) = out {
                self.refused += 1;
                output::aside(&format!("✕ {}", input.name))?;
                if let Some(told) = out.told(lang) {
                    output::aside(&format!("   {} {}", told.what, told.advice))?;
                }
            }
        }
        Ok(())
    }
}

/// Result of one file: the part that is kept, and the reason why the file does not count, if it does not.
struct CountedFile {
    kept: Option<Kept>,
    out: Option<Out>,
}

/// Why a file does not count.
enum Out {
    Refused(BundleError),
    States(bundle::Kind, Box<States>),
    /// It is of a kind that is never counted.
    Kind,
}

impl Out {
    fn told(&self, lang: Lang) -> Option<problem::Problem> {
        match self {
            Self::Refused(refused) => Some(problem::bundle(lang, refused)),
            Self::States(kind, states) => {
                states.worst().map(|(_, axis)| problem::bundle_state(lang, *kind, states, axis))
            }
            Self::Kind => None,
        }
    }
}

/// Reviews a batch on all cores; returns the results in the batch's order.
fn reviewed(batch: &[NamedText], reviewer: &Reviewer) -> Vec<CountedFile> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = batch.len().div_ceil(cores).max(1);
    let work = |part: &[NamedText]| -> Vec<CountedFile> {
        let mut programs = Programs::default();
        part.iter().map(|input| look(&input.bytes, reviewer, &mut programs)).collect()
    };
    thread::scope(|scope| {
        let parts: Vec<_> = batch.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
    })
}

fn look(bytes: &[u8], reviewer: &Reviewer, programs: &mut Programs) -> CountedFile {
    let verified = match bundle::verify(bytes) {
        Ok(verified) => verified,
        Err(problem) => return CountedFile { kept: None, out: Some(Out::Refused(problem)) },
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
    let Review { states, .. } = &review;
    let alone = states.alone();
    let kind = matches!(verified.payload, Payload::Assessment(_) | Payload::Recognition(_) | Payload::Rollup(_));
    let out = match (alone.counts(), kind) {
        (true, true) => None,
        (true, false) => Some(Out::Kind),
        (false, _) => Some(Out::States(verified.payload.kind(), Box::new(alone))),
    };
    CountedFile { kept: Kept::of(verified, &review, first_seen), out }
}
